import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import { BULK_BATCH, type BulkChange } from '../model/bulk';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { type BulkNeeds, createBulk } from '../usecases/bulk';
import { createCollections } from '../usecases/collections';
import { createBackupStore } from './backup';
import { createBulkStore } from './bulk-jobs';
import { createCollectionStore } from './collections';
import { createLibrary } from './library';

const WHERE = { isPrivate: false };
const NOW = 2_000_000_000_000;
const tagging = (tag: string) => ({ name: tag, table: 'passages' as const, change: { addTag: tag } });

async function stage() {
  const library = createLibrary(freshStorage());
  const passage = recorded.passages[0] as Passage;
  const item = recorded.items[0] as unknown as ReadingItem & { keys: string[] };
  await createBackupStore(library).restore(
    [
      ...['p-1', 'p-2'].map((id) => ({ table: 'passages' as const, row: { ...passage, id, tags: ['old'] } })),
      ...['i-1', 'i-2'].map((id) => ({ table: 'items' as const, row: { ...item, id, status: 'to-read' as const } })),
    ],
    true,
  );
  const row = async (table: 'passages' | 'items', id: string) => {
    const found = await library.use('test', (database) => database.table(table).get(id));
    return found.ok ? found.value : undefined;
  };
  const changes = async () => {
    const all = await library.use('test', (database) => database.changes.orderBy('seq').toArray());
    return all.ok ? all.value.map(({ id }) => id) : [];
  };
  const store = createBulkStore(library);
  /** Another background over the same library. */
  const another = ({ onStep, ...given }: Partial<BulkNeeds> & { readonly onStep?: () => unknown }) =>
    createBulk({
      store: {
        ...store,
        step: async (next) => {
          await onStep?.();
          return store.step(next);
        },
      },
      now: () => NOW,
      wake: async () => {},
      onChanged: () => {},
      ...given,
    });
  return {
    bulk: another({}),
    another,
    /** The job that is kept, without its batches. */
    job: async () => {
      const found = await library.use('test', (database) => database.jobs.toArray());
      return found.ok ? found.value.filter(({ id }) => id === 'bulk') : [];
    },
    collections: createCollections(createCollectionStore(library), () => NOW),
    row,
    changes,
  };
}

describe('changing many entries', () => {
  it.each<[string, 'passages' | 'items', BulkChange, object, object]>([
    ['adds a tag', 'passages', { addTag: 'new' }, { tags: ['old', 'new'], modified: NOW }, { tags: ['old'] }],
    ['takes a tag away', 'passages', { removeTag: 'old' }, { tags: [], modified: NOW }, { tags: ['old'] }],
    ['puts into the trash', 'passages', { isDeleted: true }, { deleted: NOW }, { tags: ['old'] }],
    ['sets a status', 'items', { status: 'read' }, { status: 'read', modified: NOW }, { status: 'to-read' }],
    ['puts into a collection', 'items', { addTo: 'nights' }, { collections: ['nights'] }, { collections: [] }],
  ])('%s, and takes it back', async (_name, table, change, expected, before) => {
    const { bulk, row, job } = await stage();
    const ids = table === 'items' ? ['i-1', 'i-2'] : ['p-1', 'p-2'];
    const done = await bulk.begin({ name: 'a', table, change }, [...ids, 'unknown'], WHERE);
    expect(done).toMatchObject({ ok: true, value: { state: 'done', changed: 2, total: 3 } });
    for (const id of ids) expect(await row(table, id)).toMatchObject(expected);
    await bulk.undo('a');
    for (const id of ids) {
      expect(await row(table, id)).toMatchObject(before);
      expect(await row(table, id)).not.toHaveProperty('deleted');
    }
    expect(await job()).toEqual([]);
  });

  it('said twice is done once, and tells the index only of what changed', async () => {
    const { bulk, changes } = await stage();
    await bulk.begin(tagging('a'), ['p-1'], WHERE);
    await bulk.begin(tagging('a'), ['p-1'], WHERE);
    const again = await bulk.begin({ ...tagging('a'), name: 'b' }, ['p-1', 'p-2'], WHERE);
    expect(again).toMatchObject({ ok: true, value: { changed: 1 } });
    expect((await changes()).slice(-2)).toEqual(['p-1', 'p-2']);
  });

  it('gives each work the status back that it had, and leaves those that had the new one', async () => {
    const { bulk, row } = await stage();
    await bulk.begin({ name: 'a', table: 'items', change: { status: 'reading' } }, ['i-2'], WHERE);
    await bulk.begin({ name: 'b', table: 'items', change: { status: 'read' } }, ['i-1', 'i-2'], WHERE);
    await bulk.undo('b');
    expect([await row('items', 'i-1'), await row('items', 'i-2')]).toMatchObject([
      { status: 'to-read' },
      { status: 'reading' },
    ]);
  });

  it('goes on where another background ended, batch by batch, and is stopped and taken back as far as it came', async () => {
    const { bulk, row, job, another } = await stage();
    const ids = [...Array.from({ length: 2 * BULK_BATCH }, (_, n) => `unknown-${n}`), 'p-1'];
    ids[0] = 'p-2';
    let steps = 0;
    const mortal = another({ onStep: () => ++steps === 2 && Promise.reject(new Error('ended')) });
    await mortal.begin(tagging('a'), ids, WHERE).catch(() => {});
    expect(await job()).toMatchObject([{ state: 'running', done: 1 }]);
    // Another is not begun meanwhile: what is at work is finished.
    expect(await bulk.begin(tagging('b'), ['p-1'], WHERE)).toMatchObject({ value: { name: 'a', state: 'done' } });
    expect(await row('passages', 'p-1')).toMatchObject({ tags: ['old', 'a'] });

    const stopped = another({ onStep: () => stopped.cancel() });
    await stopped.begin(tagging('c'), ids, WHERE);
    expect(await job()).toMatchObject([{ name: 'c', state: 'cancelled' }]);
    expect(await row('passages', 'p-1')).toMatchObject({ tags: ['old', 'a'] });
    expect(await bulk.resume()).toMatchObject({ value: { state: 'cancelled' } });
    expect(await bulk.goOn()).toMatchObject({ value: { name: 'c', state: 'done', changed: 2 } });
    expect(await row('passages', 'p-1')).toMatchObject({ tags: ['old', 'a', 'c'] });
    await bulk.undo('c');
    expect(await row('passages', 'p-2')).toMatchObject({ tags: ['old', 'a'] });
  });

  it('is woken for while it is at work, tells once what it changed, and remembers that the reader was told', async () => {
    const { another, bulk, job } = await stage();
    const woken: boolean[] = [];
    const told: string[] = [];
    const own = another({ wake: async (is) => void woken.push(is), onChanged: ({ name }) => void told.push(name) });
    await own.begin(tagging('a'), ['p-1'], WHERE);
    await own.resume();
    expect({ woken, told }).toEqual({ woken: [true, false, false], told: ['a'] });
    await bulk.told('another');
    expect(await job()).toMatchObject([{ isTold: false }]);
    await bulk.told('a');
    expect(await job()).toMatchObject([{ isTold: true }]);
  });

  it('writes nothing for a private window', async () => {
    const { bulk, row } = await stage();
    const done = await bulk.begin(tagging('new'), ['p-1'], { isPrivate: true });
    expect(done).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(await row('passages', 'p-1')).toMatchObject({ tags: ['old'] });
  });
});

describe('a collection', () => {
  it('is made once, changed field by field, thrown away and brought back', async () => {
    const { collections } = await stage();
    const made = await collections.change('nights', { name: 'Nights' }, WHERE);
    expect(await collections.change('nights', { name: 'Nights' }, WHERE)).toEqual(made);
    await collections.change('nights', { introduction: 'Of the dark.' }, WHERE);
    await collections.change('nights', { isDeleted: true }, WHERE);
    const back = await collections.change('nights', { isDeleted: false }, WHERE);
    expect(back).toMatchObject({ ok: true, value: { name: 'Nights', introduction: 'Of the dark.', order: [] } });
    expect(back.ok && back.value.deleted).toBeUndefined();
  });

  it('that is unknown is not made without a name', async () => {
    const { collections } = await stage();
    expect(await collections.change('nobody', { introduction: 'x' }, WHERE)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    });
  });
});
