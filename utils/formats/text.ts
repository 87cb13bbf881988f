import { type Passage, quotedWords } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import { workYear } from '../model/work';
import { groupsOf } from './arrange';
import type { Format } from './format';
import { personName } from './person-name';
import { itemRecord, itemTitle } from './record';
import { oneLine } from './rich';

/** `Ada Doe, Bo Roe (2019): A title. Journal of Tests 12(3), 101-119. https://doi.org/10.5555/abc` */
function reference(item: ReadingItem): string {
  const record = itemRecord(item);
  const names = record.author ?? record.editor ?? [];
  const who = names.slice(0, 6).map(personName).join(', ') + (names.length > 6 ? ' et al.' : '');
  const year = workYear(item.work);
  const volume = `${record.volume ?? ''}${record.issue ? `(${record.issue})` : ''}`;
  const where = [`${record['container-title'] ?? record.publisher ?? ''} ${volume}`.trim(), record.page]
    .filter(Boolean)
    .join(', ');
  const address = record.DOI ? `https://doi.org/${record.DOI}` : record.URL;
  const head = `${who}${year === undefined ? '' : ` (${year})`}`.trim();
  const title = `${plainText(itemTitle(item)) || 'Untitled'}.`.replace(/([.?!…])\.$/, '$1');
  return oneLine([head && `${head}:`, title, where && `${where}.`, address].filter(Boolean).join(' '));
}

/** What the reader wrote, indented below. */
const below = ({ remark, tags }: { readonly remark: string; readonly tags: readonly string[] }): string =>
  `${remark ? `    ${oneLine(remark)}\n` : ''}${tags.length ? `    [${tags.map(oneLine).join(', ')}]\n` : ''}`;

function quote(passage: Passage): string {
  const { title, url } = passage.page;
  return `\n“${oneLine(quotedWords(passage.selectors))}”\n    ${oneLine(`${title} ${url}`)}\n${below(passage)}`;
}

/** Reading list and passages as plain text, one work or quote a paragraph. */
export const text: Format = {
  id: 'text',
  label: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain',
  holdsPassages: true,
  *parts({ items, passages }, { generatedAt, groupBy }) {
    yield `Reading list, written by Ibid on ${generatedAt.toISOString().slice(0, 10)}.\n`;
    for (const group of groupsOf(items, groupBy)) {
      if (group.heading) yield `\n${oneLine(group.heading)}\n`;
      yield { type: 'works', works: group.items, write: (item) => `\n${reference(item)}\n${below(item)}` };
    }
    if (passages.length) yield '\nPassages\n';
    yield { type: 'passages', passages, write: quote };
  },
};
