import { type Result, success } from '../model/failure';
import type { Scheme } from '../model/identifier';
import { plainText } from '../model/rich-text';
import type { FreeCopy, Notice, Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { kindOf } from '../works/kind';
import { nameFromText } from '../works/names';
import { isNoticeTitle } from '../works/notice-titles';
import { MOST_RELATED } from '../works/relations';
import { readObject } from './answer';
import { filterValues } from './filter-values';
import { wordsOfIndex } from './inverted-index';
import { oaCopies } from './oa-copies';
import { idFrom, readEach, relationFrom, workFrom } from './record';
import { count, dateParts, firstText, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  review: 'article-journal',
  letter: 'article-journal',
  editorial: 'article-journal',
  erratum: 'article-journal',
  retraction: 'article-journal',
  'case-report': 'article-journal',
  'data-paper': 'article-journal',
  'book-review': 'article-journal',
  preprint: 'article',
  'conference-paper': 'paper-conference',
  'conference-abstract': 'paper-conference',
  book: 'book',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  report: 'report',
  dissertation: 'thesis',
  dataset: 'dataset',
  software: 'software',
  'peer-review': 'review',
  standard: 'standard',
};

/** How OpenAlex writes each scheme in an address; arXiv's works are filed under their DataCite DOIs. */
const FORMS: Partial<Record<Scheme, (value: string) => string>> = {
  doi: (value) => `doi:${value}`,
  pmid: (value) => `pmid:${value}`,
  pmcid: (value) => `pmcid:${value}`,
  arxiv: (value) => `doi:10.48550/arxiv.${value}`,
  openalex: (value) => value,
};

/** OpenAlex: an open catalogue of works of every field, with free copies, citation counts and retractions. */
export const openalex: Source = {
  id: 'openalex',
  label: 'OpenAlex',
  docs: 'https://developers.openalex.org/api-reference/works/get-a-single-work',
  origins: ['https://api.openalex.org'],
  limit: {
    requestsPerSecond: 5,
    concurrent: 2,
    stated:
      'https://developers.openalex.org allows 100 a second, and single records cost nothing; recorded answers refuse more than a few, so this is our own restraint.',
  },
  answers: ['doi', 'openalex', 'pmid', 'pmcid', 'arxiv'],
  keyHeader: 'authorization',
  // The polite pool was retired in 2026: the reader's address would buy nothing here, so it is not sent.
  request({ identifier: { scheme, value } }) {
    const path = (FORMS[scheme]?.(value) ?? value).split('/').map(encodeURIComponent).join('/');
    return { url: `https://api.openalex.org/works/${path.replace('%3A', ':')}`, accept: 'application/json' };
  },
  // One filter takes one scheme: related works are known by OpenAlex's own numbers, others by DOI. Both filters are among the
  // fields of works in OpenAlex's own source (github.com/ourresearch/openalex-elastic-api, works/fields.py).
  several(ids) {
    const scheme = ids.some((id) => id.scheme === 'openalex') ? 'openalex' : 'doi';
    const values = filterValues(ids.filter((id) => id.scheme === scheme).map(({ value }) => value));
    return {
      url: `https://api.openalex.org/works?filter=${scheme === 'openalex' ? 'ids.openalex' : 'doi'}:${values.join('%7C')}&per_page=25`,
      accept: 'application/json',
    };
  },
  parse(answer) {
    const json = read(answer);
    return json.ok ? success(json.value && readRecord(json.value)) : json;
  },
  parseList(answer) {
    const json = read(answer);
    if (!json.ok) return json;
    return success(readEach(json.value?.results, readRecord));
  },
};

const read = (answer: Answer): Result<Shape | undefined> =>
  readObject(
    'openalex',
    'OpenAlex',
    answer,
    (body) => firstText(body.id, body.doi) !== '' || Array.isArray(body.results),
  );

function readRecord(item: Shape): Work | undefined {
  const place = shape(item.primary_location);
  // Records of before 2023, still met in caches, have `host_venue`.
  const venue = shape(place.source ?? item.host_venue);
  const kindName = text(item.type);
  const isConference = text(item.type_crossref) === 'proceedings-article' || text(venue.type) === 'conference';
  const plain = TYPES[kindName] ?? 'document';
  const type = plain === 'article-journal' && isConference ? 'paper-conference' : plain;
  const title = cleanInline(firstText(item.title, item.display_name));
  const ids = shape(item.ids);
  const biblio = shape(item.biblio);
  const container = cleanText(firstText(venue.display_name, place.raw_source_name));
  const kind = kindOf({ type, publicationTypes: [kindName], title: plainText(title), container });
  // OpenAlex counts many a retraction's own notice as retracted; the notice stands.
  const isItsNotice = isNoticeTitle(plainText(title), type);
  return workFrom('openalex', {
    type,
    kind,
    title,
    ids: [
      idFrom('doi', firstText(item.doi, ids.doi)),
      idFrom('pmid', lastPart(ids.pmid)),
      idFrom('pmcid', lastPart(ids.pmcid).replace(/^(?=\d)/, 'PMC')),
      arxivId(item),
      idFrom('openalex', lastPart(firstText(item.id, ids.openalex))),
    ],
    authors: list(item.authorships).map((authorship) =>
      nameFromText(firstText(shape(shape(authorship).author).display_name, shape(authorship).raw_author_name)),
    ),
    issued: isoDateParts(item.publication_date) ?? dateParts([item.publication_year]),
    csl: {
      'container-title': container,
      volume: text(biblio.volume),
      issue: text(biblio.issue),
      page: pages(text(biblio.first_page), text(biblio.last_page)),
      publisher: cleanText(firstText(venue.host_organization_name, venue.publisher)),
      language: text(item.language),
      ISSN: firstText(venue.issn_l, ...list(venue.issn)),
    },
    abstract: cleanAbstract(wordsOfIndex(item.abstract_inverted_index)),
    ignoresTitle: typeof item.is_retracted === 'boolean',
    notices: [item.is_retracted === true && !isItsNotice ? RETRACTED : undefined],
    freeCopies: freeCopies(item),
    related: related(item),
    citedBy: count(item.cited_by_count),
  });
}

/** What OpenAlex counts as like it, by subjects in common, then what it cites. */
const related = (item: Shape) =>
  (['similar', 'cites'] as const).flatMap((words) =>
    list(words === 'similar' ? item.related_works : item.referenced_works)
      .slice(0, MOST_RELATED)
      .map((address) => relationFrom('openalex', words, idFrom('openalex', lastPart(address)))),
  );

const RETRACTED: Notice = { kind: 'retraction', source: 'openalex' };

/** The name at the end of an address ("https://pubmed.ncbi.nlm.nih.gov/17435989"). */
const lastPart = (value: unknown): string => text(value).replace(/\/$/, '').split('/').at(-1) ?? '';

/** arXiv's number, from its DOI or from a location there. */
function arxivId(item: Shape) {
  const addresses = [text(item.doi), ...list(item.locations).map((place) => text(shape(place).landing_page_url))];
  for (const address of addresses) {
    const found = /(?:10\.48550\/arxiv\.|arxiv\.org\/abs\/)([^?#]+)$/i.exec(address)?.[1];
    if (found) return idFrom('arxiv', found);
  }
  return undefined;
}

const pages = (first: string, last: string): string => (first && last && first !== last ? `${first}-${last}` : first);

/** Its best location first, which stands in for Unpaywall. */
const freeCopies = (item: Shape): FreeCopy[] =>
  [item.best_oa_location, ...list(item.locations), { is_oa: true, landing_page_url: shape(item.open_access).oa_url }]
    .map(shape)
    .filter((place) => place.is_oa === true)
    .flatMap((place) => oaCopies(place, place.landing_page_url, place.pdf_url));
