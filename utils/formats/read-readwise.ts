import { csvRows, unguarded } from './csv-cell';
import { type BrokenEntry, brokenEntry, type ReadFile, type ReadPassage, tagsFrom, unreadable } from './read-file';

/** The tags at the beginning of a note (`.one .two_words`), and the words behind them. */
function readNote(note: string): { readonly tags: readonly string[]; readonly remark: string } {
  const marks = /^\.[^\s.]\S*(?: \.[^\s.]\S*)*(?=\n|$)/.exec(note)?.[0] ?? '';
  return {
    tags: tagsFrom(marks.split(' ').map((mark) => mark.slice(1).replaceAll('_', ' '))),
    remark: note.slice(marks.length).replace(/^\n/, ''),
  };
}

/** Passages of a CSV file with Readwise's columns, in any order. */
export function readReadwise(text: string): ReadFile {
  const [head = [], ...rows] = csvRows(text);
  const columns = head.map((name) => name.trim().toLowerCase());
  const column = (...names: readonly string[]): number => columns.findIndex((name) => names.includes(name));
  const at = {
    quote: column('highlight'),
    title: column('title', 'book title'),
    url: column('url', 'source url'),
    note: column('note'),
    date: column('date', 'highlighted at'),
    tags: column('tags', 'document tags'),
  };
  if (at.quote < 0) return unreadable('whyNoHighlightColumn', text);
  const passages: ReadPassage[] = [];
  const broken: BrokenEntry[] = [];
  for (const [i, row] of rows.entries()) {
    const cell = (index: number): string => unguarded(row[index] ?? '');
    const exact = cell(at.quote);
    const url = cell(at.url);
    const why = !exact.trim() ? 'whyNoQuote' : /^(?:https?|file):/i.test(url) ? undefined : 'whyNoPage';
    if (why) {
      broken.push(brokenEntry(['row', i + 2], why, row.join(', ')));
      continue;
    }
    const { tags, remark } = readNote(cell(at.note));
    const date = cell(at.date).trim();
    const created = Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(date) ? `${date.replace(' ', 'T')}Z` : date);
    passages.push({
      url,
      title: cell(at.title),
      quote: { exact, prefix: '', suffix: '' },
      remark,
      tags: tagsFrom([...tags, ...cell(at.tags).split(',')]),
      ...(Number.isNaN(created) ? {} : { created }),
    });
  }
  return { items: [], passages, broken };
}
