import { asElement, attributeOf, firstChildOf, nextSiblingOf, shadowOf, tagOf } from './dom';

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

const FLOATS =
  /(?:^|[\s_-])(?:pull-?quote|pullquote|float-?(?:left|right)|align-?(?:left|right)|callout|inset|infobox|sidebar|thumb)(?:$|[\s_-])/i;
const FLOATING_STYLE = /(?:^|[;\s])float\s*:\s*(?:left|right|inline)/i;
/** Names and styles under which pages hide things. What looks like it is looked up; everything else is taken as shown. */
const HIDING =
  /hid(?:e|den)|none|invisible|collapse|modal|popup|popover|tooltip|dropdown|offcanvas|lightbox|menu|tab-?pane|print/i;

const isFloat = (tag: string, hints: string, style: string): boolean =>
  tag === 'figure' || tag === 'aside' || (hints !== '' && FLOATS.test(hints)) || FLOATING_STYLE.test(style);

function isHidden(element: Element, hints: string, style: string): boolean {
  const hidden = attributeOf(element, 'hidden');
  // Hidden until the browser's own search finds it is as good as shown, as is what stands in closed `details`.
  if (hidden !== null) return hidden !== 'until-found';
  if (!HIDING.test(hints) && !HIDING.test(style)) return false;
  try {
    return getComputedStyle(element).display === 'none';
  } catch {
    return false;
  }
}

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
 * for layout. Styles are looked up only for elements whose names suggest that they are hidden.
 */
export function walkText(root: Node, visitor: TextVisitor): void {
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
    const isBare = !hasAttributes(element);
    const hints = isBare ? '' : (attributeOf(element, 'class') ?? '');
    const style = isBare ? '' : (attributeOf(element, 'style') ?? '');
    if (!isBare && isHidden(element, hints, style)) continue;
    const isInline = INLINE.has(tag) || tag.includes('-');
    const isCell = tag === 'td' || tag === 'th';
    const floats = isFloat(tag, hints, style);
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
