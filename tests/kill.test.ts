import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { BULK_BATCH } from '../utils/model/bulk';
import type { Citation } from '../utils/model/citation';
import type { Result } from '../utils/model/failure';
import type { Passage } from '../utils/model/passage';
import { createBackupStore } from '../utils/storage/backup';
import { createBulkStore } from '../utils/storage/bulk-jobs';
import { createCollectionStore } from '../utils/storage/collections';
import type { OpenOptions } from '../utils/storage/database';
import { createImportStore } from '../utils/storage/imports';
import { createItemStore } from '../utils/storage/items';
import { createLibrary } from '../utils/storage/library';
import { createPassageStore } from '../utils/storage/passages';
import { backupText, rowsIn } from '../utils/usecases/backup';
import { createBulk } from '../utils/usecases/bulk';
import { createCollections } from '../utils/usecases/collections';
import { createImport, IMPORT_BATCH, type ImportFile } from '../utils/usecases/import';
import { createMerging } from '../utils/usecases/merging';
import { createPassages } from '../utils/usecases/passages';
import { createReadingList } from '../utils/usecases/reading-list';
import { mergeWorks } from '../utils/works/merge';
import { runs } from './runs';
import { freshStorage, memoryDeeds } from './storage';

/** How many lives are tried: each is killed once in every action, at a moment chosen by its seed. */
const LIVES = runs(3, 25);

/** Requests to the database that are still answered; after them nothing is, as when the browser ends the background. */
let left = Number.POSITIVE_INFINITY;
let asked = 0;
/** What the database says from then on. */
let death = 'AbortError';

for (const { prototype } of [IDBObjectStore, IDBIndex] as unknown as { prototype: Record<string, unknown> }[]) {
  for (const name of ['get', 'getAll', 'getAllKeys', 'put', 'add', 'delete', 'count', 'openCursor', 'openKeyCursor']) {
    const real = prototype[name] as ((...given: unknown[]) => unknown) | undefined;
    if (!real) continue;
    prototype[name] = function (this: IDBObjectStore & IDBIndex, ...given: unknown[]) {
      asked += 1;
      if (asked <= left) return real.apply(this, given);
      try {
        (this.objectStore ?? this).transaction.abort();
      } catch {
        // It was aborted at the request before.
      }
      throw new DOMException('The background is dead.', death);
    };
  }
}
afterEach(() => {
  left = Number.POSITIVE_INFINITY;
  death = 'AbortError';
});

const WHERE = { isPrivate: false };
const AT = 1_793_000_000_000;

/** A background with the library under it; it knows nothing that is not stored. */
function background(storage: OpenOptions, seed: number) {
  const library = createLibrary(storage);
  const items = createItemStore(library);
  const store = createPassageStore(library);
  let ids = 0;
  const newId = () => `made-${seed}-${asked}-${++ids}`;
  const shared = {
    items,
    merge: (a: Parameters<typeof mergeWorks>[0][number], b: typeof a) => mergeWorks([a, b]),
    now: () => AT,
    newId,
  };
  return {
    library,
    passages: createPassages(store, shared.now, memoryDeeds()),
    list: createReadingList({ ...shared, known: async () => undefined }),
    imports: createImport({
      ...shared,
      store: createImportStore(library),
      passages: store,
      judged: async (work) => work,
    }),
    bulk: createBulk({
      store: createBulkStore(library),
      now: shared.now,
      wake: async () => {},
      onChanged: () => {},
    }),
    collections: createCollections(createCollectionStore(library), shared.now),
    merging: createMerging({ items, merge: shared.merge, now: shared.now }),
    /** The works on lamp and tern, which are one here. */
    ids: async () => {
      const rows = await library.use('test', (database) =>
        database.items.where('keys').anyOf('doi:10.5555/lamp', 'doi:10.5555/tern').distinct().toArray(),
      );
      const all = rows.ok ? rows.value.toSorted((a, b) => a.keys.length - b.keys.length) : [];
      return all.map(({ id }) => id);
    },
    backups: createBackupStore(library),
  };
}
type Background = ReturnType<typeof background>;

const passage = (n: number): Passage => ({
  id: `passage-${n}`,
  page: { url: `https://example.org/${n}`, title: `Page ${n}`, keys: [`url:https://example.org/${n}`] },
  selectors: { quote: { exact: `words ${n}`, prefix: '', suffix: '' } },
  colour: 'yellow',
  remark: '',
  tags: [],
  created: AT + n,
  modified: AT + n,
});
const citation = (value: string): Citation => ({
  kind: 'identifier-link',
  label: value,
  identifiers: [{ scheme: 'doi', value: `10.5555/${value}` }],
  confidence: 1,
});
const FILE: ImportFile = {
  label: 'a file',
  items: ['night', 'lamp', 'tern'].map((name) => ({
    csl: { id: name, type: 'article-journal', title: `On the ${name}`, DOI: `10.5555/${name}` },
    title: [],
    remark: '',
    tags: ['imported'],
  })) as unknown as ImportFile['items'],
  passages: [1, 2].map((n) => ({
    url: `https://example.org/other/${n}`,
    title: 'Other',
    quote: { exact: `imported ${n}`, prefix: '', suffix: '' },
    remark: '',
    tags: [],
  })) as unknown as ImportFile['passages'],
  broken: [],
};
const SLICE = { name: 'an-import', from: 'file.ris', slice: 0 };
/** More than a batch, one of which is known. */
const LARGE: ImportFile = {
  ...FILE,
  items: [
    ...FILE.items.slice(0, 1).map((item) => ({ ...item, remark: 'Another.' })),
    ...Array.from({ length: IMPORT_BATCH }, (_, n) => ({
      ...FILE.items[0]!,
      csl: { id: `${n}`, type: 'book', title: `Volume ${n}` },
    })),
  ] as unknown as ImportFile['items'],
  passages: [],
};
const OTHER_SLICE = { ...SLICE, name: 'another-import' };
const LINES = [11, 12, 13].map((n) => JSON.stringify({ table: 'passages', row: passage(n) }));

/** A batch and some, most of whom are unknown. */
const MANY = [...Array.from({ length: BULK_BATCH }, (_, n) => `unknown-${n}`), 'passage-1', 'passage-2'];
const tagging = (tag: string) => ({ name: tag, table: 'passages' as const, change: { addTag: tag } });

/** What a reader does one after the other; each is said again when the background died on it. */
const ACTIONS: readonly (readonly [string, (to: Background) => Promise<Result<unknown>>])[] = [
  ['saves a passage', ({ passages }) => passages.save(passage(1), WHERE)],
  ['saves another', ({ passages }) => passages.save(passage(2), WHERE)],
  ['edits a passage', ({ passages }) => passages.change('passage-1', { remark: 'a remark', tags: ['t'] }, WHERE)],
  ['lists a work', ({ list }) => list.save(citation('night'), { url: 'https://example.org/a', title: 'A' }, WHERE)],
  ['meets it again', ({ list }) => list.save(citation('night'), { url: 'https://example.org/b', title: 'B' }, WHERE)],
  ['brings in a file', ({ imports }) => imports.run(FILE, SLICE, WHERE)],
  ['brings in another', ({ imports }) => imports.run(LARGE, OTHER_SLICE, WHERE)],
  ['takes that back', ({ imports }) => imports.undo(OTHER_SLICE.name, WHERE)],
  [
    'makes a collection',
    ({ collections }) => collections.change('collection-1', { name: 'Nights', order: ['passage-1'] }, WHERE),
  ],
  ['tags many', ({ bulk }) => bulk.begin(tagging('many'), ['passage-1', 'passage-2'], WHERE)],
  ['tags more than fit into a batch', ({ bulk }) => bulk.begin(tagging('most'), MANY, WHERE)],
  ['takes that back', ({ bulk }) => bulk.undo('most')],
  ['restores a backup', ({ backups }) => backups.restore(rowsIn(LINES), true)],
  ['merges two works', ({ merging, ids }) => ids().then((all) => merging.merge(all, WHERE))],
  [
    'deletes many',
    ({ bulk }) =>
      bulk.begin(
        { name: 'deleting', table: 'passages', change: { isDeleted: true } },
        ['passage-2', 'passage-11'],
        WHERE,
      ),
  ],
];

/** All that is stored, without the ids that were made on the way; and what the search would not know of. */
async function contents({ library, backups }: Background) {
  let text = '';
  for await (const piece of backupText(backups, 0)) text += piece;
  // What is merged with itself may say in another order, and more exactly, where its fields came from. Stamps are of the moment.
  const canonical = (_key: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([name]) => name !== 'provenance' && name !== 'stamp')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part;
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line), canonical).replace(/made-[\d-]+/g, 'made'));
  const unknown = await library.use('test', async (database) => {
    const known = new Set((await database.changes.toArray()).map(({ id }) => id));
    const all = [...(await database.passages.toArray()), ...(await database.items.toArray())];
    return all.filter(({ id }) => !known.has(id));
  });
  return { rows: rows.sort(), unknown: unknown.ok && unknown.value };
}

async function live(seed: number, isKilled: boolean) {
  const storage = freshStorage();
  let random = seed * 7919 + 1;
  for (const [name, act] of ACTIONS) {
    if (isKilled) {
      random = (random * 48271) % 2147483647;
      const mortal = background(storage, seed);
      asked = 0;
      left = random % 30;
      // Its answer is lost with it, even where all was done already.
      await act(mortal);
      left = Number.POSITIVE_INFINITY;
      await mortal.library.use('test', async (database) => database.close());
    }
    const next = background(storage, seed);
    const answered = await act(next);
    expect(answered, name).toMatchObject({ ok: true });
    await next.library.use('test', async (database) => database.close());
  }
  return contents(background(storage, seed));
}

describe('a background that is killed', () => {
  it(`loses nothing and doubles nothing, over ${LIVES * ACTIONS.length} kills`, async () => {
    const expected = await live(0, false);
    expect(expected.rows.length).toBeGreaterThan(12);
    for (let seed = 1; seed <= LIVES; seed += 1) {
      const kept = await live(seed, true);
      expect(kept.rows, `seed ${seed}`).toEqual(expected.rows);
      expect(kept.unknown).toEqual([]);
    }
  }, 600_000);

  it('has changed all of many entries or none, whatever the moment', async () => {
    const seen = new Set<number>();
    for (let moment = 0; moment < 36; moment += 1) {
      const storage = freshStorage();
      const before = background(storage, 1);
      for (const n of [1, 2, 3]) await before.passages.save(passage(n), WHERE);
      left = asked + moment;
      await before.bulk.begin(tagging('many'), ['passage-1', 'passage-2', 'passage-3'], WHERE);
      left = Number.POSITIVE_INFINITY;
      const tagged = await background(storage, 1).library.use('test', (database) =>
        database.passages.filter(({ tags }) => tags.includes('many')).count(),
      );
      seen.add(tagged.ok ? tagged.value : -1);
    }
    expect([...seen].sort()).toEqual([0, 3]);
  });
});

describe('a disk that is full', () => {
  it.each(Array.from({ length: 12 }, (_, moment) => moment * 2))(
    'at request %i leaves nothing half-written, and says so',
    async (moment) => {
      const storage = freshStorage();
      const full = background(storage, 1);
      for (const n of [1, 2]) await full.passages.save(passage(n), WHERE);
      const before = await contents(full);
      [death, left] = ['QuotaExceededError', asked + moment];
      const done = await full.bulk.begin(tagging('many'), ['passage-1', 'passage-2'], WHERE);
      left = Number.POSITIVE_INFINITY;
      if (done.ok) return expect((await contents(full)).rows).not.toEqual(before.rows);
      expect(done.failure).toMatchObject({ kind: 'storage', says: ['full'] });
      expect((await contents(full)).rows).toEqual(before.rows);
      expect(await full.bulk.begin(tagging('again'), ['passage-1'], WHERE)).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['AbortError', 'unwritten'],
    ['QuotaExceededError', 'full'],
  ])('that the browser calls %s is named as what it may be', async (name, words) => {
    const full = background(freshStorage(), 1);
    await full.passages.save(passage(1), WHERE);
    [death, left] = [name, asked + 1];
    const done = await full.passages.save(passage(2), WHERE);
    left = Number.POSITIVE_INFINITY;
    expect(!done.ok && done.failure.message).toContain(words);
    expect(await full.passages.save(passage(2), WHERE)).toMatchObject({ ok: true });
  });

  it.each(Array.from({ length: 30 }, (_, moment) => moment * 2))(
    'at request %i of an import says how far it came, and what came can be taken back',
    async (moment) => {
      const storage = freshStorage();
      const full = background(storage, 1);
      await full.passages.save(passage(1), WHERE);
      const kept = async () => {
        const found = await full.library.use('test', async (database) => ({
          items: await database.items.filter(({ deleted }) => deleted === undefined).count(),
          passages: await database.passages.filter(({ deleted }) => deleted === undefined).count(),
        }));
        return found.ok && found.value;
      };
      [death, left] = ['QuotaExceededError', asked + moment];
      const done = await full.imports.run(FILE, SLICE, WHERE);
      left = Number.POSITIVE_INFINITY;
      if (!done.ok) {
        expect(done.failure.says).toEqual(['full']);
        return expect(await kept()).toEqual({ items: 0, passages: 1 });
      }
      const { fresh, freshPassages, stopped } = done.value;
      expect(await kept()).toEqual({ items: fresh, passages: 1 + freshPassages });
      if (fresh < 3 || freshPassages < 2) expect(stopped).toMatchObject({ says: ['full'] });
      await full.imports.undo(SLICE.name, WHERE);
      expect(await kept()).toEqual({ items: 0, passages: 1 });
    },
  );
});
