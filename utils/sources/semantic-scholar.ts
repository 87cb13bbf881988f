import { type Result, success } from '../model/failure';
import type { Scheme } from '../model/identifier';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { nameFromText } from '../works/names';
import { readObject } from './answer';
import { idFrom, readEach, workFrom } from './record';
import { count, dateParts, firstText, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';

const FIELDS =
  'title,abstract,venue,publicationVenue,journal,year,publicationDate,publicationTypes,authors,externalIds,openAccessPdf,citationCount';

const FORMS: Partial<Record<Scheme, string>> = { doi: 'DOI:', pmid: 'PMID:', pmcid: 'PMCID:', arxiv: 'ARXIV:', s2: '' };

/** What Semantic Scholar calls kinds of work, in the words that `kindOf` reads. */
const PUBLICATION_TYPES: Readonly<Record<string, string>> = {
  Review: 'review',
  MetaAnalysis: 'meta-analysis',
  ClinicalTrial: 'clinical trial',
  CaseReport: 'case report',
  Editorial: 'editorial',
  LettersAndComments: 'letter',
  News: 'news',
};

/** Semantic Scholar: works of every field, preprint and journal version as one; its shared pool often refuses. */
export const semanticScholar: Source = {
  id: 'semantic-scholar',
  label: 'Semantic Scholar',
  docs: 'https://api.semanticscholar.org/api-docs/graph',
  origins: ['https://api.semanticscholar.org'],
  limit: {
    requestsPerSecond: 1,
    concurrent: 1,
    stated:
      'https://www.semanticscholar.org/product/api gives keys one a second; the pool without keys is shared by all.',
  },
  answers: ['s2', 'doi', 'arxiv', 'pmid', 'pmcid'],
  isOptional: true,
  keyHeader: 'x-api-key',
  fills: 'abstract',
  request({ identifier: { scheme, value } }) {
    const name = encodeURIComponent(`${FORMS[scheme] ?? ''}${value.replace(/^PMC/, '')}`).replace('%3A', ':');
    return {
      url: `https://api.semanticscholar.org/graph/v1/paper/${name}?fields=${FIELDS}`,
      accept: 'application/json',
    };
  },
  parse(answer) {
    const body = read(answer);
    return body.ok ? success(body.value && readRecord(body.value)) : body;
  },
  parseList(answer) {
    const body = read(answer);
    if (!body.ok) return body;
    // Citations and references come one step further in.
    const paper = (item: Shape) => readRecord(shape(item.citingPaper ?? item.citedPaper ?? item));
    return success(readEach(body.value?.data ?? body.value?.recommendedPapers, paper));
  },
};

const read = (answer: Answer): Result<Shape | undefined> =>
  readObject(
    'semantic-scholar',
    'Semantic Scholar',
    answer,
    (body) => text(body.paperId) !== '' || Array.isArray(body.data ?? body.recommendedPapers),
  );

function readRecord(item: Shape): Work | undefined {
  const ids = shape(item.externalIds);
  const title = cleanInline(text(item.title));
  const journal = shape(item.journal);
  const venue = shape(item.publicationVenue);
  const container = cleanText(firstText(journal.name, venue.name, item.venue));
  const types = list(item.publicationTypes).map(text);
  const isPreprint = /^(?:arxiv(?:\.org)?|[a-z]+rxiv)$/i.test(container) && !types.includes('JournalArticle');
  const type = typeOf(types, isPreprint, container, text(venue.type));
  // Its volume has the issue behind it in brackets: " 12 (3)".
  const [, volume = '', issue = ''] = /^(.*?)(?:\s*\(([^()]*)\))?$/.exec(text(journal.volume).trim()) ?? [];
  const pdf = shape(item.openAccessPdf);
  const url = webAddress(pdf.url);
  const licence = text(pdf.license).toLowerCase();
  return workFrom('semantic-scholar', {
    type,
    kind: kindOf({
      type,
      publicationTypes: types.map((name) => PUBLICATION_TYPES[name] ?? ''),
      title: plainText(title),
      container,
    }),
    title,
    ids: [
      idFrom('doi', text(ids.DOI)),
      idFrom('pmid', text(ids.PubMed)),
      idFrom('pmcid', text(ids.PubMedCentral).replace(/^(?=\d)/, 'PMC')),
      idFrom('arxiv', text(ids.ArXiv)),
      idFrom('s2', text(item.paperId)),
    ],
    authors: list(item.authors).map((author) => nameFromText(text(shape(author).name))),
    issued: issued(item),
    csl: {
      'container-title': isPreprint ? '' : container,
      publisher: isPreprint ? container : '',
      volume: isPreprint ? '' : volume,
      issue: isPreprint ? '' : issue,
      page: text(journal.pages).replace(/\s*-\s*/, '-'),
      ISSN: text(venue.issn),
    },
    abstract: cleanAbstract(text(item.abstract)),
    freeCopies: url ? [{ url, isPdf: /\.pdf(?:$|\?)/i.test(url), ...(licence && { licence }) }] : [],
    citedBy: count(item.citationCount),
  });
}

function typeOf(types: readonly string[], isPreprint: boolean, container: string, venue: string): string {
  if (isPreprint) return 'article';
  if (types.includes('Book')) return 'book';
  if (types.includes('BookSection')) return 'chapter';
  if (types.includes('Dataset')) return 'dataset';
  if (types.includes('Conference') || venue === 'conference') return 'paper-conference';
  return types.includes('JournalArticle') || container ? 'article-journal' : 'document';
}

/** Its day and its year may be of two versions: the day is believed only where it falls in the year. */
function issued(item: Shape): number[] | undefined {
  const year = dateParts([item.year]);
  const day = isoDateParts(item.publicationDate);
  return day && (!year || day[0] === year[0]) ? day : year;
}
