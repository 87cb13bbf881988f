import { type Say as SayOf, type WordOf, wordsOf } from '../../utils/words/words';

/** Says something of the selection bar in the reader's language. */
export type Say = SayOf<WordOf<'bar'>>;

/** The words of the selection bar. */
export const say: Say = wordsOf('bar');

/** Says something of the panel of lost passages in the reader's language. */
export type SayLost = SayOf<WordOf<'lost'>>;

/** The words of the panel of lost passages. */
export const sayLost: SayLost = wordsOf('lost');
