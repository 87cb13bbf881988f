import { COLOURS, type Colour, MOST_PLACES } from '../model/passage';
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
import { isDamaged, readJson } from './read-json';

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Unknown[] => (Array.isArray(value) ? value : [value]).filter(isObject);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Selectors of a target, those that refine others too. */
const selectors = (target: Unknown): readonly Unknown[] =>
  objects(target.selector).flatMap((selector) => [selector, ...objects(selector.refinedBy)]);

const addressOf = (source: unknown): string => text(source) || text(objects(source)[0]?.id);

/** Where the words of a passage stand: what its targets on one page say. */
function placedAll(targets: readonly Unknown[]): (ReturnType<typeof placed> & Pick<ReadPassage, 'more'>) | undefined {
  const [first, ...others] = targets.slice(0, MOST_PLACES).flatMap((target) => placed(target) ?? []);
  const more = others.map(({ colour: _colour, ...place }) => place);
  return first && (more.length > 0 ? { ...first, more } : first);
}

/** What the two formats say alike: where words stand. */
function placed(target: Unknown | undefined): Pick<ReadPassage, 'quote' | 'position' | 'colour'> | undefined {
  if (!target) return undefined;
  const all = selectors(target);
  const quote = all.find(({ exact }) => typeof exact === 'string' && exact);
  if (!quote) return undefined;
  const position = all.find(({ start, end }) => Number.isInteger(start) && Number.isInteger(end));
  const colour = COLOURS.find((name) => name === target.styleClass) as Colour | undefined;
  return {
    quote: { exact: text(quote.exact), prefix: text(quote.prefix), suffix: text(quote.suffix) },
    ...(position && { position: { start: position.start as number, end: position.end as number } }),
    ...(colour && { colour }),
  };
}

const time = (value: unknown): { readonly created?: number } => {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? {} : { created: at };
};

/** What one entry tells: a passage, or the page itself where no words of it are marked. */
type Entry = ReadPassage | ReadItem;

/** A note on a whole page, as the remark of that page in the reading list; undefined where nothing is noted. */
function pageNote(url: string, title: string, remark: string, tags: readonly string[]): ReadItem | undefined {
  if (!remark.trim() && tags.length === 0) return undefined;
  const csl = { id: '', type: 'webpage', ...(title && { title }), URL: url };
  return { csl, title: title ? [title] : [], remark, tags };
}

function readAnnotation(entry: Unknown): Entry | BrokenWhy {
  const targets = objects(entry.target);
  const [target] = targets;
  const url = addressOf(target?.source) || text(target?.id) || text(entry.target);
  const isHere = ({ source }: Unknown) => (addressOf(source) || url) === url;
  const place = placedAll(targets.filter(isHere));
  if (!/^(?:https?|file):/i.test(url)) return 'whyNoPage';
  const bodies = objects(entry.body);
  const tags = bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => text(value));
  const remarks = bodies
    .filter(({ purpose, value }) => purpose !== 'tagging' && text(value))
    .map(({ value }) => text(value));
  const remark = [text(entry.bodyValue), ...remarks].filter(Boolean).join('\n\n');
  const title = text(target?.['dc:title']) || text(objects(target?.source)[0]?.title);
  if (!place) return pageNote(url, title, remark, tagsFrom(tags)) ?? 'whyNoQuote';
  return { url, title, ...place, remark, tags: tagsFrom(tags), ...time(entry.created) };
}

function readRow(entry: Unknown): Entry | BrokenWhy {
  const url = text(entry.uri);
  const place = placedAll(objects(entry.target));
  if (!/^(?:https?|file):/i.test(url)) return 'whyNoPage';
  const [document] = objects(entry.document);
  const title = Array.isArray(document?.title) ? text(document.title[0]) : text(document?.title);
  const tags = tagsFrom(Array.isArray(entry.tags) ? entry.tags.map(text) : []);
  const remark = text(entry.text);
  if (!place && Array.isArray(entry.references) && entry.references.length > 0) return 'whyAnswer';
  if (!place) return pageNote(url, title, remark, tags) ?? 'whyNoQuote';
  return { url, title, ...place, remark, tags, ...time(entry.created) };
}

function readList(
  source: string,
  listOf: (value: unknown) => readonly unknown[],
  read: (entry: Unknown) => Entry | BrokenWhy,
): ReadFile {
  const value = readJson(source);
  if (value === undefined) return unreadable('whyNotJson', source);
  const items: ReadItem[] = [];
  const passages: ReadPassage[] = [];
  const broken: BrokenEntry[] = [];
  for (const [i, entry] of listOf(value).entries()) {
    const found = isObject(entry) ? read(entry) : 'whyNotObject';
    if (isDamaged(entry)) broken.push(brokenEntry(['entry', i + 1], 'whyNotJson', entry.damaged));
    else if (typeof found === 'string') broken.push(brokenEntry(['entry', i + 1], found, JSON.stringify(entry) ?? ''));
    else if ('quote' in found) passages.push(found);
    else items.push(found);
  }
  return { items, passages, broken };
}

/** Passages, and notes on whole pages, of a W3C Web Annotation file: one annotation, a list, a page or a collection with its first page. */
export const readWebAnnotation = (source: string): ReadFile =>
  readList(
    source,
    (value) => {
      if (Array.isArray(value)) return value;
      const top = isObject(value) ? value : {};
      const list = top.items ?? top['@graph'] ?? objects(top.first)[0]?.items;
      return Array.isArray(list) ? list : [value];
    },
    readAnnotation,
  );

/** Passages, and notes on whole pages, in the shape of the Hypothesis API: an answer of `search`, or its rows alone. */
export const readHypothesis = (source: string): ReadFile =>
  readList(
    source,
    (value) => {
      if (Array.isArray(value)) return value;
      const list = isObject(value) ? (value.rows ?? value.annotations) : undefined;
      return Array.isArray(list) ? list : [value];
    },
    readRow,
  );
