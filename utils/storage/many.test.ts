import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { BulkChange } from '../model/bulk';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { createBulk } from '../usecases/bulk';
import { createCollections } from '../usecases/collections';
import { createBackupStore } from './backup';
import { createCollectionStore } from './collections';
import { createItemStore } from './items';
import { createLibrary } from './library';
import { createPassageStore } from './passages';

const WHERE = { isPrivate: false };
const NOW = 2_000_000_000_000;

async function stage() {
  const library = createLibrary(freshStorage());
  const items = createItemStore(library);
  const passages = createPassageStore(library);
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
  return {
    bulk: createBulk({ items, passages }, () => NOW),
    collections: createCollections(createCollectionStore(library), () => NOW),
    row,
    changes,
  };
}

describe('changing many entries', () => {
  it.each<[string, 'passages' | 'items', BulkChange, object]>([
    ['adds a tag', 'passages', { addTag: 'new' }, { tags: ['old', 'new'], modified: NOW }],
    ['takes a tag away', 'passages', { removeTag: 'old' }, { tags: [], modified: NOW }],
    ['puts into the trash', 'passages', { isDeleted: true }, { deleted: NOW }],
    ['sets a status', 'items', { status: 'read' }, { status: 'read', modified: NOW }],
    ['puts into a collection', 'items', { addTo: 'nights' }, { collections: ['nights'] }],
  ])('%s', async (_name, table, change, expected) => {
    const { bulk, row } = await stage();
    const ids = table === 'items' ? ['i-1', 'i-2'] : ['p-1', 'p-2'];
    const done = await bulk.change(table, [...ids, 'unknown'], change, WHERE);
    expect(done.ok && done.value.changed.map(({ id }) => id)).toEqual(ids);
    for (const id of ids) expect(await row(table, id)).toMatchObject(expected);
  });

  it('said twice changes nothing the second time, and tells the index only of what changed', async () => {
    const { bulk, changes } = await stage();
    await bulk.change('passages', ['p-1'], { addTag: 'new' }, WHERE);
    const again = await bulk.change('passages', ['p-1', 'p-2'], { addTag: 'new' }, WHERE);
    expect(again).toMatchObject({ ok: true, value: { changed: [{ id: 'p-2' }] } });
    expect((await changes()).slice(-2)).toEqual(['p-1', 'p-2']);
  });

  it('gives the status that each work had, so that it can be taken back', async () => {
    const { bulk } = await stage();
    await bulk.change('items', ['i-2'], { status: 'reading' }, WHERE);
    const done = await bulk.change('items', ['i-1', 'i-2'], { status: 'read' }, WHERE);
    expect(done.ok && done.value.changed).toEqual([
      { id: 'i-1', status: 'to-read' },
      { id: 'i-2', status: 'reading' },
    ]);
  });

  it('writes nothing for a private window', async () => {
    const { bulk, row } = await stage();
    const done = await bulk.change('passages', ['p-1'], { addTag: 'new' }, { isPrivate: true });
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
