import model from '../public/likeness.json';
import { unpackModel } from '../utils/works/likeness/packed';
import { createRanker } from '../utils/works/rank-sentences';

/** The ranker that ships. */
export const rankSentences = createRanker(unpackModel(model));
