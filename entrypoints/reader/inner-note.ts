import { keyedIdentifier } from '../../utils/model/identifier';
import type { Door, PageCitation } from '../../utils/page/door';
import { bring } from '../../utils/platform/bring';
import type { OpenNote } from './open-note';

/** The note inside an open note. */
export interface Inner {
  /** Opens that of a link in the note. */
  open(link: Element, by: 'pointer' | 'key'): void;
  /** Opens that of the link that has the focus. @returns Whether one has. */
  openFocused(): boolean;
  isNear(x: number, y: number): boolean;
  /** @returns Whether there was one. */
  close(): boolean;
}

/** A link in a note, as a citation of the identifier that it stands for; its place is in our own shadow root. */
function citationOf(link: Element): PageCitation {
  const range = new StaticRange({
    startContainer: link,
    startOffset: 0,
    endContainer: link,
    endOffset: link.childNodes.length,
  });
  return {
    citation: {
      kind: 'identifier-link',
      label: (link.textContent ?? '').trim(),
      identifiers: [keyedIdentifier(link.getAttribute('data-cites') ?? '')],
      confidence: 1,
    },
    range,
    link,
    cluster: -1,
  };
}

/**
 * Lets the links of an open note open a note of their own. What feels the hand there is a script of its own, put beside us when the
 * hand or the keyboard first comes to such a link.
 *
 * @param openNote - Opens a note that is told when it closes.
 */
export function createInner(
  door: Door,
  root: ShadowRoot,
  signal: AbortSignal,
  openNote: (citation: PageCitation, by: 'pointer' | 'key', onClosed: () => void) => OpenNote,
): Inner {
  let note: OpenNote | undefined;
  const inner: Inner = {
    open(link, by) {
      note?.close();
      const opened: OpenNote = openNote(citationOf(link), by, () => {
        if (note === opened) note = undefined;
      });
      note = opened.isClosed ? undefined : opened;
    },
    openFocused() {
      const link = root.activeElement?.closest('[data-cites]');
      if (link) inner.open(link, 'key');
      return !!link;
    },
    isNear: (x, y) => note?.isNear(x, y) ?? false,
    close() {
      const had = note !== undefined;
      note?.close();
      return had;
    },
  };
  const onLink = (event: Event) => {
    if (!(event.target as Element).closest('[data-cites]')) return;
    root.removeEventListener('pointerover', onLink);
    const needed = door.nester ? undefined : bring('nester');
    void Promise.resolve(needed).then(() => {
      if (!signal.aborted)
        door.nester?.attach({ root, signal, inner: () => note, open: (link) => inner.open(link, 'pointer') });
    });
  };
  root.addEventListener('pointerover', onLink, { signal });
  return inner;
}
