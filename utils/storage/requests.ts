import type { RequestLog } from '../usecases/look-up-ports';
import type { Library } from './library';

/** How many requests the log shows at least; beyond this the oldest make room. */
export const LOG_LENGTH = 5000;

/** The log of every request made, kept in the library, newest {@link LOG_LENGTH} and a few more. */
export function createRequestLog(library: Library, length = LOG_LENGTH): RequestLog {
  return {
    async add(entry) {
      await library.use('requests.add', (database) =>
        database.transaction('rw', database.requests, async () => {
          const id = await database.requests.add({ ...entry });
          // Ids only grow, so that this deletes from the old end; once in a hundred is often enough.
          if (id % 100 === 0 || length < 100)
            await database.requests
              .where('id')
              .belowOrEqual(id - length)
              .delete();
        }),
      );
    },
  };
}
