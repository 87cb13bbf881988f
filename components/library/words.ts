import { type WordOf, wordsOf } from '../../utils/words/words';

/** A word of the library page. */
export type LibraryWord = WordOf<'library'>;

/** The words of the library page. */
export const t = wordsOf('library');
