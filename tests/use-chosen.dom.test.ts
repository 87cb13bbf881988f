// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { t } from '../components/library/words';
import { useChosen } from '../entrypoints/library/use-chosen';
import type { BulkChange } from '../utils/model/bulk';

interface Said {
  readonly name: string;
  readonly table: string;
  readonly ids: readonly string[];
  readonly change: BulkChange;
}

const all = Array.from({ length: 250 }, (_, n) => `entry-${n}`);
// Whoever loaded the code that sends has kept this very object.
const { chrome: native } = globalThis as unknown as { chrome: { runtime?: object } };
let said: Said[] = [];
let answer: unknown;

beforeEach(() => {
  said = [];
  answer = { ok: true, value: { isOwn: true } };
  native.runtime = {
    id: 'self',
    sendMessage: async ({ input }: { input: Said }) => {
      said.push(input);
      return answer;
    },
  };
});
afterEach(() => {
  native.runtime = undefined;
});

function chosen() {
  const tell = vi.fn();
  const settle = async <T>(saying: Promise<{ ok: boolean; value?: T }>) => (await saying).value;
  const { result } = renderHook(() => useChosen('items', async () => all, { tell, settle: settle as never }, false));
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

  it('is changed by one job, that the background keeps', async () => {
    const { now } = chosen();
    await act(() => now().chooseAll());
    await act(() => now().changeChosen({ status: 'read' }));
    expect(said).toMatchObject([{ table: 'items', ids: all, change: { status: 'read' } }]);
    expect(now().chosen.size).toBe(250);
    await act(() => now().changeChosen({ isDeleted: true }));
    expect(now().chosen.size).toBe(0);
  });

  it('stays ticked where it could not be changed, which is said with the way back of what was', async () => {
    const { now, tell } = chosen();
    await act(() => now().chooseAll());
    answer = { ok: false, failure: { kind: 'storage', stage: 'bulk.step', message: 'full', says: ['full'] } };
    await act(() => now().changeChosen({ isDeleted: true }));
    expect(now().chosen.size).toBe(250);
    const { name } = said[0]!;
    await act(() => tell.mock.calls[0]![0].undo[0]());
    expect(said.slice(1)).toEqual([{ name }, { name }]);
  });

  it('says so where another job was at work', async () => {
    const { now, tell } = chosen();
    answer = { ok: true, value: { isOwn: false } };
    await act(() => now().choose('entry-1', true, false));
    await act(() => now().changeChosen({ isDeleted: true }));
    expect(tell).toHaveBeenCalledWith({ message: t('bulkBusy'), undo: [] });
    expect(now().chosen.size).toBe(1);
  });
});
