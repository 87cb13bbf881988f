import { type Collection, GRADES } from '../model/collection';
import { COLOURS, type Passage } from '../model/passage';
import { type ReadingItem, STATUSES } from '../model/reading-item';
import { LONGEST_DEFINITION, LONGEST_WORD, type Term } from '../model/term';
import { KINDS } from '../model/work';

/** When a row was changed last (see `model/stamp.ts`); missing in backups from before there were stamps. */
interface Stamped {
  readonly stamp?: string;
}

/** A row of the library in a backup, with what is in the trash. */
export type BackupRow =
  | { readonly table: 'passages'; readonly row: Passage & Stamped }
  | { readonly table: 'items'; readonly row: ReadingItem & Stamped & { readonly keys: readonly string[] } }
  | { readonly table: 'collections'; readonly row: Collection & Stamped }
  | { readonly table: 'terms'; readonly row: Term & Stamped };

/** First line of a backup. */
export interface BackupHead {
  readonly format: 'ibid-backup';
  readonly version: number;
  /** ISO 8601. */
  readonly made: string;
}

/** Last line of a backup: a file without it is not whole. */
export interface BackupEnd {
  /** Number of rows between head and end. */
  readonly rows: number;
}

/**
 * Why a line cannot be used: the name of its words (those of `library`), with what they need, which is first the part of the row that is
 * wrong.
 */
export type LineWhy =
  | readonly [name: 'lineNotJson' | 'lineForeign' | 'lineHead' | 'lineEnd']
  | readonly [name: PartWhy, part: string]
  | readonly [name: 'partNotOneOf', part: string, words: string]
  | readonly [name: 'partTooLong', part: string, most: number];
type PartWhy =
  | 'partNotText'
  | 'partNotId'
  | 'partNotTime'
  | 'partNotAddress'
  | 'partMissing'
  | 'partNotList'
  | 'partTooDeep';

/** One line of a backup, read; `wrong` says why it cannot be used. */
export type BackupLine =
  | { readonly type: 'head'; readonly head: BackupHead }
  | { readonly type: 'row'; readonly row: BackupRow }
  | { readonly type: 'end'; readonly end: BackupEnd }
  | { readonly type: 'wrong'; readonly why: LineWhy };

/** The version that is written. Higher ones are refused, lower ones read. */
export const BACKUP_VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;
/** Says what is wrong with a part that is called so; undefined where nothing is. */
type Check = (value: unknown, part: string) => LineWhy | undefined;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTrue =
  (test: (value: unknown) => boolean, name: PartWhy): Check =>
  (value, part) =>
    test(value) ? undefined : [name, part];
const text = isTrue((value) => typeof value === 'string', 'partNotText');
const id = isTrue((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value), 'partNotId');
const time = isTrue(Number.isFinite, 'partNotTime');
/** What becomes a link must not run code. */
const address = isTrue((value) => typeof value === 'string' && /^(https?|file|ftp):/i.test(value), 'partNotAddress');
const anything = isTrue(isObject, 'partMissing');
const oneOf =
  (words: readonly string[]): Check =>
  (value, part) =>
    words.includes(value as string) ? undefined : ['partNotOneOf', part, words.join(', ')];
const optional =
  (check: Check): Check =>
  (value, part) =>
    value === undefined ? undefined : check(value, part);
const list =
  (check: Check): Check =>
  (value, part) => {
    if (!Array.isArray(value)) return ['partNotList', part];
    for (const [index, each] of value.entries()) {
      const why = check(each, `${part}[${index}]`);
      if (why) return why;
    }
    return undefined;
  };
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, part) => {
    if (!isObject(value)) return ['partMissing', part];
    for (const [name, check] of Object.entries(fields)) {
      const why = check(value[name], `${part}.${name}`);
      if (why) return why;
    }
    return undefined;
  };

const values =
  (check: Check): Check =>
  (value, part) =>
    isObject(value) ? list(check)(Object.values(value), part) : ['partMissing', part];

/** Text with marks, as deep as any honest title or abstract goes. */
const inline =
  (depth: number): Check =>
  (value, part) => {
    if (typeof value === 'string') return undefined;
    if (depth === 0) return ['partTooDeep', part];
    const mark = object({ mark: oneOf(['em', 'strong', 'sub', 'sup', 'formula']), children: list(inline(depth - 1)) });
    return mark(value, part);
  };
const rich = list(inline(20));

const quote = object({ exact: text, prefix: text, suffix: text });
const PASSAGE = object({
  id,
  page: object({ url: address, title: text, keys: list(text) }),
  selectors: object({ quote, more: optional(list(object({ quote }))) }),
  colour: oneOf(COLOURS),
  remark: text,
  tags: list(text),
  created: time,
  modified: time,
  deleted: optional(time),
});

const name = object({ family: optional(text), given: optional(text), literal: optional(text) });
const date = object({ 'date-parts': optional(list(list(time))) });

const ITEM = object({
  id,
  work: object({
    csl: object({
      id: text,
      type: text,
      title: optional(text),
      'container-title': optional(text),
      author: optional(list(name)),
      editor: optional(list(name)),
      issued: optional(date),
    }),
    title: optional(rich),
    ids: list(object({ scheme: text, value: text })),
    kind: oneOf(KINDS),
    abstract: list(object({ heading: optional(text), paragraphs: list(rich) })),
    notices: list(object({ kind: text, source: text })),
    freeCopies: list(object({ url: text })),
    provenance: anything,
  }),
  status: oneOf(STATUSES),
  headline: optional(text),
  collections: optional(list(id)),
  remark: text,
  tags: list(text),
  encounters: list(object({ url: address, title: text, sentence: optional(text), at: time })),
  added: time,
  modified: time,
  deleted: optional(time),
  keys: list(text),
});

const search = object({ section: oneOf(['items', 'passages']), text, chosen: anything, order: text });
const COLLECTION = object({
  id,
  name: text,
  introduction: text,
  order: list(id),
  search: optional(search),
  topicSearch: optional(search),
  grades: optional(values(oneOf(GRADES))),
  related: optional(list(id)),
  created: time,
  modified: time,
  deleted: optional(time),
});

/** A text that says something and is no longer than it may be. */
const words =
  (most: number): Check =>
  (value, part) => {
    if (typeof value !== 'string' || value.trim() === '') return ['partMissing', part];
    return value.length > most ? ['partTooLong', part, most] : undefined;
  };
// As `readTerm` wants it, which would leave out what is not.
const termId = isTrue((value) => typeof value === 'string' && /^[\w-]{8,64}$/.test(value), 'partNotId');
const TERM = object({ id: termId, word: words(LONGEST_WORD), definition: words(LONGEST_DEFINITION), modified: time });

/** For each table how its rows must look, and what one of them is called. */
const ROWS: Readonly<Record<string, { readonly check: Check; readonly called: string }>> = {
  passages: { check: PASSAGE, called: 'passage' },
  items: { check: ITEM, called: 'work' },
  collections: { check: COLLECTION, called: 'collection' },
  terms: { check: TERM, called: 'word' },
};

const wrong = (...why: LineWhy): BackupLine => ({ type: 'wrong', why });

/** Reads one line of a backup, of whatever origin. Never throws. */
export function readBackupLine(line: string): BackupLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return wrong('lineNotJson');
  }
  if (!isObject(value)) return wrong('lineForeign');
  if (value.format === 'ibid-backup') {
    if (typeof value.version !== 'number' || typeof value.made !== 'string') return wrong('lineHead');
    return { type: 'head', head: { format: 'ibid-backup', version: value.version, made: value.made } };
  }
  if (value.end === true) {
    return Number.isSafeInteger(value.rows) ? { type: 'end', end: { rows: value.rows as number } } : wrong('lineEnd');
  }
  const rows = Object.hasOwn(ROWS, String(value.table)) ? ROWS[String(value.table)] : undefined;
  if (!rows) return wrong('lineForeign');
  const { check, called } = rows;
  const why = check(value.row, called);
  if (why) return wrong(...why);
  return { type: 'row', row: { table: value.table, row: value.row } as unknown as BackupRow };
}
