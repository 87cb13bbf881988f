/** The ranker of closest sentences as shipped: see `utils/works/rank-sentences.ts`. */
export { rankSentences, threshold } from '../../../utils/works/rank-sentences';
