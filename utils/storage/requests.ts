import type { RequestLog } from '../usecases/look-up-ports';
import type { Library } from './library';

/** The log of every request made, kept in the library. Nothing is ever dropped: that is what the reader is promised. */
export function createRequestLog(library: Library): RequestLog {
  return {
    async add(entry) {
      await library.use('requests.add', (database) => database.requests.add({ ...entry }));
    },
  };
}
