import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EntryView } from '../../utils/notes/view';
import { say, WORDS } from '../../utils/notes/words';
import type { EntryActions } from './entry';
import { Note, type NoteEntry, type NoteProps } from './note';

afterEach(cleanup);

const view = (more: Partial<EntryView> = {}): EntryView => ({
  kindLine: 'Study 2012',
  badges: [],
  title: ['Amber lamps'],
  titleUrl: 'https://doi.org/10.5555/lamps',
  sections: [],
  isWaiting: false,
  remarks: [],
  provenance: 'Crossref, today 14:02',
  isWork: true,
  isListed: false,
  ...more,
});
const entry = (more: Partial<EntryView> = {}, deeds: NoteEntry['deeds'] = { save: 'open' }): NoteEntry => ({
  label: '[1]',
  view: view(more),
  deeds,
});
const spies = () => ({
  onSave: vi.fn(),
  onUndo: vi.fn(),
  onCopy: vi.fn(),
  onHighlight: vi.fn(),
  onLookUp: vi.fn(),
  onAllow: vi.fn(),
});

function show(entries: readonly NoteEntry[], more: Partial<NoteProps> = {}, actions: EntryActions = spies()) {
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

const long = (words: string) => [{ heading: 'Methods', paragraphs: [[`${words} `.repeat(60)]] }];

describe('a note', () => {
  it('is a named dialog with the title as a link that tells nobody where it was followed', () => {
    const { getByRole } = show([entry()]);
    expect(getByRole('dialog').getAttribute('aria-label')).toBe('Note on [1]');
    const link = getByRole('link', { name: 'Amber lamps' });
    expect(link.getAttribute('href')).toBe('https://doi.org/10.5555/lamps');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  it('takes text that looks like markup as text', () => {
    const { container } = show([entry({ title: ['<img src=x onerror=alert(1)>'], remarks: ['<b>no</b>'] })]);
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('sets emphasis and the closest sentence as elements of its own', () => {
    const sections = [
      { paragraphs: [['a ', { mark: 'em', children: ['b'] }, { mark: 'closest', children: ['c'] }]] },
    ] as const;
    const { container } = show([entry({ sections })]);
    expect(container.querySelector('em')?.textContent).toBe('b');
    expect(container.querySelector('mark')?.textContent).toBe('c');
  });

  it('clamps a long summary and unfolds it in place', () => {
    const { container, getByRole } = show([entry({ sections: long('gull') })]);
    expect(container.querySelector('.clamped')).not.toBeNull();
    fireEvent.click(getByRole('button', { name: WORDS.more }));
    expect(container.querySelector('.clamped')).toBeNull();
    expect(getByRole('button', { name: WORDS.less }).getAttribute('aria-expanded')).toBe('true');
  });

  it('shows a short summary whole, with nothing to unfold', () => {
    const { container, queryByRole } = show([entry({ sections: [{ paragraphs: [['Gulls slept.']] }] })]);
    expect(container.querySelector('.clamped')).toBeNull();
    expect(queryByRole('button', { name: WORDS.more })).toBeNull();
  });

  it('says a retraction in words, not by colour alone', () => {
    const badges = [{ tone: 'alarm', text: 'Retracted 2015' }] as const;
    const { container, getAllByText } = show([entry({ badges, warning: WORDS.retractionWarning })]);
    expect(getAllByText(/retracted/i).length).toBeGreaterThan(1);
    expect(container.querySelector('.badge .sign')?.textContent).toBe('✕');
  });

  it('asks for consent with both answers and the services named', () => {
    const actions = spies();
    const consent = { isQuestion: true, services: 'Crossref and OpenAlex' };
    const { getByRole, container } = show([entry({ consent })], {}, actions);
    expect(container.textContent).toContain('Crossref and OpenAlex');
    fireEvent.click(getByRole('button', { name: WORDS.allowOnOpen }));
    fireEvent.click(getByRole('button', { name: WORDS.allowOnPress }));
    expect(actions.onAllow.mock.calls).toEqual([['on-open'], ['on-press']]);
  });

  it('offers Look up where the reader wants to press', () => {
    const actions = spies();
    const { getByRole } = show([entry({ consent: { isQuestion: false, services: 'Crossref' } })], {}, actions);
    fireEvent.click(getByRole('button', { name: WORDS.lookUp }));
    expect(actions.onLookUp).toHaveBeenCalledOnce();
  });

  it('saves, shows that it did, and can undo', () => {
    const actions = spies();
    const { getByRole, unmount } = show([entry()], {}, actions);
    fireEvent.click(getByRole('button', { name: WORDS.save }));
    expect(actions.onSave).toHaveBeenCalledOnce();
    unmount();
    const saved = show([entry({}, { save: 'saved' })], {}, actions);
    expect(saved.getByRole('button', { name: /In reading list/ }).hasAttribute('disabled')).toBe(true);
    fireEvent.click(saved.getByRole('button', { name: WORDS.undo }));
    expect(actions.onUndo).toHaveBeenCalledOnce();
  });

  it('does not save from a private window, and says why', () => {
    const { getByRole, container } = show([entry()], { isPrivate: true });
    expect(getByRole('button', { name: WORDS.save }).hasAttribute('disabled')).toBe(true);
    expect(container.textContent).toContain(WORDS.privateWindow);
  });

  it('offers nothing to do with a remark of the page', () => {
    const pageText = { label: WORDS.pageNote, text: 'A lamp is any light.' };
    const { queryAllByRole, container } = show([entry({ isWork: false, title: [], pageText })]);
    expect(container.textContent).toContain('A lamp is any light.');
    expect(queryAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([WORDS.close]);
  });
});

describe('a cluster', () => {
  const entries = [entry({ title: ['North'] }), entry({ title: ['South'] }), entry({ title: ['East'] })];

  it('lists short entries and unfolds one', () => {
    const { getAllByRole, container } = show(entries, { unfolded: 1 });
    expect(getAllByRole('listitem')).toHaveLength(3);
    expect(container.querySelectorAll('article')).toHaveLength(1);
    expect(container.querySelector('article')?.textContent).toContain('South');
  });

  it('unfolds another on request, and folds the one that is open', () => {
    const { getAllByRole, props } = show(entries, { unfolded: 1 });
    const folds = getAllByRole('button').filter((button) => button.hasAttribute('aria-expanded'));
    for (const button of folds) fireEvent.click(button);
    expect((props.onUnfold as ReturnType<typeof vi.fn>).mock.calls).toEqual([[0], [undefined], [2]]);
  });

  it('says of a folded entry that it was retracted', () => {
    const retracted = entry({ title: ['East'], badges: [{ tone: 'alarm', text: 'Retracted' }] });
    const { getAllByRole } = show([entry(), retracted]);
    expect(getAllByRole('listitem')[1]?.textContent).toContain('Retracted');
  });
});

describe('the keyboard', () => {
  it('closes the note with Escape', () => {
    const { getByRole, props } = show([entry()]);
    fireEvent.keyDown(getByRole('dialog'), { key: 'Escape' });
    expect(props.onClose).toHaveBeenCalledOnce();
  });

  it('gives the focus to a note opened by key, and not to one opened by the pointer', () => {
    const byPointer = show([entry()]);
    expect(document.activeElement).toBe(document.body);
    byPointer.unmount();
    const { getByRole } = show([entry()], { isDialog: true });
    return vi.waitFor(() => expect(document.activeElement).toBe(getByRole('dialog')));
  });

  it('keeps Tab inside a note opened by key', () => {
    const { getByRole, getAllByRole } = show([entry()], { isDialog: true });
    const buttons = getAllByRole('button');
    // The last in the order of Tab.
    buttons.at(-1)?.focus();
    fireEvent.keyDown(getByRole('dialog'), { key: 'Tab' });
    expect(document.activeElement).toBe(getByRole('link', { name: 'Amber lamps' }));
    fireEvent.keyDown(getByRole('dialog'), { key: 'Tab', shiftKey: true });
    expect(document.activeElement).toBe(buttons.at(-1));
  });
});
