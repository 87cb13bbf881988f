import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { type LibraryActions, LibraryPage, type LibraryState } from './library-page';
import { t } from './words';

const passage = recorded.passages[0] as Passage;
const item = recorded.items[0] as unknown as ReadingItem;

function show(state: LibraryState) {
  const actions = {
    changePassage: vi.fn(),
    deletePassage: vi.fn(),
    changeItem: vi.fn(),
    deleteItem: vi.fn(),
    takeAway: vi.fn(),
    reload: vi.fn(),
  } satisfies LibraryActions;
  const page = (state: LibraryState) => (
    <LibraryPage state={state} actions={actions} dateText={(at) => `day ${at}`} optionsUrl="options.html" />
  );
  const view = render(page(state));
  return { actions, update: (next: LibraryState) => view.rerender(page(next)) };
}
const open = (items: readonly ReadingItem[], passages: readonly Passage[]): LibraryState => ({
  type: 'open',
  items,
  passages,
});

afterEach(cleanup);

describe('the library page', () => {
  it('says how to begin where there is nothing yet, and offers no file', () => {
    show(open([], []));
    expect(screen.getByText(t('noItems'))).toBeTruthy();
    for (const name of ['BibTeX', 'RIS', 'CSL-JSON', 'Markdown']) {
      expect((screen.getByRole('button', { name }) as HTMLButtonElement).disabled).toBe(true);
    }
    fireEvent.click(screen.getByRole('tab', { name: /Passages/ }));
    expect(screen.getByText(t('noPassages'))).toBeTruthy();
  });

  it('says of a newer library that nothing was changed', () => {
    show({
      type: 'failed',
      isNewer: true,
      failure: { kind: 'storage', stage: 'storage.newer', message: 'x' },
    });
    expect(screen.getByRole('alert').textContent).toContain('Nothing in it was changed');
  });

  it('says why a library could not be opened', () => {
    show({
      type: 'failed',
      isNewer: false,
      failure: { kind: 'storage', stage: 'storage.open', message: 'The disk is made of cheese.' },
    });
    expect(screen.getByRole('alert').textContent).toContain('The disk is made of cheese.');
  });

  it('shows a work with its kind line, title and link, citation line and where it was met', () => {
    show(open([item], []));
    const entry = within(screen.getByRole('article'));
    expect(entry.getByText('Trial 2012')).toBeTruthy();
    expect(entry.getByRole('link', { name: 'An invented trial of night shifts' }).getAttribute('href')).toBe(
      'https://doi.org/10.5555/night',
    );
    expect(entry.getByText('Night shifts were followed by shorter sleep.')).toBeTruthy();
    expect(entry.getByRole('link', { name: 'Sleep and work' }).getAttribute('href')).toBe(item.encounters[0]!.url);
  });

  it('names a retraction in words', () => {
    const notices = [{ kind: 'retraction', source: 'crossref' }] as const;
    show(open([{ ...item, work: { ...item.work, notices } }], []));
    expect(screen.getByText(t('retracted'))).toBeTruthy();
  });

  it('never makes a link of an address that runs code', () => {
    const work = { ...item.work, ids: [], csl: { ...item.work.csl, URL: 'javascript:alert(1)' } };
    show(open([{ ...item, work }], []));
    expect(screen.queryByRole('link', { name: work.csl.title })).toBeNull();
  });

  it('shows a passage with its quote, the name of its colour, and the way back to it', () => {
    show(open([], [passage]));
    expect(screen.getByText('shift work')).toBeTruthy();
    expect((screen.getByLabelText(t('colour')) as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Green');
    expect(screen.getByRole('link', { name: t('openPassage') }).getAttribute('href')).toBe(
      'https://example.org/topics/sleep#:~:text=shift%20work',
    );
  });

  it('tells what the reader changes', () => {
    const { actions } = show(open([item], [passage]));
    fireEvent.change(screen.getByLabelText(t('status')), { target: { value: 'read' } });
    expect(actions.changeItem).toHaveBeenCalledWith(item.id, { status: 'read' });
    fireEvent.click(screen.getByRole('button', { name: t('removeItem', 'An invented trial of night shifts') }));
    expect(actions.deleteItem).toHaveBeenCalledWith(item.id);
    fireEvent.click(screen.getByRole('button', { name: 'RIS' }));
    expect(actions.takeAway.mock.calls[0]?.[0]).toMatchObject({ id: 'ris' });

    fireEvent.click(screen.getByRole('tab', { name: /Passages/ }));
    fireEvent.change(screen.getByLabelText(t('colour')), { target: { value: 'pink' } });
    fireEvent.click(screen.getByRole('button', { name: t('removeTag', 'sleep') }));
    fireEvent.click(screen.getByRole('button', { name: t('removePassage', 'shift work') }));
    expect(actions.changePassage.mock.calls).toEqual([
      [passage.id, { colour: 'pink' }],
      [passage.id, { tags: [] }],
    ]);
    expect(actions.deletePassage).toHaveBeenCalledWith(passage.id);
  });

  it('adds tags at a comma or Enter, each once', () => {
    const { actions } = show(open([], [passage]));
    const field = screen.getByLabelText(t('addTag'));
    fireEvent.input(field, { target: { value: 'sleep, new,' } });
    expect(actions.changePassage).toHaveBeenCalledWith(passage.id, { tags: ['sleep', 'new'] });
    fireEvent.input(field, { target: { value: 'other' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(actions.changePassage).toHaveBeenLastCalledWith(passage.id, { tags: ['sleep', 'other'] });
  });

  it('saves a remark when its field is left, and lets nothing from elsewhere take the words while they are written', () => {
    const { actions, update } = show(open([], [passage]));
    const field = () => screen.getByLabelText(t('remark')) as HTMLTextAreaElement;
    fireEvent.input(field(), { target: { value: 'my words' } });
    update(open([], [{ ...passage, remark: 'from elsewhere' }]));
    expect(field().value).toBe('my words');
    fireEvent.blur(field());
    expect(actions.changePassage).toHaveBeenCalledWith(passage.id, { remark: 'my words' });
  });

  it('saves a remark whose entry goes away before its field is left', () => {
    const { actions, update } = show(open([], [passage]));
    fireEvent.input(screen.getByLabelText(t('remark')), { target: { value: 'last words' } });
    update(open([], []));
    expect(actions.changePassage).toHaveBeenCalledWith(passage.id, { remark: 'last words' });
  });

  it('shows what the filter lets through, and the way back when that is nothing', () => {
    show(open([item], [passage]));
    fireEvent.input(screen.getByLabelText(t('filter')), { target: { value: 'lobster' } });
    expect(screen.queryByRole('article')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: t('clearFilter') }));
    expect(screen.getByRole('article')).toBeTruthy();
  });

  it('draws a hundred entries before it is asked for more', () => {
    show(
      open(
        [],
        Array.from({ length: 130 }, (_, index) => ({ ...passage, id: `passage-${index}` })),
      ),
    );
    // By tag: finding hundreds of entries by role is slow.
    const drawn = () => document.querySelectorAll('article').length;
    expect(drawn()).toBe(100);
    fireEvent.click(screen.getByText(t('showMore', 30)));
    expect(drawn()).toBe(130);
  });
});
