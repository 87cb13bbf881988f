import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { type CslName, workYear } from '../model/work';
import type { Format } from './format';
import { passageAddress } from './passage-address';
import { itemRecord, itemTitle } from './record';
import { oneLine, renderRich } from './rich';

/**
 * Text in which nothing is Markdown or HTML any more: CommonMark's own marks, and what Obsidian and GitHub add (`$`, `~`,
 * `==`, `%%`, `#tag`, `|`).
 */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~^$=]|&(?=#?\w+;)|%(?=%)/g, '\\$&')
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

const line = (text: string): string => plainMarkdown(oneLine(text));

/** A link, or the words alone where the address is not one of the web. */
function link(words: string, url: string | undefined): string {
  if (!url || !/^https?:\/\//i.test(url)) return words;
  return `[${words}](<${url.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))}>)`;
}

/** A name in the order in which its language says it. */
function nameInOrder(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(name.family ?? '')) {
    return `${name.family}${name.given ?? ''}`;
  }
  return [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .filter(Boolean)
    .join(' ');
}

/** `Manning V. et al. Drug and Alcohol Dependence 2012, 126(1–2), 131–137`: whatever is known of it, in this order. */
function citationLine(item: ReadingItem): string {
  const record = itemRecord(item);
  const names = record.author ?? record.editor ?? [];
  const authors = names.slice(0, 6).map(nameInOrder).join(', ') + (names.length > 6 ? ' et al.' : '');
  const volume = `${record.volume ?? ''}${record.issue ? `(${record.issue})` : ''}`;
  const year = workYear(item.work);
  const place = [`${record['container-title'] ?? record.publisher ?? ''} ${year ?? ''}`, volume, record.page ?? ''];
  const placed = place.map(oneLine).filter(Boolean).join(', ');
  return line(authors && placed ? `${authors.replace(/\.$/, '')}. ${placed}` : authors || placed);
}

const remarkAndTags = (of: ReadingItem | Passage): readonly string[] => [
  ...(of.remark ? [`Remark: ${line(of.remark)}`] : []),
  ...(of.tags.length ? [`Tags: ${of.tags.map(line).join(', ')}`] : []),
];

function itemLines(item: ReadingItem): string {
  const record = itemRecord(item);
  const title = renderRich(itemTitle(item), plainMarkdown, (mark, inner) => {
    if (mark === 'sub' || mark === 'sup') return `<${mark}>${inner}</${mark}>`;
    return mark === 'em' ? `*${inner}*` : inner;
  });
  const url = record.DOI ? `https://doi.org/${encodeURI(record.DOI.toWellFormed())}` : record.URL;
  const lines = [`**${link(oneLine(title) || 'Untitled', url)}**`, citationLine(item), ...remarkAndTags(item)];
  return `- ${lines.filter(Boolean).join('\\\n  ')}`;
}

function passageLines(passage: Passage): string {
  const quote = passage.selectors.quote.exact
    .split(/[\r\n]+/)
    .map(line)
    .filter(Boolean);
  const below = [link('Open at this passage', passageAddress(passage)), ...remarkAndTags(passage)];
  return `> ${quote.join('\\\n> ')}\n\n${below.join('\\\n')}`;
}

function groupByPage(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const pages = new Map<string, Passage[]>();
  for (const passage of passages) {
    const group = pages.get(passage.page.url);
    if (group) group.push(passage);
    else pages.set(passage.page.url, [passage]);
  }
  return [...pages.values()];
}

/** Reading list and passages as CommonMark (https://spec.commonmark.org/), passages grouped by the page they were saved on. */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  holdsPassages: true,
  write({ items, passages }, { generatedAt }) {
    const parts = [`# Reading list\n\nWritten by Ibid on ${generatedAt.toISOString().slice(0, 10)}.`];
    if (items.length) parts.push(`## Works\n\n${items.map(itemLines).join('\n')}`);
    if (passages.length) parts.push('## Passages');
    for (const group of groupByPage(passages)) {
      const { title, url } = group[0]!.page;
      parts.push(`### ${link(line(title) || 'Untitled page', url)}`, ...group.map(passageLines));
    }
    return `${parts.join('\n\n')}\n`;
  },
};
