import { type Identifier, SCHEMES } from '../model/identifier';
import { plainText, type Section } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import type { HtmlPage } from './html';
import { type LinkedData, readLinkedData } from './linked-data';
import { authorsOf, pageTitle } from './page-names';
import { printedDate } from './printed-date';
import { idFrom, workFrom } from './record';
import { firstText, isoDateParts } from './shape';

/** What a page says of itself in its head: the first value under any of some names, and all values under the first name that has any. */
interface Head {
  one(...names: readonly string[]): string;
  all(...names: readonly string[]): readonly string[];
  has(name: string): boolean;
}

const headOf = ({ meta }: HtmlPage): Head => ({
  one: (...names) => firstText(...names.map((name) => meta.get(name)?.[0])),
  all: (...names) => names.map((name) => meta.get(name) ?? []).find(({ length }) => length > 0) ?? [],
  has: (name) => meta.has(name),
});

/**
 * What a web page says of the work that it is or describes: citation tags (Highwire, bepress), PRISM, Dublin Core, JSON-LD and
 * OpenGraph, in this order; then how its text begins. Undefined where it has not even a title.
 */
export function readPage(page: HtmlPage, url: string): Work | undefined {
  const head = headOf(page);
  const data = readLinkedData(page.linkedData, url);
  const container = cleanText(
    firstText(
      head.one(
        'citation_journal_title',
        'prism.publicationname',
        'citation_conference_title',
        'citation_inbook_title',
        'citation_book_title',
        'eprints.publication',
        'eprints.book_title',
      ),
      data.container,
      head.one('dcterms.ispartof', 'dc.source', 'dc.relation.ispartof').replace(/^https?:\S*$|^urn:\S*$/, ''),
      head.one('citation_conference', 'citation_series_title'),
    ),
  );
  const site = cleanText(firstText(head.one('og:site_name'), data.publisher));
  const title = cleanInline(pageTitle(page, head, data.title, site));
  if (!plainText(title)) return undefined;
  const type = typeOf(head, container, data.type);
  const address = webAddress(head.one('og:url', 'citation_public_url')) ?? webAddress(url);
  const pdf = webAddress(head.one('citation_pdf_url'));
  const isWeb = type === 'webpage' || type === 'article-newspaper';
  return workFrom('linked-page', {
    type,
    kind: kindOf({
      type,
      title: plainText(title),
      container,
      publicationTypes: head.all('citation_article_type', 'dc.type.articletype', 'wkhealth_toc_section').slice(0, 5),
    }),
    title,
    ids: [...identifiers(head, data), idFrom('url', address ?? '')],
    authors: authorsOf(
      head.all(
        'citation_author',
        'citation_authors',
        'bepress_citation_author',
        'eprints.creators_name',
        'dc.creator',
        'dc.contributor.author',
        'dcterms.creator',
      ),
      data.authors,
      head.all('author', 'article:author', 'parsely-author', 'sailthru.author'),
      site,
    ),
    issued: dateOf(
      head.one(
        'citation_publication_date',
        'citation_date',
        'citation_cover_date',
        'prism.publicationdate',
        'prism.coverdate',
        'bepress_citation_date',
        'citation_year',
        'eprints.date',
        'dcterms.issued',
        'dc.date.issued',
        'dc.date',
        'dcterms.date',
        'citation_online_date',
      ),
      data.published,
      head.one('article:published_time', 'dcterms.created', 'pubdate', 'date'),
    ),
    csl: {
      'container-title': container || (isWeb ? site : ''),
      volume: head.one('citation_volume', 'prism.volume') || data.volume,
      issue: head.one('citation_issue', 'prism.number') || data.issue,
      page: pagesOf(head) || data.pages,
      publisher: cleanText(
        firstText(
          head.one(
            'citation_publisher',
            'dc.publisher',
            'dcterms.publisher',
            'citation_technical_report_institution',
            'citation_dissertation_institution',
            'bepress_citation_dissertation_institution',
            'eprints.publisher',
            'eprints.institution',
          ),
          type === 'report' || type === 'book' ? data.publisher || site : '',
        ),
      ),
      language: head.one('citation_language', 'dc.language', 'dcterms.language'),
      ISSN: head.one('citation_issn', 'prism.issn', 'prism.eissn') || data.issn,
      URL: address ?? '',
    },
    abstract: abstractOf(page, [
      head.one('citation_abstract', 'eprints.abstract', 'dcterms.abstract', 'dc.description.abstract') || data.abstract,
      head.one('dc.description', 'dcterms.description') ||
        data.description ||
        head.one('description', 'og:description', 'twitter:description'),
    ]),
    freeCopies: pdf ? [{ url: pdf, isPdf: true }] : [],
  });
}

/** Identifiers that the page gives the work, in whatever name they stand: `dc.identifier` holds anything. */
function identifiers(head: Head, data: LinkedData): readonly (Identifier | undefined)[] {
  const dois = [
    'citation_doi',
    'prism.doi',
    'bepress_citation_doi',
    'dc.identifier.doi',
    'doi',
    'eprints.id_number',
    'eprints.doi',
    'dc.identifier',
    'dcterms.identifier',
    'rft_id',
  ];
  const doi = dois.flatMap((name) => head.all(name).map((value) => idFrom('doi', value))).find(Boolean);
  const found = [
    doi,
    idFrom('pmid', head.one('citation_pmid')),
    idFrom('pmcid', head.one('citation_pmcid')),
    idFrom('arxiv', head.one('citation_arxiv_id')),
    idFrom('isbn', head.one('citation_isbn', 'og:isbn', 'book:isbn', 'books:isbn')),
    ...data.ids.filter(({ scheme }) => scheme !== 'doi' || !doi),
  ];
  return found.sort((a, b) => SCHEMES.indexOf(a?.scheme ?? 'url') - SCHEMES.indexOf(b?.scheme ?? 'url'));
}

const DISSERTATION = [
  'citation_dissertation_institution',
  'citation_dissertation_name',
  'bepress_citation_dissertation_institution',
  'bepress_citation_dissertation_name',
];

function typeOf(head: Head, container: string, stated: string): string {
  const sort = head.one('eprints.type', 'dc.type', 'dcterms.type');
  if (DISSERTATION.some((name) => head.has(name)) || /\b(?:thesis|dissertation)\b/i.test(sort)) return 'thesis';
  // EPrints' word for reports and working papers.
  if (/^(?:monograph|(?:technical )?report)$/i.test(sort)) return 'report';
  if (head.has('citation_technical_report_institution')) return 'report';
  if (head.has('citation_conference_title') || head.has('citation_conference')) return 'paper-conference';
  if (head.has('citation_inbook_title') || head.has('citation_book_title')) return 'chapter';
  if (head.has('citation_isbn') && !head.has('citation_journal_title')) return 'book';
  if (head.has('citation_journal_title') || head.has('prism.publicationname')) return 'article-journal';
  if (head.has('citation_arxiv_id')) return 'article';
  if (stated) return stated;
  if (container) return 'article-journal';
  return /^book/i.test(head.one('og:type')) ? 'book' : 'webpage';
}

function pagesOf(head: Head): string {
  const [first, last] = [
    head.one('citation_firstpage', 'citation_first_page', 'prism.startingpage'),
    head.one('citation_lastpage', 'citation_last_page', 'prism.endingpage'),
  ];
  return first && last && first !== last ? `${first}-${last}` : first || head.one('citation_pages');
}

/** The first date that can be read: `2012/03/14`, `2012-3`, `20120314`, `14 March 2012`, `2012 Mar`, `2012`. Days of one sort alone (`03/14/2012`) give their year. */
function dateOf(...given: readonly string[]): number[] | undefined {
  for (const words of given) {
    const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(words);
    const iso = packed
      ? packed.slice(1).join('-')
      : words.replaceAll('/', '-').replace(/^(\d{4})\.(\d\d?)\.(\d\d?)$/, '$1-$2-$3');
    const date = isoDateParts(iso) ?? printedDate(words);
    // "0000-00-00" and the day on which computers begin to count stand for none.
    if (date && !(date[0] === 1970 && date[1] === 1 && date[2] === 1)) return date;
  }
  return undefined;
}

/** The page's own summary; where that is only a line, the first paragraphs of its text instead. */
function abstractOf(page: HtmlPage, [abstract = '', description = '']: readonly string[]): Section[] {
  if (abstract.length > 120) return cleanAbstract(abstract);
  const summary = cleanAbstract(abstract || description);
  if (description.length > 300) return summary;
  const opening = page.blocks.filter(({ tag, markup }) => tag === 'p' && isProse(cleanText(markup))).slice(0, 4);
  return opening.length ? cleanAbstract(opening.map(({ markup }) => `<p>${markup}</p>`).join('')) : summary;
}

/** Whether a paragraph is of the text, and not of what sites say to everybody. */
const isProse = (words: string): boolean =>
  words.length > 80 &&
  !/\b(?:cookies?\b.{0,80}\b(?:use|accept|consent|settings|experience)|(?:use|uses|accept)\b.{0,40}\bcookies?|javascript|your browser|subscri(?:be|ption)|sign(?:ed)? (?:in|up)|log(?:ged)? in|newsletter|all rights reserved|privacy policy|terms (?:of use|and conditions))\b/i.test(
    words,
  );
