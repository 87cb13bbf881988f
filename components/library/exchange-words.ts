import { wordsOf } from '../../utils/words/words';

/** The words of taking away and bringing in. */
export const say = wordsOf('exchange');
