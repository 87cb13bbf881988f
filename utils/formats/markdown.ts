import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { CslName } from '../model/work';
import { workYear } from '../model/work';
import type { Format } from './format';
import { itemRecord, itemTitle } from './record';
import { oneLine, renderRich } from './rich';

const MARKS = { em: '*', strong: '**', sub: '', sup: '', formula: '' } as const;

/** Text in which nothing is Markdown or HTML any more (CommonMark §2.4 lets every ASCII punctuation be escaped). */
export const plainMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-.!|~&$:=^@"']/g, '\\$&');

const line = (text: string): string => plainMarkdown(oneLine(text));

/** An address that can stand between `<` and `>`; undefined unless it is a web address. */
function target(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  return `<${url.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))}>`;
}

const link = (words: string, url: string | undefined): string => {
  const to = url && target(url);
  return to ? `[${words}](${to})` : words;
};

/** The address of a passage: its page with a text fragment (https://wicg.github.io/scroll-to-text-fragment/). */
export function passageAddress(passage: Passage): string {
  const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
  const quote = oneLine(passage.selectors.quote.exact);
  const words = quote.split(' ');
  const text =
    quote.length > 300 && words.length > 12
      ? `${encode(words.slice(0, 5).join(' '))},${encode(words.slice(-5).join(' '))}`
      : encode(quote);
  const [page = '', hash = ''] = passage.page.url.split('#');
  return `${page}#${hash.split(':~:')[0]}:~:text=${text}`;
}

const shortName = (name: CslName): string =>
  name.literal ?? [name['non-dropping-particle'], name.family, name.given].filter(Boolean).join(' ');

function itemLines(item: ReadingItem): string {
  const record = itemRecord(item);
  const title = oneLine(
    renderRich(itemTitle(item), plainMarkdown, (mark, inner) =>
      mark === 'sub' || mark === 'sup' ? `<${mark}>${inner}</${mark}>` : `${MARKS[mark]}${inner}${MARKS[mark]}`,
    ),
  );
  const names = record.author ?? record.editor ?? [];
  const authors = names.slice(0, 6).map(shortName).join(', ') + (names.length > 6 ? ' et al.' : '');
  const where = [record['container-title'], record.volume, record.issue && `(${record.issue})`, record.page]
    .filter(Boolean)
    .join(' ');
  const cited = [authors, String(workYear(item.work) ?? ''), where, record.publisher]
    .filter(Boolean)
    .map((s) => line(s!));
  const url = record.DOI ? `https://doi.org/${encodeURI(record.DOI)}` : record.URL;
  return [
    `- **${link(title || 'Untitled', url)}**`,
    `  ${cited.join('. ')}`,
    ...(item.remark ? [`  Remark: ${line(item.remark)}`] : []),
    ...(item.tags.length ? [`  Tags: ${item.tags.map(line).join(', ')}`] : []),
  ].join('\\\n');
}

function passageLines(passage: Passage): string {
  const quote = passage.selectors.quote.exact
    .trim()
    .split(/\s*\n\s*/)
    .map(line)
    .join('\\\n> ');
  return [
    `> ${quote}\n`,
    `${link('Open at this passage', passageAddress(passage))}`,
    ...(passage.remark ? [`\nRemark: ${line(passage.remark)}`] : []),
    ...(passage.tags.length ? [`\nTags: ${passage.tags.map(line).join(', ')}`] : []),
  ].join('\n');
}

/** Reading list and passages as CommonMark, passages grouped by the page they were saved on. */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  holdsPassages: true,
  write({ items, passages }, { generatedAt }) {
    const pages = new Map<string, Passage[]>();
    for (const passage of passages) {
      const page = pages.get(passage.page.url);
      if (page) page.push(passage);
      else pages.set(passage.page.url, [passage]);
    }
    const parts = [`# Reading list\n\nWritten by Ibid on ${generatedAt.toISOString().slice(0, 10)}.`];
    if (items.length) parts.push(`## Works\n\n${items.map(itemLines).join('\n')}`);
    if (passages.length) parts.push('## Passages');
    for (const [url, saved] of pages) {
      parts.push(`### ${link(line(saved[0]!.page.title || url), url)}\n\n${saved.map(passageLines).join('\n\n')}`);
    }
    return `${parts.join('\n\n')}\n`;
  },
};
