import type { LookUpJob } from '../model/look-up-job';
import type { JobStore } from '../usecases/look-up-many';
import type { OpenOptions } from './database';
import type { Library } from './library';
import { type Watched, watch } from './watch';

/** The one long look-up, in the library, so that it goes on after the background died. */
export function createJobStore(library: Library): JobStore {
  return {
    get: () => library.use('jobs.get', (database) => database.jobs.get('look-up')),
    update: (change) =>
      library.use('jobs.update', (database) =>
        database.transaction('rw', database.jobs, async () => {
          const stored = await database.jobs.get('look-up');
          const next = change(stored);
          if (next === stored) return stored;
          if (next === undefined) await database.jobs.delete('look-up');
          else await database.jobs.put(next);
          return next;
        }),
      ),
  };
}

/** Tells the long look-up as far as it has come, now and after every step; undefined while there is none. Returns its undo. */
export const watchLookUpJob = (
  tell: (watched: Watched<LookUpJob | undefined>) => void,
  options: OpenOptions = {},
): (() => void) => watch((database) => database.jobs.get('look-up'), tell, options);
