import type { Table } from 'dexie';
import { identifierKey } from '../model/identifier';
import type { LookUpJob } from '../model/look-up-job';
import type { JobStore } from '../usecases/look-up-many';
import type { Database } from './database';
import { itemOf } from './items';
import type { Library } from './library';
import type { LearntRow } from './rows';
import { BESIDE, writeRows } from './write';

const JOB = 'look-up';
const LEARNT = 'learnt:';
/** Above every id that begins so. */
const LEARNT_END = 'learnt;';

/** The long look-up; undefined while there is none. */
export const jobIn = (database: Database) => database.jobs.get(JOB) as Promise<LookUpJob | undefined>;
const learntIn = (database: Database) =>
  (database.jobs as Table<LearntRow, string>).where('id').between(LEARNT, LEARNT_END);

/** The one long look-up and what it has learnt, in the library, so that it goes on after the background died. */
export function createJobStore(library: Library): JobStore {
  return {
    get: () => library.use('jobs.get', jobIn),
    update: (change) =>
      library.use('jobs.update', (database) =>
        database.transaction('rw', database.jobs, async () => {
          const stored = await jobIn(database);
          const next = change(stored);
          if (next === stored) return stored;
          // What another look-up has learnt cannot be taken back any more.
          if (next?.name !== stored?.name) await learntIn(database).delete();
          if (next === undefined) await database.jobs.delete(JOB);
          else await database.jobs.put(next);
          return next;
        }),
      ),
    learn: (id, change) =>
      library.use('jobs.learn', (database) =>
        database.transaction('rw', ['items', 'jobs', ...BESIDE], async () => {
          const row = await database.items.get(id);
          const next = row && change(itemOf(row));
          if (!row || next === undefined) return false;
          const known = (await database.jobs.get(LEARNT + id)) as LearntRow | undefined;
          const before = known?.before ?? { work: row.work, keys: row.keys };
          await database.jobs.put({ id: LEARNT + id, item: id, before, after: next.work });
          const keys = [...new Set([...row.keys, ...next.work.ids.map(identifierKey)])];
          await writeRows(database, 'items', [{ ...next, keys } as typeof row]);
          return true;
        }),
      ),
    unlearn: (at) =>
      library.use('jobs.unlearn', (database) =>
        database.transaction('rw', ['items', 'jobs', ...BESIDE], async () => {
          const learnt = await learntIn(database).toArray();
          const rows = await database.items.bulkGet(learnt.map(({ item }) => item));
          const back = learnt.flatMap(({ before, after }, index) => {
            const row = rows[index];
            // What has changed in the record since is not the look-up's to take back.
            const isSame = row && JSON.stringify(row.work) === JSON.stringify(after);
            return isSame ? [{ ...row, ...before, modified: at }] : [];
          });
          await writeRows(database, 'items', back);
          await learntIn(database).delete();
          await database.jobs.delete(JOB);
          return back.length;
        }),
      ),
  };
}
