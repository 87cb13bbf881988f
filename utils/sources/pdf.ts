import { identifiersInText } from '../model/canonical';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline } from '../works/clean';
import { webAddress } from '../works/free-copies';
import { nameFromText } from '../works/names';
import { printedDate } from './printed-date';
import { idFrom, workFrom } from './record';

/** How far document information, XMP and the first page are looked for at either end of a file, UTF-16 units. */
const REACH = 300_000;

/** Names that programs put where a title belongs. */
const NO_TITLE = /^(?:untitled|microsoft word\b|document\d*$|.{0,80}\.(?:docx?|pdf|indd|dvi|tex|qxd)$)/i;

/**
 * What a PDF file says of itself where it is not compressed: document information, XMP, and an identifier beside them. The
 * text of compressed pages stays unread. Undefined where it says nothing that tells one work from another.
 */
export function readPdf(body: string, url: string): Work | undefined {
  const file = body.length > 2 * REACH ? `${body.slice(0, REACH)}\n${body.slice(-REACH)}` : body;
  const element = (name: string) =>
    new RegExp(`<${name}[^<>]*>\\s*(?:<rdf:(?:Alt|Seq|Bag)>\\s*<rdf:li[^<>]*>)?([^<]{1,1000})`, 'i')
      .exec(file)?.[1]
      ?.trim();
  const entry = (name: string) => {
    const literal = new RegExp(`/${name}\\s*\\(((?:\\\\.|[^\\\\()]){1,1000})\\)`).exec(file)?.[1];
    if (literal !== undefined) return literal.replace(/\\([()\\])/g, '$1');
    const digits = new RegExp(`/${name}\\s*<FEFF([0-9A-Fa-f]{4,4000})>`).exec(file)?.[1] ?? '';
    return (digits.match(/.{4}/g) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('');
  };
  const words = element('dc:title') || entry('Title') || '';
  const title = cleanInline(NO_TITLE.test(words) || words.includes('\ufffd') ? '' : words);
  const doi = element('prism:doi') ?? element('pdfx:doi') ?? '';
  const found = identifiersInText(file.slice(0, REACH))
    .slice(0, 1)
    .map(({ identifier }) => identifier);
  const names = element('dc:creator') || entry('Author') || '';
  const address = webAddress(url);
  if (!plainText(title) && !doi && found.length === 0) return undefined;
  const date = /\/CreationDate\s*\(D:(\d{4})/.exec(file)?.[1];
  return workFrom('linked-page', {
    type: 'document',
    kind: 'document',
    title,
    ids: [idFrom('doi', doi), ...found, idFrom('url', address ?? '')],
    authors: names.includes('\ufffd') ? [] : names.split(/;\s*|,\s+(?=\p{Lu}\p{L}+ )|\s+and\s+/u).map(nameFromText),
    issued: printedDate(date ?? ''),
    csl: { URL: address ?? '' },
    freeCopies: address ? [{ url: address, isPdf: true }] : [],
  });
}
