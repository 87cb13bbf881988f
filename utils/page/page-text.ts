import { type Anchorer, createAnchorer } from '../quotes/anchorer';
import { isConnectedNode, parentOf } from './dom';
import { createLooks, type Looks } from './looks';
import { type ReadBlocks, type Reading, startReading, type TextModel } from './text-model';

/** The text of a page as it is now. */
export interface PageText {
  readonly model: TextModel;
  readonly find: Anchorer;
}

interface Kept {
  readonly observer: MutationObserver;
  current: PageText | undefined;
  /** Grows with every change of the page that was heard of. */
  changes: number;
  looks: Looks;
  /** What the last reading has found in blocks that are as they were. */
  blocks: ReadBlocks | undefined;
  /** When the looks were new, milliseconds. */
  looksSince: number;
}

/** For so long after a page was read its elements are believed to look as they did, milliseconds: frameworks change pages in bursts. */
const BURST_MS = 2000;
/** Steps of reading between two looks at the clock. */
const STEPS = 200;
/** A page that keeps changing is read at once after so many tries. */
const TRIES = 3;
/** Where more nodes than these have changed at once, the page is read as if it were new: to look for their blocks would take as long. */
const MOST_CHANGES = 2000;

const kept = new WeakMap<Node, Kept>();

function keptOf(root: Node): Kept {
  let known = kept.get(root);
  if (!known) {
    const observer = new MutationObserver((records) => known && changed(known, records));
    const [looks, looksSince] = [createLooks(), performance.now()];
    known = { observer, current: undefined, changes: 0, looks, blocks: undefined, looksSince };
    kept.set(root, known);
  }
  // Changes of this very task have not been told yet.
  const records = known.observer.takeRecords();
  if (records.length > 0) changed(known, records);
  return known;
}

function changed(known: Kept, records: readonly MutationRecord[]): void {
  known.current = undefined;
  known.changes += 1;
  const targets = new Set(records.map(({ target }) => target));
  if (targets.size > MOST_CHANGES) known.blocks = undefined;
  const blocks = known.blocks?.blocks;
  if (!blocks) return;
  // What is away changes unheard, and may come back.
  const isGone = (node: Node) => node.nodeType === 1 && !isConnectedNode(node);
  if (records.some(({ removedNodes }) => Array.prototype.some.call(removedNodes, isGone)))
    for (const block of blocks.keys()) if (isGone(block)) blocks.delete(block);
  for (const target of targets) for (let at: Node | null = target; at && !blocks.delete(at); ) at = parentOf(at);
}

/** Watches the tree from now on, and begins to read it. */
function begin(root: Node, known: Kept): Reading {
  const { observer } = known;
  const watch = (tree: Node) =>
    observer.observe(tree, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['hidden', 'open'],
    });
  observer.disconnect();
  watch(root);
  if (performance.now() - known.looksSince > BURST_MS) {
    known.looks = createLooks();
    known.blocks = undefined;
    known.looksSince = performance.now();
  }
  return startReading(root, { onShadow: watch, looks: known.looks, earlier: known.blocks });
}

function finish(known: Kept, reading: Reading): PageText {
  const { model, blocks } = reading.result();
  known.blocks = blocks;
  known.current = { model, find: createAnchorer(model.text) };
  return known.current;
}

/**
 * The text under a node, read once and again only after it has changed: two hundred passages of one page cost one reading.
 */
export function pageText(root: Node): PageText {
  const known = keptOf(root);
  if (known.current) return known.current;
  const reading = begin(root, known);
  reading.read(Number.POSITIVE_INFINITY);
  return finish(known, reading);
}

/**
 * Reads the text under a node ahead, so that `pageText` has it at once: in slices, that a large page stays responsive.
 *
 * @param sliceMs - Longest slice, milliseconds.
 * @param pause - Comes back when the page has had its turn.
 */
export async function readAhead(root: Node, sliceMs: number, pause: () => Promise<void>): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    const known = keptOf(root);
    if (known.current) return;
    const reading = begin(root, known);
    const { changes } = known;
    let isRead = false;
    let until = performance.now() + sliceMs;
    while (keptOf(root).changes === changes) {
      // Putting the parts together takes a while itself, and so does whatever the text is wanted for.
      if (isRead) {
        finish(known, reading);
        return pause();
      }
      isRead = !reading.read(STEPS);
      if (!isRead && performance.now() < until) continue;
      await pause();
      until = performance.now() + sliceMs;
    }
  }
}

/** Stops watching the text under a node. */
export function forgetPageText(root: Node): void {
  kept.get(root)?.observer.disconnect();
  kept.delete(root);
}
