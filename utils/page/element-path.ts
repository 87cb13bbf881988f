import { asElement, firstChildOf, idOf, nextSiblingOf, parentOf, tagOf } from './dom';

/**
 * A CSS selector that names one element today: from the nearest ancestor with an id of its own, child by child.
 *
 * @returns undefined for an element in a shadow root, which no selector of the document reaches.
 */
export function pathOf(element: Element, root: Document): string | undefined {
  const steps: string[] = [];
  for (let at: Element | undefined = element; at; at = asElement(parentOf(at))) {
    const id = idOf(at);
    if (typeof id === 'string' && id !== '' && root.querySelectorAll(`#${CSS.escape(id)}`).length === 1) {
      steps.unshift(`#${CSS.escape(id)}`);
      return steps.join('>');
    }
    const tag = tagOf(at);
    if (parentOf(at) === root) {
      steps.unshift(CSS.escape(tag));
      return steps.join('>');
    }
    let number = 1;
    const parent = parentOf(at);
    if (!parent) return undefined;
    for (let sibling = firstChildOf(parent); sibling && sibling !== at; sibling = nextSiblingOf(sibling)) {
      const other = asElement(sibling);
      if (other && tagOf(other) === tag) number += 1;
    }
    steps.unshift(`${CSS.escape(tag)}:nth-of-type(${number})`);
  }
  return undefined;
}

/** The element that a path names; undefined where it names none, or is no selector. */
export function elementAt(path: string, root: Document): Element | undefined {
  try {
    return root.querySelector(path) ?? undefined;
  } catch {
    // A damaged record, or one written by a browser with other selectors.
    return undefined;
  }
}
