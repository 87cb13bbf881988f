import type { SnapshotSign } from '../model/snapshot';
import { asElement, attributeOf, hintsOf, nextSiblingOf, tagOf, textOf } from './dom';

/**
 * Elements other than links that stand for a work or note by their markup alone: labels that unfold a note beside them, custom
 * elements of templates for articles, numbers before a note that is in the text, words with a remark of the page's own. What few
 * elements have stands first: browsers try the parts of a selector in turn.
 */
export const SIGNS = [
  'label[for]',
  'd-cite',
  'dt-cite',
  'd-footnote',
  'dt-fn',
  '[class*="note"]>sup',
  'sup[class*="note"]',
  '[title]:is(abbr,acronym,dfn)',
  'span[data-id^="#"]',
  ':is(span,sup):is([title]:not(.Z3988),[data-tooltip],[data-note],[data-content],[data-bs-content],[class*="tooltip"])',
] as const;

/** What can be one of them, by its name. */
const MAY_BE = /^(?:label|sup|dt?-(?:cite|footnote|fn)|abbr|acronym|dfn|span)$/;

/** Longest text of a note that is kept, UTF-16 units. */
const LONGEST = 4000;

/** A number, an asterisk or the like; a label that a style sheet counts has no text of its own. */
const MARK = /^[\s[(]*(?:\d{1,3}|\p{L}|[^\p{L}\p{N}\s]{0,2})[\s\])]*$/u;

const words = (node: Node): string => (textOf(node) ?? '').replace(/\s+/g, ' ').trim();

/** What an element that is no link stands for; undefined for most. */
export function signOf(element: Element): SnapshotSign | undefined {
  const tag = tagOf(element);
  if (!MAY_BE.test(tag)) return undefined;
  if (tag.endsWith('-cite')) {
    const keys = attributeOf(element, 'key') ?? attributeOf(element, 'bibtex-key') ?? '';
    const names = keys.split(',').flatMap((key) => key.trim() || []);
    return { kind: 'marker', notes: names.slice(0, 60).map((id) => ({ id, text: '' })) };
  }
  if (tag.includes('-')) return note(words(element));
  const pointed = attributeOf(element, 'data-id') ?? '';
  if (pointed.startsWith('#') && /^\d{1,3}$/.test(words(element)))
    return { kind: 'marker', notes: [{ id: pointed.slice(1), text: '' }] };
  const remarked = /^[ads]/.test(tag) && remark(element, tag);
  if (remarked || (/^[ads]/.test(tag) && tag !== 'sup')) return remarked || undefined;
  const label = words(element);
  if (!MARK.test(label)) return undefined;
  let beside = nextElement(element);
  if (tag === 'label') {
    // The box that it ticks stands before the note, or the label stands in a wrapper of its own.
    beside ??= nextElement(element.parentElement ?? element);
    if (beside && tagOf(beside) === 'input') beside = nextElement(beside);
    // What a symbol unfolds is an aside.
    const kind = /^$|[\p{L}\p{N}]/u.test(label) ? 'footnote' : 'page-note';
    return beside && /note/.test(hintsOf(beside))
      ? note(words(beside), attributeOf(element, 'for') ?? '', kind)
      : undefined;
  }
  // Elsewhere it may number a note that begins with a title.
  const isNamed = (named: Element | null | undefined) => /note/.test(hintsOf(named ?? element));
  if (!isNamed(element.parentElement) && !(isNamed(element) && beside && isNamed(beside))) return undefined;
  const text = beside ? words(beside) : '';
  // The number is printed twice: before the note, and again in it.
  return label && beside && !/^(?:a|sup)$/.test(tagOf(beside)) && text !== label && text.length > 3
    ? note(text.startsWith(label) ? text.replace(/^\S+?(?=\p{L})|^\d+\s*/u, '') : text)
    : undefined;
}

/** Where pages put a remark about the words of an element. */
const REMARKS = ['title', 'data-tooltip', 'data-note', 'data-content', 'data-bs-content'];

/** Longest words that a remark can be about, UTF-16 units, and the fewest words of one on an element that need not have any. */
const LONGEST_TERM = 60;
const FEWEST_WORDS = 5;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What a page remarks on a word: not on its links, and nothing that the word says itself. */
function remark(element: Element, tag: string): SnapshotSign | undefined {
  const hidden = element.lastElementChild;
  const isTip = tag === 'span' && hidden && /tooltip/.test(hintsOf(element)) && /tooltip/.test(hintsOf(hidden));
  const said = isTip ? words(hidden) : (REMARKS.map((name) => attributeOf(element, name)).find(Boolean) ?? '');
  const text = said.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const all = words(element);
  const label = isTip ? all.slice(0, all.length - text.length).trim() : all;
  const [long, short] = [letters(text), letters(label)];
  const isRepeated = short.includes(long) || (short.length > 3 && long.includes(short));
  const isEnough = /^s/.test(tag) ? text.split(' ').length >= FEWEST_WORDS : long.length > short.length;
  // A number has its note there; other signs say too little.
  const isNumber = /\d/.test(label) && MARK.test(label);
  if (!(/\p{L}/u.test(label) || isNumber) || label.length > LONGEST_TERM || isRepeated || !isEnough) return undefined;
  if (element.closest('a,nav,button,th')) return undefined;
  return { ...note(text, undefined, isNumber ? 'footnote' : 'page-note')!, label };
}

const note = (text: string, id?: string, kind: SnapshotSign['kind'] = 'footnote'): SnapshotSign | undefined =>
  text ? { kind, notes: [{ ...(id && { id }), text: text.slice(0, LONGEST) }] } : undefined;

function nextElement(element: Element): Element | undefined {
  let at = nextSiblingOf(element);
  while (at && !asElement(at)) {
    // Words between the two make them strangers.
    if (at.nodeType === 3 && /\S/.test(textOf(at) ?? '')) return undefined;
    at = nextSiblingOf(at);
  }
  return asElement(at);
}
