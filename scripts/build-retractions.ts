import { readFileSync, writeFileSync } from 'node:fs';
import { digest } from '../utils/platform/digest';
import { listFromTable } from '../utils/usecases/list-from-table';

const USE =
  'npm run build:retractions -- CSV DATE, where CSV is the Retraction Watch table (https://gitlab.com/crossref/retraction-watch-data) ' +
  'and DATE the day it is of, as 2026-05-03. Writes the list that ships.';
const TARGET = 'public/retractions.bin';

/** Makes the list of retracted works that ships. @returns an exit code. */
export async function main([file, made = '']: readonly string[]): Promise<number> {
  if (!file || !/^\d{4}-\d\d-\d\d$/.test(made)) {
    console.error(USE);
    return 1;
  }
  const bytes = await listFromTable(readFileSync(file, 'utf8'), made, digest);
  if (!bytes) {
    console.error(`${file} has not the columns of the table.`);
    return 1;
  }
  writeFileSync(TARGET, bytes);
  console.log(`${TARGET}: ${bytes.length} bytes.`);
  return 0;
}
