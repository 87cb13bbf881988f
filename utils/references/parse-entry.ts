import { authorsIn, type PrintedAuthor } from './authors';
import { type PrintedIn, printedIn } from './printed-in';
import { type PrintedYear, yearPrinted } from './printed-year';
import { type Part, titleAt } from './title';

/** A printed reference, divided into its parts; a part that would have to be guessed is undefined or empty. */
export interface ParsedEntry {
  readonly authors: readonly PrintedAuthor[];
  /** More authors than are printed. */
  readonly isMore: boolean;
  readonly year?: number;
  /** The letter behind the year; empty where none. */
  readonly suffix: string;
  readonly title?: string;
  readonly in: PrintedIn;
  /** 0 to 1 for each part; 0 where it is missing. */
  readonly confidence: { readonly authors: number; readonly year: number; readonly title: number };
}

/**
 * Reads a reference of any common style (APA, Harvard, Vancouver, Chicago, MLA, IEEE, GB/T 7714 and their relatives in other
 * languages). It would rather leave a part out than guess it.
 *
 * @param reference - White space collapsed, without its own number.
 */
export function parseEntry(reference: string): ParsedEntry {
  const authors = authorsIn(reference);
  const year = yearPrinted(reference);
  const title = titleOf(reference, authors.confidence >= 0.5 ? authors.end : undefined, year);
  // Without a title in its place, a name that could be anything is not taken for an author's.
  const isNamed = authors.confidence >= 0.5 || (year !== undefined && year.start <= authors.end + 4 && authors.end > 0);
  return {
    authors: isNamed ? authors.authors : [],
    isMore: isNamed && authors.isMore,
    ...(year && { year: year.year }),
    suffix: year?.suffix ?? '',
    ...(title && { title: title.text }),
    in: title ? printedIn(reference.slice(title.end)) : {},
    confidence: {
      authors: isNamed ? Math.max(authors.confidence, 0.6) : 0,
      year: year?.confidence ?? 0,
      title: title?.confidence ?? 0,
    },
  };
}

function titleOf(reference: string, authorsEnd: number | undefined, year: PrintedYear | undefined): Part | undefined {
  // A year stands behind the authors, whoever they are, or far behind the title.
  const isLeading = year !== undefined && year.start < (authorsEnd === undefined ? 200 : authorsEnd + 30);
  const isBracketed = isLeading && /^[([（［]/.test(reference.slice(year.start));
  if (isLeading && (isBracketed || authorsEnd !== undefined)) {
    const found = titleAt(reference, year.end, true);
    if (found) return found;
  }
  if (authorsEnd !== undefined) return titleAt(reference, authorsEnd, true);
  const quote = reference.slice(0, 300).search(/["“„«「『《]/);
  return quote < 0 ? undefined : titleAt(reference, quote, false);
}
