/** Every word of the popup, in one place: `{0}` is replaced by the first value given. */
const WORDS = {
  onHere: 'On for {0}',
  onEverywhere: 'On everywhere',
  offEverywhere: 'Ibid is off everywhere.',
  offHere: 'Ibid is off on this site.',
  searching: 'Still reading this page …',
  found: 'On this page',
  citations: 'citations',
  citation: 'citation',
  places: 'in {0} places',
  passages: 'saved passages',
  passage: 'saved passage',
  noCitations: 'No citations were found on this page.',
  pdf: 'This is a PDF in the browser’s own viewer, where extensions cannot read. Nothing can be found here.',
  closed: 'The browser keeps this page closed to extensions. Nothing can be found here.',
  absent: 'Ibid does not run in this page yet. Reload it to begin.',
  openLibrary: 'Open library',
  openOptions: 'Options',
} as const;

/** A word of the popup. */
export type PopupWord = keyof typeof WORDS;

/** Says something in the reader's language. */
export const t = (word: PopupWord, ...values: readonly (string | number)[]): string =>
  WORDS[word].replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)] ?? ''));
