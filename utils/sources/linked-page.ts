import { failed, type Result, success } from '../model/failure';
import { plainText, type Section } from '../model/rich-text';
import type { CslName, Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { nameFromText } from '../works/names';
import { readBody } from './answer';
import { isGate } from './gate';
import { type HtmlPage, readHtml } from './html';
import { readPdf } from './pdf';
import { readFacts, unpackFacts } from './pdf/facts';
import { printedDate } from './printed-date';
import { idFrom, workFrom } from './record';
import { firstText, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';

/** How a PDF file begins, if not with a few bytes of something else. */
const PDF = /(?:^|[\r\n])%PDF/;

/** The linked page itself, where the reader lets Ibid look at it: what it says of itself, then how it begins. */
export const linkedPage: Source = {
  id: 'linked-page',
  label: 'The linked page',
  docs: 'https://scholar.google.com/intl/en/scholar/inclusion.html#indexing',
  origins: ['https://*'],
  limit: { requestsPerSecond: 1, concurrent: 2, stated: 'None can be known; this is our own restraint.' },
  answers: ['url'],
  // Any site may be at the other end of a link, and learns that it was opened.
  isOptional: true,
  fills: 'abstract',
  covers: ({ value }) => isPublic(value),
  request: ({ identifier }) => ({
    url: identifier.value,
    accept: 'text/html,application/pdf;q=0.9',
    keepsBytes: true,
  }),
  async unpack(answer, inflate) {
    const { bytes, ...rest } = answer;
    if (!bytes || !PDF.test(answer.body.slice(0, 1024))) return rest;
    return { ...rest, body: '%PDF', facts: await unpackFacts(bytes, inflate) };
  },
  parse(answer) {
    const body = readBody('linked-page', 'The linked page', answer);
    if (!body.ok || body.value === undefined) return body as Result<undefined>;
    if (PDF.test(body.value.slice(0, 1024))) return success(readPdf(answer.facts ?? readFacts(body.value), answer.url));
    if (!/html/.test(answer.contentType) && !/^\s*<(?:!doctype html|html|head|meta)/i.test(body.value))
      return fail(answer, 'The linked page is no web page.');
    const page = readHtml(body.value);
    return isGate(page) ? fail(answer, 'The linked page is closed to us.') : success(readPage(page, answer.url));
  },
};

const fail = (answer: Answer, message: string) =>
  failed('format', 'linked-page.parse', message, { source: 'linked-page', url: answer.url });

/** Whether an address is on the open web: nothing in the reader's own network is ever asked. */
function isPublic(address: string): boolean {
  try {
    const { protocol, hostname, port, username } = new URL(address);
    return (
      protocol === 'https:' &&
      !port &&
      !username &&
      /\.[a-z][a-z0-9-]+\.?$/i.test(hostname) &&
      !/\.(?:local|localhost|internal|intranet|lan|home|arpa|corp|test|invalid)\.?$/i.test(hostname)
    );
  } catch {
    return false;
  }
}

const SCHOLARLY = /article|report|thesis|book|chapter|dataset|posting|creativework|webpage/i;

function readPage(page: HtmlPage, url: string): Work | undefined {
  const meta = (...names: readonly string[]) => firstText(...names.map((name) => page.meta.get(name)?.[0]));
  const all = (...names: readonly string[]) =>
    names.map((name) => page.meta.get(name) ?? []).find(({ length }) => length) ?? [];
  const data = page.linkedData.find((item) => SCHOLARLY.test(list(item['@type']).map(text).join(' '))) ?? {};
  const container = cleanText(
    firstText(
      meta('citation_journal_title', 'prism.publicationname', 'citation_conference_title'),
      shape(data.isPartOf).name,
    ),
  );
  const heading = page.blocks.find(({ tag }) => tag === 'h1')?.markup;
  const title = cleanInline(
    firstText(
      meta('citation_title', 'dc.title', 'dcterms.title'),
      data.headline,
      data.name,
      meta('og:title'),
      heading,
      page.title,
    ),
  );
  const site = cleanText(firstText(meta('og:site_name'), shape(data.publisher).name));
  const type = typeOf(page, container, firstText(...list(data['@type'])));
  const address = webAddress(meta('og:url', 'citation_public_url')) ?? webAddress(url);
  const pdf = webAddress(meta('citation_pdf_url'));
  if (!plainText(title)) return undefined;
  return workFrom('linked-page', {
    type,
    kind: kindOf({ type, title: plainText(title), container }),
    title,
    ids: [
      idFrom('doi', meta('citation_doi', 'prism.doi', 'dc.identifier', 'dc.identifier.doi', 'bepress_citation_doi')),
      idFrom('pmid', meta('citation_pmid')),
      idFrom('arxiv', meta('citation_arxiv_id')),
      idFrom('isbn', meta('citation_isbn', 'og:isbn', 'book:isbn')),
      idFrom('url', address ?? ''),
    ],
    authors: authorsOf(
      all('citation_author', 'bepress_citation_author', 'dc.creator', 'dcterms.creator', 'author'),
      data,
    ),
    issued:
      dateOf(
        meta(
          'citation_publication_date',
          'citation_date',
          'prism.publicationdate',
          'dc.date',
          'dcterms.date',
          'dcterms.issued',
          'citation_online_date',
          'article:published_time',
        ),
      ) ?? dateOf(text(data.datePublished)),
    csl: {
      'container-title': container || (type === 'webpage' || type === 'article-newspaper' ? site : ''),
      volume: meta('citation_volume', 'prism.volume'),
      issue: meta('citation_issue', 'prism.number'),
      page: [meta('citation_firstpage', 'prism.startingpage'), meta('citation_lastpage', 'prism.endingpage')]
        .filter(Boolean)
        .join('-'),
      publisher: cleanText(
        meta(
          'citation_publisher',
          'dc.publisher',
          'citation_technical_report_institution',
          'citation_dissertation_institution',
        ),
      ),
      language: meta('citation_language', 'dc.language'),
      ISSN: meta('citation_issn', 'prism.issn'),
      URL: address ?? '',
    },
    abstract: abstractOf(
      page,
      meta('citation_abstract', 'dcterms.abstract', 'dc.description', 'description', 'og:description'),
    ),
    freeCopies: pdf ? [{ url: pdf, isPdf: true }] : [],
  });
}

function typeOf(page: HtmlPage, container: string, stated: string): string {
  if (page.meta.has('citation_dissertation_institution')) return 'thesis';
  if (page.meta.has('citation_technical_report_institution') || /report/i.test(stated)) return 'report';
  if (page.meta.has('citation_conference_title')) return 'paper-conference';
  if (page.meta.has('citation_isbn')) return page.meta.has('citation_inbook_title') ? 'chapter' : 'book';
  if (container) return 'article-journal';
  if (page.meta.has('citation_arxiv_id')) return 'article';
  return /newsarticle/i.test(stated) ? 'article-newspaper' : 'webpage';
}

function authorsOf(names: readonly string[], data: Shape): (CslName | undefined)[] {
  const stated = names.length ? names : list(data.author).map((author) => firstText(shape(author).name, author));
  // Some sites put all authors into one element.
  const single = stated.length === 1 ? (stated[0] ?? '').split(/;\s*/) : stated;
  return single.filter((name) => !/^https?:/.test(name)).map(nameFromText);
}

const dateOf = (words: string): number[] | undefined => isoDateParts(words.replaceAll('/', '-')) ?? printedDate(words);

/** The page's own summary; where that is only a line, the first paragraphs of its text instead. */
function abstractOf(page: HtmlPage, stated: string): Section[] {
  const summary = cleanAbstract(stated);
  if (stated.length > 300) return summary;
  const opening = page.blocks.filter(({ tag, markup }) => tag === 'p' && cleanText(markup).length > 80).slice(0, 4);
  return opening.length ? cleanAbstract(opening.map(({ markup }) => `<p>${markup}</p>`).join('')) : summary;
}
