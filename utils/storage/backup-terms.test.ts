import { describe, expect, it } from 'vitest';
import { freshStorage } from '../../tests/storage';
import type { Term } from '../model/term';
import { backupText, readBackup, rehearse, rowsIn } from '../usecases/backup';
import { createBackupStore, openScratch } from './backup';
import { termsInMemory } from './backup-terms';
import { createLibrary } from './library';

const term = (word: string, definition = `What ${word} means`, id = `id-of-${word}`): Term => ({
  id,
  word,
  definition,
  modified: 7,
});
async function shelf(...terms: Term[]) {
  const home = termsInMemory();
  await home.change(() => terms);
  const storage = freshStorage();
  return { home, storage, store: createBackupStore(createLibrary(storage), home) };
}
async function* fileOf(store: Parameters<typeof backupText>[0]) {
  yield* backupText(store, 0);
}

describe('the reader’s own words in a backup', () => {
  it('come back as they were, after they were lost', async () => {
    const { store } = await shelf(term('tern'), term('quay'));
    const fresh = await shelf();
    const report = await readBackup(fileOf(store), (lines) => fresh.store.restore(rowsIn(lines), false));
    expect(report).toMatchObject({ added: 2, identical: 0, leftOut: [], troubles: [] });
    expect(new Set(await fresh.home.load())).toEqual(new Set([term('tern'), term('quay')]));
    const again = await readBackup(fileOf(store), (lines) => fresh.store.restore(rowsIn(lines), true));
    expect(again).toMatchObject({ added: 0, replaced: 0, identical: 2 });
  });

  it('are left as they are where they mean something else now, unless the reader says so', async () => {
    const { store } = await shelf(term('tern', 'A small gull'), term('quay'));
    // The same word under another id is the same word.
    const mine = [term('Tern', 'A bird of the shore', 'another-id'), term('quay')] as const;
    const kept = await shelf(...mine);
    const restore = (replaces: boolean) =>
      readBackup(fileOf(store), (lines) => kept.store.restore(rowsIn(lines), replaces));
    expect(await restore(false)).toMatchObject({ added: 0, kept: 1, identical: 1 });
    expect(new Set(await kept.home.load())).toEqual(new Set(mine));
    expect(await restore(true)).toMatchObject({ replaced: 1, identical: 1 });
    expect((await kept.home.load()).map(({ definition }) => definition).sort()).toEqual([
      'A small gull',
      'What quay means',
    ]);
  });

  it('are counted by a rehearsal, which changes none of them', async () => {
    const { store } = await shelf(term('tern'), term('quay'), term('lamp'));
    const now = await shelf(term('tern'), term('quay', 'Something else'));
    const scratch = await openScratch(freshStorage());
    const rehearsed = await rehearse(fileOf(store), scratch.store, now.store);
    await scratch.end();
    expect(rehearsed).toMatchObject({ ok: true, value: { identical: 1, changed: 1, missing: 1 } });
    expect(await now.home.load()).toHaveLength(2);
  });

  it('say which of them cannot be used', async () => {
    const { store } = await shelf();
    const lines = [
      '{"format":"ibid-backup","version":1,"made":"2026-01-01T00:00:00.000Z"}',
      '{"table":"terms","row":{"id":"id-of-tern","word":"tern","definition":"","modified":1}}',
      '{"table":"terms","row":{"id":"id-of-quay","word":"quay","definition":"A place","modified":1}}',
      '{"end":true,"rows":2}',
    ];
    async function* file() {
      yield `${lines.join('\n')}\n`;
    }
    const report = await readBackup(file(), (lines) => store.restore(rowsIn(lines), false));
    expect(report.added).toBe(1);
    expect(report.leftOut).toEqual([{ line: 2, why: ['partMissing', 'word.definition'] }]);
  });
});
