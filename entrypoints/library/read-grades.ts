import type { GradeCount } from '../../components/library/grades';
import type { Collection } from '../../utils/model/collection';
import type { Library } from '../../utils/storage/library';

/** How many works of each collection and kind have which grade; those that are no longer in it, or in the trash, do not count. */
export async function readGrades(library: Library, collections: readonly Collection[]): Promise<readonly GradeCount[]> {
  const counts = new Map<string, GradeCount>();
  for (const { id: row, grades = {} } of collections) {
    const ids = Object.keys(grades);
    if (ids.length === 0) continue;
    const found = await library.use('grades.read', (database) => database.items.bulkGet(ids));
    for (const item of found.ok ? found.value : []) {
      if (!item || item.deleted !== undefined || !item.collections?.includes(row)) continue;
      const [column, grade] = [item.work.kind, grades[item.id]!];
      const key = `${row} ${column} ${grade}`;
      counts.set(key, { row, column, grade, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}
