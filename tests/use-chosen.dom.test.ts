// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useChosen } from '../entrypoints/library/use-chosen';
import type { BulkChange } from '../utils/model/bulk';

interface Said {
  readonly table: string;
  readonly ids: readonly string[];
  readonly change: BulkChange;
}

const all = Array.from({ length: 250 }, (_, n) => `entry-${n}`);
// Whoever loaded the code that sends has kept this very object.
const { chrome: native } = globalThis as unknown as { chrome: { runtime?: object } };
let said: Said[] = [];
let onSaid = () => {};

beforeEach(() => {
  said = [];
  onSaid = () => {};
  native.runtime = {
    id: 'self',
    sendMessage: async ({ input }: { input: Said }) => {
      said.push(input);
      onSaid();
      // Every second one was being read already.
      const changed = input.ids.map((id, n) => ({ id, status: n % 2 ? 'reading' : 'to-read' }));
      return { ok: true, value: { changed } };
    },
  };
});
afterEach(() => {
  native.runtime = undefined;
});

function chosen() {
  const tell = vi.fn();
  const settle = async <T>(saying: Promise<{ ok: boolean; value?: T }>) => (await saying).value;
  const { result } = renderHook(() => useChosen('items', async () => all, { tell, settle: settle as never }));
  return { tell, now: () => result.current };
}

describe('what is ticked', () => {
  it('is one entry, all from the last one to this, or everything', async () => {
    const { now } = chosen();
    await act(() => now().choose('entry-3', true, false));
    await act(() => now().choose('entry-6', true, true));
    expect([...now().chosen]).toEqual(['entry-3', 'entry-4', 'entry-5', 'entry-6']);
    await act(() => now().choose('entry-5', false, false));
    expect(now().chosen.has('entry-5')).toBe(false);
    await act(() => now().chooseAll());
    expect(now().chosen.size).toBe(250);
    await act(() => now().chooseNone());
    expect(now().chosen.size).toBe(0);
  });

  it('is changed batch by batch, and everything is given back what it was', async () => {
    const { now, tell } = chosen();
    await act(() => now().chooseAll());
    await act(() => now().changeChosen({ status: 'read' }));
    expect(said.map(({ ids }) => ids.length)).toEqual([100, 100, 50]);
    said = [];
    await act(() => tell.mock.calls[0]![0].undo[0]());
    const statuses = said.map(({ change, ids }) => [change.status, ids.length]);
    expect(statuses).toEqual([
      ['to-read', 100],
      ['to-read', 25],
      ['reading', 100],
      ['reading', 25],
    ]);
    expect(now().bulk).toBeUndefined();
  });

  it('is left alone from where the reader cancels, and what was done can still be undone', async () => {
    const { now, tell } = chosen();
    await act(() => now().chooseAll());
    onSaid = () => now().cancelBulk();
    await act(() => now().changeChosen({ addTag: 'sleep' }));
    expect(said).toHaveLength(1);
    onSaid = () => {};
    await act(() => tell.mock.calls[0]![0].undo[0]());
    expect(said[1]).toMatchObject({ ids: all.slice(0, 100), change: { removeTag: 'sleep' } });
  });
});
