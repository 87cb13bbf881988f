import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import recorded from '../../tests/fixtures/storage/v3.json';
import { freshStorage } from '../../tests/storage';
import type { Passage } from '../model/passage';
import { nextStamp } from '../model/stamp';
import { createBackupStore } from './backup';
import { createCollectionStore } from './collections';
import { createItemStore } from './items';
import { createLibrary } from './library';
import { createPassageStore } from './passages';

const passage = recorded.passages[0] as Passage;

function setUp() {
  const library = createLibrary(freshStorage());
  const stamps = async () => {
    const all = await library.use('test', async (database) => [
      ...(await database.passages.toArray()),
      ...(await database.items.toArray()),
      ...(await database.collections.toArray()),
    ]);
    if (!all.ok) throw new Error(all.failure.message);
    return new Map(all.value.map(({ id, stamp }) => [id, stamp!]));
  };
  return { library, stamps, passages: createPassageStore(library), items: createItemStore(library) };
}

describe('the stamps of changes', () => {
  it('are in the order of the changes over all tables, though the clock jumps', async () => {
    const { library, stamps, passages, items } = setUp();
    const collections = createCollectionStore(library);
    const clock = vi.spyOn(Date, 'now');
    const order: string[] = [];
    const times = [1_796_000_000_000, 1_764_000_000_000, 1_796_000_000_000, 1_896_000_000_000, 1_796_000_000_001];
    for (const [index, time] of times.entries()) {
      clock.mockReturnValue(time);
      const id = `entry-000${index}`;
      if (index % 3 === 0) await passages.update(id, () => ({ ...passage, id }));
      if (index % 3 === 1) await items.upsert([id], () => ({ ...recorded.items[0]!, id }) as never);
      if (index % 3 === 2) await collections.update(id, () => ({ ...recorded.collections[0]!, id }) as never);
      order.push((await stamps()).get(id)!);
    }
    clock.mockRestore();
    expect(order.toSorted()).toEqual(order);
    expect(new Set(order).size).toBe(order.length);
    expect(new Set(order.map((stamp) => stamp.split('-')[2])).size).toBe(1);
  });

  it('change with the entry, and only then', async () => {
    const { stamps, passages } = setUp();
    await passages.update(passage.id, () => passage);
    const first = (await stamps()).get(passage.id)!;
    await passages.update(passage.id, (stored) => stored);
    expect((await stamps()).get(passage.id)).toBe(first);
    await passages.update(passage.id, (stored) => stored && { ...stored, remark: 'later' });
    expect((await stamps()).get(passage.id)! > first).toBe(true);
  });

  it('of a backup are kept, and whatever is changed afterwards comes after them', async () => {
    const { library, stamps, passages } = setUp();
    const ahead = nextStamp(undefined, 2_000_000_000_000, 'bbbbbbbb');
    await createBackupStore(library).restore([{ table: 'passages', row: { ...passage, stamp: ahead } as never }], true);
    expect((await stamps()).get(passage.id)).toBe(ahead);
    await passages.update(passage.id, (stored) => stored && { ...stored, remark: 'later' });
    expect((await stamps()).get(passage.id)! > ahead).toBe(true);
  });

  it('that are damaged in a backup are made anew, and a backup from before there were any counts as the same', async () => {
    const { library, stamps } = setUp();
    const backups = createBackupStore(library);
    await backups.restore([{ table: 'passages', row: { ...passage, stamp: 'cheese' } as never }], true);
    expect((await stamps()).get(passage.id)).toMatch(/^[\da-f]{12}-0000-00000000$/);
    expect(await backups.compare([{ table: 'passages', row: passage }])).toMatchObject({ value: { identical: 1 } });
  });
});

describe('a change', () => {
  it('reads all that it needs at once, and then writes all at once: a reader waits for each turn', async () => {
    const { passages } = setUp();
    await passages.update('passage-one', () => ({ ...passage, id: 'passage-one' }));
    let turns = 0;
    const asked: string[] = [];
    const undo: (() => void)[] = [];
    for (const { prototype } of [IDBObjectStore, IDBIndex] as unknown as { prototype: Record<string, unknown> }[]) {
      for (const name of ['get', 'getAll', 'put', 'openCursor']) {
        const real = prototype[name] as ((...given: unknown[]) => IDBRequest) | undefined;
        if (!real) continue;
        prototype[name] = function (this: unknown, ...given: unknown[]) {
          const turn = turns;
          asked.push(`${turn} ${name === 'put' ? 'writes' : 'reads'}`);
          const request = real.apply(this, given);
          request.addEventListener('success', () => {
            turns = Math.max(turns, turn + 1);
          });
          return request;
        };
        undo.push(() => {
          prototype[name] = real;
        });
      }
    }
    await passages.update('passage-two', () => ({ ...passage, id: 'passage-two' }));
    for (const step of undo) step();
    expect(asked).toEqual(['0 reads', '0 reads', '0 reads', '1 writes', '1 writes', '1 writes']);
  });
});
