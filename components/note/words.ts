import { wordsOf } from '../../utils/words/words';

/** The words of the note. */
export const say = wordsOf('note');
