import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';

/** A time later or earlier than this is none: dates cannot be made of it (https://tc39.es/ecma262/#sec-time-values-and-time-range). */
const LAST_TIME = 8.64e15;

const QUOTE = { exact: '', prefix: '', suffix: '' };
const NAME = { 'family?': '', 'given?': '', 'literal?': '' };

// What a name ends with a question mark for may be missing, but not be something else.
const PASSAGE = {
  page: { url: '', title: '', keys: [''] },
  selectors: { quote: QUOTE, 'more?': [{ quote: QUOTE }] },
  colour: 'yellow',
  remark: '',
  tags: [''],
  created: 0,
  modified: 0,
  'deleted?': 0,
};
const ITEM = {
  work: {
    csl: {
      id: '',
      type: 'document',
      'title?': '',
      'container-title?': '',
      'author?': [NAME],
      'editor?': [NAME],
      'issued?': { 'date-parts?': [[]] },
    },
    'title?': [],
    ids: [{ scheme: '', value: '' }],
    kind: 'document',
    abstract: [{ paragraphs: [[]] }],
    notices: [{ kind: '', source: '' }],
    freeCopies: [{ url: '' }],
    provenance: {},
  },
  status: 'to-read',
  'headline?': '',
  'collections?': [''],
  remark: '',
  tags: [''],
  encounters: [{ url: '', title: '', 'sentence?': '', at: 0 }],
  added: 0,
  modified: 0,
  'deleted?': 0,
};

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is of the sort of a pattern: a list, an object, a text, or a time of which a date can be made. */
function isLike(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) return Array.isArray(value);
  if (typeof pattern === 'object') return isObject(value);
  if (typeof pattern === 'number') return typeof value === 'number' && Math.abs(value) <= LAST_TIME;
  return typeof value === typeof pattern;
}

/** Of a list, what is like the pattern of one; all, where there is no such pattern. */
function filledList(list: readonly unknown[], [sample]: readonly unknown[]): readonly unknown[] {
  if (sample === undefined) return list;
  const whole = list.filter((each) => isLike(each, sample)).map((each) => filled(each, sample));
  return whole.length === list.length && whole.every((each, index) => each === list[index]) ? list : whole;
}

function filledFields(fields: Fields, pattern: Fields): Fields {
  let whole = fields;
  for (const name in pattern) {
    const own = name.replace('?', '');
    const mayMiss = own !== name;
    if (mayMiss && fields[own] === undefined) continue;
    const part = mayMiss && !isLike(fields[own], pattern[name]) ? undefined : filled(fields[own], pattern[name]);
    if (part === fields[own]) continue;
    if (whole === fields) whole = { ...fields };
    if (part === undefined) delete whole[own];
    else whole[own] = part;
  }
  return whole;
}

/** A value with what is missing in it, or is something else there, as in the pattern. One that has all comes back itself. */
function filled(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(pattern)) return Array.isArray(value) ? filledList(value, pattern) : [];
  if (isObject(pattern)) return filledFields(isObject(value) ? value : {}, pattern);
  return isLike(value, pattern) ? value : pattern;
}

/** A passage of which parts may be missing, shown and searched as far as it is there: one damaged row must not close the library. */
export const wholePassage = <Row extends Passage>(row: Row): Row => filled(row, PASSAGE) as Row;

/** As {@link wholePassage}, an item of the reading list. */
export const wholeItem = <Row extends ReadingItem>(row: Row): Row => filled(row, ITEM) as Row;
