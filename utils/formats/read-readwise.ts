import { COLOURS, type Colour } from '../model/passage';
import { csvRows, unguarded } from './csv-cell';
import {
  type BrokenEntry,
  type BrokenWhy,
  brokenEntry,
  type ReadFile,
  type ReadItem,
  type ReadPassage,
  tagsFrom,
  unreadable,
} from './read-file';

/** The tags at the beginning of a note (`.one .two_words`), and the words behind them. */
function readNote(note: string): { readonly tags: readonly string[]; readonly remark: string } {
  const marks = /^\.[^\s.]\S*(?: \.[^\s.]\S*)*(?=\n|$)/.exec(note)?.[0] ?? '';
  return {
    tags: tagsFrom(marks.split(' ').map((mark) => mark.slice(1).replaceAll('_', ' '))),
    remark: note.slice(marks.length).replace(/^\n/, ''),
  };
}

/** A time as Readwise writes it, `2026-03-14 12:00:00+00:00`; without an offset it is UTC. */
function readTime(date: string): { readonly created?: number } {
  const iso = date.trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T');
  const created = Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(created) ? {} : { created };
}

/** Characters of highlights that one work's remark takes: a remark has room for 50,000. */
const MOST_IN_REMARK = 45_000;

/** A book, of which there is no page: its highlights are kept as the remark of a work. */
interface Book {
  readonly title: string;
  readonly author: string;
  readonly isBook: boolean;
  readonly tags: string[];
  remark: string;
}

function bookItem({ title, author, isBook, tags, remark }: Book): ReadItem {
  const type = isBook ? 'book' : 'document';
  const csl = { id: '', type, title, ...(author && { author: [{ literal: author }] }) };
  return { csl, title: [title], remark, tags: tagsFrom(tags) };
}

/**
 * Passages of a CSV file with Readwise's columns, in any order. Highlights of books have no address, and become the remark of their
 * book.
 */
export function readReadwise(text: string): ReadFile {
  const [head = [], ...rows] = csvRows(text);
  const columns = head.map((name) => name.trim().toLowerCase());
  const column = (...names: readonly string[]): number => columns.findIndex((name) => names.includes(name));
  const at = {
    quote: column('highlight'),
    title: column('title', 'book title'),
    author: column('author', 'book author'),
    amazon: column('amazon book id'),
    url: column('url', 'source url'),
    note: column('note'),
    colour: column('color', 'colour'),
    date: column('date', 'highlighted at'),
    tags: column('tags'),
    ofDocument: column('document tags'),
  };
  if (at.quote < 0) return unreadable('whyNoHighlightColumn', text);
  const passages: ReadPassage[] = [];
  const broken: BrokenEntry[] = [];
  const books = new Map<string, Book>();
  for (const [i, row] of rows.entries()) {
    const cell = (index: number): string => unguarded(row[index] ?? '');
    const leaveOut = (why: BrokenWhy) => broken.push(brokenEntry(['row', i + 2], why, row.join(', ')));
    const exact = cell(at.quote);
    const [url, title, author] = [cell(at.url), cell(at.title).trim(), cell(at.author).trim()];
    if (!exact.trim()) {
      leaveOut('whyNoQuote');
      continue;
    }
    const note = readNote(cell(at.note));
    const tags = [...note.tags, ...cell(at.tags).split(','), ...cell(at.ofDocument).split(',')];
    if (/^(?:https?|file):/i.test(url)) {
      const colour = COLOURS.find((name) => name === cell(at.colour).trim().toLowerCase()) as Colour | undefined;
      passages.push({
        url,
        title: cell(at.title),
        quote: { exact, prefix: '', suffix: '' },
        ...(colour && { colour }),
        remark: note.remark,
        tags: tagsFrom(tags),
        ...readTime(cell(at.date)),
      });
    } else if (!title) leaveOut('whyNoPage');
    else {
      const key = JSON.stringify([title, author]);
      const book = books.get(key) ?? { title, author, isBook: cell(at.amazon) !== '', tags: [], remark: '' };
      books.set(key, book);
      const words = [`“${exact.trim()}”`, note.remark].filter(Boolean).join('\n');
      if (book.remark.length + words.length > MOST_IN_REMARK) leaveOut('whyRemarkFull');
      else book.remark = [book.remark, words].filter(Boolean).join('\n\n');
      book.tags.push(...tags);
    }
  }
  return { items: [...books.values()].map(bookItem), passages, broken };
}
