import type { Table } from 'dexie';
import { BULK_BATCH, type BulkJob } from '../model/bulk';
import type { BulkChanged, BulkEntry, BulkStore } from '../usecases/bulk';
import type { Database } from './database';
import { itemOf } from './items';
import type { Library } from './library';
import { passageOf } from './passages';
import type { BulkBatchRow, ItemRow, PassageRow } from './rows';
import { BESIDE, writeRows } from './write';

const JOB = 'bulk';
/** Before the number of a batch. */
const BATCH = 'bulk:';
/** Above every id that begins so. */
const BATCH_END = 'bulk;';

/** The change of many entries; undefined while there is none. */
export const bulkJobIn = (database: Database) => database.jobs.get(JOB) as Promise<BulkJob | undefined>;
const batchesIn = (database: Database) => database.jobs as unknown as Table<BulkBatchRow, string>;
const batchId = (number: number) => BATCH + String(number).padStart(8, '0');

/** Changes the known ones of some entries; `change` may give back the same object. */
async function changeRows(
  database: Database,
  table: BulkJob['table'],
  ids: readonly string[],
  change: (stored: BulkEntry) => BulkEntry,
): Promise<void> {
  const stored = await (database.table(table) as Table<PassageRow | ItemRow, string>).bulkGet([...ids]);
  const written = stored.flatMap((row) => {
    if (!row) return [];
    const entry = table === 'items' ? itemOf(row as ItemRow) : passageOf(row as PassageRow);
    const next = change(entry);
    if (next === entry) return [];
    return [table === 'items' ? { ...next, keys: (row as ItemRow).keys } : next];
  });
  await writeRows(database, table, written);
}

/** The one change of many entries in the library: each batch of it is changed, and remembered, in one transaction. */
export function createBulkStore(library: Library): BulkStore {
  return {
    get: () => library.use('bulk.get', bulkJobIn),
    begin: (job, ids, stays) =>
      library.use('bulk.begin', (database) =>
        database.transaction('rw', database.jobs, async () => {
          const stored = await bulkJobIn(database);
          if (stored && stays(stored)) return stored;
          await database.jobs.where('id').between(BATCH, BATCH_END).delete();
          const batches: BulkBatchRow[] = [];
          for (let from = 0; from < ids.length; from += BULK_BATCH)
            batches.push({ id: batchId(batches.length), ids: ids.slice(from, from + BULK_BATCH) });
          await batchesIn(database).bulkPut(batches);
          await database.jobs.put(job);
          return job;
        }),
      ),
    update: (change) =>
      library.use('bulk.update', (database) =>
        database.transaction('rw', database.jobs, async () => {
          const stored = await bulkJobIn(database);
          const next = change(stored);
          if (next === stored) return stored;
          if (next) await database.jobs.put(next);
          else await database.jobs.where('id').between(JOB, BATCH_END).delete();
          return next;
        }),
      ),
    step: (next) =>
      library.use('bulk.step', (database) =>
        database.transaction('rw', ['passages', 'items', 'jobs', ...BESIDE], async () => {
          const job = await bulkJobIn(database);
          const step = job && next(job);
          if (!step) return job;
          const batch = await batchesIn(database).get(batchId(step.batch));
          const before = new Map(batch?.changed?.map((each) => [each.id, each]));
          const changed: BulkChanged[] = [];
          await changeRows(database, job.table, batch?.ids ?? [], (stored) => {
            const changedTo = step.change(stored, before.get(stored.id));
            if (changedTo !== stored)
              changed.push('status' in stored ? { id: stored.id, status: stored.status } : { id: stored.id });
            return changedTo;
          });
          const after = step.after(changed);
          if (after) {
            if (batch) await batchesIn(database).put({ ...batch, changed });
            await database.jobs.put(after);
          } else await database.jobs.where('id').between(JOB, BATCH_END).delete();
          return after;
        }),
      ),
  };
}
