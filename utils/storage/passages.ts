import type { PassageStore } from '../usecases/library-ports';
import type { Library } from './library';

/** Passages in the library. */
export function createPassageStore(library: Library): PassageStore {
  return {
    onPage: (keys) =>
      library.use('passages.onPage', (database) =>
        database.passages
          .where('page.keys')
          .anyOf([...keys])
          .distinct()
          .toArray(),
      ),
    update: (id, change) =>
      library.use('passages.update', (database) =>
        database.transaction('rw', database.passages, async () => {
          const stored = await database.passages.get(id);
          const next = change(stored);
          if (next === undefined || next === stored) return stored;
          await database.passages.put(next);
          return next;
        }),
      ),
  };
}
