import { type Anchorer, createAnchorer } from '../quotes/anchorer';
import { readText, type TextModel } from './text-model';

/** The text of a page as it is now. */
export interface PageText {
  readonly model: TextModel;
  readonly find: Anchorer;
}

interface Kept {
  readonly observer: MutationObserver;
  current: PageText | undefined;
}

const kept = new WeakMap<Node, Kept>();

/**
 * The text under a node, read once and again only after it has changed: two hundred passages of one page cost one reading.
 */
export function pageText(root: Node): PageText {
  let known = kept.get(root);
  if (!known) {
    const observer = new MutationObserver(() => {
      if (known) known.current = undefined;
    });
    known = { observer, current: undefined };
    kept.set(root, known);
  }
  // Changes of this very task have not been told yet.
  if (known.observer.takeRecords().length > 0) known.current = undefined;
  if (!known.current) {
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
    const model = readText(root, watch);
    known.current = { model, find: createAnchorer(model.text) };
  }
  return known.current;
}

/** Stops watching the text under a node. */
export function forgetPageText(root: Node): void {
  kept.get(root)?.observer.disconnect();
  kept.delete(root);
}
