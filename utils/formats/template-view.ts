import { type Passage, quotedWords } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { plainText, sectionText } from '../model/rich-text';
import { workYear } from '../model/work';
import { inWords } from './arrange';
import { isoDate } from './bib-values';
import { asTag, frontMatter } from './front-matter';
import { plainMarkdown } from './markdown';
import { passageAddress } from './passage-address';
import { personName } from './person-name';
import { itemRecord, itemTitle } from './record';
import { oneLine } from './rich';

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** An address of the web that ends neither a link of Markdown nor a line; empty for any other. */
const webAddress = (url: string | undefined): string =>
  url && /^https?:\/\//i.test(url)
    ? url
        .toWellFormed()
        .replace(/[\s<>()[\]\\"`]/g, (character) => `%${character.codePointAt(0)!.toString(16).padStart(2, '0')}`)
    : '';

/** Lines as a block quote of Markdown. */
const quoted = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => plainMarkdown(oneLine(line)))
    .filter(Boolean)
    .map((line) => `> ${line}`)
    .join('\\\n');

function passageView(passage: Passage) {
  const { selectors, remark, tags, colour, page, created } = passage;
  return {
    quote: quotedWords(selectors),
    quoted: quoted(quotedWords(selectors)),
    remark,
    tags: tags.map((tag) => ({ tag, hashtag: asTag(tag) })),
    colour,
    pageTitle: page.title,
    page: webAddress(page.url),
    link: webAddress(passageAddress(passage)),
    date: day(created),
  };
}

/**
 * A work as a reader's template sees it: names and what stands for them. Everything is text that the template escapes, but for
 * `link`, `page` (addresses) and `quoted` (a block quote), which are safe as they are and are written with three braces. Lists
 * are empty, and texts too, where nothing is known, so that a section of the template is left out.
 */
export function templateView(item: ReadingItem, passages: readonly Passage[], key: string) {
  const record = itemRecord(item);
  const { work } = item;
  const sections = work.abstract.map((section) => ({
    heading: section.heading ?? '',
    text: sectionText(section),
  }));
  return {
    key,
    title: plainText(itemTitle(item)) || 'Untitled',
    authors: (record.author ?? []).map(personName).join(', '),
    author: (record.author ?? []).map((name) => ({ name: personName(name) })),
    editors: (record.editor ?? []).map(personName).join(', '),
    headline: item.headline ?? '',
    year: String(workYear(work) ?? ''),
    date: isoDate(record.issued) ?? '',
    kind: inWords(work.kind),
    container: record['container-title'] ?? '',
    publisher: record.publisher ?? '',
    volume: record.volume ?? '',
    issue: record.issue ?? '',
    pages: record.page ?? '',
    doi: record.DOI ?? '',
    pmid: record.PMID ?? '',
    isbn: record.ISBN ?? '',
    link: webAddress(record.DOI ? `https://doi.org/${encodeURI(record.DOI.toWellFormed())}` : record.URL),
    summary: sections.length > 0 ? sections : record.abstract ? [{ heading: '', text: record.abstract }] : [],
    notices: work.notices.map((notice) => ({ notice: inWords(notice.kind), date: notice.date ?? '' })),
    status: inWords(item.status),
    remark: item.remark,
    tags: item.tags.map((tag) => ({ tag, hashtag: asTag(tag) })),
    added: day(item.added),
    claims: item.encounters
      .filter(({ sentence }) => sentence)
      .map((met) => ({
        sentence: met.sentence!,
        pageTitle: met.title,
        page: webAddress(met.url),
        date: day(met.at),
      })),
    passages: passages.map(passageView),
  };
}

/** What a template sees. */
export type TemplateView = ReturnType<typeof templateView>;

/** The record of a work as the front matter of its note, in the fields that note-taking programs know. */
export const workFrontMatter = (view: TemplateView): string =>
  frontMatter({
    title: view.title,
    citekey: view.key,
    authors: view.author.map(({ name }) => name),
    year: view.year === '' ? undefined : Number(view.year),
    kind: view.kind,
    container: view.container,
    doi: view.doi,
    url: view.link,
    status: view.status,
    added: view.added,
    tags: view.tags.map(({ hashtag }) => hashtag).filter(Boolean),
  });
