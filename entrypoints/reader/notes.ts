import type { OpenedBy, PageCitation } from '../../utils/page/door';
import { type NotesDepend, type OpenNote, openNote } from './open-note';

/** The notes of one frame: one is open at a time, beside those that are pinned. */
export interface Notes {
  open(citation: PageCitation, by: OpenedBy): void;
  close(): void;
  /** Closes a note inside a note. @returns Whether there was one. */
  closeInner(): boolean;
  /** Opens the note of the link in a note that has the focus. @returns Whether one has. */
  openFocused(): boolean;
  readonly isOpen: boolean;
  isNear(x: number, y: number): boolean;
}

/** The notes of a frame. They end with the door. */
export function createNotes(depend: NotesDepend): Notes {
  let note: OpenNote | undefined;
  const pinned = new Set<OpenNote>();
  const all = () => [...(note ? [note] : []), ...pinned];
  const notes: Notes = {
    open(citation, by) {
      const index = note?.cluster.indexOf(citation) ?? -1;
      if (note && index >= 0) return note.turnTo(index, by);
      note?.close();
      const opened: OpenNote = openNote(
        depend,
        citation,
        by,
        () => {
          pinned.delete(opened);
          if (note === opened) note = undefined;
        },
        () => {
          pinned.add(opened);
          if (note === opened) note = undefined;
        },
      );
      // A citation that is not to be seen has no note.
      note = opened.isClosed ? undefined : opened;
    },
    close: () => note?.close(),
    closeInner: () => all().some((each) => each.closeInner()),
    openFocused: () => all().some((each) => each.openFocused()),
    get isOpen() {
      return note !== undefined;
    },
    isNear: (x, y) => note?.isNear(x, y) ?? false,
  };
  const end = () => {
    for (const each of all()) each.close();
  };
  depend.door.signal.addEventListener('abort', end, { once: true });
  return notes;
}
