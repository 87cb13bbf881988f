/**
 * Readers of the DOM that a page cannot break. A form with a field named `firstChild` answers `form.firstChild` with the
 * field, and an image named `body` takes the place of `document.body`; what the prototypes say still holds.
 */
const getter = <T, R>(prototype: object, name: string): ((node: T) => R) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => get?.call(node) as R;
};

/** `Node.firstChild`. */
export const firstChildOf = getter<Node, Node | null>(Node.prototype, 'firstChild');
/** `Node.lastChild`. */
export const lastChildOf = getter<Node, Node | null>(Node.prototype, 'lastChild');
/** `Node.nextSibling`. */
export const nextSiblingOf = getter<Node, Node | null>(Node.prototype, 'nextSibling');
/** `Node.previousSibling`. */
export const previousSiblingOf = getter<Node, Node | null>(Node.prototype, 'previousSibling');
/** `Node.parentNode`. */
export const parentOf = getter<Node, Node | null>(Node.prototype, 'parentNode');
/** `Node.childNodes`. */
export const childNodesOf = getter<Node, NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
/** `Node.textContent`. */
export const textOf = getter<Node, string | null>(Node.prototype, 'textContent');
/** `Element.localName`. */
export const tagOf = getter<Element, string>(Element.prototype, 'localName');
/** `Element.id`. */
export const idOf = getter<Element, string>(Element.prototype, 'id');
/** `Element.shadowRoot`: null where it is closed. */
export const shadowOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
/** `Element.childElementCount`. */
export const childCountOf = getter<Element, number>(Element.prototype, 'childElementCount');

/** `Element.getAttribute`. */
export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
/** Whether an element holds one that a selector fits. */
export const has = (element: Element, selector: string): boolean =>
  Element.prototype.querySelector.call(element, selector) !== null;
/** `querySelectorAll` of any root. */
export const all = (root: Element | Document | ShadowRoot, selector: string): NodeListOf<Element> =>
  (root.nodeType === 1 ? Element : root.nodeType === 9 ? Document : DocumentFragment).prototype.querySelectorAll.call(
    root,
    selector,
  ) as NodeListOf<Element>;
/** `querySelector` of any root. */
export const first = (root: Element | Document | ShadowRoot, selector: string): Element | null =>
  (root.nodeType === 1 ? Element : root.nodeType === 9 ? Document : DocumentFragment).prototype.querySelector.call(
    root,
    selector,
  );
/** `Node.contains`. */
export const contains = (ancestor: Node, node: Node): boolean => Node.prototype.contains.call(ancestor, node);

/** `Node.compareDocumentPosition`. */
export const comparePositions = (node: Node, other: Node): number =>
  Node.prototype.compareDocumentPosition.call(node, other);

/** `node` as an element, undefined when it is none. */
export const asElement = (node: Node | null | undefined): Element | undefined =>
  node?.nodeType === 1 ? (node as Element) : undefined;

const HINTS = ['role', 'class', 'id', 'rel', 'epub:type', 'name'];

/** Lower-case words of role, class, id, `rel` and `epub:type`, one string. */
export function hintsOf(element: Element): string {
  let hints = '';
  for (const name of HINTS) {
    const value = attributeOf(element, name);
    if (value) hints += `${value} `;
  }
  return hints.slice(0, 400).toLowerCase();
}
