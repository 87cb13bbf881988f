import { LONGEST_QUOTE, stretchOf } from './describe';
import { asElement, shadowOf } from './dom';
import type { Stretch } from './text-model';

/** What the reader has selected. */
export type Selected =
  | {
      readonly kind: 'words';
      readonly range: AbstractRange;
      readonly stretch: Stretch;
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

function rangeOf(selection: Selection): AbstractRange | undefined {
  if (selection.rangeCount === 0) return undefined;
  const shadowRoots = shadowsBelow(selection.anchorNode, selection.anchorOffset);
  const composed = shadowRoots.length > 0 ? selection.getComposedRanges?.({ shadowRoots })[0] : undefined;
  return composed && !composed.collapsed ? composed : selection.getRangeAt(0);
}

/** What is selected in a document now. Never throws. */
export function readSelection(document: Document): Selected {
  const nothing: Selected = { kind: 'nothing' };
  try {
    const { activeElement } = document;
    const selection = document.getSelection();
    const range = selection && rangeOf(selection);
    if (!selection || !range || range.collapsed) {
      const field = activeElement as HTMLInputElement | null;
      const isField = field?.matches('input, textarea') && field.selectionStart !== field.selectionEnd;
      return isField ? { kind: 'own-text' } : nothing;
    }
    if (isEditable(range.startContainer) || isEditable(range.endContainer)) return { kind: 'own-text' };
    const stretch = stretchOf(document.body ?? document.documentElement, range);
    if (!stretch) return nothing;
    if (stretch.end - stretch.start > LONGEST_QUOTE) return { kind: 'too-long' };
    const { anchorNode, anchorOffset } = selection;
    const isBackward = anchorNode === range.endContainer && anchorOffset === range.endOffset;
    return { kind: 'words', range, stretch, isBackward };
  } catch {
    // A frame that is going away, or a browser whose ranges of shadow roots are not ours to read.
    return nothing;
  }
}
