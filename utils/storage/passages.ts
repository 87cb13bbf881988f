import type { Passage } from '../model/passage';
import type { PassageStore } from '../usecases/library-ports';
import type { Library } from './library';
import type { PassageRow } from './rows';
import { wholePassage } from './whole';
import { BESIDE, readBefore, writeRows } from './write';

/** The passage without what only the table needs, whole even where its row is not. */
export function passageOf({ alike: _alike, stamp: _stamp, ...passage }: PassageRow): Passage {
  return wholePassage(passage);
}

/** Passages in the library. */
export function createPassageStore(library: Library): PassageStore {
  return {
    onPage: (keys) =>
      library.use('passages.onPage', async (database) => {
        const rows = await database.passages
          .where('page.keys')
          .anyOf([...keys])
          .distinct()
          .toArray();
        return rows.map(passageOf);
      }),
    update: (id, change) =>
      library.use('passages.update', (database) =>
        database.transaction('rw', ['passages', ...BESIDE], async () => {
          const [row, before] = await Promise.all([database.passages.get(id), readBefore(database)]);
          const stored = row && passageOf(row);
          const next = change(stored);
          if (next === undefined || next === stored) return stored;
          await writeRows(database, 'passages', [next], false, before);
          return next;
        }),
      ),
  };
}
