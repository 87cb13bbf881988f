/**
 * A cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection): what begins with a sign that
 * starts one, even behind white space, gets an apostrophe before it.
 */
function harmless(text: string): string {
  return /^[\s\u00AD\u200B-\u200F\uFEFF]*[=+@\-\uFF1D\uFF0B\uFF20\uFF0D\t\r|]/.test(text) ? `'${text}` : text;
}

/** Control characters but for line breaks and tabs. Few texts have any, and to make the others anew takes most of the time of a large file. */
const UNPRINTED = /[^\P{Cc}\n\r\t]/u;
const ALL_UNPRINTED = new RegExp(UNPRINTED, 'gu');

/** A cell of a CSV file (RFC 4180). Control characters are dropped; line breaks and tabs are kept. */
export function csvCell(text: string): string {
  // Most cells of a table of works and passages are empty.
  if (!text) return '';
  const cell = harmless(UNPRINTED.test(text) ? text.replace(ALL_UNPRINTED, '') : text);
  return /[",\n\r;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One line of a CSV file. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** The text of a cell as it was before {@link csvCell} made it harmless. */
export const unguarded = (text: string): string =>
  /^'[\s\u00AD\u200B-\u200F\uFEFF]*[=+@\-\uFF1D\uFF0B\uFF20\uFF0D\t\r|]/.test(text) ? text.slice(1) : text;

/** Most rows that are read: what is beyond is not a reader's own list. */
const MOST_ROWS = 200_000;

/** The rows of a CSV file, whatever its line ends; the separator is the comma. Quotes may stand in quotes doubled. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)(?:"|$)[^,\r\n]*|([^,\r\n]*))(,|\r\n|\n|\r|$)/y;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  let row: string[] = [];
  while (cell.lastIndex < text.length && rows.length < MOST_ROWS) {
    const found = cell.exec(text);
    if (!found) break;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    if (row.length > 1 || row[0]) rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
