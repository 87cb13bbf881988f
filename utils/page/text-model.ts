import { walkText } from './text-walk';

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
  /** Text offset at which a piece begins, its node (an index into `nodes`), and its place in that node. */
  readonly at: number[];
  readonly node: number[];
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

/** Text that stays as it is: no white space but single spaces between words. */
const PLAIN = /^[^\s]+(?: [^\s]+)*$/;
const WORDS = /[^\t\n\f\r ]+(?: [^\t\n\f\r ]+)*/g;
const isWhite = (code: number) => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/**
 * Reads the text of everything under a node.
 *
 * @param onShadow - Hears of every open shadow root on the way.
 */
export function readText(root: Node, onShadow: (root: ShadowRoot) => void = () => {}): TextModel {
  const parts: string[] = [];
  const nodes: Text[] = [];
  const pieces: Pieces = { at: [], node: [], offset: [] };
  const blocks: number[] = [];
  const floats: { start: number; end: number }[] = [];
  let length = 0;
  /** What divides the text so far from the next character: the strongest of what was met. Nothing at the beginning. */
  let owed = '';
  let isBlockOwed = false;
  let hasShadow = false;
  let depth = 0;

  const put = (node: number, text: string, offset: number) => {
    if (owed && length > 0) {
      parts.push(owed);
      length += owed.length;
    }
    if (isBlockOwed) blocks.push(length);
    owed = '';
    isBlockOwed = false;
    pieces.at.push(length);
    pieces.node.push(node);
    pieces.offset.push(offset);
    parts.push(text);
    length += text.length;
  };
  const owe = (mark: ' ' | '\t' | '\n') => {
    if (owed !== '\n' && (owed !== '\t' || mark === '\n')) owed = mark;
  };

  walkText(root, {
    text(node, isPreformatted) {
      const { data } = node;
      if (data === '') return;
      if (PLAIN.test(data) || (isPreformatted && /\S/.test(data))) {
        nodes.push(node);
        put(nodes.length - 1, data, 0);
        return;
      }
      let isNew = true;
      WORDS.lastIndex = 0;
      for (let words = WORDS.exec(data); words; words = WORDS.exec(data)) {
        if (words.index > 0) owe(' ');
        if (isNew) nodes.push(node);
        isNew = false;
        put(nodes.length - 1, words[0], words.index);
      }
      if (isWhite(data.charCodeAt(data.length - 1))) owe(' ');
    },
    lineBreak(isBlock) {
      owe('\n');
      isBlockOwed ||= isBlock;
    },
    cellBreak: () => owe('\t'),
    float(isStart) {
      if (isStart) {
        if (depth === 0) floats.push({ start: length, end: length });
        depth += 1;
      } else {
        depth -= 1;
        if (depth === 0) floats.at(-1)!.end = length;
      }
    },
    shadow(root) {
      hasShadow = true;
      onShadow(root);
    },
  });
  return mapped(root, parts.join(''), nodes, pieces, blocks, floats, hasShadow);
}

function mapped(
  root: Node,
  text: string,
  nodes: readonly Text[],
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
      for (let i = pieces.node.length - 1; i >= 0; i -= 1) firstPiece.set(nodes[pieces.node[i]!]!, i);
    }
    return firstPiece.get(node);
  };
  const endOfPiece = (piece: number): number => {
    const next = pieces.at[piece + 1] ?? text.length;
    const isLast = pieces.node[piece + 1] !== pieces.node[piece];
    // Breaks between pieces belong to no node.
    const length = (isLast ? nodes[pieces.node[piece]!]!.length : pieces.offset[piece + 1]!) - pieces.offset[piece]!;
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
        const treeOf = (at: number) => nodes[pieces.node[at]!]!.getRootNode();
        if (!hasShadow) piece = last;
        else while (piece < last && treeOf(piece + 1) === treeOf(first)) piece += 1;
        const from = Math.max(0, start - pieces.at[first]!) + pieces.offset[first]!;
        const to = Math.min(endOfPiece(piece), end) - pieces.at[piece]! + pieces.offset[piece]!;
        const range = document.createRange();
        const startNode = nodes[pieces.node[first]!]!;
        const endNode = nodes[pieces.node[piece]!]!;
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
