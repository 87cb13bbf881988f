import { describe, expect, it } from 'vitest';
import { type BackupState, isMakingBackup, nextBackup, readBackupState, surplusBackups } from './backup-plan';

const DAY = 86_400_000;
const NOW = 1_796_000_000_000;
const state = (more: Partial<BackupState> = {}): BackupState => ({ ...readBackupState(undefined), ...more });
const daily = { rhythm: 'daily', keep: 3, place: 'folder' } as const;
const last = (at: number) => ({ at, name: 'x', bytes: 1 });

describe('backups made by themselves', () => {
  it.each([
    ['nothing', undefined],
    ['no object', 'x'],
    ['damaged fields', { plan: { rhythm: 'hourly', keep: 'many' }, last: 3, failure: { why: 'cheese' }, made: [1] }],
  ])('are off where %s is stored', (_name, stored) => {
    expect(readBackupState(stored)).toEqual({
      plan: { rhythm: 'off', keep: 5, place: 'downloads' },
      made: [],
      wasAsked: false,
    });
  });

  it('give back what was stored', () => {
    const full = state({ plan: daily, folder: 'Safe', last: last(NOW), made: [{ name: 'a', place: 'folder' }] });
    expect(readBackupState(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it.each<[string, BackupState, number | undefined]>([
    ['never where they are off', state(), undefined],
    ['at once where there is none', state({ plan: daily }), NOW],
    ['a day after the last', state({ plan: daily, last: last(NOW - DAY / 2) }), NOW + DAY / 2],
    ['a week after the last', state({ plan: { ...daily, rhythm: 'weekly' }, last: last(NOW - DAY) }), NOW + 6 * DAY],
    ['at once where the clock was set back', state({ plan: daily, last: last(NOW + 90 * DAY) }), NOW],
  ])('are due %s', (_name, given, expected) => {
    expect(nextBackup(given, NOW)).toBe(expected);
  });

  it('are not begun twice, unless the first was given up', () => {
    expect(isMakingBackup(state({ begun: NOW - 60_000 }), NOW)).toBe(true);
    expect(isMakingBackup(state({ begun: NOW - DAY }), NOW)).toBe(false);
    expect(isMakingBackup(state({ begun: NOW + DAY }), NOW)).toBe(false);
  });

  it('remove the oldest beyond the number kept, of the same place, and never the new one', () => {
    const made = ['a', 'b', 'c', 'd'].map((name) => ({ name, place: 'folder' as const }));
    const names = (given: BackupState, name: string) => surplusBackups(given, name).map((each) => each.name);
    expect(names(state({ plan: daily, made }), 'e')).toEqual(['a', 'b']);
    expect(names(state({ plan: daily, made }), 'd')).toEqual(['a']);
    expect(names(state({ plan: { ...daily, place: 'downloads' }, made }), 'e')).toEqual([]);
  });
});
