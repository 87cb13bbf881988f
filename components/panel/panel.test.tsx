import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { samplePassage } from '../../tests/formats/samples';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/model/settings';
import { type CitedLine, filtered, fold, type PanelPlace } from './cited-list';
import { Panel, type PanelPage } from './panel';
import { t } from './words';

const place = (number: number, frameId = 0): PanelPlace => ({ frameId, number });
const line = (title: string, ...numbers: number[]): CitedLine => ({
  id: title,
  title,
  line: '',
  label: '',
  places: numbers.map((number) => place(number)),
  text: fold(title),
});
const PAGE: PanelPage = {
  view: 'read',
  host: 'a.example',
  title: 'Lamps',
  settled: true,
  dates: [],
  lines: [line('Sœurs à l’école', 1, 4), line('Amber lamps', 2), line('White lamps', 3)],
  order: [1, 2, 3, 4].map((number) => place(number)),
  kinds: [],
  passages: [],
  related: [],
};

function show(
  change: Partial<PanelPage> = {},
  at?: PanelPlace,
  settings: Partial<Settings> = {},
  words: ReadonlyMap<string, string> = new Map(),
) {
  const calls = { onGo: vi.fn(), onWords: vi.fn(), onShow: vi.fn(), onMend: vi.fn(), onLibrary: vi.fn() };
  const draw = (page: PanelPage, at?: PanelPlace) => (
    <Panel
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      page={page}
      at={at}
      workAddress={(id) => `x:${id}`}
      words={words}
      {...calls}
    />
  );
  const { rerender } = render(draw({ ...PAGE, ...change }, at));
  return { ...calls, again: (page: Partial<PanelPage>, at?: PanelPlace) => rerender(draw({ ...PAGE, ...page }, at)) };
}
const press = (name: string) => fireEvent.click(screen.getByLabelText(name));
const all = () => document.body.textContent ?? '';

afterEach(cleanup);

describe('the filter', () => {
  it.each([
    ['every word, in any order', 'lamps amber', ['Amber lamps']],
    ['without case and accents', 'A L’ECOLE', ['Sœurs à l’école']],
    ['nothing typed', '  ', ['Sœurs à l’école', 'Amber lamps', 'White lamps']],
    ['words that nothing holds', 'gulls', []],
  ])('goes by %s', (_name, typed, titles) => {
    expect(filtered(PAGE.lines, typed).map(({ title }) => title)).toEqual(titles);
  });
});

describe('the walk', () => {
  it.each([
    ['begins at the first', undefined, t('next'), 1],
    ['begins backwards at the last', undefined, t('previous'), 4],
    ['goes on', place(2), t('next'), 3],
    ['goes back', place(2), t('previous'), 1],
    ['goes round', place(4), t('next'), 1],
  ])('%s', (_name, at, button, number) => {
    const { onGo } = show({}, at);
    press(button);
    expect(onGo).toHaveBeenCalledWith(place(number));
  });

  it('says where it is', () => {
    show({}, place(3));
    expect(all()).toContain(t('at', 3, 4));
  });

  it('stays among what the filter leaves', () => {
    const { onGo } = show({}, place(1));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'lamps' } });
    expect(all()).toContain(t('citations', 2));
    press(t('next'));
    expect(onGo).toHaveBeenCalledWith(place(2));
  });

  it('goes on from where it was when the page takes its citation away', () => {
    const { onGo, again } = show({}, place(2));
    again({ order: [1, 3, 4].map((number) => place(number)) }, place(2));
    press(t('next'));
    expect(onGo).toHaveBeenCalledWith(place(3));
  });

  it('goes through the places of one work by pressing it', () => {
    const { onGo, again } = show();
    const work = () => screen.getByText('Sœurs à l’école');
    fireEvent.click(work());
    expect(onGo).toHaveBeenLastCalledWith(place(1));
    again({}, place(1));
    expect(work().closest('button')?.getAttribute('aria-current')).toBe('true');
    fireEvent.click(work());
    expect(onGo).toHaveBeenLastCalledWith(place(4));
  });
});

describe('the places of a work', () => {
  const WORDS = new Map([['0 1', 'Gulls slept less.']]);
  const unfold = () => fireEvent.click(screen.getByText(t('times', 2)));

  it('are listed on request with what the page says there, and lead there', () => {
    const { onGo, onWords } = show({}, place(4), {}, WORDS);
    expect(screen.queryByText('Gulls slept less.')).toBeNull();
    expect(onWords).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText(t('timesAt', 2, 2)));
    fireEvent.click(screen.getByText('Gulls slept less.'));
    expect(onGo).toHaveBeenLastCalledWith(place(1));
    // What cannot be told is numbered.
    expect(screen.getByText(t('at', 2, 2)).getAttribute('aria-current')).toBe('location');
    expect(onWords).not.toHaveBeenCalled();
  });

  it('are asked about anew when the page has changed', () => {
    const { onWords } = show();
    unfold();
    return vi.waitFor(() => expect(onWords).toHaveBeenCalledWith([place(1), place(4)]));
  });
});

describe('the panel', () => {
  it.each([
    ['off', {}, { on: false }, 'Ibid is off everywhere.'],
    ['off here', {}, { offHosts: ['a.example'] }, 'Ibid is off on this site.'],
    ['a PDF', { view: 'pdf' }, {}, 'Nothing can be found here'],
    ['a closed page', { view: 'closed' }, {}, 'closed to extensions'],
    ['a page of Ibid', { view: 'own' }, {}, 'a page of Ibid itself'],
    ['a page still being read', { lines: [], settled: false }, {}, 'Still reading'],
    ['a page without citations', { lines: [] }, {}, 'No citations were found'],
  ] as const)('has a sentence for %s', (_name, page, settings, sentence) => {
    show(page as Partial<PanelPage>, undefined, settings);
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain(sentence);
  });

  it('shows passages, and what is not found apart from them', () => {
    const passages = [
      { passage: samplePassage('Found words.', { id: 'passage-1' }), isMissing: false },
      { passage: samplePassage('Lost words.', { id: 'passage-2' }), isMissing: true },
    ];
    const { onShow, onMend } = show({ passages });
    fireEvent.click(screen.getByText('Found words.'));
    expect(onShow).toHaveBeenCalledWith('passage-1');
    expect(screen.getByText('Lost words.').closest('button')).toBeNull();
    fireEvent.click(screen.getByText(t('mend')));
    expect(onMend).toHaveBeenCalledOnce();
  });

  it('tells what stands against a work, and how far it was read', () => {
    const retracted = {
      ...line('Old lamps', 1),
      standing: { tone: 'alarm', text: 'Retracted' },
      status: 'read',
    } as const;
    show({ lines: [retracted] });
    expect(screen.getByText('Retracted').className).toContain('alarm');
    expect(all()).toContain(t('read'));
  });
});
