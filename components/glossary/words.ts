import { wordsOf } from '../../utils/words/words';

/** The words of the notes on the reader's own words. */
export const say = wordsOf('glossary');
