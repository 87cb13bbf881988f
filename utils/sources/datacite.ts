import { type Result, success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { FreeCopy, Notice, Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { groupName, nameFromParts, nameFromText } from '../works/names';
import { readObject } from './answer';
import { idFrom, readEach, relationFrom, workFrom } from './record';
import { count, dateParts, firstText, isoDate, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';

const TYPES: Readonly<Record<string, string>> = {
  book: 'book',
  bookchapter: 'chapter',
  collection: 'dataset',
  computationalnotebook: 'software',
  conferencepaper: 'paper-conference',
  conferenceproceeding: 'book',
  datapaper: 'article-journal',
  dataset: 'dataset',
  dissertation: 'thesis',
  event: 'event',
  image: 'graphic',
  journal: 'periodical',
  journalarticle: 'article-journal',
  peerreview: 'review',
  poster: 'speech',
  presentation: 'speech',
  preprint: 'article',
  report: 'report',
  software: 'software',
  sound: 'song',
  standard: 'standard',
  audiovisual: 'motion_picture',
};

/** What archives write in their own words where the general type is only "Text". */
const WORDED: readonly (readonly [RegExp, string])[] = [
  [/pre-?print|working paper/i, 'article'],
  [/journal ?article|^article/i, 'article-journal'],
  [/conference ?paper|proceeding/i, 'paper-conference'],
  [/thesis|th[èe]se\b|\btes[ei]s?\b|dissert|(?:master|bachelor|diplom)s?-?arbeit|habilitation/i, 'thesis'],
  [/chapter|book ?section/i, 'chapter'],
  [/^(?:e-?)?book$|monograph/i, 'book'],
  [/report|deliverable/i, 'report'],
  [/\bslides?\b|presentation|poster|\btalk\b|lecture/i, 'speech'],
];

/** DataCite: data sets, software, theses, preprints and reports of archives, arXiv's DOIs among them. */
export const datacite: Source = {
  id: 'datacite',
  label: 'DataCite',
  docs: 'https://support.datacite.org/docs/api-get-doi',
  origins: ['https://api.datacite.org'],
  limit: {
    requestsPerSecond: 1,
    concurrent: 2,
    stated: 'https://support.datacite.org/docs/is-there-a-rate-limit-for-making-requests-against-the-datacite-apis',
  },
  answers: ['doi'],
  fills: 'record',
  request({ identifier }, { contactEmail }) {
    const polite = contactEmail ? `?mailto=${encodeURIComponent(contactEmail)}` : '';
    return {
      url: `https://api.datacite.org/dois/${encodeURIComponent(identifier.value)}${polite}`,
      accept: 'application/vnd.api+json',
    };
  },
  parse(answer) {
    const body = read(answer);
    return body.ok ? success(body.value && readRecord(shape(body.value.data))) : body;
  },
  parseList(answer) {
    const body = read(answer);
    if (!body.ok) return body;
    return success(readEach(body.value?.data, readRecord));
  },
};

/** CSL types, believed where an archive gives no general one. */
const STYLED = /^(?:article-journal|book|chapter|dataset|paper-conference|report|thesis)$/;

/** What DataCite prescribes for what is not known (https://support.datacite.org/docs/schema-values-unknown-information-v43). */
const known = (value: unknown): string => text(value).replace(/^\(:[a-z]{3,5}\).*$/, '');

const read = (answer: Answer): Result<Shape | undefined> =>
  readObject('datacite', 'DataCite', answer, ({ data }) => Array.isArray(data) || 'attributes' in shape(data));

function typeOf(types: Shape): string {
  const general = text(types.resourceTypeGeneral).toLowerCase();
  const worded = WORDED.find(([words]) => words.test(text(types.resourceType)))?.[1];
  const styled = text(types.citeproc);
  return TYPES[general] ?? worded ?? (general || !STYLED.test(styled) ? 'document' : styled);
}

function readRecord(data: Shape): Work | undefined {
  const item = shape(data.attributes);
  const type = typeOf(shape(item.types));
  const titles = list(item.titles).map(shape);
  const title = cleanInline(
    firstText(...titles.map(({ title, titleType }) => (titleType ? '' : title)), titles[0]?.title, item.title),
  );
  const container = shape(item.container);
  const containerTitle = cleanText(text(container.title));
  const related = list(item.relatedIdentifiers).map(shape);
  const doi = idFrom('doi', firstText(item.doi, data.id));
  const page = webAddress(item.url);
  return workFrom('datacite', {
    type,
    kind: kindOf({
      type,
      publicationTypes: [text(shape(item.types).resourceType), text(shape(item.types).resourceTypeGeneral)],
      title: plainText(title),
      container: containerTitle,
    }),
    title,
    ids: [doi, arxivOf(doi?.value ?? '')],
    authors: list(item.creators ?? item.author).flatMap(namesOf),
    editors: list(item.contributors)
      .filter((person) => shape(person).contributorType === 'Editor')
      .map(nameOf),
    issued: issued(item),
    csl: {
      'container-title': containerTitle,
      volume: text(container.volume),
      issue: text(container.issue),
      page: [text(container.firstPage), text(container.lastPage)].filter(Boolean).join('-'),
      publisher: cleanText(firstText(known(item.publisher), shape(item.publisher).name, item['container-title'])),
      language: text(item.language),
      version: text(item.version),
      URL: page ?? '',
    },
    abstract: cleanAbstract(abstractOf(item)),
    notices: [...related.map(noticeOf), withdrawn(item)],
    related: related.map((each) => relationFrom('datacite', text(each.relationType), doiOf(each))),
    freeCopies: freeCopies(item, page),
    citedBy: count(item.citationCount) || undefined,
  });
}

const arxivOf = (doi: string) => idFrom('arxiv', /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1] ?? '');

/** Some archives put all names into one, with affiliations in brackets: "Tarn, A.; Weld, B.", "Tarn, A., and Weld, B.". */
function namesOf(value: unknown) {
  const { name } = shape(value);
  const names = text(name).split(/,[^;]*,/.test(text(name)) ? /\s*;\s*|,?\s+(?:and|&)\s+/ : /\s*;\s*/);
  return names.length < 2 ? [nameOf(value)] : names.map((each) => nameFromText(each.replace(/\s*\([^()]*\)$/, '')));
}

function nameOf(value: unknown) {
  const person = shape(value);
  const name = known(person.name);
  if (person.nameType === 'Organizational') return groupName(name);
  // Answers of before 2018, still met in caches, spell names with a dash.
  const family = firstText(person.familyName, person['family-name']);
  return family ? nameFromParts(family, firstText(person.givenName, person['given-name'])) : nameFromText(name);
}

function issued(item: Shape): number[] | undefined {
  const dates = list(item.dates).map(shape);
  const stated = (type: string) => isoDateParts(dates.find(({ dateType }) => dateType === type)?.date);
  const year = dateParts([item.publicationYear ?? item.published]) ?? stated('Available')?.slice(0, 1);
  const exact = stated('Issued');
  // The year is what archives cite by; a day in another one is of something else.
  return exact && (!year || exact[0] === year[0]) ? exact : year;
}

const abstractOf = (item: Shape): string => {
  const parts = list(item.descriptions).map(shape);
  return text(parts.find(({ descriptionType }) => descriptionType === 'Abstract')?.description);
};

const RELATIONS: Readonly<Record<string, Notice['kind']>> = {
  IsPreviousVersionOf: 'newer-version',
  IsObsoletedBy: 'newer-version',
};

const doiOf = (related: Shape) =>
  related.relatedIdentifierType === 'DOI' ? idFrom('doi', text(related.relatedIdentifier)) : undefined;

function noticeOf(related: Shape): Notice | undefined {
  const kind = RELATIONS[text(related.relationType)];
  const doi = doiOf(related);
  return kind && doi && { kind, doi: doi.value, source: 'datacite' };
}

/** An archive that takes something away leaves its record behind, with the day. */
function withdrawn(item: Shape): Notice | undefined {
  const stated = list(item.dates)
    .map(shape)
    .find(({ dateType }) => dateType === 'Withdrawn');
  const date = isoDateParts(stated?.date);
  return stated && { kind: 'withdrawal', ...(date && { date: isoDate(date) }), source: 'datacite' };
}

/** The archive's page, where it states an open licence. */
function freeCopies(item: Shape, page: string | undefined): FreeCopy[] {
  const rights = list(item.rightsList)
    .map(shape)
    .map((each) => `${text(each.rightsIdentifier)} ${text(each.rightsUri)}`.toLowerCase());
  const open = rights.find((words) => /creativecommons\.org|\bcc-?(?:by|0)|\bmit\b|apache|\bgpl/.test(words));
  const licence = open && (/\bcc(?:0|-by(?:-(?:nc|nd|sa))*)/.exec(open)?.[0] ?? '');
  return open && page ? [{ url: page, ...(licence && { licence }) }] : [];
}
