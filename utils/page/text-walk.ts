import { asElement, firstChildOf, nextSiblingOf, shadowOf, tagOf } from './dom';
import { createLooks, isAside, type Looks } from './looks';

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
 *
 * @returns Walks on, by so many steps at most, and says whether there is more to come.
 */
export function createWalk(root: Node, visitor: TextVisitor, look: Looks = createLooks()): (most: number) => boolean {
  const stack: Level[] = [levelOf(root, false, undefined, false)];
  return (most) => {
    for (let left = most; left > 0 && stack.length > 0; left -= 1) step(stack.at(-1)!);
    return stack.length > 0;
  };

  function step(level: Level): void {
    const node = level.slotted ? level.slotted[level.index++] : level.next;
    if (!node) {
      stack.pop();
      if (level.isFloat) visitor.float(false);
      if (level.close === 'block') visitor.lineBreak(true);
      else if (level.close === 'cell') visitor.cellBreak();
      return;
    }
    if (!level.slotted) level.next = nextSiblingOf(node);
    if (node.nodeType === 3 || node.nodeType === 4) {
      visitor.text(node as Text, level.isPreformatted);
      return;
    }
    const element = asElement(node);
    if (!element) return;
    const tag = tagOf(element);
    if (tag === 'br') visitor.lineBreak(false);
    if (tag === 'br' || SKIPPED.has(tag)) return;
    const isInline = INLINE.has(tag) || tag.includes('-');
    const isCell = tag === 'td' || tag === 'th';
    const { isHidden, isFloat: floats } = hasAttributes(element)
      ? look(element, tag, isInline)
      : { isHidden: false, isFloat: isAside(tag) };
    if (isHidden) return;
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
