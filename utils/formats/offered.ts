import type { Format } from './format';

/** What readers are shown of a format before anything is written. */
export type Offered = Pick<Format, 'id' | 'label' | 'holdsPassages'>;

/**
 * Every format in the order in which readers are offered them, as in `index.ts`, without the code that writes it: the library page
 * opens with these and loads the code when a file is asked for.
 */
export const OFFERED: readonly Offered[] = [
  { id: 'bibtex', label: 'BibTeX', holdsPassages: false },
  { id: 'biblatex', label: 'BibLaTeX', holdsPassages: false },
  { id: 'ris', label: 'RIS', holdsPassages: false },
  { id: 'csl-json', label: 'CSL-JSON', holdsPassages: false },
  { id: 'markdown', label: 'Markdown', holdsPassages: true },
  { id: 'html', label: 'Web page', holdsPassages: true },
  { id: 'text', label: 'Plain text', holdsPassages: true },
  { id: 'csv', label: 'CSV', holdsPassages: true },
  { id: 'readwise', label: 'Readwise CSV', holdsPassages: true },
  { id: 'web-annotation', label: 'Web Annotation', holdsPassages: true },
  { id: 'hypothesis', label: 'Hypothesis JSON', holdsPassages: true },
];
