import type { RecordCache } from '../usecases/look-up-ports';
import type { Library } from './library';

/**
 * The cache of services' answers, kept in the library. A library that cannot be opened keeps nothing and finds nothing:
 * reading goes on without it.
 */
export function createRecordCache(library: Library): RecordCache {
  return {
    async get(keys) {
      const found = await library.use('records.get', (database) => database.records.bulkGet([...keys]));
      return found.ok ? found.value.filter((record) => record !== undefined) : [];
    },
    async put(record) {
      await library.use('records.put', (database) => database.records.put(record));
    },
  };
}
