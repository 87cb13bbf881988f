import { type Result, success } from '../model/failure';
import type { Identifier } from '../model/identifier';
import { plainText } from '../model/rich-text';
import type { CslName, FreeCopy, Notice, Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { groupName, nameFromParts } from '../works/names';
import { noticeKind } from '../works/notices';
import { readObject } from './answer';
import { idFrom, relationFrom, workFrom } from './record';
import { count, dateParts, firstText, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';
import { withoutBrackets, withoutFullStop } from './title';

/** Europe PMC: PubMed and PMC together with preprints; structured abstracts and publication types of medicine. */
export const europePmc: Source = {
  id: 'europe-pmc',
  label: 'Europe PMC',
  docs: 'https://europepmc.org/RestfulWebService',
  origins: ['https://www.ebi.ac.uk'],
  limit: { requestsPerSecond: 5, concurrent: 2, stated: 'None is published; this is our own restraint.' },
  answers: ['pmid', 'pmcid', 'doi'],
  request({ identifier }) {
    return searchFor(queryFor(identifier), 5);
  },
  several: (ids) => searchFor(ids.map((id) => `(${queryFor(id)})`).join(' OR '), 25),
  parse(answer) {
    const results = readResults(answer);
    if (!results.ok) return results;
    const work = results.value.map(readRecord).find((each) => each && isAsked(answer.url, each));
    return success(work);
  },
  parseList(answer) {
    const results = readResults(answer);
    return results.ok ? success(results.value.map(readRecord).filter((work) => work !== undefined)) : results;
  },
};

const searchFor = (query: string, pageSize: number) => ({
  url: `https://www.ebi.ac.uk/europepmc/webservices/rest/search?query=${encodeURIComponent(query)}&resultType=core&format=json&pageSize=${pageSize}`,
  accept: 'application/json',
});

/** A quotation mark or backslash would end the phrase early; no identifier has one. */
const phrase = (value: string): string => `"${value.replace(/["\\]/g, '')}"`;

function queryFor({ scheme, value }: Identifier): string {
  if (scheme === 'pmid') return `EXT_ID:${value} AND SRC:MED`;
  return scheme === 'pmcid' ? `PMCID:${value}` : `DOI:${phrase(value)}`;
}

/** A DOI is searched as a phrase, which also finds longer ones: the record must carry the one that was asked about. */
function isAsked(url: string, work: Work): boolean {
  let query = '';
  try {
    query = new URL(url).searchParams.get('query') ?? '';
  } catch {
    return true;
  }
  const doi = /^DOI:"(.+)"$/.exec(query)?.[1];
  return !doi || work.csl.DOI === idFrom('doi', doi)?.value;
}

function readResults(answer: Answer): Result<readonly Shape[]> {
  const body = readObject(
    'europe-pmc',
    'Europe PMC',
    answer,
    ({ version, hitCount, resultList }) =>
      Array.isArray(shape(resultList).result) || (text(version) !== '' && count(hitCount) !== undefined),
  );
  return body.ok ? success(list(shape(body.value?.resultList).result).map(shape)) : body;
}

const yes = (value: unknown): boolean => value === 'Y' || value === true;

function readRecord(item: Shape): Work | undefined {
  const journalInfo = shape(item.journalInfo);
  const journal = shape(journalInfo.journal);
  const book = shape(item.bookOrReportDetails);
  const title = cleanInline(withoutBrackets(text(item.title)));
  const container = cleanText(firstText(journal.title, item.journalTitle, book.comprisingTitle));
  const publicationTypes = [...list(shape(item.pubTypeList).pubType).map(text), ...text(item.pubType).split(';')]
    .map((name) => name.trim())
    .filter(Boolean);
  const type = typeOf(text(item.source), publicationTypes, container, book);
  return workFrom('europe-pmc', {
    type,
    kind: kindOf({
      type,
      publicationTypes,
      subjects: list(shape(item.meshHeadingList).meshHeading).map((heading) => text(shape(heading).descriptorName)),
      title: plainText(title),
      container,
    }),
    title: withoutFullStop(title),
    ids: [
      idFrom('doi', text(item.doi)),
      idFrom('pmid', text(item.pmid) || (item.source === 'MED' ? text(item.id) : '')),
      idFrom('pmcid', text(item.pmcid)),
    ],
    authors: authors(item),
    issued: issued(item, journalInfo, book),
    csl: {
      'container-title': container,
      'container-title-short': cleanText(
        firstText(journal.isoabbreviation, journal.ISOAbbreviation, journal.medlineAbbreviation),
      ),
      volume: firstText(journalInfo.volume, item.journalVolume),
      issue: firstText(journalInfo.issue, item.issue),
      page: text(item.pageInfo),
      publisher: cleanText(text(book.publisher)),
      language: text(item.language),
      ISSN: firstText(journal.issn, journal.ISSN, journal.essn, journal.ESSN, text(item.journalIssn).split(';')[0]),
      ISBN: firstText(book.isbn13, book.isbn10),
    },
    abstract: cleanAbstract(text(item.abstractText)),
    ignoresTitle: publicationTypes.some((name) => /^retraction (?:of publication|notice)$/i.test(name)),
    notices: notices(item, publicationTypes),
    freeCopies: freeCopies(item),
    related: list(shape(item.commentCorrectionList).commentCorrection).map(relation),
    citedBy: count(item.citedByCount),
  });
}

function typeOf(source: string, publicationTypes: readonly string[], container: string, book: Shape): string {
  const has = (name: RegExp) => publicationTypes.some((each) => name.test(each));
  if (source === 'PPR' || has(/^preprint(?:$|[ -])/i)) return 'article';
  if (source === 'PAT') return 'patent';
  if (source === 'ETH') return 'thesis';
  if (has(/^book$|book-chapter|chapter/i) || Object.keys(book).length > 0)
    return text(book.comprisingTitle) || has(/chapter/i) ? 'chapter' : 'book';
  return container ? 'article-journal' : 'document';
}

function authors(item: Shape): (CslName | undefined)[] {
  const named = list(shape(item.authorList).author).map(shape);
  if (named.length)
    return named.map((author) => {
      const group = text(author.collectiveName);
      if (group) return groupName(group);
      const family = text(author.lastName);
      return family
        ? nameFromParts(family, firstText(author.firstName, author.initials))
        : shortName(text(author.fullName));
    });
  return text(item.authorString).replace(/\.$/, '').split(/,\s+/).map(shortName);
}

/** "Lee MS" as family and initials; anything else as it is. */
function shortName(name: string): CslName | undefined {
  const match = /^(.+?) (\p{Lu}{1,4})(?: (Jr|Sr|\d(?:st|nd|rd|th)))?$/u.exec(name.trim());
  if (!match) return groupName(name);
  return nameFromParts(match[1]!, [...match[2]!].map((initial) => `${initial}.`).join(' '), match[3]);
}

function issued(item: Shape, journalInfo: Shape, book: Shape): number[] | undefined {
  const printed = dateParts([
    journalInfo.yearOfPublication ?? item.pubYear ?? book.yearOfPublication,
    journalInfo.monthOfPublication,
  ]);
  const first = isoDateParts(item.firstPublicationDate);
  if (!printed) return first;
  // The first day online is more exact, and believed where it falls in the printed month or year.
  return first &&
    first[0] === printed[0] &&
    (printed.length < 2 || first[1] === printed[1]) &&
    text(item.source) === 'PPR'
    ? first
    : printed;
}

function notices(item: Shape, publicationTypes: readonly string[]): (Notice | undefined)[] {
  const linked = list(shape(item.commentCorrectionList).commentCorrection).map((value) => {
    const words = text(shape(value).type);
    // "… in" and "… of" point to what was said about this record; "Erratum for" makes this record the notice.
    const kind = / (?:for|to)$|^retraction of/i.test(words) ? undefined : noticeKind(words);
    return kind && { kind, source: 'europe-pmc' };
  });
  const isRetracted = publicationTypes.some((name) => /^retracted publication$/i.test(name));
  const isWithdrawn = publicationTypes.some((name) =>
    /^preprint[ -](?:withdrawal|withdrawn|removal|removed)$/i.test(name),
  );
  return [
    ...linked,
    isRetracted ? { kind: 'retraction', source: 'europe-pmc' } : undefined,
    isWithdrawn ? { kind: 'withdrawal', source: 'europe-pmc' } : undefined,
  ];
}

/** A comment, notice or version, with the year in its printed place ("Lancet. 2012 Mar 3;379:815"). */
function relation(value: unknown) {
  const linked = shape(value);
  const id = text(linked.id);
  const year = /\b(?:19|20)\d\d\b/.exec(text(linked.reference))?.[0];
  // Preprints have numbers of Europe PMC's own, by which nobody else knows them.
  return text(linked.source) === 'MED'
    ? relationFrom('europe-pmc', text(linked.type), idFrom('pmid', id), year)
    : undefined;
}

function freeCopies(item: Shape): FreeCopy[] {
  const licence = text(item.license).replaceAll(' ', '-');
  const isManuscript = yes(item.authMan) || yes(item.epmcAuthMan);
  const version = isManuscript ? 'accepted' : yes(item.isOpenAccess) ? 'published' : undefined;
  const more: Omit<FreeCopy, 'url'> = { ...(version && { version }), ...(licence && { licence }) };
  const pmcid = idFrom('pmcid', text(item.pmcid))?.value;
  const here: FreeCopy[] =
    pmcid && (yes(item.inEPMC) || yes(item.isOpenAccess))
      ? [{ url: `https://europepmc.org/articles/${pmcid}`, ...more }]
      : [];
  const elsewhere = list(shape(item.fullTextUrlList).fullTextUrl)
    .map(shape)
    .flatMap((copy): FreeCopy[] => {
      const url = /^(?:OA|F)$/.test(text(copy.availabilityCode)) ? webAddress(copy.url) : undefined;
      return url ? [{ url, ...more, ...(copy.documentStyle === 'pdf' && { isPdf: true }) }] : [];
    });
  return [...here, ...elsewhere];
}
