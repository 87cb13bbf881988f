import { asElement, attributeOf, firstChildOf, idOf, nextSiblingOf, parentOf, shadowOf, tagOf, textOf } from './dom';

/** What the walk meets, in the order in which it is shown. */
export interface TextVisitor {
  text(node: Text, isPreformatted: boolean): void;
  /** A line ends here: a block begins or ends, or `<br>`. */
  lineBreak(isBlock: boolean): void;
  /** A cell of a table ends here. */
  cellBreak(): void;
  /** Something that stands beside the text begins or ends: a figure, a pull-quote, an aside. */
  float(isStart: boolean): void;
  shadow(root: ShadowRoot): void;
}

/** Holds no text that is shown as part of the page, or the reader's own text. */
const SKIPPED = new Set(
  'script style noscript template head title meta link svg iframe frame object embed textarea select option datalist input canvas video audio map area rp rt'.split(
    ' ',
  ),
);

const INLINE = new Set(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark math meter nobr output picture progress q rb rtc ruby s samp slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Names that pages give to what stands beside the text, floating or not. */
const FLOATS =
  /(?:^|[\s_-])(?:pull-?quote|float-?(?:left|right)|align-?(?:left|right)|callout|inset|infobox|sidebar|thumb)(?:$|[\s_-])/i;

/** Longest text that stands beside another, UTF-16 units: what floats and is longer is a column of the page. */
const LONGEST_FLOAT = 800;

/** How elements of one name, class and style stand, in one surrounding. */
interface Look {
  readonly isHidden: boolean;
  readonly isFloat: boolean;
}

function lookOf(element: Element): Look {
  try {
    const { display, cssFloat } = getComputedStyle(element);
    return { isHidden: display === 'none', isFloat: cssFloat === 'left' || cssFloat === 'right' };
  } catch {
    return { isHidden: false, isFloat: false };
  }
}

/**
 * Tells how elements stand. The browser is asked once for every name, class and style in one surrounding, since a page has
 * few of them; what is said to be hidden is asked itself, because losing text is worse than keeping some.
 */
function createLooks(): (element: Element, tag: string, isInline: boolean) => Look {
  const known = new Map<string, Look>();
  return (element, tag, isInline) => {
    const hidden = attributeOf(element, 'hidden');
    // Hidden until the browser's own search finds it is as good as shown, as is what stands in closed `details`.
    if (hidden !== null) return { isHidden: hidden !== 'until-found', isFloat: false };
    const hints = attributeOf(element, 'class') ?? '';
    const style = attributeOf(element, 'style') ?? '';
    const id = isInline || tag === 'li' ? '' : idOf(element);
    const parent = asElement(parentOf(element));
    const around = (parent && attributeOf(parent, 'class')) ?? '';
    const key = `${around}>${tag} ${id} ${hints} ${style}`;
    let look = known.get(key);
    if (!look || look.isHidden) {
      look = hints || style || id ? lookOf(element) : { isHidden: false, isFloat: false };
      known.set(key, look);
    }
    const floats =
      FLOATS.test(hints) || (look.isFloat && (textOf(element)?.length ?? 0) <= LONGEST_FLOAT) || isAside(tag);
    return { isHidden: look.isHidden, isFloat: floats };
  };
}

const isAside = (tag: string): boolean => tag === 'figure' || tag === 'aside';

const hasAttributes = (element: Element): boolean => Element.prototype.hasAttributes.call(element);

interface Level {
  next: Node | null;
  /** Nodes that a page has put into a slot; they are not siblings. */
  readonly slotted: readonly Node[] | undefined;
  index: number;
  readonly isPreformatted: boolean;
  readonly close: 'block' | 'cell' | undefined;
  readonly isFloat: boolean;
}

/**
 * Walks everything that is shown under a node, through open shadow roots and their slots, in one pass and without asking
 * for layout.
 */
export function walkText(root: Node, visitor: TextVisitor): void {
  const look = createLooks();
  const stack: Level[] = [levelOf(root, false, undefined, false)];
  while (stack.length > 0) {
    const level = stack.at(-1)!;
    const node = level.slotted ? level.slotted[level.index++] : level.next;
    if (!node) {
      stack.pop();
      if (level.isFloat) visitor.float(false);
      if (level.close === 'block') visitor.lineBreak(true);
      else if (level.close === 'cell') visitor.cellBreak();
      continue;
    }
    if (!level.slotted) level.next = nextSiblingOf(node);
    if (node.nodeType === 3 || node.nodeType === 4) {
      visitor.text(node as Text, level.isPreformatted);
      continue;
    }
    const element = asElement(node);
    if (!element) continue;
    const tag = tagOf(element);
    if (tag === 'br') visitor.lineBreak(false);
    if (tag === 'br' || SKIPPED.has(tag)) continue;
    const isInline = INLINE.has(tag) || tag.includes('-');
    const isCell = tag === 'td' || tag === 'th';
    const { isHidden, isFloat: floats } = hasAttributes(element)
      ? look(element, tag, isInline)
      : { isHidden: false, isFloat: isAside(tag) };
    if (isHidden) continue;
    if (!isInline && !isCell) visitor.lineBreak(true);
    if (floats) visitor.float(true);
    const close = isCell ? 'cell' : isInline ? undefined : 'block';
    stack.push(levelOf(element, level.isPreformatted || tag === 'pre', close, floats));
  }

  function levelOf(node: Node, isPreformatted: boolean, close: Level['close'], floats: boolean): Level {
    const element = asElement(node);
    const shadow = element ? shadowOf(element) : null;
    if (shadow) visitor.shadow(shadow);
    const slotted = element && tagOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes?.() : undefined;
    return {
      next: firstChildOf(shadow ?? node),
      slotted: slotted?.length ? slotted : undefined,
      index: 0,
      isPreformatted,
      close,
      isFloat: floats,
    };
  }
}
