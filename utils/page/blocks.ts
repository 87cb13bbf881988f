import type { Place } from '../model/snapshot';
import {
  asElement,
  attributeOf,
  firstChildOf,
  has,
  idOf,
  lastChildOf,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  shadowOf,
  tagOf,
  textOf,
} from './dom';

/** Siblings between which nothing but inline markup stands. */
export interface Run {
  readonly first: Node | null;
  readonly last: Node | null;
  /** The element of which the run is all; `first` and `last` are then read when they are asked for. */
  readonly whole?: Element;
  readonly place: Place;
}

/** Holds nothing that could be read, or is the reader's own text: editors are left alone. */
export const SKIPPED = new Set(
  'script style noscript template svg iframe embed textarea select input button canvas video audio head map datalist'.split(
    ' ',
  ),
);

/** What can have a shadow root. */
export const HOSTS = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** What can be dismissed whole. */
const LISTS = /^(?:ul|ol|dl|table|nav)$/;

/** Names of the elements that divide no words. */
export const INLINE_TAGS =
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr input button';
/** Elements that divide no words, and what holds none. */
export const INLINE = new Set([...INLINE_TAGS.split(' '), ...SKIPPED, 'math']);
const NOT_INLINE = `:not(${INLINE_TAGS.split(' ').join(',')})`;

const NAVIGATION =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|toc|tableofcontents|pagination|pager|sitemap)(?:$|[\s_-])/i;

const isEditable = (element: Element): boolean => {
  const value = attributeOf(element, 'contenteditable');
  return (value !== null && value !== 'false') || attributeOf(element, 'role') === 'textbox';
};

/** What an element makes of everything inside it, or, of a leaf, of its own words. */
export function placeOf(element: Element, tag: string, around: Place, isPlain = false): Place {
  if (tag === 'nav') return 'navigation';
  if (tag === 'pre') return around === 'navigation' ? around : 'code';
  if (/^h[1-6]$/.test(tag)) return around === 'navigation' ? around : 'heading';
  // A single line is not called a menu: what is around it is.
  if (around !== 'text' || isPlain) return around;
  const words = `${attributeOf(element, 'class') ?? ''} ${idOf(element)} ${attributeOf(element, 'role') ?? ''}`;
  return words.length > 2 && words.length < 300 && NAVIGATION.test(words) ? 'navigation' : around;
}

/** The place of a node that is looked at by itself, from everything around it. */
function placeAround(node: Node): Place {
  const chain: Element[] = [];
  for (let at = parentOf(node), depth = 0; at && depth < 60; at = parentOf(at), depth++) {
    const element = asElement(at);
    if (element) chain.push(element);
  }
  return chain.reduceRight<Place>((place, element) => placeOf(element, tagOf(element), place), 'text');
}

/** Whether an element is left alone with all that is in it. */
export const isSkipped = (element: Element, tag: string): boolean => SKIPPED.has(tag) || isEditable(element);

/** What no parser puts a block into. */
const PLAIN = /^(?:p|h[1-6])$/;

/** Whether an element holds nothing but running text. */
export const isLeaf = (element: Element, tag = tagOf(element)): boolean => PLAIN.test(tag) || !has(element, NOT_INLINE);

/** Whether a node belongs to the run of text around it. */
export function isInline(node: Node): boolean {
  const element = asElement(node);
  if (!element) return true;
  const tag = tagOf(element);
  if (tag === 'br') return true;
  return (INLINE.has(tag) || tag.includes('-')) && (SKIPPED.has(tag) || !has(element, NOT_INLINE));
}

/** What a node is inline in: the element that {@link WholeRun} is all of, where there is one. */
export function blockAround(node: Node): Node {
  let at = node;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const parent = parentOf(at);
    const tag = parent && asElement(parent) ? tagOf(parent as Element) : '';
    if (tag === '' || !(INLINE.has(tag) || tag.includes('-'))) return parent ?? at;
    at = parent!;
  }
  return at;
}

/** All of an element. Touches none of its nodes before somebody asks: most runs are dismissed by a look from outside. */
export class WholeRun implements Run {
  constructor(
    readonly whole: Element,
    readonly place: Place,
  ) {}

  get first(): Node | null {
    return firstChildOf(this.whole);
  }

  get last(): Node | null {
    return lastChildOf(this.whole);
  }
}

/** Deepest nesting that is followed; deeper text is not looked at. */
const DEEPEST = 512;

/** Most siblings that are read as one run. */
const LONGEST_RUN = 5000;

/**
 * Walks everything under a node and yields its runs of text, in order. `onShadow` hears of every open shadow root met on
 * the way; lists and tables of which `mayHold` says no are passed over. A generator, so that the walk can stop between any two runs.
 */
export function* runsIn(
  root: Node,
  onShadow: (root: ShadowRoot) => void,
  mayHold: (list: Element) => boolean,
): Generator<Run | undefined> {
  const element = asElement(root);
  if (element && isSkipped(element, tagOf(element))) return;
  if (root.nodeType === 3 || (element && isInline(root))) {
    yield { first: root, last: root, place: placeAround(root) };
    return;
  }
  const around = element ? placeOf(element, tagOf(element), placeAround(root)) : 'text';
  const stack: { next: Node | null; place: Place }[] = [{ next: firstChildOf(root), place: around }];
  if (element) {
    const shadow = shadowOf(element);
    if (shadow) onShadow(shadow);
  }
  while (stack.length > 0) {
    const level = stack.at(-1)!;
    const node = level.next;
    if (!node) {
      stack.pop();
      continue;
    }
    level.next = nextSiblingOf(node);
    const child = asElement(node);
    if (!child && node.nodeType !== 3) continue;

    if (child) {
      const tag = tagOf(child);
      if (SKIPPED.has(tag)) continue;
      const shadow = HOSTS.test(tag) ? shadowOf(child) : null;
      if (shadow) onShadow(shadow);
      const isCustom = tag.includes('-');
      if (!INLINE.has(tag) && !(isCustom && isInline(child))) {
        const isPlain = isLeaf(child, tag);
        if (!isPlain && (isEditable(child) || (LISTS.test(tag) && !mayHold(child)))) continue;
        const place = placeOf(child, tag, level.place, isPlain);
        if (isPlain) {
          yield new WholeRun(child, place);
        } else if (stack.length < DEEPEST) {
          stack.push({ next: firstChildOf(child), place });
          yield undefined;
        }
        continue;
      }
      if (!isCustom && !isInline(child)) {
        if (stack.length < DEEPEST) stack.push({ next: firstChildOf(child), place: placeOf(child, tag, level.place) });
        yield undefined;
        continue;
      }
    }
    let last = node;
    let isBlank = child === undefined && !/\S/.test(textOf(node) ?? '');
    // Comments divide nothing: frameworks put them between the parts of a sentence.
    let length = 1;
    while (level.next && length++ < LONGEST_RUN && (level.next.nodeType === 8 || isInline(level.next))) {
      last = level.next;
      isBlank &&= last.nodeType !== 1 && (last.nodeType === 8 || !/\S/.test(textOf(last) ?? ''));
      const inline = asElement(last);
      const shadow = inline && tagOf(inline).includes('-') ? shadowOf(inline) : null;
      if (shadow) onShadow(shadow);
      level.next = nextSiblingOf(last);
    }
    if (!isBlank) yield { first: node, last, place: level.place };
  }
}

/**
 * The run of text that a node is in, after something in it has changed.
 *
 * @returns undefined where the node is no part of running text: then everything under it is to be walked.
 */
export function runAround(node: Node): Run | undefined {
  let at = node;
  for (let depth = 0; ; depth++) {
    if (!isInline(at) || depth > 60) return undefined;
    const parent = asElement(parentOf(at));
    if (!parent || !(INLINE.has(tagOf(parent)) || tagOf(parent).includes('-'))) break;
    at = parent;
  }
  let first = at;
  let last = at;
  for (let step = 0; step < LONGEST_RUN / 2; step++) {
    const before = previousSiblingOf(first);
    if (!before || !isInline(before)) break;
    first = before;
  }
  for (let step = 0; step < LONGEST_RUN / 2; step++) {
    const after = nextSiblingOf(last);
    if (!after || !isInline(after)) break;
    last = after;
  }
  return { first, last, place: placeAround(first) };
}

/** Whether a node stands in what is left alone: editors, fields, scripts. */
export function isLeftAlone(node: Node): boolean {
  for (let at: Node | null = node, depth = 0; at && depth < 200; at = parentOf(at), depth++) {
    const element = asElement(at);
    if (element && isSkipped(element, tagOf(element))) return true;
  }
  return false;
}

/** The siblings that a run is, or the element that it is all of. */
export function nodesOf({ first, last, whole }: Run): Node[] {
  if (whole || !first) return whole ? [whole] : [];
  const nodes = [first];
  for (let at: Node | null = first; at && at !== last; ) {
    at = nextSiblingOf(at);
    if (at) nodes.push(at);
  }
  return nodes;
}
