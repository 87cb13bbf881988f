import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSure, type LostPassage, LostPassages, type LostPassagesProps } from './lost-passages';
import { sayLost } from './words';

const PLACES = [
  {
    runs: [
      { kind: 'same', text: 'the colony ' },
      { kind: 'gone', text: 'doubled' },
      { kind: 'new', text: 'grew' },
    ],
    confidence: 0.9,
  },
  { runs: [{ kind: 'new', text: 'the fleet left' }], confidence: 0.4 },
] as const;
const entry = (id: string, change: Partial<LostPassage> = {}): LostPassage => ({
  id,
  words: 'the colony doubled',
  remark: '',
  places: PLACES,
  isMended: false,
  message: undefined,
  ...change,
});

function show(props: Partial<LostPassagesProps> = {}) {
  const told = {
    onOpen: vi.fn(),
    onClose: vi.fn(),
    onShow: vi.fn(),
    onAttach: vi.fn(),
    onUndo: vi.fn(),
    onAttachSure: vi.fn(),
  };
  render(<LostPassages entries={[entry('a')]} isHint={false} say={sayLost} {...told} {...props} />);
  return told;
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the list of lost passages', () => {
  afterEach(cleanup);

  it('is first a sentence that the page has changed, which leads to it', () => {
    const { onOpen } = show({ isHint: true, entries: [entry('a'), entry('b')] });
    expect(screen.getByRole('status').textContent).toContain('2 passages');
    fireEvent.click(button('Look'));
    expect(onOpen).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows the old words, and each place with what is gone and what is new', () => {
    const { onShow, onAttach } = show();
    const dialog = screen.getByRole('dialog');
    expect(dialog.querySelector('blockquote')?.textContent).toBe('the colony doubled');
    expect(dialog.querySelector('del')?.textContent).toBe('doubled');
    expect(dialog.querySelector('ins')?.textContent).toBe('grew');
    expect(within(dialog).getByText('90 % alike')).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Show' })[1]!);
    expect(onShow).toHaveBeenCalledWith('a', 1);
    fireEvent.click(screen.getAllByRole('button', { name: 'It is here' })[0]!);
    expect(onAttach).toHaveBeenCalledWith('a', 0);
  });

  it('offers to take back what was put back', () => {
    const { onUndo } = show({ entries: [entry('a', { isMended: true })] });
    expect(screen.queryByRole('button', { name: 'It is here' })).toBeNull();
    fireEvent.click(button('Undo'));
    expect(onUndo).toHaveBeenCalledWith('a');
  });

  it('accepts those together of which there are several that are like enough', () => {
    const { onAttachSure } = show({ entries: [entry('a'), entry('b'), entry('c', { places: PLACES.slice(1) })] });
    fireEvent.click(button(/^Put all 2 back/));
    expect(onAttachSure).toHaveBeenCalledOnce();
  });

  it('says that it looks, and that there is nothing', () => {
    show({ entries: [entry('a', { places: undefined }), entry('b', { places: [], message: 'No room.' })] });
    expect(screen.getByText(/Looking for places/)).toBeTruthy();
    expect(screen.getByText(/Nothing here is like it/)).toBeTruthy();
    expect(screen.getByText('No room.')).toBeTruthy();
  });

  it.each([
    ['like enough and alone', PLACES, false, true],
    ['not like enough', PLACES.slice(1), false, false],
    ['one of two that are as like', [PLACES[0], { ...PLACES[0], confidence: 0.88 }], false, false],
    ['put back already', PLACES, true, false],
    ['nowhere', [], false, false],
  ] as const)('a place that is %s', (_name, places, isMended, expected) => {
    expect(isSure(entry('a', { places, isMended }))).toBe(expected);
  });
});
