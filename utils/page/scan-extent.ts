import { INLINE } from './blocks';
import { asElement, attributeOf, has, idOf, nextSiblingOf, parentOf, previousSiblingOf, tagOf, textOf } from './dom';

/** The number, letter or sign that an entry prints before its words. */
export const LABEL =
  /^\s*[※注註]?\s?(?:\[\^?([^\]\n]{1,40})\]|\(?(\d{1,3})[.)\]:）．]|([*†‡§¶]{1,4}|[①-⑳])|(\d{1,3})(?=\s))[.:]?\s*/;

/** Whether an id or name has the shape of another: digits and letters after the last common word may differ. */
const shape = (id: string): string => id.replace(/\d+/g, '0').replace(/[a-z]$/i, 'a');

/** What ids that hold a key have before it: `ref-` of `ref-SPDY`. */
const prefix = (id: string): string => /^[a-z]+[-_.:]/i.exec(id)?.[0] ?? id;

/** Whether an element is the key of an entry, in brackets at the beginning of a line: plain text has nothing else to divide it by. */
const isKey = (element: Element): boolean =>
  /(?:^|\n)[ \t]*\[$/.test((textOf(previousSiblingOf(element) ?? element) ?? '').slice(-40)) &&
  /^\]/.test(textOf(nextSiblingOf(element) ?? element) ?? '');

const isBlank = (node: Node): boolean =>
  node.nodeType === 8 || (!/[\p{L}\p{N}]/u.test(textOf(node) ?? '') && (textOf(node) ?? '').length < 12);

/** Whether nothing but a short label stands before a node in its parent. */
function standsFirst(node: Node): boolean {
  let before = '';
  for (let at = previousSiblingOf(node), step = 0; at; at = previousSiblingOf(at), step++) {
    if (step > 6) return false;
    if (!isBlank(at)) before = (textOf(at) ?? '').trim() + before;
    if (before.length > 12) return false;
  }
  return before.trim() === '' || /^\W{0,3}\d{0,4}\W{0,3}$/.test(before.trim());
}

/** How many letters an element has, without its label; past a thousand nobody asks. */
const wordsOf = (node: Node): number =>
  (textOf(node) ?? '')
    .slice(0, 1000)
    .replace(LABEL, '')
    .replace(/[^\p{L}]+/gu, '').length;

/** The nodes that make the entry of a named element. */
export function extent(named: Element): { element: Element; nodes: Node[] } {
  let element = named;
  for (let depth = 0; depth < 4; depth++) {
    const tag = tagOf(element);
    const parent = asElement(parentOf(element));
    const line = INLINE.has(tag) && parent && !/^(?:li|dd)$/.test(tagOf(parent)) ? lineOf(element) : [];
    if (line.length > 0) return { element, nodes: line };
    if (!parent || /^(?:body|html|main|article|section|ol|ul|dl|table|tbody)$/.test(tagOf(parent))) break;
    if (/^(?:td|th)$/.test(tag) && tagOf(parent) === 'tr') {
      element = parent;
      continue;
    }
    if (/^(?:li|dd|dt|tr)$/.test(tag)) break;
    const isShort = wordsOf(element) < 12;
    if (isShort && isKey(element) && sharesWithOthers(element, parent, prefix))
      return { element, nodes: upToNext(element, prefix) };
    if (!isShort && !INLINE.has(tag)) {
      // A paragraph that is the first of a list item is not the whole of it.
      if (/^(?:li|dd)$/.test(tagOf(parent)) && standsFirst(element)) element = parent;
      break;
    }
    if (!standsFirst(element)) break;
    if (!isShort && wordsOf(parent) > wordsOf(element) * 3 + 200) break;
    if (isShort && sharesWithOthers(element, parent)) return { element, nodes: upToNext(element) };
    if (isShort && /^h[1-6]$/.test(tag)) break;
    element = parent;
  }
  const tag = tagOf(element);
  if (tag === 'dt') {
    const nodes: Node[] = [element];
    for (let at = nextSiblingOf(element); at; at = nextSiblingOf(at)) {
      if (asElement(at) && tagOf(at as Element) === 'dt') {
        if (nodes.length > 1) break;
        continue;
      }
      nodes.push(at);
    }
    return { element, nodes };
  }
  // An empty anchor that is not in its entry but before it.
  if (INLINE.has(tag) && wordsOf(element) === 0) {
    const next = nextElement(element);
    if (next && /^(?:li|p|dd|dt|div|tr|blockquote)$/.test(tagOf(next))) return { element: next, nodes: [next] };
    // Or at its end.
    const parent = asElement(parentOf(element));
    if (!textOf(element) && !next && parent && /^(?:li|dd|p)$/.test(tagOf(parent)))
      return { element: parent, nodes: [parent] };
  }
  // A number in a heading or box of its own, its words in the next one.
  if (!INLINE.has(tag) && (textOf(element) ?? '').length < 40 && wordsOf(element) < 3) {
    const next = nextElement(element);
    if (next && /^(?:p|div|dd|blockquote|aside)$/.test(tagOf(next))) return { element: next, nodes: [element, next] };
  }
  return { element, nodes: [element] };
}

const isBreak = (node: Node | null): boolean => /^br$/i.test(node?.nodeName ?? '');

/** Whether a node is an anchor, or begins with one, that begins a line, or has no more than a number before it there. */
function beginsLine(node: Node): boolean {
  const element = asElement(node);
  if (!element || !(nameOf(element) || has(element, 'a[name],[id]'))) return false;
  let at = previousSiblingOf(node);
  while (at?.nodeType === 3 && /^\P{L}{0,6}$/u.test((at as Text).data.trim())) at = previousSiblingOf(at);
  return isBreak(at);
}

/** A line that an anchor begins, where another line beside it begins with one, too; none elsewhere. */
function lineOf(anchor: Element): Node[] {
  let isList = beginsLine(anchor);
  // Its number may stand before it.
  const number = previousSiblingOf(anchor);
  const nodes: Node[] = isList && number?.nodeType === 3 ? [number, anchor] : [anchor];
  let isBlankLine = false;
  for (let at = nextSiblingOf(anchor); at && !isBlankLine && nodes.length < 60; at = nextSiblingOf(at)) {
    const isNext = beginsLine(at);
    isList ||= isNext;
    if (isNext || (asElement(at) && !isBreak(at) && !INLINE.has(tagOf(at as Element)))) break;
    isBlankLine = isBreak(at) && isBreak(nodes.at(-1)!);
    nodes.push(at);
  }
  return isList && nodes.some((node) => wordsOf(node) > 11) ? nodes : [];
}

function nextElement(element: Element): Element | undefined {
  for (let at = nextSiblingOf(element); at; at = nextSiblingOf(at)) if (asElement(at)) return at as Element;
  return undefined;
}

const nameOf = (element: Element): string => idOf(element) || attributeOf(element, 'name') || '';

/** Whether other entries of the same kind begin in the same parent: old pages divide by anchors and line breaks alone. */
function sharesWithOthers(element: Element, parent: Element, formOf = shape): boolean {
  const own = formOf(nameOf(element));
  let step = 0;
  for (const other of Element.prototype.querySelectorAll.call(parent, 'a[name],[id]')) {
    if (++step > 40) break;
    if (other !== element && formOf(nameOf(other)) === own && !Node.prototype.contains.call(element, other))
      return true;
  }
  return false;
}

/** Everything from an anchor to the next one of its kind, or to an empty line. */
function upToNext(anchor: Element, formOf = shape): Node[] {
  const own = formOf(nameOf(anchor));
  const nodes: Node[] = [anchor];
  for (let at = nextSiblingOf(anchor), step = 0; at && step < 60; at = nextSiblingOf(at), step++) {
    const element = asElement(at);
    if (element && (formOf(nameOf(element)) === own || /^(?:hr|h[1-6])$/.test(tagOf(element)))) break;
    if (!element && step > 0 && /\n\s*\n/.test(textOf(at) ?? '')) {
      nodes.push(at);
      break;
    }
    nodes.push(at);
  }
  return nodes;
}
