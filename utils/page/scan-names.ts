import { decodePercent } from '../model/trim';
import { all, attributeOf } from './dom';

/** Links that have a name, which older pages use for ids, and boxes that say which entry they hold. Searched once: a look-up by name walks the whole document. */
export function namedLinks(root: Document | ShadowRoot): Map<string, Element> {
  const names = new Map<string, Element>();
  for (const link of all(root, 'a[name],div[content-id]')) {
    const name = attributeOf(link, 'name') ?? attributeOf(link, 'content-id') ?? '';
    if (!names.has(name)) names.set(name, link);
  }
  return names;
}

/** The element that a fragment names, by id or, in older pages, by a link's name; undefined where nothing has it. */
export function elementNamed(
  root: Document | ShadowRoot,
  fragment: string,
  names: () => Map<string, Element>,
): Element | undefined {
  const byId = (id: string): Element | undefined =>
    (root.nodeType === 9 ? Document.prototype : DocumentFragment.prototype).getElementById.call(root as Document, id) ??
    undefined;
  const plain = decodePercent(fragment);
  return byId(fragment) ?? byId(plain) ?? names().get(plain);
}
