import { type WordOf, wordsOf } from '../../utils/words/words';

/** A word of the popup. */
export type PopupWord = WordOf<'popup'>;

/** The words of the popup. */
export const t = wordsOf('popup');
