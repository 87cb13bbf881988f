import type { Table } from 'dexie';
import type { BroughtCounts, ImportJob } from '../model/imported';
import type { BroughtPassage, BroughtWork, ImportStore } from '../usecases/import-store';
import type { Database } from './database';
import { firstOf, itemOf, union } from './items';
import type { Library } from './library';
import { passageOf } from './passages';
import type { ImportBatchRow, ItemRow, PassageRow } from './rows';
import { BESIDE, writeRows } from './write';

/** Before the name of an import, and above every id that begins so. */
const JOB = 'import:';
const JOB_END = 'import;';
/** Before the name of an import, where batches are remembered. */
const BATCH = 'imported:';

/** Batches that are taken back in one transaction: after each, an open library is drawn anew. */
const TAKEN_BACK_AT_ONCE = 10;

const jobsOf = (database: Database) => database.jobs as unknown as Table<ImportJob, string>;
const batchesOf = (database: Database) => database.jobs as unknown as Table<ImportBatchRow, string>;
const ofImport = (database: Database, name: string) =>
  batchesOf(database).where('id').between(`${BATCH}${name}:`, `${BATCH}${name};`);
const numberText = (number: number) => String(number).padStart(6, '0');

/** The files that were brought in, the last first. */
export async function importJobsIn(database: Database): Promise<readonly ImportJob[]> {
  const all = await jobsOf(database).where('id').between(JOB, JOB_END).toArray();
  return all.sort((a, b) => b.at - a.at);
}

/** Adds and changes works in the open transaction: each sees what those before it have made. */
async function bringWorks(database: Database, works: readonly BroughtWork[]) {
  const wanted = [...new Set(works.flatMap(({ keys }) => keys))];
  const stored = wanted.length > 0 ? await database.items.where('keys').anyOf(wanted).distinct().toArray() : [];
  const byId = new Map<string, ItemRow>(stored.map((row) => [row.id, row]));
  const idsOf = new Map<string, Set<string>>();
  const find = ({ id, keys }: ItemRow) => {
    for (const key of keys) idsOf.set(key, (idsOf.get(key) ?? new Set()).add(id));
  };
  for (const row of stored) find(row);
  const written = new Map<string, ItemRow>();
  const added = new Set<string>();
  const before = new Map<string, ImportBatchRow['before'][number]>();
  let fresh = 0;
  for (const { keys, make } of works) {
    const ids = new Set(keys.flatMap((key) => [...(idsOf.get(key) ?? [])]));
    const row = firstOf([...ids].map((id) => byId.get(id)!));
    const next = make(row && itemOf(row));
    if (!row || row.deleted !== undefined) fresh += 1;
    if (!row) added.add(next.id);
    else if (!added.has(row.id)) before.set(row.id, { row: before.get(row.id)?.row ?? row, at: next.modified });
    const kept = { ...next, keys: union(row?.keys ?? [], keys) } as ItemRow;
    written.set(kept.id, kept);
    byId.set(kept.id, kept);
    find(kept);
  }
  await writeRows(database, 'items', [...written.values()]);
  return { fresh, known: works.length - fresh, items: [...added], before: [...before.values()] };
}

/** Adds those passages in the open transaction that are not kept yet. */
async function bringPassages(database: Database, passages: readonly BroughtPassage[]) {
  const wanted = [...new Set(passages.flatMap(({ keys }) => keys))];
  const stored = wanted.length > 0 ? await database.passages.where('page.keys').anyOf(wanted).distinct().toArray() : [];
  const all = stored.map(passageOf);
  const written: PassageRow[] = [];
  for (const { keys, make } of passages) {
    const made = make(all.filter(({ page }) => page.keys.some((key) => keys.includes(key))));
    if (!made) continue;
    written.push(made);
    all.push(made);
  }
  await writeRows(database, 'passages', written);
  return {
    freshPassages: written.length,
    knownPassages: passages.length - written.length,
    passages: written.map(({ id }) => id),
  };
}

/** Puts into the trash what a batch has added, and gives known works back what they were. */
async function takeBack(database: Database, { items, passages, before }: ImportBatchRow, at: number): Promise<void> {
  const known = <Row extends { readonly deleted?: number }>(rows: readonly (Row | undefined)[]) =>
    rows.filter((row) => row !== undefined).filter(({ deleted }) => deleted === undefined);
  const thrownAway = { deleted: at, modified: at };
  const addedItems = known(await database.items.bulkGet([...items])).map((row) => ({ ...row, ...thrownAway }));
  const addedPassages = known(await database.passages.bulkGet([...passages])).map((row) => ({ ...row, ...thrownAway }));
  const now = await database.items.bulkGet(before.map(({ row }) => row.id));
  // What the reader has changed since stays.
  const back = before.filter(({ at }, index) => now[index]?.modified === at).map(({ row }) => row);
  await writeRows(database, 'items', [...addedItems, ...back]);
  await writeRows(database, 'passages', addedPassages);
}

const sum = (a: BroughtCounts, b: BroughtCounts): BroughtCounts => ({
  fresh: a.fresh + b.fresh,
  known: a.known + b.known,
  freshPassages: a.freshPassages + b.freshPassages,
  knownPassages: a.knownPassages + b.knownPassages,
});

/** What was brought into the library: each batch, and what is needed to take it back, in one transaction. */
export function createImportStore(library: Library): ImportStore {
  return {
    bring: (job, [slice, batch], works, passages) =>
      library.use('imports.bring', (database) =>
        database.transaction('rw', ['passages', 'items', 'jobs', ...BESIDE], async () => {
          const id = `${BATCH}${job.name}:${numberText(slice)}:${numberText(batch)}`;
          const done = await batchesOf(database).get(id);
          if (done) return done.counts;
          const { items, before, ...workCounts } = await bringWorks(database, works);
          const { passages: added, ...passageCounts } = await bringPassages(database, passages);
          const counts = { ...workCounts, ...passageCounts };
          await batchesOf(database).put({ id, counts, items, passages: added, before });
          const stored = await jobsOf(database).get(JOB + job.name);
          await jobsOf(database).put({
            ...(stored ?? { ...job, id: JOB + job.name, isUndone: false }),
            ...(stored ? sum(stored, counts) : counts),
          });
          return counts;
        }),
      ),
    takeBack: (name, at) =>
      library.use('imports.takeBack', (database) =>
        database.transaction('rw', ['passages', 'items', 'jobs', ...BESIDE], async () => {
          // A work that one batch has changed, and a later one again, goes back through both.
          const batches = await ofImport(database, name).reverse().limit(TAKEN_BACK_AT_ONCE).toArray();
          const job = await jobsOf(database).get(JOB + name);
          if (batches.length === 0) {
            await jobsOf(database).delete(JOB + name);
            return false;
          }
          for (const batch of batches) {
            await takeBack(database, batch, at);
            await batchesOf(database).delete(batch.id);
          }
          if (job && !job.isUndone) await jobsOf(database).put({ ...job, isUndone: true });
          return true;
        }),
      ),
    forget: (before, most) =>
      library.use('imports.forget', (database) =>
        database.transaction('rw', database.jobs, async () => {
          const all = await importJobsIn(database);
          for (const { name } of all.filter(({ at }, index) => at < before || index >= most)) {
            await ofImport(database, name).delete();
            await jobsOf(database).delete(JOB + name);
          }
          return {};
        }),
      ),
  };
}
