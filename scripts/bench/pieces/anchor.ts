/** Finding quotes again in a text, as shipped: see `utils/quotes/anchorer.ts`. */
export { createAnchorer } from '../../../utils/quotes/anchorer';
