import { failed, type Result, success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { nameFromText } from '../works/names';
import { readXmlAnswer } from './answer';
import { idFrom, workFrom } from './record';
import { isoDateParts } from './shape';
import type { Answer, Source } from './source';
import { elements, innerOf, wordsOf, type XmlElement } from './xml';

/** arXiv: its preprints, with what their authors say of the published version. */
export const arxiv: Source = {
  id: 'arxiv',
  label: 'arXiv',
  docs: 'https://info.arxiv.org/help/api/user-manual.html',
  origins: ['https://export.arxiv.org'],
  limit: {
    requestsPerSecond: 1 / 3,
    concurrent: 1,
    stated:
      'https://info.arxiv.org/help/api/tou.html asks for one request every three seconds and a single connection.',
  },
  answers: ['arxiv'],
  request({ identifier }) {
    const id = encodeURIComponent(identifier.value);
    return { url: `https://export.arxiv.org/api/query?id_list=${id}&max_results=1`, accept: 'application/atom+xml' };
  },
  parse(answer) {
    // A number that cannot be one is answered with status 400 and a feed that says so.
    if (answer.status === 400 && IMPOSSIBLE.test(answer.body)) return success(undefined);
    const works = readAll(answer);
    return works.ok ? success(works.value[0]) : works;
  },
  parseList: readAll,
};

/** What stands in the place of a record's address where the feed tells of an error. */
const IS_ERROR = /\/api\/errors/;
/** The error of a number that cannot be one, which therefore nobody knows. */
const IMPOSSIBLE = /\/api\/errors#incorrect_id/;

function readAll(answer: Answer): Result<readonly Work[]> {
  const feed = readXmlAnswer('arxiv', 'arXiv', answer, ['feed', 'entry']);
  if (!feed.ok) return feed;
  const entries = feed.value?.name === 'entry' ? [feed.value] : elements(feed.value, 'entry');
  const fault = entries.find((entry) => IS_ERROR.test(wordsOf(entry, 'id')) && !IMPOSSIBLE.test(entry.inner));
  if (fault)
    return failed('server', 'arxiv.parse', `arXiv has a fault of its own: ${wordsOf(fault, 'summary').slice(0, 200)}`, {
      source: 'arxiv',
      url: answer.url,
    });
  return success(entries.map(readEntry).filter((work) => work !== undefined));
}

/** What authors and administrators write; a paper may also be told of that was withdrawn elsewhere, or before this one. */
const WITHDRAWN =
  /(?:^|[\n.;:]\s*|\b(?:this|the) (?:arxiv )?)(?:paper|manuscript|article|submission|preprint) (?:has been |was |is )?(?:temporarily )?withdrawn\b(?! from\b)|^\W*withdrawn\b(?! from\b)|\b(?:withdrawn|removed) by arxiv\b|\bwithdraw (?:this|the) (?:paper|manuscript|article|submission|preprint)\b|\bauthors? (?:ha[sd] |have )?(?:withdrawn|withdrew|retracted) (?:this|the|their)\b|\bthis version (?:has been |was |is )?withdrawn\b|\b(?:this|the) (?:paper|manuscript|article|preprint) (?:has been|was|is) retracted\b|^\W*retracted\b(?! from\b)/i;

/** The paper that has taken this one's place, by its authors' word. */
const SUPERSEDED = /\bsuperseded by (?:our |the paper )?(?:arxiv:)?\s?(\d{4}\.\d{4,5})\b/i;

function readEntry(entry: XmlElement): Work | undefined {
  const address = wordsOf(entry, 'id');
  if (IS_ERROR.test(address)) return undefined;
  const number = /\/abs\/(.+?)(?:v\d+)?$/.exec(address)?.[1] ?? '';
  const title = cleanInline(innerOf(entry, 'title'));
  const comment = wordsOf(entry, 'comment');
  const summary = innerOf(entry, 'summary');
  const published = cleanText(innerOf(entry, 'journal_ref'));
  const doi = idFrom('doi', wordsOf(entry, 'doi'));
  const pdf = webAddress(elements(entry, 'link').find(({ attributes }) => attributes.title === 'pdf')?.attributes.href);
  const page = webAddress(address.replace(/^http:/, 'https:'));
  const successor = SUPERSEDED.exec(comment)?.[1];
  const isWithdrawn = WITHDRAWN.test(`${comment}\n${cleanText(summary).slice(0, 200)}`);
  return workFrom('arxiv', {
    type: 'article',
    kind: kindOf({ type: 'article', title: plainText(title) }),
    title,
    ids: [idFrom('arxiv', number), doi],
    authors: elements(entry, 'author').map((author) => nameFromText(innerOf(author, 'name'))),
    issued: isoDateParts(wordsOf(entry, 'published')),
    csl: { publisher: 'arXiv', number: number && `arXiv:${number}`, URL: page ?? '', note: published },
    abstract: cleanAbstract(summary),
    notices: [
      isWithdrawn ? { kind: 'withdrawal', source: 'arxiv' } : undefined,
      doi && { kind: 'newer-version', doi: doi.value, source: 'arxiv' },
      successor ? { kind: 'newer-version', doi: `10.48550/arxiv.${successor}`, source: 'arxiv' } : undefined,
    ],
    freeCopies: [
      ...(page ? [{ url: page, version: 'submitted' as const }] : []),
      ...(pdf ? [{ url: pdf, version: 'submitted' as const, isPdf: true }] : []),
    ],
  });
}
