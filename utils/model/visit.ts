import type { TextQuote } from './passage';

/** Words to be shown in a cited document: those that the citing page quotes, or the sentence closest to what it says. */
export interface SoughtWords {
  readonly kind: 'quoted' | 'closest';
  readonly quote: TextQuote;
}

/** What the reader wants to see in a document that they open from a note: what is found first is shown. */
export type Sought = readonly [SoughtWords, ...SoughtWords[]];
