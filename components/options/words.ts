import { type WordOf, wordsOf } from '../../utils/words/words';

/** A word of the options page. */
export type OptionsWord = WordOf<'options'>;

/** The words of the options page. */
export const t = wordsOf('options');
