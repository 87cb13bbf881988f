import { describe, expect, it } from 'vitest';
import { type BackupState, readBackupState } from '../model/backup-plan';
import { createAutoBackup } from './auto-backup';

const DAY = 86_400_000;
const NOON = new Date(2026, 10, 30, 12).getTime();
const daily = { rhythm: 'daily', keep: 2, place: 'downloads' } as const;

function setUp(more: Partial<BackupState> = {}) {
  let state: BackupState = { ...readBackupState(undefined), ...more };
  const seen = {
    opened: 0,
    closed: 0,
    woken: [] as boolean[],
    removed: [] as number[],
    now: NOON,
    hasPage: true,
    isSame: true,
  };
  let downloads = 0;
  const auto = createAutoBackup({
    load: async () => state,
    store: async (change) => {
      state = change(state);
      return state;
    },
    openPage: async () => {
      if (!seen.hasPage) throw new Error('no such page');
      seen.opened += 1;
    },
    closePage: async () => {
      seen.closed += 1;
    },
    wake: async (isWanted) => {
      seen.woken.push(isWanted);
    },
    download: async () => {
      downloads += 1;
      return downloads;
    },
    removeDownload: async (id) => {
      seen.removed.push(id);
    },
    isSameLibrary: async () => seen.isSame,
    now: () => seen.now,
  });
  /** What the hidden page does. */
  const writes = async () => {
    const { name } = await auto.task();
    await auto.download('blob:x', name);
    await auto.done({ isMade: true, name, bytes: 10, removed: [] });
  };
  return { auto, seen, writes, state: () => state };
}

describe('a backup that is made by itself', () => {
  it('is not made, and nobody is woken for it, until the reader wants it', async () => {
    const { auto, seen } = setUp();
    await auto.check(true);
    expect(seen).toMatchObject({ opened: 0, woken: [false] });
  });

  it.each(['downloads', 'folder'] as const)('removes none of a library that is missed: in %s', async (place) => {
    const made = [1, 2, 3].map((day) => ({ name: `ibid-backup-2026-11-0${day}-auto.ndjson.gz`, place, download: day }));
    const { auto, seen, writes, state } = setUp({ plan: { ...daily, place }, made });
    seen.isSame = false;
    expect((await auto.task()).surplus).toEqual([]);
    await writes();
    expect(seen.removed).toEqual([]);
    seen.isSame = true;
    seen.now += DAY;
    expect((await auto.task()).surplus.length > 0).toBe(place === 'folder');
    await writes();
    expect(seen.removed.length > 0).toBe(place === 'downloads');
    expect(state().made.length).toBeGreaterThan(0);
  });

  it('is made at once when it is first wanted, then when it is due, and one at a time', async () => {
    const { auto, seen, writes, state } = setUp();
    await auto.change({ plan: daily });
    expect(seen).toMatchObject({ opened: 1, woken: [true] });
    await auto.check(true);
    expect(seen.opened).toBe(1);
    await writes();
    expect(state()).toMatchObject({
      last: { at: NOON, name: 'ibid-backup-2026-11-30-auto.ndjson.gz', bytes: 10 },
      wasAsked: true,
    });
    expect(state().begun).toBeUndefined();
    seen.now += DAY / 2;
    await auto.check(false);
    expect(seen.opened).toBe(1);
    seen.now += DAY / 2;
    await auto.check(false);
    expect(seen.opened).toBe(2);
  });

  it('is begun anew where the browser was closed over it', async () => {
    const { auto, seen } = setUp({ plan: daily, begun: NOON - DAY });
    await auto.check(false);
    expect(seen.opened).toBe(1);
  });

  it('removes the oldest beyond the number kept, only once the new one is there', async () => {
    const { auto, seen, writes, state } = setUp({ plan: daily });
    for (let day = 0; day < 4; day += 1) {
      await auto.check(true);
      expect(seen.removed).toHaveLength(Math.max(0, day - 2));
      await writes();
      seen.now += DAY;
    }
    expect(seen.removed).toEqual([1, 2]);
    expect(state().made.map(({ name }) => name)).toEqual([
      'ibid-backup-2026-12-02-auto.ndjson.gz',
      'ibid-backup-2026-12-03-auto.ndjson.gz',
    ]);
  });

  it('written twice on one day is one file, and is not removed as its own elder', async () => {
    const { auto, seen, writes, state } = setUp({ plan: { ...daily, keep: 1 } });
    await auto.check(true);
    await writes();
    await auto.check(true);
    await writes();
    expect(seen.removed).toEqual([]);
    expect(state().made).toEqual([{ name: 'ibid-backup-2026-11-30-auto.ndjson.gz', place: 'downloads', download: 2 }]);
  });

  it('tells the page which files of the folder are more than are to be kept, and forgets those that it removed', async () => {
    const made = ['a', 'b', 'c'].map((name) => ({ name, place: 'folder' as const }));
    const { auto, state } = setUp({ plan: { ...daily, place: 'folder' }, made });
    expect((await auto.task()).surplus).toEqual(['a', 'b']);
    await auto.done({ isMade: true, name: 'd', bytes: 1, removed: ['a'] });
    expect(state().made.map(({ name }) => name)).toEqual(['b', 'c', 'd']);
  });

  it('that fails keeps what there was, says why, and is tried again', async () => {
    const last = { at: NOON - 2 * DAY, name: 'old', bytes: 1 };
    const { auto, seen, state } = setUp({ plan: daily, last });
    await auto.check(false);
    await auto.done({ isMade: false, why: 'full', detail: '' });
    expect(state()).toMatchObject({ last, failure: { at: NOON, why: 'full' } });
    await auto.check(false);
    expect(seen.opened).toBe(2);
    seen.hasPage = false;
    await auto.done({ isMade: false, why: 'full', detail: '' });
    await auto.check(false);
    expect(state().failure).toMatchObject({ why: 'other', detail: 'Error: no such page' });
  });
});
