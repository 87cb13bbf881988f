import { wordsOf } from '../../utils/words/words';

/** The words of the page on which Ibid is tried out. */
export const t = wordsOf('welcome');
