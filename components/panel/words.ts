import { wordsOf } from '../../utils/words/words';

/** The words of the side panel. */
export const t = wordsOf('panel');
