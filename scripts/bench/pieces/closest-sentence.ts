import model from '../../../public/likeness.json';
import { unpackModel } from '../../../utils/works/likeness/packed';
import { createRanker } from '../../../utils/works/rank-sentences';

export { threshold } from '../../../utils/works/rank-sentences';

/** The ranker of closest sentences as shipped: see `utils/works/rank-sentences.ts`. */
export const rankSentences = createRanker(unpackModel(model));
