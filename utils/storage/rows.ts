import type { Table } from 'dexie';
import type { LoggedRequest } from '../model/logged-request';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { CachedRecord } from '../usecases/look-up-ports';

/** A passage is stored as it is. */
export type PassageRow = Passage;

/** An item of the reading list, and the keys under which its work is recognised (see `usecases/reading-list.ts`). */
export interface ItemRow extends ReadingItem {
  readonly keys: readonly string[];
}

/** A request with its place in the log. */
export interface RequestRow extends LoggedRequest {
  readonly id?: number;
}

/** The tables of the newest version. */
export interface Tables {
  readonly passages: Table<PassageRow, string>;
  readonly items: Table<ItemRow, string>;
  readonly records: Table<CachedRecord, string>;
  readonly requests: Table<RequestRow, number>;
}
