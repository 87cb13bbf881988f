import type { StyleId } from '../model/citation-style';

/** A style that ships with Ibid, as a file of `public/csl/`. */
export interface ShippedStyle {
  /** Name of the file without its ending. */
  readonly id: StyleId;
  readonly label: string;
}

/** Styles that ship, in the order in which readers are offered them. */
export const STYLES: readonly ShippedStyle[] = [
  { id: 'apa', label: 'APA, 7th edition' },
  { id: 'vancouver', label: 'Vancouver' },
  { id: 'harvard-cite-them-right', label: 'Harvard (Cite Them Right)' },
  { id: 'chicago-author-date', label: 'Chicago, author–date' },
  { id: 'american-medical-association', label: 'AMA, 11th edition' },
];
