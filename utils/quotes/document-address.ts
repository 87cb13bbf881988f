import type { TextQuote } from '../model/passage';
import { quoteDirective } from './quote-directive';
import { writeTextDirective } from './text-fragment';

/** An address that leads a browser to words of a document. */
export interface DocumentAddress {
  readonly url: string;
  /** Whether it is shown by a viewer of the browser's own, in which no extension can mark anything. */
  readonly isFile: boolean;
}

/** Words that are searched for in a file at most: viewers find no words across lines that they do not join. */
const SEARCHED = 8;

/**
 * The address of a document with the words in it that the reader wants to see. A page in the address is kept.
 *
 * @param viewer - How the browser's viewer of PDF files is told: `search` is pdf.js (https://github.com/mozilla/pdf.js/wiki/Viewer-options),
 *   `text` one that follows text directives.
 * @returns The address as it is where it cannot be read.
 */
export function documentAddress(address: string, quote: TextQuote, viewer: 'search' | 'text'): DocumentAddress {
  if (!URL.canParse(address)) return { url: address, isFile: false };
  const url = new URL(address);
  const isFile = /\.pdf$/i.test(url.pathname);
  // Many files have no ending: `/pdf/2401.00001`, `/download?format=pdf`. Only the file itself tells, so both ways are written.
  const mayBeFile = isFile || /(?:^|[^a-z])pdf/i.test(url.pathname + url.search);
  const hash = url.hash.slice(1).split(':~:')[0]!;
  const directive = quoteDirective(quote);
  if (!directive) return { url: address, isFile };
  const words = quote.exact.trim().split(/\s+/).slice(0, SEARCHED).join(' ');
  const search = mayBeFile && viewer === 'search' ? [`search=${encodeURIComponent(words)}`, 'phrase=true'] : [];
  const asked = [...(hash ? [hash] : []), ...search].join('&');
  url.hash = isFile && viewer === 'search' ? asked : `${asked}:~:${writeTextDirective(directive)}`;
  return { url: url.href, isFile };
}
