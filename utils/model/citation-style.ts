/** Ids of the citation styles that ship: files of `public/csl/` without their ending, in the order in which they are offered. */
export const STYLE_IDS = [
  'apa',
  'vancouver',
  'harvard-cite-them-right',
  'chicago-author-date',
  'american-medical-association',
] as const;

/** One of {@link STYLE_IDS}. */
export type StyleId = (typeof STYLE_IDS)[number];

/** One work in a citation style. */
export interface StyledCitation {
  readonly text: string;
  /** With italics and the like, as word processors take it. */
  readonly html: string;
}

/** A work that is to be cited in a style: CSL-JSON of a list of one. */
export interface StylingTask {
  readonly record: string;
  readonly style: StyleId;
}
