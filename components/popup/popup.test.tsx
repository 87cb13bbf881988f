import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/model/settings';
import type { AddWork } from './add-work';
import { type PageView, Popup } from './popup';
import { t } from './words';

const READ: PageView = {
  type: 'read',
  citations: 1234,
  clusters: 3,
  passages: 1,
  settled: true,
  kinds: [],
  signs: [],
  colours: [],
};

function show(
  view: PageView,
  change: Partial<Settings> = {},
  host: string | undefined = 'example.org',
  addWork?: AddWork,
) {
  const onChange = vi.fn();
  const props = {
    onChange,
    onLibrary: vi.fn(),
    onPanel: vi.fn(),
    onPack: vi.fn(),
    onWelcome: vi.fn(),
    onOptions: vi.fn(),
  };
  render(<Popup settings={{ ...DEFAULT_SETTINGS, ...change }} view={view} host={host} addWork={addWork} {...props} />);
  return Object.assign(onChange, { onPack: props.onPack });
}
const words = () => screen.getByLabelText(t('found')).textContent;

afterEach(cleanup);

describe('the popup', () => {
  it('counts citations and passages', () => {
    show(READ);
    expect(words()).toBe(`${(1234).toLocaleString('en')} citations in 3 places1 saved passage`);
  });

  it('gives the passages of the page away, where there are some', () => {
    const { onPack } = show(READ);
    fireEvent.click(screen.getByRole('button', { name: t('pack') }));
    expect(onPack).toHaveBeenCalledOnce();
    cleanup();
    show({ ...READ, passages: 0 });
    expect(screen.queryByRole('button', { name: t('pack') })).toBeNull();
  });

  it('puts the page, or a reference selected in it, into the reading list, and takes it back', () => {
    const addWork = { onPage: vi.fn(), onSelection: vi.fn(), onUndo: vi.fn(), message: t('added') };
    show(READ, {}, 'example.org', addWork);
    for (const [name, done] of [
      [t('addPage'), addWork.onPage],
      [t('addSelection'), addWork.onSelection],
      [t('undo'), addWork.onUndo],
    ] as const) {
      fireEvent.click(screen.getByRole('button', { name }));
      expect(done).toHaveBeenCalledOnce();
    }
    expect(screen.getByText(t('added'))).toBeTruthy();
    cleanup();
    show(READ, {}, 'example.org', { onPage: vi.fn() });
    expect(screen.queryByRole('button', { name: t('addSelection') })).toBeNull();
  });

  it('explains the marks that this page has, and no others', () => {
    show({ ...READ, kinds: ['marker', 'page-note'], signs: ['care', 'word'], colours: ['pink'] });
    const rows = screen.getAllByRole('term').map((term) => term.className);
    expect(rows).toEqual(['cite quiet', 'cite quiet', 'cite care', 'cite word', 'passage pink']);
    expect(words()).toContain(t('legendPageNote'));
    for (const word of ['legendFallen', 'legendWord'] as const) expect(words()).toContain(t(word));
    for (const word of ['legendDocument', 'legendListed', 'legendRead'] as const)
      expect(words()).not.toContain(t(word));
    cleanup();
    show(READ);
    expect(screen.queryAllByRole('term')).toEqual([]);
  });

  it('explains no marks where the reader wants none', () => {
    show({ ...READ, kinds: ['marker'] }, { marks: 'none' });
    expect(screen.queryAllByRole('term')).toEqual([]);
  });

  it.each([
    ['a PDF', { type: 'pdf' }, 'pdf'],
    ['a closed page', { type: 'closed' }, 'closed'],
    ['a page from before', { type: 'absent' }, 'absent'],
    ['a page without citations', { ...READ, citations: 0, passages: 0 }, 'noCitations'],
    ['a page still being read', { ...READ, citations: 0, passages: 0, settled: false }, 'searching'],
  ] as const)('says so on %s', (_name, view, word) => {
    show(view);
    expect(words()).toContain(t(word));
  });

  it('says that it is off rather than that nothing was found', () => {
    show(READ, { offHosts: ['example.org'] });
    expect(words()).toBe(t('offHere'));
    cleanup();
    show(READ, { on: false });
    expect(words()).toBe(t('offEverywhere'));
  });

  it('switches this site off and on again, and leaves other sites as they are', () => {
    const off = show(READ, { offHosts: ['other.org'] });
    fireEvent.click(screen.getByLabelText(t('onHere', 'example.org')));
    expect(off).toHaveBeenCalledWith({ offHosts: ['other.org', 'example.org'] });
    cleanup();
    const on = show(READ, { offHosts: ['example.org', 'other.org'] });
    fireEvent.click(screen.getByLabelText(t('onHere', 'example.org')));
    expect(on).toHaveBeenCalledWith({ offHosts: ['other.org'] });
  });

  it('has no switch for a page without a host', () => {
    render(<div />);
    show({ type: 'closed' }, {}, '');
    expect(screen.getAllByRole('switch')).toHaveLength(1);
  });
});
