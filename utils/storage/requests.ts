import type { RequestLog } from '../usecases/look-up-ports';
import type { Library } from './library';

/** The log of every request made, kept in the library. Nothing is ever dropped: that is what the reader is promised. */
export function createRequestLog(library: Library): RequestLog {
  return {
    async add(entry) {
      // What was answered is told first: opening a transaction takes longer than reading an answer does.
      await new Promise((done) => setTimeout(done));
      await library.use('requests.add', (database) => database.requests.add({ ...entry }));
    },
  };
}
