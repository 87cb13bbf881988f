import type { Table } from 'dexie';
import type { BulkJob } from '../model/bulk';
import type { Collection } from '../model/collection';
import type { BroughtCounts, ImportJob } from '../model/imported';
import type { LoggedRequest } from '../model/logged-request';
import type { LookUpJob } from '../model/look-up-job';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { Work } from '../model/work';
import type { EntryTable } from '../search/entry-doc';
import type { BulkChanged } from '../usecases/bulk';
import type { CachedRecord } from '../usecases/look-up-ports';

/** What every row of what the reader keeps has besides: when it was changed last, as devices agree on it (see `model/stamp.ts`). */
export interface Stamped {
  readonly stamp?: string;
}

/** A passage, and the key that it shares with the same words on other pages; missing where they are too few. */
export interface PassageRow extends Passage, Stamped {
  readonly alike?: string;
}

/** An item of the reading list, and the keys under which its work is recognised (see `usecases/reading-list.ts`). */
export interface ItemRow extends ReadingItem, Stamped {
  readonly keys: readonly string[];
}

/** A collection as it is stored. */
export interface CollectionRow extends Collection, Stamped {}

/** The device's clock of changes. */
export interface ClockRow {
  readonly id: 'clock';
  /** The device's name among others, eight hexadecimal digits. */
  readonly node: string;
  /** The greatest stamp given or seen. */
  readonly last?: string;
}

/** A request with its place in the log. */
export interface RequestRow extends LoggedRequest {
  readonly id?: number;
}

/** The last change of an entry; `seq` counts changes of any entry. */
export interface ChangeRow {
  readonly table: EntryTable;
  readonly id: string;
  readonly seq: number;
}

/** What a work was before the long look-up learnt something of it, and its record as that left it. */
export interface LearntRow {
  readonly id: string;
  /** Id of the item. */
  readonly item: string;
  readonly before: Pick<ItemRow, 'work' | 'keys'>;
  readonly after: Work;
}

/** Some of the entries of a change of many, and those of them that became others. */
export interface BulkBatchRow {
  readonly id: string;
  readonly ids: readonly string[];
  readonly changed?: readonly BulkChanged[];
}

/** What one batch of a file has brought in, and what is needed to take it back. */
export interface ImportBatchRow {
  readonly id: string;
  readonly counts: BroughtCounts;
  /** Ids of what was added. */
  readonly items: readonly string[];
  readonly passages: readonly string[];
  /** Known works as they were before, and when they were changed, which their rows say until something else changes them. */
  readonly before: readonly { readonly row: ItemRow; readonly at: number }[];
}

/** The tables of the newest version. */
export interface Tables {
  readonly passages: Table<PassageRow, string>;
  readonly items: Table<ItemRow, string>;
  readonly collections: Table<CollectionRow, string>;
  readonly records: Table<CachedRecord, string>;
  readonly requests: Table<RequestRow, number>;
  readonly changes: Table<ChangeRow, [EntryTable, string]>;
  readonly clock: Table<ClockRow, string>;
  readonly jobs: Table<LookUpJob | LearntRow | BulkJob | BulkBatchRow | ImportJob | ImportBatchRow, string>;
}
