import { canonicalIdentifier, identifierFromUrl, identifiersInText } from '../model/canonical';
import { type Identifier, sameIdentifier } from '../model/identifier';
import { type Inline, plainText } from '../model/rich-text';
import type { CslName, Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { nameFromText } from '../works/names';
import type { PdfFacts } from './pdf/facts';
import { UNKNOWN } from './pdf/font';
import { printedDate } from './printed-date';
import { idFrom, workFrom } from './record';

/** What programs and publishers put where a title belongs. */
const NO_TITLE =
  /^(?:untitled|microsoft (?:word|powerpoint)\b.*|powerpoint[- ]pr[eé]sentation|document ?\d*|no job name|(?:layout|slide|page|print|template|manuscript|article|title) ?\d*|pii:? ?\S+|(?:doi:? ?)?10\.\d{4,}\/\S+|https?:\S+|.{0,120}\.(?:docx?|pptx?|pdf|indd|dvi|tex|qxd|qxp|rtf|odt|p65|fm)|.{0,80}\b\d+ ?\.\. ?\d+|\S*[\d_.]\S*)$/i;

/** Signs of a page that has been read: fewer cannot say what does not stand on it. */
const READABLE = 200;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** The elements or attributes of a name in XMP, which is RDF. */
function inXmp(xmp: string, name: string): string[] {
  const element = new RegExp(`<${name}(?:\\s[^<>]*)?>([\\s\\S]{1,4000}?)</${name}>`, 'i').exec(xmp)?.[1];
  if (element === undefined) {
    const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')`, 'i').exec(xmp);
    return attribute ? [cleanText(attribute[1] ?? attribute[2] ?? '')] : [];
  }
  const items = [...element.matchAll(/<rdf:li(?:\s[^<>]*)?>([^<]{0,1000})/gi)].map(([, words]) => words!);
  return (items.length > 0 ? items : [element]).map((words) => cleanText(words)).filter(Boolean);
}

/**
 * What a PDF file says of itself: title, authors, journal and day from its document information and XMP so far as its first
 * page bears them out, and the identifier that it states or prints there as its own. Undefined where it says nothing that
 * tells one work from another.
 */
export function readPdf(facts: PdfFacts, url: string): Work | undefined {
  const { page = '', xmp = '' } = facts;
  const stated = (name: string) => inXmp(xmp, name)[0] ?? '';
  const read = wordsIn(page);
  const isReadable = read.join('').length >= READABLE;
  const title = titleOf([stated('dc:title'), facts.Title ?? ''], isReadable ? new Set(read) : undefined);
  const id = statedIdentifier(facts) ?? printedIdentifier(page, facts.links ?? '');
  const container = stated('prism:publicationName');
  const address = webAddress(url);
  if (!plainText(title) && !id) return undefined;
  const made = /^(?:D:)?(\d{4})/.exec(facts.CreationDate ?? '')?.[1];
  const published = stated('prism:publicationDate') || stated('prism:coverDate') || stated('prism:coverDisplayDate');
  const type = container || stated('prism:aggregationType') === 'journal' ? 'article-journal' : 'document';
  const [start, end] = [stated('prism:startingPage'), stated('prism:endingPage')];
  return workFrom('linked-page', {
    type,
    kind: kindOf({ type, title: plainText(title), container }),
    title,
    ids: [id, idFrom('url', address ?? '')],
    authors: authorsOf(inXmp(xmp, 'dc:creator'), facts.Author ?? '', isReadable ? folded(page) : undefined),
    // A file may have been made long after its text: that year counts only where the page prints it, too.
    issued: printedDate(published) ?? (made && page.includes(made) ? printedDate(made) : undefined),
    csl: {
      'container-title': container,
      volume: stated('prism:volume'),
      issue: stated('prism:number'),
      page: start && end ? `${start}-${end}` : start,
      ISSN: stated('prism:issn'),
      URL: address ?? '',
    },
    freeCopies: address ? [{ url: address, isPdf: true }] : [],
  });
}

/** The first title that can be one and, where the first page can be read, stands on it. */
function titleOf(given: readonly string[], read: ReadonlySet<string> | undefined): readonly Inline[] {
  for (const words of given) {
    const title = cleanInline(words);
    const plain = plainText(title);
    if (!plain || NO_TITLE.test(plain) || plain.includes(UNKNOWN)) continue;
    const own = wordsIn(plain);
    if (!read || own.filter((word) => read.has(word)).length >= own.length * 0.7) return title;
  }
  return [];
}

/** The names in XMP, else in the document information: of whoever made the file, unless they stand on its first page. */
function authorsOf(listed: readonly string[], line: string, page: string | undefined): (CslName | undefined)[] {
  const lines = listed.length > 0 ? listed : [line];
  return lines
    .flatMap((words) => words.split(/;\s*|,\s+(?=\p{Lu}\p{L}+ )|\s+(?:and|&)\s+/u))
    .filter((words) => !words.includes(UNKNOWN) && !words.includes('@') && /\p{L}\s+\p{L}/u.test(words))
    .map(nameFromText)
    .filter((name) => name && (!page || page.includes(folded(name.family ?? name.literal ?? ''))));
}

/** The one DOI that metadata and publishers' own marks give the file; undefined for none, or several. */
function statedIdentifier(facts: PdfFacts): Identifier | undefined {
  const xmp = ['prism:doi', 'pdfx:doi', 'crossmark:DOI', 'dc:identifier'].flatMap((name) =>
    inXmp(facts.xmp ?? '', name),
  );
  const mark = /^https?:\/\/crossmark\.crossref\.org\/\S*[?&]doi=([^&\s]+)/im.exec(facts.links ?? '')?.[1];
  const lines = [...xmp, facts.doi ?? '', decoded(mark ?? ''), facts.Subject ?? '', facts.Title ?? ''];
  for (const line of lines) {
    const whole = canonicalIdentifier('doi', line.trim());
    const found = whole ? [whole] : doisIn(line);
    if (found.length === 1) return found[0];
  }
  return undefined;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}

const doisIn = (text: string): Identifier[] => unique(identifiersInText(text).map(({ identifier }) => identifier));

const unique = (ids: readonly Identifier[]): Identifier[] =>
  ids.filter((id, i) => id.scheme === 'doi' && ids.findIndex((other) => sameIdentifier(id, other)) === i);

/** What arXiv stamps on the margin of its papers. */
const STAMP = /\barXiv:(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?\s+\[[a-z-]+(?:\.[A-Za-z-]+)?\]/;

/** Words before a DOI that make it that of something else than the page's own text. */
const OF_OTHERS =
  /\b(?:data|datasets?|deposit\w*|dryad|zenodo|figshare|osf|repositor\w+|registr\w+|protocols?|supplement\w*|errat\w+|corrig\w+|corrections?|retract\w+|comment(?:ary|s)? (?:on|to)|repl(?:y|ies)|respon(?:se|d\w*)|preprint|previous(?:ly)?|original(?:ly)?|see|cf|refers?|references?|adapted|reproduced|software|code|package|translat\w+)\b[^\n]{0,90}$/i;

/** Where a page prints its own DOI: in its head or foot, which are drawn first or last. Signs. */
const [HEAD, FOOT] = [2500, 1200];

/** The arXiv number stamped on a page, or the only DOI in its head or foot, unless words before it say that it is another's. */
function printedIdentifier(page: string, links: string): Identifier | undefined {
  const stamped = STAMP.exec(page)?.[1];
  if (stamped) return idFrom('arxiv', stamped);
  const linked = links.split('\n').flatMap((link) => identifierFromUrl(link) ?? []);
  const printed = identifiersInText(page).filter(({ identifier }) => identifier.scheme === 'doi');
  const whole = printed.map(({ identifier, start, end }) => {
    const isOwn =
      (start < HEAD || start > page.length - FOOT) && !OF_OTHERS.test(page.slice(Math.max(0, start - 120), start));
    return { isOwn, id: isBroken(page, end) ? wholeOf(identifier, linked) : identifier };
  });
  const [only, ...others] = unique(whole.flatMap(({ id }) => id ?? []));
  // One that is cut off may be any: nothing is told of it.
  if (!only || others.length > 0 || whole.some(({ id }) => !id)) return undefined;
  return whole.every(({ isOwn }) => isOwn) ? only : undefined;
}

/** Whether a DOI ends where a line was broken inside it, or at a sign that could not be read. */
const isBroken = (page: string, end: number): boolean =>
  page.startsWith(UNKNOWN, end) ||
  /^(?:[/_=-]+\n|\.\n[\da-z])/.test(page.slice(end, end + 6)) ||
  /[/_-]\n/.test(page.slice(end - 1, end + 1));

/** The DOI of a link that goes on where a printed one was cut off; undefined where there is not exactly one. */
function wholeOf(cut: Identifier, linked: readonly Identifier[]): Identifier | undefined {
  const longer = unique(linked.filter(({ scheme, value }) => scheme === 'doi' && value.startsWith(cut.value)));
  return longer.length === 1 ? longer[0] : undefined;
}
