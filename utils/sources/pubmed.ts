import { success } from '../model/failure';
import { type Inline, plainText } from '../model/rich-text';
import type { CslName, Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { kindOf } from '../works/kind';
import { groupName, nameFromParts } from '../works/names';
import { noticeKind } from '../works/notices';
import { readXmlAnswer } from './answer';
import { printedDate } from './printed-date';
import { idFrom, relationFrom, workFrom } from './record';
import { dateParts } from './shape';
import type { Answer, Source } from './source';
import { withoutBrackets, withoutFullStop } from './title';
import { elements, innerOf, wordsOf, type XmlElement } from './xml';

/** PubMed's own records: every part of a structured abstract under its heading, publication types, and what was retracted. */
export const pubmed: Source = {
  id: 'pubmed',
  label: 'PubMed',
  docs: 'https://www.ncbi.nlm.nih.gov/books/NBK25499/',
  origins: ['https://eutils.ncbi.nlm.nih.gov'],
  limit: {
    requestsPerSecond: 3,
    concurrent: 1,
    stated: 'https://www.ncbi.nlm.nih.gov/books/NBK25497/ allows three a second without a key.',
  },
  answers: ['pmid'],
  fills: 'abstract',
  // JSON is only to be had of summaries, which have no abstract.
  request({ identifier }, { contactEmail }) {
    const polite = contactEmail ? `&tool=ibid&email=${encodeURIComponent(contactEmail)}` : '';
    const id = encodeURIComponent(identifier.value);
    return {
      url: `https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=${id}&retmode=xml${polite}`,
      accept: 'application/xml',
    };
  },
  parse(answer) {
    const works = readAll(answer);
    return works.ok ? success(works.value[0]) : works;
  },
  parseList: readAll,
};

function readAll(answer: Answer) {
  const root = readXmlAnswer('pubmed', 'PubMed', { ...answer, body: withoutReferences(answer.body) }, [
    'PubmedArticleSet',
    'PubmedArticle',
    'PubmedBookArticle',
  ]);
  if (!root.ok) return root;
  const records = root.value ? [root.value, ...root.value.children] : [];
  return success(
    records
      .map((record) =>
        record.name === 'PubmedArticle'
          ? readArticle(record)
          : record.name === 'PubmedBookArticle'
            ? readBook(record)
            : undefined,
      )
      .filter((work) => work !== undefined),
  );
}

/** An answer without what its articles cite, which is most of many a record, and not read. Half a list is left as it is. */
function withoutReferences(body: string): string {
  const [open, close] = ['<ReferenceList>', '</ReferenceList>'];
  const kept: string[] = [];
  let from = 0;
  for (let start = body.indexOf(open); start >= 0; start = body.indexOf(open, from)) {
    const end = body.indexOf(close, start);
    if (end < 0) break;
    kept.push(body.slice(from, start));
    from = end + close.length;
  }
  return kept.length > 0 ? kept.join('') + body.slice(from) : body;
}

function readArticle(record: XmlElement): Work | undefined {
  const [citation] = elements(record, 'MedlineCitation');
  const [article] = elements(citation, 'Article');
  const [journal] = elements(article, 'Journal');
  const issue = elements(journal, 'JournalIssue')[0];
  const publicationTypes = elements(article, 'PublicationTypeList', 'PublicationType').map((type) => wordsOf(type));
  const title = titleOf(article);
  const container = cleanText(innerOf(journal, 'Title'));
  const isPreprint = publicationTypes.some((name) => /^preprint$/i.test(name));
  const type = isPreprint ? 'article' : 'article-journal';
  const ids = elements(record, 'PubmedData', 'ArticleIdList', 'ArticleId');
  return workFrom('pubmed', {
    type,
    kind: kindOf({
      type,
      publicationTypes,
      subjects: elements(citation, 'MeshHeadingList', 'MeshHeading').map((heading) =>
        wordsOf(heading, 'DescriptorName'),
      ),
      title: plainText(title),
      container,
    }),
    title,
    ids: [
      idFrom('doi', idOf(ids, 'doi') || idOf(elements(article, 'ELocationID'), 'doi')),
      idFrom('pmid', wordsOf(citation, 'PMID')),
      idFrom('pmcid', idOf(ids, 'pmc')),
    ],
    authors: elements(article, 'AuthorList', 'Author').map(nameOf),
    issued: dateOf(elements(issue, 'PubDate')[0]) ?? dateOf(elements(article, 'ArticleDate')[0]),
    csl: {
      'container-title': container,
      'container-title-short': cleanText(innerOf(journal, 'ISOAbbreviation')),
      volume: wordsOf(issue, 'Volume'),
      issue: wordsOf(issue, 'Issue'),
      page: pagesOf(elements(article, 'Pagination')[0]) || articleNumber(article),
      language: wordsOf(article, 'Language'),
      ISSN: wordsOf(journal, 'ISSN'),
    },
    // One in another language, or in plain words, is better than none.
    abstract: abstractOf(elements(article, 'Abstract')[0] ?? elements(citation, 'OtherAbstract')[0]),
    ignoresTitle: publicationTypes.some((name) => /^retraction (?:of publication|notice)$/i.test(name)),
    notices: [
      ...elements(citation, 'CommentsCorrectionsList', 'CommentsCorrections').map(noticeOf),
      publicationTypes.some((name) => /^retracted publication$/i.test(name))
        ? { kind: 'retraction', source: 'pubmed' }
        : undefined,
    ],
    related: [
      ...elements(citation, 'CommentsCorrectionsList', 'CommentsCorrections').map((comment) =>
        relationFrom(
          'pubmed',
          comment.attributes.RefType ?? '',
          idFrom('pmid', wordsOf(comment, 'PMID')),
          /\b(?:19|20)\d\d\b/.exec(wordsOf(comment, 'RefSource'))?.[0],
        ),
      ),
      ...elements(article, 'DataBankList', 'DataBank', 'AccessionNumberList', 'AccessionNumber').map((number) =>
        relationFrom('pubmed', 'registration', idFrom('nct', wordsOf(number))),
      ),
    ],
  });
}

/** Books and chapters of the Bookshelf. */
function readBook(record: XmlElement): Work | undefined {
  const [document] = elements(record, 'BookDocument');
  const [book] = elements(document, 'Book');
  const bookTitle = cleanText(innerOf(book, 'BookTitle'));
  const own = titleOf(document);
  const type = own.length ? 'chapter' : 'book';
  const people = (from: XmlElement | undefined, sort: string) =>
    elements(from, 'AuthorList')
      .filter((list) => list.attributes.Type === sort)
      .flatMap((list) => elements(list, 'Author').map(nameOf));
  return workFrom('pubmed', {
    type,
    kind: kindOf({ type, title: plainText(own), container: bookTitle }),
    title: own.length ? own : cleanInline(innerOf(book, 'BookTitle')),
    ids: [
      idFrom('doi', idOf(elements(document, 'ArticleIdList', 'ArticleId'), 'doi')),
      idFrom('pmid', wordsOf(document, 'PMID')),
    ],
    authors: [...people(document, 'authors'), ...(own.length ? [] : people(book, 'authors'))],
    editors: people(book, 'editors'),
    issued: dateOf(elements(document, 'ContributionDate')[0]) ?? dateOf(elements(book, 'PubDate')[0]),
    csl: {
      'container-title': own.length ? bookTitle : '',
      publisher: cleanText(innerOf(book, 'Publisher', 'PublisherName')),
      'publisher-place': cleanText(innerOf(book, 'Publisher', 'PublisherLocation')),
      ISBN: wordsOf(book, 'Isbn'),
      language: wordsOf(document, 'Language'),
    },
    abstract: abstractOf(elements(document, 'Abstract')[0]),
  });
}

/** A title in brackets is a translation; the original stands beside it, and is what the work is called. */
function titleOf(article: XmlElement | undefined): readonly Inline[] {
  const raw = innerOf(article, 'ArticleTitle');
  const title = withoutFullStop(cleanInline(withoutBrackets(raw)));
  return title.length && !/^not available$/i.test(plainText(title))
    ? title
    : withoutFullStop(cleanInline(innerOf(article, 'VernacularTitle')));
}

/** What a publisher without pages numbers its articles by, where its own identifier is no more than that. */
const articleNumber = (article: XmlElement | undefined): string =>
  elements(article, 'ELocationID')
    .filter(({ attributes }) => attributes.EIdType === 'pii')
    .map((element) => wordsOf(element))
    .find((name) => /^[a-z]{0,6}\d{1,8}$/i.test(name)) ?? '';

const pagesOf = (pages: XmlElement | undefined): string => {
  const [first, last] = [wordsOf(pages, 'StartPage'), wordsOf(pages, 'EndPage')];
  return wordsOf(pages, 'MedlinePgn') || (last && last !== first ? `${first}-${last}` : first);
};

const idOf = (ids: readonly XmlElement[], sort: string): string =>
  wordsOf(ids.find(({ attributes }) => (attributes.IdType ?? attributes.EIdType) === sort));

function nameOf(author: XmlElement): CslName | undefined {
  const group = groupName(innerOf(author, 'CollectiveName'));
  if (group) return group;
  const given = innerOf(author, 'ForeName') || innerOf(author, 'Initials');
  return nameFromParts(innerOf(author, 'LastName'), given, innerOf(author, 'Suffix'));
}

function dateOf(date: XmlElement | undefined): number[] | undefined {
  if (!date) return undefined;
  const loose = wordsOf(date, 'MedlineDate');
  if (loose) return printedDate(loose);
  const month = printedDate(`${wordsOf(date, 'Year')} ${wordsOf(date, 'Month')}`)?.[1];
  return dateParts([
    wordsOf(date, 'Year'),
    month ?? wordsOf(date, 'Month').replace(/^0/, ''),
    Number(wordsOf(date, 'Day')),
  ]);
}

/** Each part is a section with its label for a heading; `cleanAbstract` reads the marks in each. */
function abstractOf(abstract: XmlElement | undefined) {
  const parts = elements(abstract, 'AbstractText').map((part) => {
    const { Label = '', NlmCategory = '' } = part.attributes;
    // PubMed's words for a part without a heading; "Abstract" opens one that has none, where another has gone before.
    const heading = [Label, NlmCategory].find((name) => name && !/^(?:unlabell?ed|unassigned)$/i.test(name));
    return `<title>${(heading ?? 'Abstract').replace(/</g, '&lt;')}</title><p>${innerOf(part)}</p>`;
  });
  return cleanAbstract(parts.join(''));
}

/** "…In" points to what was said about this record; "…For" and "…Of" make this record the notice. */
function noticeOf(comment: XmlElement) {
  const words = (comment.attributes.RefType ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace('and Republished', ' and Republished');
  const kind = / in$/i.test(words) ? noticeKind(words) : undefined;
  const doi = kind && idFrom('doi', /\bdoi:\s*(10\.\S+)/i.exec(wordsOf(comment, 'RefSource'))?.[1] ?? '')?.value;
  return kind && { kind, ...(doi && { doi }), source: 'pubmed' };
}
