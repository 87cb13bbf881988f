import { MOST_PLACES } from '../model/passage';
import { LONGEST_QUOTE, stretchOf } from './describe';
import { asElement, shadowOf } from './dom';
import type { Stretch } from './text-model';

/** What the reader has selected. */
export type Selected =
  | {
      readonly kind: 'words';
      /** Several where words that stand apart are selected together; in the order of the page, none touching another. */
      readonly stretches: readonly [Stretch, ...Stretch[]];
      /** Whether it was made from its end to its beginning. */
      readonly isBackward: boolean;
    }
  /** Nothing, or no words of the page. */
  | { readonly kind: 'nothing' }
  /** Text that the reader is writing: a field, an editor. */
  | { readonly kind: 'own-text' }
  | { readonly kind: 'too-long' };

const EDITABLE = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i]), [role="textbox"]';

function isEditable(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if (asElement(at)?.matches(EDITABLE)) return true;
  return node.ownerDocument?.designMode === 'on';
}

/** The open shadow root that a selection is in, as far as a document's own answer shows. */
function shadowsBelow(node: Node | null, offset: number): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (const start of [node, node?.childNodes[offset] ?? null]) {
    let element = asElement(start);
    for (let depth = 0; element && depth < 8; depth += 1) {
      const shadow: ShadowRoot | null = shadowOf(element);
      if (!shadow) break;
      roots.push(shadow);
      element = asElement(shadow.activeElement) ?? [...shadow.children].find((child) => shadowOf(child));
    }
  }
  return roots;
}

/** Firefox selects several runs of words with Ctrl, and columns of tables cell by cell. */
function rangesOf(selection: Selection): AbstractRange[] {
  if (selection.rangeCount === 0) return [];
  const ranges = Array.from({ length: selection.rangeCount }, (_none, index) => selection.getRangeAt(index));
  if (ranges.length > 1) return ranges.filter(({ collapsed }) => !collapsed);
  const shadowRoots = shadowsBelow(selection.anchorNode, selection.anchorOffset);
  const composed = shadowRoots.length > 0 ? selection.getComposedRanges?.({ shadowRoots })[0] : undefined;
  return [composed && !composed.collapsed ? composed : ranges[0]!];
}

/** Stretches in the order of the page; those that touch or overlap are one. */
function united(stretches: readonly Stretch[]): Stretch[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** What is selected in a document now. Never throws. */
export function readSelection(document: Document): Selected {
  const nothing: Selected = { kind: 'nothing' };
  try {
    const { activeElement } = document;
    const selection = document.getSelection();
    const ranges = selection ? rangesOf(selection) : [];
    const [range] = ranges;
    if (!selection || !range || range.collapsed) {
      const field = activeElement as HTMLInputElement | null;
      const isField = field?.matches('input, textarea') && field.selectionStart !== field.selectionEnd;
      return isField ? { kind: 'own-text' } : nothing;
    }
    if (ranges.some((one) => isEditable(one.startContainer) || isEditable(one.endContainer)))
      return { kind: 'own-text' };
    const root = document.body ?? document.documentElement;
    const [first, ...others] = united(ranges.flatMap((one) => stretchOf(root, one) ?? []));
    if (!first) return nothing;
    const length = [first, ...others].reduce((sum, { start, end }) => sum + end - start, 0);
    if (length > LONGEST_QUOTE || others.length >= MOST_PLACES) return { kind: 'too-long' };
    const { anchorNode, anchorOffset } = selection;
    const isBackward = anchorNode === range.endContainer && anchorOffset === range.endOffset;
    return { kind: 'words', stretches: [first, ...others], isBackward };
  } catch {
    // A frame that is going away, or a browser whose ranges of shadow roots are not ours to read.
    return nothing;
  }
}
