import { type BrokenEntry, type BrokenWhy, brokenEntry } from './read-file';

/** One entry of a BibTeX file: names in lower case, values as LaTeX, macros filled in. */
export interface BibEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly where: string;
}

const MONTHS = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, String(i + 1)]),
);

/** Why an entry cannot be read; caught where the entry began. */
class Unreadable extends Error {
  constructor(readonly why: BrokenWhy) {
    super(why);
  }
}

/** For each place with a brace that is closed, where that is; 0 for all others. */
function closesIn(text: string): Int32Array {
  const closes = new Int32Array(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) open.push(at);
    else if (code === 125 && open.length > 0) closes[open.pop()!] = at;
  }
  return closes;
}

/** Reads the entries of a BibTeX or BibLaTeX file; after a broken one it goes on at the next line that begins with `@`. */
export function readBibEntries(text: string): {
  readonly entries: readonly BibEntry[];
  readonly broken: readonly BrokenEntry[];
} {
  const entries: BibEntry[] = [];
  const broken: BrokenEntry[] = [];
  const macros: Record<string, string> = { ...MONTHS };
  let at = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (offset: number): number => {
    for (; counted < offset; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };

  const spaces = (): void => {
    const white = /(?:\s|%[^\n]*\n)*/y;
    white.lastIndex = at;
    white.exec(text);
    at = white.lastIndex;
  };
  const word = (): string => {
    spaces();
    const name = /[^\s,={}()"#%]+/y;
    name.lastIndex = at;
    const found = name.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  let closes: Int32Array | undefined;
  /** Where a brace is closed. BibTeX counts braces even behind a backslash. */
  const closeOf = (open: number): number => {
    let depth = 0;
    for (let i = open; !closes && i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 123) depth++;
      else if (code === 125 && --depth === 0) return i;
    }
    // Of thousands of entries that are not closed, only the first is looked through to the end of the file.
    closes ??= closesIn(text);
    if (closes[open] === 0) throw new Unreadable('whyUnclosedBrace');
    return closes[open]!;
  };
  /** Text between braces, without them. */
  const braced = (): string => {
    const [from, close] = [at + 1, closeOf(at)];
    at = close + 1;
    return text.slice(from, close);
  };
  const quotedText = (): string => {
    const from = ++at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 123) at = closeOf(at);
      else if (code === 34) return text.slice(from, at++);
    }
    throw new Unreadable('whyUnclosedQuotes');
  };
  const value = (): string => {
    let whole = '';
    for (;;) {
      spaces();
      if (text[at] === '{') whole += braced();
      else if (text[at] === '"') whole += quotedText();
      else {
        const name = word();
        if (!name) throw new Unreadable('whyNoValue');
        whole += /^\d+$/.test(name) ? name : (macros[name.toLowerCase()] ?? name);
      }
      spaces();
      if (text[at] !== '#') return whole;
      at++;
    }
  };
  const field = (): readonly [string, string] => {
    const name = word();
    spaces();
    if (!name || text[at] !== '=') throw new Unreadable('whyNoField');
    at++;
    return [name.toLowerCase(), value()];
  };
  const entry = (type: string, start: number): void => {
    const close = text[at] === '(' ? ')' : '}';
    at++;
    if (type === 'string') {
      const [name, words] = field();
      macros[name] = words;
      return;
    }
    const key = word();
    const fields: Record<string, string> = Object.create(null);
    for (;;) {
      spaces();
      if (text[at] === ',') at++;
      spaces();
      if (text[at] === close) break;
      if (at >= text.length) throw new Unreadable('whyUnclosedEntry');
      const [name, words] = field();
      fields[name] ??= words;
    }
    at++;
    entries.push({ type, key, fields, where: `line ${lineAt(start)}` });
  };

  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', at)) {
    const opening = /@([a-zA-Z]+)\s*[{(]/y;
    opening.lastIndex = start;
    const type = opening.exec(text)?.[1]?.toLowerCase();
    at = start + 1;
    if (!type || type === 'comment') continue;
    at = opening.lastIndex - 1;
    try {
      if (type === 'preamble') braced();
      else entry(type, start);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const next = /\n\s*@/g;
      next.lastIndex = start + 1;
      const found = next.exec(text);
      at = found ? next.lastIndex - 1 : text.length;
      broken.push(brokenEntry(['line', lineAt(start)], error.why, text.slice(start, at).trim()));
    }
  }
  return { entries, broken };
}
