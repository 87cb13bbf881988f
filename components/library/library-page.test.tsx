import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CHUNK, found, item, passage, quotes, show, works } from '../../tests/shown-library';
import { t } from './words';

const IN_PASSAGES = { section: 'passages' } as const;

afterEach(cleanup);

describe('the library page', () => {
  it('says how to begin where there is nothing yet, and offers no file', () => {
    show(works());
    expect(screen.getByText(t('noItems'))).toBeTruthy();
    for (const name of ['BibTeX', 'RIS', 'CSL-JSON', 'Markdown']) {
      expect((screen.getByRole('button', { name }) as HTMLButtonElement).disabled).toBe(true);
    }
    cleanup();
    show(works(), IN_PASSAGES);
    expect(screen.getByText(t('noPassages'))).toBeTruthy();
  });

  it('asks whether backups shall be made only where it is to', () => {
    show(works(item));
    expect(screen.queryByText(t('backupQuestion'))).toBeNull();
    cleanup();
    const backupQuestion = { onYes: vi.fn(), onNo: vi.fn() };
    show(works(item), {}, { backupQuestion });
    fireEvent.click(screen.getByText(t('backupQuestionYes')));
    fireEvent.click(screen.getByText(t('backupQuestionNo')));
    expect(backupQuestion.onYes).toHaveBeenCalledOnce();
    expect(backupQuestion.onNo).toHaveBeenCalledOnce();
  });

  it('says of a newer library that nothing was changed', () => {
    show({
      type: 'failed',
      isNewer: true,
      failure: { kind: 'storage', stage: 'storage.newer', message: 'x' },
    });
    expect(screen.getByRole('alert').textContent).toContain('Nothing in it was changed');
  });

  it('says why a library could not be opened, and offers what can be read of it', () => {
    const { actions } = show({
      type: 'failed',
      isNewer: false,
      failure: { kind: 'storage', stage: 'storage.open', message: 'The disk is made of cheese.' },
    });
    expect(screen.getByRole('alert').textContent).toContain('The disk is made of cheese.');
    fireEvent.click(screen.getByText(t('rescue')));
    expect(actions.rescue).toHaveBeenCalledOnce();
  });

  it('shows a work with its kind line, title and link, citation line and where it was met', () => {
    show(works(item));
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
    show(works({ ...item, work: { ...item.work, notices } }));
    expect(screen.getByText(t('retracted'))).toBeTruthy();
  });

  it('never makes a link of an address that runs code', () => {
    const work = { ...item.work, ids: [], csl: { ...item.work.csl, URL: 'javascript:alert(1)' } };
    show(works({ ...item, work }));
    expect(screen.queryByRole('link', { name: work.csl.title })).toBeNull();
  });

  it('shows a passage with its quote, the name of its colour, and the way back to it', () => {
    show(quotes(passage), IN_PASSAGES);
    expect(screen.getByText('shift work')).toBeTruthy();
    expect((screen.getByLabelText(t('colour')) as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Green');
    expect(screen.getByRole('link', { name: t('openPassage') }).getAttribute('href')).toBe(
      'https://example.org/topics/sleep#:~:text=shift%20work',
    );
  });

  it('tells what the reader changes', () => {
    const { actions } = show(works(item));
    fireEvent.change(screen.getByLabelText(t('status')), { target: { value: 'read' } });
    expect(actions.changeItem).toHaveBeenCalledWith(item.id, { status: 'read' }, undefined);
    fireEvent.click(screen.getByRole('button', { name: t('removeItem', 'An invented trial of night shifts') }));
    expect(actions.deleteItem).toHaveBeenCalledWith(item.id);
    fireEvent.click(screen.getByRole('button', { name: 'RIS' }));
    expect(actions.takeAway.mock.calls[0]?.[0]).toMatchObject({ id: 'ris' });

    fireEvent.click(screen.getByRole('tab', { name: /Passages/ }));
    expect(actions.ask).toHaveBeenCalledWith({ section: 'passages' });
  });

  it('tells what the reader changes of a passage', () => {
    const { actions } = show(quotes(passage), IN_PASSAGES);
    fireEvent.change(screen.getByLabelText(t('colour')), { target: { value: 'pink' } });
    fireEvent.click(screen.getByRole('button', { name: t('removeTag', 'sleep') }));
    fireEvent.click(screen.getByRole('button', { name: t('removePassage', 'shift work') }));
    expect(actions.changePassage.mock.calls).toEqual([
      [passage.id, { colour: 'pink' }, undefined],
      [passage.id, { tags: [] }, { tags: ['sleep'] }],
    ]);
    expect(actions.deletePassage).toHaveBeenCalledWith(passage.id);
  });

  it('adds tags at a comma or Enter, each once', () => {
    const { actions } = show(quotes(passage), IN_PASSAGES);
    const field = screen.getByLabelText(t('addTag'));
    fireEvent.input(field, { target: { value: 'sleep, new,' } });
    expect(actions.changePassage).toHaveBeenCalledWith(passage.id, { tags: ['sleep', 'new'] }, { tags: ['sleep'] });
    fireEvent.input(field, { target: { value: 'other' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(actions.changePassage).toHaveBeenLastCalledWith(
      passage.id,
      { tags: ['sleep', 'other'] },
      { tags: ['sleep'] },
    );
  });

  it('saves a remark when its field is left, and lets nothing from elsewhere take the words while they are written', () => {
    const { actions, update } = show(quotes(passage), IN_PASSAGES);
    const field = () => screen.getByLabelText(t('remark')) as HTMLTextAreaElement;
    fireEvent.input(field(), { target: { value: 'my words' } });
    update(quotes({ ...passage, remark: 'from elsewhere' }));
    expect(field().value).toBe('my words');
    fireEvent.blur(field());
    expect(actions.changePassage).toHaveBeenCalledWith(passage.id, { remark: 'my words' }, { remark: passage.remark });
  });

  it('saves a remark whose entry goes away before its field is left', () => {
    const { actions, update } = show(quotes(passage), IN_PASSAGES);
    fireEvent.input(screen.getByLabelText(t('remark')), { target: { value: 'last words' } });
    update(quotes());
    expect(actions.changePassage).toHaveBeenCalledWith(
      passage.id,
      { remark: 'last words' },
      { remark: passage.remark },
    );
  });

  it('tells what is asked for, and shows the way back when nothing is found', () => {
    const { actions } = show(works(), { text: 'lobster' });
    expect(screen.queryByRole('article')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: t('clearFilter') }));
    expect(actions.ask).toHaveBeenLastCalledWith({ text: '', chosen: {} });
    fireEvent.input(screen.getByLabelText(t('filter')), { target: { value: 'tern' } });
    expect(actions.ask).toHaveBeenLastCalledWith({ text: 'tern' });
    fireEvent.keyDown(screen.getByLabelText(t('filter')), { key: 'Escape' });
    expect(actions.ask).toHaveBeenLastCalledWith({ text: '' });
    fireEvent.change(screen.getByLabelText(t('order')), { target: { value: 'oldest' } });
    expect(actions.ask).toHaveBeenLastCalledWith({ order: 'oldest' });
  });

  it('leads into the search with a slash, but not while something is written', () => {
    show(quotes(passage), IN_PASSAGES);
    fireEvent.keyDown(screen.getByLabelText(t('remark')), { key: '/' });
    expect(document.activeElement).not.toBe(screen.getByLabelText(t('filter')));
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByLabelText(t('filter')));
  });

  it('marks the words for which something was found, in remarks too', () => {
    const marks = (text: string): [number, number][] => {
      const at = text.indexOf('sample');
      return at < 0 ? [] : [[at, at + 6]];
    };
    show(found([{ table: 'passages', entry: passage }], { marks }), IN_PASSAGES);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['sample']);
    expect(document.querySelector('.excerpt')?.textContent).toBe('Check the sample size.');
  });

  it('says what a misspelt word was taken for', () => {
    show(found([{ table: 'items', entry: item }], { corrections: [{ word: 'nihgt', meant: ['night'] }] }));
    expect(screen.getByText(t('meant', 'nihgt', '“night”'))).toBeTruthy();
  });

  it('shows counts to choose from; what is chosen can be taken back when nothing has it any more', () => {
    const facets = { tag: [{ value: 'sleep', count: 3 }], kind: [{ value: 'trial', count: 1 }] };
    const { actions } = show(found([{ table: 'items', entry: item }], { facets }), { chosen: { tag: ['gone'] } });
    fireEvent.click(screen.getByLabelText(/^sleep/));
    expect(actions.ask).toHaveBeenLastCalledWith({ chosen: { tag: ['gone', 'sleep'] } });
    fireEvent.click(screen.getByLabelText(/^gone/));
    expect(actions.ask).toHaveBeenLastCalledWith({ chosen: { tag: [] } });
    fireEvent.click(screen.getByLabelText(/^Trial/));
    expect(actions.ask).toHaveBeenLastCalledWith({ chosen: { tag: ['gone'], kind: ['trial'] } });
    fireEvent.click(screen.getByRole('button', { name: t('clearFacets') }));
    expect(actions.ask).toHaveBeenLastCalledWith({ chosen: {} });
  });

  it('draws what is near the window, says which, and tells of each how many there are', () => {
    const { actions } = show(
      quotes(...Array.from({ length: 100_000 }, (_, index) => ({ ...passage, id: `passage-${index}` }))),
      IN_PASSAGES,
    );
    // By tag: finding hundreds of entries by role is slow.
    const drawn = [...document.querySelectorAll('article')];
    expect(drawn.length).toBeGreaterThan(CHUNK - 1);
    expect(drawn.length).toBeLessThan(10 * CHUNK);
    expect(drawn[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(drawn[1]?.getAttribute('aria-setsize')).toBe('100000');
    expect(actions.see.mock.calls.at(-1)?.[0]).toContain(0);
  });

  it('draws the entries again when others are found, and not whenever anything else is drawn', () => {
    const marks = vi.fn(() => []);
    const state = found([{ table: 'passages', entry: passage }], { marks });
    const { update } = show(state, IN_PASSAGES);
    const { length } = marks.mock.calls;
    expect(length).toBeGreaterThan(0);
    update({ ...state });
    expect(marks.mock.calls.length).toBe(length);
    update(found([{ table: 'passages', entry: { ...passage, remark: 'later' } }], { marks }));
    expect(marks.mock.calls.length).toBeGreaterThan(length);
    expect(screen.getByDisplayValue('later')).toBeTruthy();
  });

  it('names a page once above its passages', () => {
    const other = {
      ...passage,
      id: 'other',
      page: { ...passage.page, keys: [], url: 'https://example.org/b', title: 'B' },
    };
    show(quotes(passage, { ...passage, id: 'same' }, other), IN_PASSAGES);
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      t('passages'),
      'Sleep and workexample.org',
      'Bexample.org',
      t('exportLead'),
      t('safeKeeping'),
    ]);
  });
});
