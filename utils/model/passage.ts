/** W3C TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface TextQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C TextPositionSelector over the text model's characters, UTF-16 units, end exclusive. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** One end of a W3C RangeSelector made of CSS selectors: `path` names an element, `offset` counts characters of its text. */
export interface ElementPoint {
  readonly path: string;
  readonly offset: number;
}

/** Everything stored about where one run of words stands. Any part but the quote may be missing or out of date. */
export interface Place {
  readonly quote: TextQuote;
  readonly position?: TextPosition;
  readonly range?: { readonly start: ElementPoint; readonly end: ElementPoint };
}

/** Where a passage stands: its first words, and those that belong to it and stand apart, in the order of the page. */
export interface Selectors extends Place {
  readonly more?: readonly Place[];
}

/** Runs of words that one passage holds at most. */
export const MOST_PLACES = 100;

/** The places of a passage, in the order of the page. */
export const placesOf = ({ more, ...first }: Selectors): readonly [Place, ...Place[]] =>
  // A record that is damaged must not keep the rest of it, or others, from being shown.
  Array.isArray(more) ? [first, ...more.filter((place: Partial<Place> | undefined) => place?.quote)] : [first];

/** Selectors of places, in the order of the page where that is known; one that is there already is not taken twice. */
export function joinPlaces(places: readonly [Place, ...Place[]]): Selectors {
  const at = ({ position }: Place) => position?.start ?? Number.POSITIVE_INFINITY;
  const sorted = places.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
  const isNew = (place: Place, index: number) =>
    sorted.findIndex((other) => at(other) === at(place) && other.quote.exact === place.quote.exact) === index;
  const [first, ...more] = sorted.filter(isNew);
  return more.length > 0 ? { ...first!, more } : first!;
}

/** The words of a passage; where some stand apart from others, an ellipsis tells so. */
export const quotedWords = (selectors: Selectors): string =>
  placesOf(selectors)
    .map(({ quote }) => quote.exact)
    .join(' … ');

/** Named colours; every one is painted with a second cue as well. Stored: append only. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;

/** One of {@link COLOURS}. */
export type Colour = (typeof COLOURS)[number];

/** The page on which a passage was saved. */
export interface PassagePage {
  readonly url: string;
  readonly title: string;
  /** Keys under which the page is looked up, most exact first (see `page-key.ts`). */
  readonly keys: readonly string[];
}

/** A saved passage. Times are milliseconds since the epoch. */
export interface Passage {
  /** UUID, made where the passage is made, so that saving twice saves once. */
  readonly id: string;
  readonly page: PassagePage;
  readonly selectors: Selectors;
  readonly colour: Colour;
  /** What the reader wrote; empty where nothing. */
  readonly remark: string;
  readonly tags: readonly string[];
  readonly created: number;
  readonly modified: number;
  /** When the reader deleted it; undefined while it is kept. Deleted passages stay until the trash is emptied. */
  readonly deleted?: number;
}
