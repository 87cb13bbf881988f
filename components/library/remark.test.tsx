import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mergeTexts } from '../../utils/model/merge-texts';
import { Remark } from './remark';
import { t } from './words';

/** A library that two windows write to; its answers come when they are let come. */
function createStore(stored: string) {
  const waiting: (() => void)[] = [];
  const store = {
    stored,
    isDown: false,
    change: (remark: string, seen: string) =>
      new Promise<string | undefined>((resolve) => {
        if (!store.isDown) store.stored = mergeTexts(seen, remark, store.stored);
        const answer = store.isDown ? undefined : store.stored;
        waiting.push(() => resolve(answer));
      }),
    answer: () =>
      act(async () => {
        for (const resolve of waiting.splice(0)) resolve();
      }),
  };
  return store;
}
const field = () => screen.getByLabelText(t('remark')) as HTMLTextAreaElement;
const write = (value: string) => fireEvent.input(field(), { target: { value } });
const rest = () =>
  act(() => {
    vi.advanceTimersByTime(1000);
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a remark that two windows write', () => {
  it('keeps both, and goes on from both', async () => {
    const store = createStore('');
    render(<Remark value="" onChange={store.change} />);
    write('mine');
    store.stored = 'theirs';
    rest();
    write('mine, more');
    await store.answer();
    expect(field().value).toBe('mine, more\n\ntheirs');
    rest();
    await store.answer();
    expect(store.stored).toBe('mine, more\n\ntheirs');
    write('mine\n\ntheirs');
    rest();
    await store.answer();
    expect(store.stored).toBe('mine\n\ntheirs');
    expect(field().value).toBe('mine\n\ntheirs');
  });

  it('takes out what is taken out while an answer is awaited', async () => {
    const store = createStore('');
    render(<Remark value="" onChange={store.change} />);
    write('one two');
    rest();
    write('one');
    rest();
    await store.answer();
    expect([store.stored, field().value]).toEqual(['one', 'one']);
  });

  it('keeps both where the field is left before the answer is there', async () => {
    const store = createStore('seen');
    const { rerender } = render(<Remark value="seen" onChange={store.change} />);
    write('seen, mine');
    rest();
    store.stored = 'theirs';
    write('seen, mine, more');
    rerender(<p />);
    await store.answer();
    expect(store.stored).toBe('seen, mine, more\n\ntheirs');
  });

  it('shows what comes in from elsewhere once its own words are saved', async () => {
    const store = createStore('');
    const { rerender } = render(<Remark value="" onChange={store.change} />);
    write('mine');
    rerender(<Remark value="theirs" onChange={store.change} />);
    expect(field().value).toBe('mine');
    store.stored = 'theirs';
    rest();
    await store.answer();
    rerender(<Remark value="mine, theirs and more" onChange={store.change} />);
    await act(async () => {});
    expect(field().value).toBe('mine, theirs and more');
  });

  it('is saved with the next words where it could not be saved', async () => {
    const store = createStore('seen');
    render(<Remark value="seen" onChange={store.change} />);
    store.isDown = true;
    write('seen, mine');
    rest();
    await store.answer();
    store.isDown = false;
    store.stored = 'seen, theirs';
    write('seen, mine, more');
    fireEvent.blur(field());
    await store.answer();
    expect(store.stored).toBe('seen, mine, more, theirs');
  });
});
