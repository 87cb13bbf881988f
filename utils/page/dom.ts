/**
 * Readers of the DOM that a page cannot break. A form with a field named `firstChild` answers `form.firstChild` with the
 * field, and an image named `body` takes the place of `document.body`; what the prototypes say still holds.
 */
const getter = <T, R>(prototype: T, name: keyof T): ((this: T) => R) =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => R;

const firstChild = getter<Node, Node | null>(Node.prototype, 'firstChild');
const lastChild = getter<Node, Node | null>(Node.prototype, 'lastChild');
const nextSibling = getter<Node, Node | null>(Node.prototype, 'nextSibling');
const previousSibling = getter<Node, Node | null>(Node.prototype, 'previousSibling');
const parentNode = getter<Node, Node | null>(Node.prototype, 'parentNode');
const childNodes = getter<Node, NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const textContent = getter<Node, string | null>(Node.prototype, 'textContent');
const isConnected = getter<Node, boolean>(Node.prototype, 'isConnected');
const localName = getter<Element, string>(Element.prototype, 'localName');
const id = getter<Element, string>(Element.prototype, 'id');
const shadowRoot = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
const childElementCount = getter<Element, number>(Element.prototype, 'childElementCount');

// Each written out, though alike: what one function calls under many names no engine makes fast.
/** `Node.firstChild`. */
export const firstChildOf = (node: Node): Node | null => firstChild.call(node);
/** `Node.lastChild`. */
export const lastChildOf = (node: Node): Node | null => lastChild.call(node);
/** `Node.nextSibling`. */
export const nextSiblingOf = (node: Node): Node | null => nextSibling.call(node);
/** `Node.previousSibling`. */
export const previousSiblingOf = (node: Node): Node | null => previousSibling.call(node);
/** `Node.parentNode`. */
export const parentOf = (node: Node): Node | null => parentNode.call(node);
/** `Node.childNodes`. */
export const childNodesOf = (node: Node): NodeListOf<ChildNode> => childNodes.call(node);
/** `Node.textContent`. */
export const textOf = (node: Node): string | null => textContent.call(node);
/** `Node.isConnected`. */
export const isConnectedNode = (node: Node): boolean => isConnected.call(node);
/** `Element.localName`. */
export const tagOf = (node: Element): string => localName.call(node);
/** `Element.id`. */
export const idOf = (node: Element): string => id.call(node);
/** `Element.shadowRoot`: null where it is closed. */
export const shadowOf = (node: Element): ShadowRoot | null => shadowRoot.call(node);
/** `Element.childElementCount`. */
export const childCountOf = (node: Element): number => childElementCount.call(node);

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
