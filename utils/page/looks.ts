import { asElement, attributeOf, firstChildOf, idOf, nextSiblingOf, parentOf, textOf } from './dom';

/** How an element stands. */
export interface Look {
  readonly isHidden: boolean;
  /** Whether it stands beside the text. */
  readonly isFloat: boolean;
}

/** Tells how elements stand; `isInline` of those whose names say that they are parts of a line. */
export type Looks = (element: Element, tag: string, isInline: boolean) => Look;

/** Names that pages give to what stands beside the text, floating or not. */
const FLOATS =
  /(?:^|[\s_-])(?:pull-?quote|float-?(?:left|right)|align-?(?:left|right)|callout|inset|infobox|sidebar|thumb)(?:$|[\s_-])/i;

/** Longest text that stands beside another, UTF-16 units: what floats and is longer is a column of the page. */
const LONGEST_FLOAT = 800;

const HIDDEN: Look = { isHidden: true, isFloat: false };
const BESIDE: Look = { isHidden: false, isFloat: true };
const IN_TEXT: Look = { isHidden: false, isFloat: false };

function lookOf(element: Element): Look {
  try {
    const { display, cssFloat } = getComputedStyle(element);
    if (display === 'none') return HIDDEN;
    return cssFloat === 'left' || cssFloat === 'right' ? BESIDE : IN_TEXT;
  } catch {
    return IN_TEXT;
  }
}

/** Whether elements of a name stand beside the text, whatever they look like. */
export const isAside = (tag: string): boolean => tag === 'figure' || tag === 'aside';

function firstElementOf(element: Element): Element | undefined {
  let child = firstChildOf(element);
  while (child && child.nodeType !== 1) child = nextSiblingOf(child);
  return asElement(child);
}

/** Elements of one name, class, style and id in one surrounding. */
interface Kind {
  look: Look | undefined;
  hasHidden: boolean;
  /** Whether it stands beside the text for its name's or class's sake. */
  readonly isNamedFloat: boolean;
}

/** Tells the kind of an element; the steps to it are strings that the browser has at hand, since making one costs more. */
function createKinds(): (around: string, tag: string, hints: string, rest: string) => Kind {
  type Branch<T> = Map<string, T>;
  const tree: Branch<Branch<Branch<Branch<Kind>>>> = new Map();
  const branchOf = <T>(branch: Branch<Branch<T>>, name: string): Branch<T> => {
    let next = branch.get(name);
    if (!next) {
      next = new Map();
      branch.set(name, next);
    }
    return next;
  };
  return (around, tag, hints, rest) => {
    const leaves = branchOf(branchOf(branchOf(tree, around), tag), hints);
    let kind = leaves.get(rest);
    if (!kind) {
      kind = { look: undefined, hasHidden: false, isNamedFloat: isAside(tag) || FLOATS.test(hints) };
      leaves.set(rest, kind);
    }
    return kind;
  };
}

/**
 * Starts telling how elements stand. The browser is asked once for every name, class and style in one surrounding, since a
 * page has few of them; what is said to be hidden is asked itself, because losing text is worse than keeping some. Used for
 * a second reading, it does not ask again, also not for a wrapper put around what was shown before: right after a change
 * of the page every question costs the browser all its styles.
 */
export function createLooks(): Looks {
  const kinds = createKinds();
  const shown = new WeakSet<Element>();
  const hiddenAs = new WeakMap<Element, Kind>();
  return (element, tag, isInline) => {
    const hidden = attributeOf(element, 'hidden');
    // Hidden until the browser's own search finds it is as good as shown, as is what stands in closed `details`.
    if (hidden !== null) return hidden === 'until-found' ? IN_TEXT : HIDDEN;
    const hints = attributeOf(element, 'class') ?? '';
    const style = attributeOf(element, 'style') ?? '';
    const id = isInline || tag === 'li' ? '' : idOf(element);
    if (!hints && !style && !id) return isAside(tag) ? BESIDE : IN_TEXT;
    const parent = asElement(parentOf(element));
    const around = (parent && attributeOf(parent, 'class')) ?? '';
    const kind = kinds(around, tag, hints, style || id ? `${id} ${style}` : '');
    if (kind.hasHidden && hiddenAs.get(element) === kind) return HIDDEN;
    if (!kind.look || kind.look.isHidden) {
      const first = firstElementOf(element);
      kind.look = !kind.look && first && shown.has(first) ? IN_TEXT : lookOf(element);
    }
    if (kind.look.isHidden) {
      kind.hasHidden = true;
      hiddenAs.set(element, kind);
      return HIDDEN;
    }
    // What is part of a line has no wrapper put around it, and there is much of it.
    if (!isInline) shown.add(element);
    const floats = kind.look.isFloat && (textOf(element)?.length ?? 0) <= LONGEST_FLOAT;
    return floats || kind.isNamedFloat ? BESIDE : IN_TEXT;
  };
}
