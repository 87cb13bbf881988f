import { type Passage, quotedWords } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { workYear } from '../model/work';
import { groupsOf } from './arrange';
import type { Format } from './format';
import { frontMatter } from './front-matter';
import { passageAddress } from './passage-address';
import { groupByPage } from './passages-by-page';
import { personName } from './person-name';
import type { Plan } from './plan';
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

/** `Manning V. et al. Drug and Alcohol Dependence 2012, 126(1–2), 131–137`: whatever is known of it, in this order. */
function citationLine(item: ReadingItem): string {
  const record = itemRecord(item);
  const names = record.author ?? record.editor ?? [];
  const authors = names.slice(0, 6).map(personName).join(', ') + (names.length > 6 ? ' et al.' : '');
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
  const quote = quotedWords(passage.selectors)
    .split(/[\r\n]+/)
    .map(line)
    .filter(Boolean);
  const below = [link('Open at this passage', passageAddress(passage)), ...remarkAndTags(passage)];
  return `> ${quote.join('\\\n> ')}\n\n${below.join('\\\n')}`;
}

/** Passages under the pages they were saved on; begins with a heading of its own, nothing where there are none. */
export function* passagePages(passages: readonly Passage[]): Plan {
  if (passages.length) yield '\n## Passages\n';
  for (const group of groupByPage(passages)) {
    const { title, url } = group[0]!.page;
    yield `\n### ${link(line(title) || 'Untitled page', url)}\n`;
    yield { type: 'passages', passages: group, write: (passage) => `\n${passageLines(passage)}\n` };
  }
}

/** Reading list and passages as CommonMark (https://spec.commonmark.org/), passages grouped by the page they were saved on. */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  holdsPassages: true,
  *parts(taken, { generatedAt, groupBy, frontMatter: hasFrontMatter }) {
    const day = generatedAt.toISOString().slice(0, 10);
    if (hasFrontMatter) yield frontMatter({ title: 'Reading list', date: day, works: taken.items.length });
    yield `# Reading list\n\nWritten by Ibid on ${day}.\n`;
    if (taken.items.length) yield '\n## Works\n\n';
    for (const [i, { heading, items }] of groupsOf(taken.items, groupBy).entries()) {
      if (heading) yield `${i ? '\n' : ''}### ${line(heading)}\n\n`;
      yield { type: 'works', works: items, write: (item) => `${itemLines(item)}\n` };
    }
    yield* passagePages(taken.passages);
  },
};
