import type { Table } from 'dexie';
import { alikeKey } from '../model/alike';
import type { Passage } from '../model/passage';
import { firstStamp, nextStamp, readStamp } from '../model/stamp';
import { lastSeq, noteChanges } from './changes';
import type { Database } from './database';
import type { ClockRow } from './rows';

/** The tables of what the reader keeps. */
export type KeptTable = 'passages' | 'items' | 'collections';

/** Tables that a transaction must span beside those it writes, so that {@link writeRows} can do its part. */
export const BESIDE = ['changes', 'clock'] as const;

/** A row of any of them, as far as writing it goes. */
interface AnyRow {
  readonly id: string;
  readonly modified: number;
  readonly stamp?: string;
}

/** A device's name among others. */
function newNode(): string {
  return crypto.getRandomValues(new Uint32Array(1))[0]!.toString(16).padStart(8, '0');
}

/** Key under which a passage is recognised on another page; see {@link alikeKey}. */
function withAlike<Row extends AnyRow>(table: KeptTable, row: Row): Row {
  if (table !== 'passages') return row;
  const { alike: _old, ...rest } = row as Row & { alike?: string };
  // A row that is damaged must not keep the library from being opened.
  const exact: unknown = (row as unknown as Partial<Passage>).selectors?.quote?.exact;
  const alike = typeof exact === 'string' ? alikeKey(exact) : undefined;
  return (alike === undefined ? rest : { ...rest, alike }) as Row;
}

/** A row as it is stored, whatever version wrote it: pure, and the same every time. */
export function completeRow<Row extends AnyRow>(table: KeptTable, row: Row): Row & { readonly stamp: string } {
  const stamp = readStamp(row.stamp) ? row.stamp! : firstStamp(row.modified);
  return { ...withAlike(table, row), stamp };
}

/** What writing rows needs to know of the changes before it. */
export interface Before {
  readonly clock: ClockRow;
  readonly seq: number;
}

/** Reads what {@link writeRows} needs: together with the row that is to be changed, it takes no time of its own. */
export async function readBefore(database: Database): Promise<Before> {
  const [clock, seq] = await Promise.all([database.clock.get('clock'), lastSeq(database)]);
  return { clock: clock ?? { id: 'clock', node: newNode() }, seq };
}

/**
 * Writes rows that have changed: each gets the stamp of its change (see `model/stamp.ts`) and is noted for what is derived from the
 * library. Call it in a transaction that spans the table and {@link BESIDE}.
 *
 * @param isCopy - The rows were changed elsewhere, and keep the stamps that they bring.
 * @param before - Read in this transaction, where nothing was written in it since.
 */
export async function writeRows(
  database: Database,
  table: KeptTable,
  rows: readonly AnyRow[],
  isCopy = false,
  before?: Before,
): Promise<void> {
  if (rows.length === 0) return;
  const { clock, seq } = before ?? (await readBefore(database));
  let { last } = clock;
  const written = rows.map((row) => {
    const stamped = isCopy ? row : { ...row, stamp: nextStamp(last, Date.now(), clock.node) };
    const complete = completeRow(table, stamped);
    if (last === undefined || complete.stamp > last) last = complete.stamp;
    return complete;
  });
  // All at once: a reader waits for the last of them, not for one after the other.
  await Promise.all([
    (database.table(table) as Table<AnyRow, string>).bulkPut(written),
    database.clock.put({ ...clock, last }),
    // Collections are in no index.
    table !== 'collections' &&
      noteChanges(
        database,
        table,
        rows.map(({ id }) => id),
        seq,
      ),
  ]);
}
