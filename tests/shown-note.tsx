import { render } from '@testing-library/preact';
import { vi } from 'vitest';
import type { EntryActions } from '../components/note/entry';
import { Note, type NoteEntry, type NoteProps } from '../components/note/note';
import { say } from '../components/note/words';
import type { EntryView } from '../utils/notes/view';

/** What is shown of an invented study. */
export const view = (more: Partial<EntryView> = {}): EntryView => ({
  kindLine: 'Study 2012',
  badges: [],
  title: ['Amber lamps'],
  titleUrl: 'https://doi.org/10.5555/lamps',
  sections: [],
  glance: [],
  hasRecord: false,
  isWaiting: false,
  remarks: [],
  provenance: 'Crossref, today 14:02',
  isWork: true,
  isListed: false,
  ...more,
});
/** The same as an entry of a note. */
export const entry = (more: Partial<EntryView> = {}, deeds: NoteEntry['deeds'] = { save: 'open' }): NoteEntry => ({
  label: '[1]',
  view: view(more),
  deeds,
});
/** Stands for another script that draws in a place of the note. */
const drawing = (words: string) => (place: HTMLElement) => {
  place.textContent = words;
  return () => place.remove();
};
/** Hears of every deed. */
export const spies = () => ({
  onSave: vi.fn(),
  onUndo: vi.fn(),
  onCopy: vi.fn(),
  onHighlight: vi.fn(),
  onLookUp: vi.fn(),
  onRelated: vi.fn(),
  onForget: vi.fn(),
  onPick: vi.fn(),
  onAllow: vi.fn(),
  onUncorrect: vi.fn(),
  drawFurther: drawing('what else can be done'),
  drawWhich: drawing('which study it is'),
  drawRecord: drawing('what its record says'),
});

/** Shows a note of some entries. */
export function show(entries: readonly NoteEntry[], more: Partial<NoteProps> = {}, actions: EntryActions = spies()) {
  const props: NoteProps = {
    entries,
    unfolded: 0,
    isDialog: false,
    isPrivate: false,
    say,
    actions: () => actions,
    onUnfold: vi.fn(),
    onClose: vi.fn(),
    ...more,
  };
  return { ...render(<Note {...props} />), props };
}
