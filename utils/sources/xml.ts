import { decodeEntities } from '../works/entities';

/** An element of an XML answer. Names are without namespace prefix (`arxiv:doi` is `doi`), in the answer's own case. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The markup between its tags as it came: titles and abstracts have marks of their own, which `cleanInline` reads. */
  readonly inner: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  readonly from: number;
}

const TAG = /<(?:(!--)|(!\[CDATA\[)|[!?][^<>]*>|(\/?)(?:[\w.-]+:)?([A-Za-z_][\w.-]*)([^<>]*)>)/g;
/** No record is nested deeper; more is an attack or an accident. */
const DEEPEST = 200;
const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(raw: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  if (raw.length > 1)
    for (const [, name, double, single] of raw.matchAll(ATTRIBUTE))
      found[name!] = decodeEntities(double ?? single ?? '').trim();
  return found;
}

/**
 * The first element of an XML text with all that is in it: a service worker has no DOMParser, and general parsers lose the
 * order of words and marks in titles. External entities are never read. Linear in the text's length.
 *
 * @returns undefined where there is none, or where its end is missing (half an answer) or nothing real is nested so deep.
 */
export function readXml(body: string): XmlElement | undefined {
  const open: Open[] = [];
  TAG.lastIndex = 0;
  for (let match = TAG.exec(body); match; match = TAG.exec(body)) {
    const [whole, comment, characters, slash, name, rest] = match;
    if (comment || characters) {
      const closer = comment ? '-->' : ']]>';
      const end = body.indexOf(closer, TAG.lastIndex);
      if (end < 0) return undefined;
      TAG.lastIndex = end + closer.length;
    }
    if (!name) continue;
    if (!slash) {
      const isEmpty = rest!.endsWith('/');
      const attributes = attributesOf(rest!);
      if (!isEmpty) {
        if (open.length === DEEPEST) return undefined;
        open.push({ name, attributes, children: [], from: match.index + whole.length });
        continue;
      }
      const parent = open.at(-1);
      if (!parent) return { name, attributes, children: [], inner: '' };
      parent.children.push({ name, attributes, children: [], inner: '' });
      continue;
    }
    const place = open.findLastIndex((each) => each.name === name);
    if (place < 0) continue;
    while (open.length > place) {
      const { from, ...element } = open.pop()!;
      const done: XmlElement = { ...element, inner: body.slice(from, match.index) };
      if (open.length === 0) return done;
      open.at(-1)!.children.push(done);
    }
  }
  return undefined;
}

/** The children of an element with a name; with several names, the children of children, step by step. */
export function elements(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  let found = element ? [element] : [];
  for (const name of path) found = found.flatMap((each) => each.children.filter((child) => child.name === name));
  return found;
}

/** The markup of the first element at a path; empty where there is none. */
export const innerOf = (element: XmlElement | undefined, ...path: readonly string[]): string =>
  elements(element, ...path)[0]
    ?.inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .trim() ?? '';

/** The words of the first element at a path, without marks and entities. */
export const wordsOf = (element: XmlElement | undefined, ...path: readonly string[]): string =>
  decodeEntities(innerOf(element, ...path).replace(/<[^<>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
