/** How long what is deleted can be brought back, milliseconds: thirty days. */
export const TRASH_MS = 30 * 24 * 60 * 60 * 1000;

/** What can be thrown away and brought back. Times are milliseconds since the epoch. */
interface Disposable {
  readonly modified: number;
  readonly deleted?: number;
}

/** The row in the trash; the same row where it is there already, so that saying it twice changes nothing. */
export const intoTrash = <Row extends Disposable>(row: Row, at: number): Row =>
  row.deleted === undefined ? { ...row, deleted: at, modified: at } : row;

/** The row out of the trash; the same row where it was not in it. */
export function outOfTrash<Row extends Disposable>(row: Row, at: number): Omit<Row, 'deleted'> | Row {
  if (row.deleted === undefined) return row;
  const { deleted: _deleted, ...kept } = row;
  return { ...kept, modified: at };
}
