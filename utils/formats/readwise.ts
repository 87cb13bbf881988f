import { type Passage, quotedWords } from '../model/passage';
import { csvRow } from './csv-cell';
import type { Format } from './format';

/** `2026-03-14 12:00:00`, in UTC. */
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

function highlight({ selectors, page, remark, tags, created }: Passage): string {
  // A note of Readwise begins with its tags, each a word behind a full stop.
  const marks = tags.map((tag) => `.${tag.trim().replace(/\s+/g, '_')}`).join(' ');
  const note = [marks, remark].filter(Boolean).join('\n');
  return csvRow([quotedWords(selectors), page.title, '', page.url, note, '', stamp(created)]);
}

/** Passages in the columns that Readwise imports (https://readwise.io/import_bulk). */
export const readwise: Format = {
  id: 'readwise',
  label: 'Readwise CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  holdsPassages: true,
  *parts({ passages }) {
    yield csvRow(['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date']);
    yield { type: 'passages', passages, write: highlight };
  },
};
