import type { Answer, Asked, World } from '../../scripts/lib/world.mjs';
import { json } from '../../scripts/lib/world.mjs';

/** A work that nobody ever wrote, as each of the three services would know it. */
export interface InventedWork {
  readonly doi: string;
  readonly title: string;
  readonly journal: string;
  readonly year: number;
  readonly authors: readonly (readonly [family: string, given: string])[];
  /** Sections of the abstract; the heading may be empty. Only Europe PMC has headings. */
  readonly abstract: readonly (readonly [heading: string, text: string])[];
  /** Publication types as Europe PMC gives them. */
  readonly types: readonly string[];
  readonly freeCopy?: string;
}

export const TRIAL: InventedWork = {
  doi: '10.5555/lamp.2012.1',
  title: 'White lamps and the sleep of gulls: a trial in forty harbours',
  journal: 'Annals of Harbour Birds',
  year: 2012,
  authors: [
    ['Tarn', 'Ada'],
    ['Weld', 'Ben'],
    ['Quill', 'Cora'],
    ['Moss', 'Dan'],
  ],
  abstract: [
    ['Background', 'Lamps on quays have become brighter. Whether gulls mind is not known.'],
    [
      'Methods',
      'Forty harbours were given white or amber lamps by the toss of a coin, and sleepers were counted by night.',
    ],
    [
      'Results',
      'Under white lamps gulls lost two hours of sleep a night. Under amber lamps they lost a quarter of an hour.',
    ],
    ['Conclusions', 'Amber lamps are kinder to gulls than white ones.'],
  ],
  types: ['Randomized Controlled Trial', 'Journal Article'],
  freeCopy: 'https://archive.example/lamp-2012.pdf',
};

export const REVIEW: InventedWork = {
  doi: '10.5555/lamp.2014.2',
  title: 'Terns and lamps: a systematic review',
  journal: 'Reviews of the Shore',
  year: 2014,
  authors: [
    ['Orrin', 'Eve'],
    ['Vale', 'Finn'],
  ],
  abstract: [
    ['', 'Eleven studies of terns near lamps were read. All but one found that terns sleep less where quays are lit.'],
  ],
  types: ['Systematic Review', 'Journal Article'],
};

const WORKS = [TRIAL, REVIEW];

/** The services that Ibid asks, at the host names where it asks them. */
export const SERVICES = {
  Crossref: 'api.crossref.org',
  OpenAlex: 'api.openalex.org',
  'Europe PMC': 'www.ebi.ac.uk',
} as const;
export type Service = keyof typeof SERVICES;

const crossref = (work: InventedWork) => ({
  status: 'ok',
  'message-type': 'work',
  'message-version': '1.0.0',
  message: {
    DOI: work.doi,
    type: 'journal-article',
    title: [work.title],
    'container-title': [work.journal],
    author: work.authors.map(([family, given], index) => ({
      family,
      given,
      sequence: index === 0 ? 'first' : 'additional',
      affiliation: [],
    })),
    issued: { 'date-parts': [[work.year, 3]] },
    volume: '12',
    issue: '3',
    page: '131-137',
    publisher: 'Harbour Press',
    URL: `https://doi.org/${work.doi}`,
    relation: {},
    'is-referenced-by-count': 7,
  },
});

const openalex = (work: InventedWork) => {
  const words = work.abstract
    .map(([, text]) => text)
    .join(' ')
    .split(' ');
  const index: Record<string, number[]> = {};
  for (const [at, word] of words.entries()) index[word] = [...(index[word] ?? []), at];
  const location = work.freeCopy
    ? {
        is_oa: true,
        landing_page_url: work.freeCopy,
        pdf_url: work.freeCopy,
        license: 'cc-by',
        version: 'publishedVersion',
        source: null,
      }
    : null;
  return {
    id: `https://openalex.org/W90000${work.year}`,
    doi: `https://doi.org/${work.doi}`,
    title: work.title,
    display_name: work.title,
    publication_year: work.year,
    publication_date: `${work.year}-03-01`,
    ids: { openalex: `https://openalex.org/W90000${work.year}`, doi: `https://doi.org/${work.doi}` },
    type: 'article',
    authorships: work.authors.map(([family, given]) => ({
      author: { display_name: `${given} ${family}` },
      raw_author_name: `${given} ${family}`,
      institutions: [],
    })),
    primary_location: { source: { display_name: work.journal, type: 'journal' } },
    open_access: {
      is_oa: Boolean(work.freeCopy),
      oa_status: work.freeCopy ? 'gold' : 'closed',
      oa_url: work.freeCopy ?? null,
    },
    best_oa_location: location,
    biblio: { volume: '12', issue: '3', first_page: null, last_page: null },
    cited_by_count: 9,
    is_retracted: false,
    abstract_inverted_index: index,
    related_works: [],
  };
};

const europePmc = (work: InventedWork | undefined) => ({
  version: '6.9',
  hitCount: work ? 1 : 0,
  request: {},
  resultList: {
    result: work
      ? [
          {
            id: `9000${work.year}`,
            source: 'MED',
            pmid: `9000${work.year}`,
            doi: work.doi,
            title: `${work.title}.`,
            authorString: work.authors.map(([family, given]) => `${family} ${given[0]}`).join(', '),
            authorList: {
              author: work.authors.map(([lastName, firstName]) => ({
                fullName: `${lastName} ${firstName[0]}`,
                firstName,
                lastName,
                initials: firstName[0],
              })),
            },
            journalInfo: {
              issue: '3',
              volume: '12',
              yearOfPublication: work.year,
              journal: { title: work.journal, medlineAbbreviation: 'Ann Harb Birds' },
            },
            pubYear: String(work.year),
            abstractText: work.abstract
              .map(([heading, text]) => (heading ? `<h4>${heading}</h4>${text}` : text))
              .join(''),
            pubTypeList: { pubType: work.types },
            isOpenAccess: 'N',
            citedByCount: 5,
          },
        ]
      : [],
  },
});

/** The work whose DOI stands anywhere in the address asked, however it is encoded. */
const askedFor = (asked: Asked) => {
  const address = decodeURIComponent(asked.path).toLowerCase();
  return WORKS.find((work) => address.includes(work.doi));
};

const NOT_FOUND: Answer = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Resource not found.' };

/** How each service answers when it is well. */
export const WELL: Record<Service, (asked: Asked) => Answer> = {
  Crossref: (asked) => {
    const work = askedFor(asked);
    return work ? json(crossref(work)) : NOT_FOUND;
  },
  OpenAlex: (asked) => {
    const work = askedFor(asked);
    if (asked.url.searchParams.has('filter'))
      return json({ meta: { count: work ? 1 : 0 }, results: work ? [openalex(work)] : [] });
    return work
      ? json(openalex(work))
      : { ...NOT_FOUND, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>404 Not Found</title>' };
  },
  'Europe PMC': (asked) => json(europePmc(askedFor(asked))),
};

/** Crossref's answer for a work, to be damaged by a test. */
export const crossrefAnswer = crossref;

/** Lets all three services answer in the world, well until a test says otherwise with `world.handle`. */
export function serveAll(world: World): void {
  for (const [service, host] of Object.entries(SERVICES)) world.handle(host, WELL[service as Service]);
}
