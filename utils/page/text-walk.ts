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
  /** Something is shown here that changes unheard: what stands in a slot, or in an element that may be given a shadow root. */
  foreign(): void;
  /**
   * A block begins, before its line does.
   *
   * @param isPlain - Whether it is a part of the text like others: not beside it, not preformatted, not in a shadow root of its own.
   * @returns Whether all that is in it is known already; then nothing of it is walked.
   */
  block(element: Element, isPlain: boolean): boolean;
  /** It ends, behind its line; not called of one that is known. */
  blockEnd(element: Element): void;
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

const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** What a name says of its elements. */
interface Kind {
  readonly isSkipped: boolean;
  readonly isInline: boolean;
  readonly isCell: boolean;
  /** Whether they can have a shadow root (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
  readonly isHost: boolean;
  readonly isCustom: boolean;
}

const kinds = new Map<string, Kind>();

function kindOf(tag: string): Kind {
  let kind = kinds.get(tag);
  if (!kind) {
    const isCustom = tag.includes('-');
    kind = {
      isSkipped: tag === 'br' || SKIPPED.has(tag),
      isInline: INLINE.has(tag) || isCustom,
      isCell: tag === 'td' || tag === 'th',
      isHost: HOSTS.has(tag) || isCustom,
      isCustom,
    };
    kinds.set(tag, kind);
  }
  return kind;
}

const { hasAttributes } = Element.prototype;
const IN_TEXT = { isHidden: false, isFloat: false };
const BESIDE = { isHidden: false, isFloat: true };

interface Level {
  readonly node: Node;
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
      if (level.close === 'block') {
        visitor.lineBreak(true);
        visitor.blockEnd(level.node as Element);
      } else if (level.close === 'cell') visitor.cellBreak();
      return;
    }
    if (!level.slotted) level.next = nextSiblingOf(node);
    const { nodeType } = node;
    if (nodeType === 3 || nodeType === 4) visitor.text(node as Text, level.isPreformatted);
    else if (nodeType === 1) enter(node as Element, level.isPreformatted);
  }

  function enter(element: Element, isPreformatted: boolean): void {
    const tag = tagOf(element);
    const { isSkipped, isInline, isCell, isHost, isCustom } = kindOf(tag);
    if (tag === 'br') visitor.lineBreak(false);
    if (isSkipped) return;
    const { isHidden, isFloat } = hasAttributes.call(element)
      ? look(element, tag, isInline)
      : isAside(tag)
        ? BESIDE
        : IN_TEXT;
    if (isHidden) return;
    const close = isCell ? 'cell' : isInline ? undefined : 'block';
    if (isCustom) visitor.foreign();
    if (close === 'block') {
      const isPlain = !isFloat && !isPreformatted && tag !== 'pre' && !(isHost && shadowOf(element));
      if (visitor.block(element, isPlain)) return;
      visitor.lineBreak(true);
    }
    if (isFloat) visitor.float(true);
    // Most elements of a line hold words and nothing else: they need no level of their own.
    if (!close && !isFloat && !isHost && tag !== 'slot') {
      const only = firstChildOf(element);
      if (!only) return;
      if (only.nodeType === 3 && !nextSiblingOf(only)) {
        visitor.text(only as Text, isPreformatted);
        return;
      }
    }
    stack.push(levelOf(element, isPreformatted || tag === 'pre', close, isFloat, isHost));
  }

  function levelOf(node: Node, isPreformatted: boolean, close: Level['close'], isFloat: boolean, isHost = true): Level {
    const element = asElement(node);
    const shadow = element && isHost ? shadowOf(element) : null;
    if (shadow) visitor.shadow(shadow);
    const slotted = element && tagOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes?.() : undefined;
    if (slotted?.length) visitor.foreign();
    return {
      node,
      next: firstChildOf(shadow ?? node),
      slotted: slotted?.length ? slotted : undefined,
      index: 0,
      isPreformatted,
      close,
      isFloat,
    };
  }
}
