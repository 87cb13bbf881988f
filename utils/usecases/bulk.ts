import type { BulkChange, BulkDone } from '../model/bulk';
import { type Result, success } from '../model/failure';
import type { Status } from '../model/reading-item';
import type { ItemStore, PassageStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { intoTrash, outOfTrash } from './trash';

/** What can be done to many entries. */
export interface Bulk {
  /** Changes entries of one table, all or none. */
  change(
    table: 'passages' | 'items',
    ids: readonly string[],
    change: BulkChange,
    where: Where,
  ): Promise<Result<BulkDone>>;
}

/** As many tags as the library's other messages allow. */
const MOST_TAGS = 50;

const withOne = (list: readonly string[], one: string | undefined, most: number): readonly string[] =>
  one === undefined || list.includes(one) || list.length >= most ? list : [...list, one];
const without = (list: readonly string[], one: string | undefined): readonly string[] =>
  one !== undefined && list.includes(one) ? list.filter((other) => other !== one) : list;

interface Entry {
  readonly id: string;
  readonly tags: readonly string[];
  readonly modified: number;
  readonly deleted?: number;
  readonly status?: Status;
  readonly collections?: readonly string[];
}

/** The entry changed; the same object where nothing is to be changed. */
function changed<Row extends Entry>(row: Row, change: BulkChange, at: number): Row {
  const tags = without(withOne(row.tags, change.addTag, MOST_TAGS), change.removeTag);
  let next: Row = tags === row.tags ? row : { ...row, tags, modified: at };
  if (row.status !== undefined) {
    if (change.status !== undefined && change.status !== row.status) {
      next = { ...next, status: change.status, modified: at };
    }
    const before = row.collections ?? [];
    const collections = without(withOne(before, change.addTo, 1000), change.removeFrom);
    if (collections !== before) next = { ...next, collections, modified: at };
  }
  if (change.isDeleted === undefined) return next;
  return (change.isDeleted ? intoTrash(next, at) : outOfTrash(next, at)) as Row;
}

/**
 * Changes of many entries over the stores.
 *
 * @param now - Milliseconds since the epoch.
 */
export function createBulk(stores: { items: ItemStore; passages: PassageStore }, now: () => number): Bulk {
  return {
    async change(table, ids, change, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const at = now();
      const done: { id: string; status?: Status }[] = [];
      const each = <Row extends Entry>(row: Row): Row => {
        const next = changed(row, change, at);
        if (next !== row) done.push({ id: row.id, ...(row.status && { status: row.status }) });
        return next;
      };
      const result =
        table === 'items' ? await stores.items.updateAll(ids, each) : await stores.passages.updateAll(ids, each);
      return result.ok ? success({ changed: done }) : result;
    },
  };
}
