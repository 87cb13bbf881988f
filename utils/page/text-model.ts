import type { Looks } from './looks';
import { createWalk } from './text-walk';

/** UTF-16 offsets into a model's text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The text of a page as it is shown: white space collapsed, blocks and `<br>` as line breaks, cells of a table divided by
 * tabs, hidden text left out, shadow roots in their place; and the way back from it to the page.
 */
export interface TextModel {
  readonly text: string;
  /** What stands beside the text: figures, pull-quotes. Outermost only, in order. */
  readonly floats: readonly Stretch[];
  /** Offset of a point of the page: of the next character that is in the text, or the text's length. */
  offsetOf(container: Node, offset: number): number;
  /** One range for each tree it touches; a range cannot leave a shadow root. */
  rangesOf(stretch: Stretch): Range[];
  /** The block around an offset: text without a block's beginning or end in it. */
  blockAt(offset: number): Stretch;
}

interface Pieces {
  /** Text offset at which a piece begins, its node, and its place in that node. */
  readonly at: number[];
  readonly node: Text[];
  readonly offset: number[];
}

/** The index of the last entry that is not above a value, or -1. */
function lastUpTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const SPACE = 32;
/** Where words are divided by more than single spaces. A search by the engine costs a tenth of a look at every character. */
const UNEVEN = /[\t\n\f\r]| {2}/;
/** Parts that are joined at a time: joining those of a large page at once would hold it up. */
const JOINED = 2000;
const isWhite = (code: number) => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/** How a text is read. */
export interface ReadingOptions {
  /** Hears of every open shadow root on the way. */
  onShadow?(root: ShadowRoot): void;
  /**
   * Whether a text node counts. Without it, text that is invisible but takes up room does, too: whether it is there for
   * lack of a style or of an image is often a matter of moments.
   */
  isShown?(node: Text): boolean;
  /** What an earlier reading has learnt of the page's elements, and takes in what this one learns. */
  readonly looks?: Looks;
  /** The blocks of an earlier reading that have not changed since: they are not read again. */
  readonly earlier?: ReadBlocks;
}

/** Where a block that has no blocks in it stands in the text and among the pieces that a reading has found. */
interface ReadBlock {
  readonly from: number;
  /** End, exclusive. */
  readonly to: number;
  readonly end: number;
}

/** What a reading has found, block by block. */
export interface ReadBlocks {
  readonly text: string;
  readonly pieces: Pieces;
  /** Who hears of a change in a block takes it out. */
  readonly blocks: Map<Node, ReadBlock>;
}

/** A text that is being read. */
export interface Reading {
  /** Reads on, by so many steps at most, and says whether there is more to come. */
  read(most: number): boolean;
  /** The text, once all is read, and what the next reading need not read again. */
  result(): { readonly model: TextModel; readonly blocks: ReadBlocks };
}

/** Reads the text of everything under a node, at once. */
export function readText(root: Node, options?: ReadingOptions): TextModel {
  const reading = startReading(root, options);
  reading.read(Number.POSITIVE_INFINITY);
  return reading.result().model;
}

/** Begins to read the text of everything under a node. The page must not change until all is read. */
export function startReading(
  root: Node,
  { onShadow = () => {}, isShown = () => true, looks, earlier }: ReadingOptions = {},
): Reading {
  const joined: string[] = [];
  let parts: string[] = [];
  const pieces: Pieces = { at: [], node: [], offset: [] };
  const blocks: number[] = [];
  const floats: { start: number; end: number }[] = [];
  const readBlocks = new Map<Node, ReadBlock>();
  /** The block that is being read, as long as it has no other in it, and its first piece. */
  let own: { readonly element: Element; readonly from: number } | undefined;
  let length = 0;
  /** What divides the text so far from the next character: the strongest of what was met. Nothing at the beginning. */
  let owed = '';
  let isBlockOwed = false;
  let hasShadow = false;
  let depth = 0;

  const payOwed = () => {
    if (owed && length > 0) {
      parts.push(owed);
      length += owed.length;
    }
    if (isBlockOwed) blocks.push(length);
    owed = '';
    isBlockOwed = false;
  };
  const add = (text: string) => {
    parts.push(text);
    length += text.length;
    if (parts.length > JOINED) {
      joined.push(parts.join(''));
      parts = [];
    }
  };
  const put = (node: Text, text: string, offset: number) => {
    payOwed();
    pieces.at.push(length);
    pieces.node.push(node);
    pieces.offset.push(offset);
    add(text);
  };
  const owe = (mark: ' ' | '\t' | '\n') => {
    if (owed !== '\n' && (owed !== '\t' || mark === '\n')) owed = mark;
  };
  /** Puts words that have more than single spaces between them; white space has no part in their ends. */
  const putUneven = (node: Text, data: string, start: number, end: number) => {
    for (let from = start; from < end; ) {
      let to = from + 1;
      for (; to < end; to += 1) {
        const code = data.charCodeAt(to);
        if (isWhite(code) && (code !== SPACE || isWhite(data.charCodeAt(to + 1)))) break;
      }
      put(node, data.slice(from, to), from);
      from = to;
      while (from < end && isWhite(data.charCodeAt(from))) from += 1;
      if (from < end) owe(' ');
    }
  };

  const lineBreak = (isBlock: boolean) => {
    owe('\n');
    isBlockOwed ||= isBlock;
  };
  /** Puts a block as it was found before. */
  const putBlock = (element: Element, { text, pieces: old }: ReadBlocks, { from, to, end }: ReadBlock) => {
    lineBreak(true);
    const first = pieces.at.length;
    if (to > from) {
      payOwed();
      const start = old.at[from]!;
      for (let piece = from; piece < to; piece += 1) {
        pieces.at.push(old.at[piece]! - start + length);
        pieces.node.push(old.node[piece]!);
        pieces.offset.push(old.offset[piece]!);
      }
      add(text.slice(start, end));
    }
    readBlocks.set(element, { from: first, to: pieces.at.length, end: length });
    lineBreak(true);
  };

  const read = createWalk(
    root,
    {
      text(node, isPreformatted) {
        const { data } = node;
        if (data === '' || !isShown(node)) return;
        if (isPreformatted && /\S/.test(data)) return put(node, data, 0);
        let from = 0;
        let end = data.length;
        while (from < end && isWhite(data.charCodeAt(from))) from += 1;
        if (from > 0) owe(' ');
        if (from === end) return;
        while (isWhite(data.charCodeAt(end - 1))) end -= 1;
        const words = end - from === data.length ? data : data.slice(from, end);
        if (UNEVEN.test(words)) putUneven(node, data, from, end);
        else put(node, words, from);
        if (end < data.length) owe(' ');
      },
      lineBreak,
      cellBreak: () => owe('\t'),
      float(isStart) {
        own = undefined;
        if (isStart) {
          if (depth === 0) floats.push({ start: length, end: length });
          depth += 1;
        } else {
          depth -= 1;
          if (depth === 0) floats.at(-1)!.end = length;
        }
      },
      shadow(root) {
        own = undefined;
        hasShadow = true;
        onShadow(root);
      },
      foreign() {
        own = undefined;
      },
      block(element, isPlain) {
        const known = isPlain ? earlier?.blocks.get(element) : undefined;
        own = isPlain && !known ? { element, from: pieces.at.length } : undefined;
        if (known) putBlock(element, earlier!, known);
        return known !== undefined;
      },
      blockEnd(element) {
        if (own?.element === element) readBlocks.set(element, { from: own.from, to: pieces.at.length, end: length });
        own = undefined;
      },
    },
    looks,
  );
  return {
    read,
    result() {
      const text = [...joined, ...parts].join('');
      const model = mapped(root, text, pieces, blocks, floats, hasShadow);
      return { model, blocks: { text, pieces, blocks: readBlocks } };
    },
  };
}

function mapped(
  root: Node,
  text: string,
  pieces: Pieces,
  blocks: readonly number[],
  floats: readonly Stretch[],
  hasShadow: boolean,
): TextModel {
  const document = root.ownerDocument ?? (root as Document);
  let firstPiece: Map<Node, number> | undefined;
  const pieceOf = (node: Node): number | undefined => {
    if (!firstPiece) {
      firstPiece = new Map();
      for (let i = pieces.node.length - 1; i >= 0; i -= 1) firstPiece.set(pieces.node[i]!, i);
    }
    return firstPiece.get(node);
  };
  const endOfPiece = (piece: number): number => {
    const next = pieces.at[piece + 1] ?? text.length;
    const isLast = pieces.node[piece + 1] !== pieces.node[piece];
    // Breaks between pieces belong to no node.
    const length = (isLast ? pieces.node[piece]!.length : pieces.offset[piece + 1]!) - pieces.offset[piece]!;
    return Math.min(next, pieces.at[piece]! + length);
  };

  /** Offset of the first piece of text behind a point that is in no piece. */
  function after(container: Node, offset: number): number {
    const tree = container.getRootNode();
    const walker = document.createTreeWalker(tree, 4);
    const child = container.nodeType === 1 || container.nodeType === 11 ? container.childNodes[offset] : undefined;
    if (child) walker.currentNode = child;
    else {
      let last: Node = container;
      while (last.lastChild) last = last.lastChild;
      walker.currentNode = last;
    }
    let node: Node | null = child?.nodeType === 3 ? child : walker.nextNode();
    for (; node; node = walker.nextNode()) {
      const piece = pieceOf(node);
      if (piece !== undefined) return pieces.at[piece]!;
    }
    const { host } = tree as Partial<ShadowRoot>;
    return host ? after(host, host.childNodes.length) : text.length;
  }

  return {
    text,
    floats: floats.filter(({ start, end }) => end > start),
    offsetOf(container, offset) {
      let piece = pieceOf(container);
      if (piece === undefined) return after(container, offset);
      while (pieces.node[piece + 1] === pieces.node[piece] && pieces.offset[piece + 1]! <= offset) piece += 1;
      const at = pieces.at[piece]! + Math.max(0, offset - pieces.offset[piece]!);
      return Math.min(at, endOfPiece(piece));
    },
    rangesOf({ start, end }) {
      const ranges: Range[] = [];
      let piece = Math.max(0, lastUpTo(pieces.at, start));
      if (pieces.at.length > 0 && endOfPiece(piece) <= start) piece += 1;
      const last = lastUpTo(pieces.at, end - 1);
      while (piece <= last) {
        const first = piece;
        const treeOf = (at: number) => pieces.node[at]!.getRootNode();
        // Slots show what stands in them in an order of their own.
        const isInOrder = (at: number) => {
          const [one, next] = [pieces.node[at]!, pieces.node[at + 1]!];
          return one === next || (one.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        };
        if (!hasShadow) piece = last;
        else while (piece < last && treeOf(piece + 1) === treeOf(first) && isInOrder(piece)) piece += 1;
        const from = Math.max(0, start - pieces.at[first]!) + pieces.offset[first]!;
        const to = Math.min(endOfPiece(piece), end) - pieces.at[piece]! + pieces.offset[piece]!;
        const range = document.createRange();
        const startNode = pieces.node[first]!;
        const endNode = pieces.node[piece]!;
        range.setStart(startNode, Math.min(from, startNode.length));
        range.setEnd(endNode, Math.min(to, endNode.length));
        ranges.push(range);
        piece += 1;
      }
      return ranges;
    },
    blockAt(offset) {
      const block = lastUpTo(blocks, offset);
      const start = block < 0 ? 0 : blocks[block]!;
      const next = blocks[block + 1];
      return { start, end: next === undefined ? text.length : next - 1 };
    },
  };
}
