// What Crossref, OpenAlex and Europe PMC would answer about the works of demo/works.json, in the shapes of their services,
// so that the demo can be seen without a network. Facts are stated once, there; only their arrangement is here.
import { readFileSync } from 'node:fs';

/** @typedef {{ key: string, doi: string, title: string, authors: string, issued: string, journal: string, publisher: string, types: string[], summary: [string, string][], pmid?: string, pmcid?: string, arxiv?: string, agency?: string, short?: string, volume?: string, issue?: string, page?: string, free?: string, licence?: string, retraction?: { doi: string, date: string, reference: string }, summaryIn?: string[] }} Fact */
/** @typedef {{ status?: number, headers: Record<string, string>, body: string }} Answer */

/** @type {{ lead: string, works: Fact[] }} */
const { lead, works } = JSON.parse(readFileSync(new URL('../demo/works.json', import.meta.url), 'utf8'));

/** Number of works the stored answers know. */
export const workCount = works.length;

const answer = (value) => ({
  headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
  body: JSON.stringify(value),
});
const says = (fact, service) =>
  fact.summary.length > 0 && (fact.summaryIn ?? ['openalex', 'europe-pmc']).includes(service);
const dateParts = (iso) => ({ 'date-parts': [iso.split('-').map(Number)] });
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const byDoi = (doi) => works.find((fact) => fact.doi === doi.toLowerCase());
const byPmid = (pmid) => works.find((fact) => fact.pmid === pmid);
const byPmcid = (pmcid) => works.find((fact) => fact.pmcid === `PMC${pmcid.replace(/^pmc/i, '')}`);

/** Names as `{ family, given }`, or `{ name }` for a group: what has no comma. */
function names(fact) {
  return fact.authors.split('; ').map((printed) => {
    const [family, given] = printed.split(', ');
    return given ? { family, given } : { name: family };
  });
}

function crossrefRecord(fact) {
  const abstract = fact.summary
    .map(([heading, text]) =>
      heading
        ? `<jats:sec><jats:title>${escaped(heading)}</jats:title><jats:p>${escaped(text)}</jats:p></jats:sec>`
        : `<jats:p>${escaped(text)}</jats:p>`,
    )
    .join('');
  return {
    DOI: fact.doi,
    URL: `https://doi.org/${fact.doi}`,
    type: 'journal-article',
    source: 'Crossref',
    prefix: fact.doi.split('/')[0],
    publisher: fact.publisher,
    title: [escaped(fact.title)],
    subtitle: [],
    'container-title': [escaped(fact.journal)],
    'short-container-title': fact.short ? [escaped(fact.short)] : [],
    author: names(fact).map((name, index) => ({
      ...name,
      sequence: index === 0 ? 'first' : 'additional',
      affiliation: [],
    })),
    issued: dateParts(fact.issued),
    published: dateParts(fact.issued),
    ...(fact.volume && { volume: fact.volume }),
    ...(fact.issue && { issue: fact.issue }),
    ...(fact.page && { page: fact.page }),
    ...(fact.retraction && {
      'updated-by': [
        {
          DOI: fact.retraction.doi,
          type: 'retraction',
          label: 'Retraction',
          source: 'publisher',
          updated: {
            ...dateParts(fact.retraction.date),
            'date-time': `${fact.retraction.date}T00:00:00Z`,
            timestamp: Date.parse(fact.retraction.date),
          },
        },
      ],
    }),
    ...(says(fact, 'crossref') && {
      abstract: `<jats:title>Abstract</jats:title><jats:p>${escaped(lead)}</jats:p>${abstract}`,
    }),
    relation: {},
  };
}

/** @param {URL} url @returns {Answer} */
function crossref(url) {
  const doi = /^\/(?:v1\/)?works\/(.+)$/.exec(url.pathname)?.[1];
  const fact = doi && byDoi(decodeURIComponent(doi));
  if (!fact || fact.agency)
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Resource not found.' };
  return answer({ status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message: crossrefRecord(fact) });
}

/** A text as OpenAlex gives it: every word with the places where it stands. */
function invertedIndex(text) {
  const places = new Map();
  text.split(/\s+/).forEach((word, place) => {
    places.set(word, [...(places.get(word) ?? []), place]);
  });
  return Object.fromEntries(places);
}

function openAlexRecord(fact) {
  const [first, last] = (fact.page ?? '').split('-');
  const url = `https://doi.org/${fact.doi}`;
  const location = {
    is_oa: Boolean(fact.free),
    landing_page_url: fact.free ?? url,
    pdf_url: null,
    license: fact.licence ?? null,
    version: fact.agency ? 'submittedVersion' : 'publishedVersion',
    source: { display_name: fact.journal, type: fact.agency ? 'repository' : 'journal' },
  };
  const isReview = fact.types.some((type) => /review|meta-analysis/i.test(type));
  const summary = fact.summary.map(([heading, text]) => (heading ? `${heading}: ${text}` : text)).join(' ');
  return {
    // Invented, as no number of OpenAlex's starts with a zero.
    id: `https://openalex.org/W0${works.indexOf(fact) + 1}`,
    doi: url,
    title: fact.title,
    display_name: fact.title,
    publication_year: Number(fact.issued.slice(0, 4)),
    publication_date: `${fact.issued}-01-01`.slice(0, 10),
    ids: {
      doi: url,
      ...(fact.pmid && { pmid: `https://pubmed.ncbi.nlm.nih.gov/${fact.pmid}` }),
      ...(fact.pmcid && { pmcid: `https://www.ncbi.nlm.nih.gov/pmc/articles/${fact.pmcid.slice(3)}` }),
    },
    language: 'en',
    type: fact.agency ? 'preprint' : isReview ? 'review' : 'article',
    primary_location: location,
    best_oa_location: fact.free ? location : null,
    open_access: { is_oa: Boolean(fact.free), oa_status: fact.free ? 'gold' : 'closed', oa_url: fact.free ?? null },
    authorships: names(fact).map((name) => {
      const display = name.name ?? `${name.given} ${name.family}`;
      return { author: { id: null, display_name: display, orcid: null }, raw_author_name: display, institutions: [] };
    }),
    biblio: {
      volume: fact.volume ?? null,
      issue: fact.issue ?? null,
      first_page: first || null,
      last_page: last ?? (first || null),
    },
    is_retracted: Boolean(fact.retraction),
    is_paratext: false,
    related_works: [],
    referenced_works: [],
    abstract_inverted_index: says(fact, 'openalex') ? invertedIndex(`${lead} ${summary}`) : null,
  };
}

/** The work an OpenAlex address or filter value names. */
function openAlexFact(scheme, value) {
  if (/^pmcid/i.test(scheme)) return byPmcid(value);
  return /^pmid/i.test(scheme) ? byPmid(value) : byDoi(value);
}

/** @param {URL} url @returns {Answer} */
function openAlex(url) {
  const filter = /^(doi|pmid|pmcid):(.+)$/i.exec(url.searchParams.get('filter') ?? '');
  if (filter) {
    const values = filter[2].split('|').map((value) => value.replace(/^https?:\/\/doi\.org\//i, ''));
    const results = values.flatMap((value) => openAlexFact(filter[1], value) ?? []).map(openAlexRecord);
    return answer({ meta: { count: results.length, page: 1, per_page: 25 }, results, group_by: [] });
  }
  const asked = decodeURIComponent(/^\/works\/(.+)$/.exec(url.pathname)?.[1] ?? '');
  const named = /^(?:https?:\/\/)?(doi\.org\/|doi:|pmid:|pmcid:)(.+)$/i.exec(asked);
  const fact = named && openAlexFact(named[1], named[2]);
  if (!fact) {
    const body = '<!doctype html><title>404 Not Found</title><h1>Not Found</h1>';
    return { status: 404, headers: { 'content-type': 'text/html' }, body };
  }
  return answer(openAlexRecord(fact));
}

const initials = (given) => given.replace(/[^\p{Lu}]/gu, '');

function europePmcRecord(fact, isCore) {
  const printed = names(fact).map((name) => name.name ?? `${name.family} ${initials(name.given)}`);
  const [year, month = '1'] = fact.issued.split('-');
  const abstract = fact.summary
    .map(([heading, text]) => (heading ? `<h4>${escaped(heading)}</h4>${escaped(text)}` : escaped(text)))
    .join(' ');
  return {
    id: fact.pmid ?? fact.pmcid,
    source: fact.pmid ? 'MED' : 'PMC',
    ...(fact.pmid && { pmid: fact.pmid }),
    ...(fact.pmcid && { pmcid: fact.pmcid }),
    doi: fact.doi,
    title: `${fact.title.replace(/\.$/, '')}.`,
    authorString: `${printed.join(', ')}.`,
    pubYear: year,
    ...(fact.page && { pageInfo: fact.page }),
    isOpenAccess: fact.licence ? 'Y' : 'N',
    inEPMC: fact.pmcid ? 'Y' : 'N',
    inPMC: fact.pmcid ? 'Y' : 'N',
    firstPublicationDate: `${fact.issued}-01-01`.slice(0, 10),
    ...(isCore
      ? {
          authorList: {
            author: names(fact).map((name, index) =>
              name.name
                ? { collectiveName: name.name }
                : {
                    fullName: printed[index],
                    firstName: name.given,
                    lastName: name.family,
                    initials: initials(name.given),
                  },
            ),
          },
          journalInfo: {
            ...(fact.issue && { issue: fact.issue }),
            ...(fact.volume && { volume: fact.volume }),
            monthOfPublication: Number(month),
            yearOfPublication: Number(year),
            journal: {
              title: fact.journal,
              medlineAbbreviation: fact.short ?? fact.journal,
              isoabbreviation: fact.short ?? fact.journal,
            },
          },
          pubTypeList: { pubType: fact.types },
          language: 'eng',
          ...(fact.licence && { license: fact.licence.replace('-', ' ') }),
          ...(fact.pmcid && {
            fullTextUrlList: {
              fullTextUrl: [
                {
                  availability: 'Free',
                  availabilityCode: 'F',
                  documentStyle: 'html',
                  site: 'Europe_PMC',
                  url: `https://europepmc.org/articles/${fact.pmcid}`,
                },
              ],
            },
          }),
          ...(fact.retraction && {
            commentCorrectionList: {
              commentCorrection: [
                { source: 'MED', reference: fact.retraction.reference, type: 'Retraction in', orderIn: 1 },
              ],
            },
          }),
          ...(says(fact, 'europe-pmc') && { abstractText: `${escaped(lead)} ${abstract}` }),
        }
      : { journalTitle: fact.short ?? fact.journal, pubType: fact.types.join('; ').toLowerCase() }),
  };
}

/** @param {URL} url @returns {Answer} */
function europePmc(url) {
  if (!url.pathname.endsWith('/search')) return { status: 404, headers: { 'content-type': 'text/plain' }, body: '' };
  const query = url.searchParams.get('query') ?? '';
  const isCore = url.searchParams.get('resultType') === 'core';
  const doi = /\bDOI:"?([^"\s]+)"?/i.exec(query)?.[1];
  const pmcid = /\bPMCID:"?(PMC\d+)"?/i.exec(query)?.[1];
  const pmid = /\bEXT_ID:"?(\d+)"?/i.exec(query)?.[1];
  const fact = (doi && byDoi(doi)) || (pmcid && byPmcid(pmcid)) || (pmid && byPmid(pmid));
  const result = fact && (fact.pmid || fact.pmcid) ? [europePmcRecord(fact, isCore)] : [];
  return answer({
    version: '6.9',
    hitCount: result.length,
    request: {
      queryString: query,
      resultType: isCore ? 'core' : 'lite',
      cursorMark: '*',
      pageSize: 25,
      sort: '',
      synonym: false,
    },
    resultList: { result },
  });
}

/** Who answers for each service's host name: a function from the address asked to the answer. */
export const services = {
  'api.crossref.org': crossref,
  'api.openalex.org': openAlex,
  'www.ebi.ac.uk': europePmc,
};

/**
 * Lets a local world answer for the services.
 *
 * @param {import('./lib/world.mjs').World} world
 */
export function answerForServices(world) {
  for (const [host, service] of Object.entries(services)) world.handle(host, ({ url }) => service(url));
}
