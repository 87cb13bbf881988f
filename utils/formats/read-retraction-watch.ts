import { canonicalIdentifier } from '../model/canonical';
import { type Identifier, identifierKey } from '../model/identifier';
import type { Notice } from '../model/work';
import { csvRows } from './csv-cell';

/** A work in the table, under one of its names. */
export interface TableEntry {
  readonly identifier: Identifier;
  readonly kind: Extract<Notice['kind'], 'retraction' | 'concern' | 'correction'>;
  /** ISO 8601 date. */
  readonly date: string;
}

const KINDS: Readonly<Record<string, TableEntry['kind']>> = {
  retraction: 'retraction',
  'expression of concern': 'concern',
  correction: 'correction',
};
const GRAVEST_FIRST = Object.values(KINDS);

/** `10/4/2023 0:00` as `2023-10-04`; empty for anything else. */
function isoDate(printed: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(printed.trim()) ?? [];
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : '';
}

/**
 * The works in the Retraction Watch table (CSV, one row for each notice; columns as at
 * https://gitlab.com/crossref/retraction-watch-data), under their DOIs and PMIDs, each once with the gravest that was said of
 * it. One that was reinstated after it was retracted is left out.
 *
 * @returns undefined where the file is another: the columns are missing.
 */
export function readRetractionWatch(text: string): readonly TableEntry[] | undefined {
  const [head = [], ...rows] = csvRows(text);
  const column = (name: string) => head.indexOf(name);
  const at = {
    doi: column('OriginalPaperDOI'),
    pmid: column('OriginalPaperPubMedID'),
    date: column('RetractionDate'),
    nature: column('RetractionNature'),
  };
  if (at.doi < 0 || at.date < 0 || at.nature < 0) return undefined;
  const found = new Map<string, TableEntry>();
  const reinstated = new Map<string, string>();
  for (const row of rows) {
    const nature = row[at.nature]?.trim().toLowerCase() ?? '';
    const date = isoDate(row[at.date] ?? '');
    const pmid = /^[1-9]\d*(?=\.0$|$)/.exec(row[at.pmid]?.trim() ?? '')?.[0] ?? '';
    const ids = [canonicalIdentifier('doi', row[at.doi] ?? ''), canonicalIdentifier('pmid', pmid)];
    for (const identifier of ids) {
      if (!identifier) continue;
      const key = identifierKey(identifier);
      if (nature === 'reinstatement' && date > (reinstated.get(key) ?? '')) reinstated.set(key, date);
      const kind = KINDS[nature];
      const known = found.get(key);
      if (kind && (!known || GRAVEST_FIRST.indexOf(kind) < GRAVEST_FIRST.indexOf(known.kind)))
        found.set(key, { identifier, kind, date });
    }
  }
  return [...found].filter(([key, { date }]) => date > (reinstated.get(key) ?? '')).map(([, entry]) => entry);
}
