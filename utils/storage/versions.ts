import { completeRow } from './write';

/**
 * One version of the library's shape. A released version is never edited: append the next one.
 *
 * `stores` names only what changed, in Dexie's schema words (https://dexie.org/docs/Version/Version.stores()). `rows` says
 * how a row of the version before becomes one of this version: pure functions, tested on rows recorded from the old one.
 */
export interface LibraryVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly rows?: Readonly<Record<string, (row: unknown) => unknown>>;
}

/** Every shape that the library ever had, oldest first. */
export const VERSIONS: readonly LibraryVersion[] = [
  {
    version: 1,
    stores: {
      // `page.keys` has many entries: a page is found under any of its keys. `deleted` is in the index only while it is set.
      passages: 'id, *page.keys, modified, deleted',
      items: 'id, *keys, modified, deleted',
      records: 'key, fetchedAt',
      requests: '++id, at',
    },
  },
  {
    version: 2,
    stores: {
      // Which entries have changed, in the order of their last changes (see `changes.ts`). Rows from before have none.
      changes: '[table+id], seq',
    },
  },
  {
    version: 3,
    stores: {
      // By the time of their making, so that the newest are read before anything is counted.
      passages: 'id, *page.keys, modified, deleted, created',
      items: 'id, *keys, modified, deleted, added',
      collections: 'id, modified',
    },
  },
  {
    version: 4,
    stores: {
      // `alike`: the same for the same words on other pages; missing where they are too few.
      passages: 'id, *page.keys, modified, deleted, created, alike',
      // The device's clock of changes: one row (see `write.ts`).
      clock: 'id',
      // Work that goes on over the background's death.
      jobs: 'id',
    },
    rows: {
      passages: (row) => completeRow('passages', row as never),
      items: (row) => completeRow('items', row as never),
      collections: (row) => completeRow('collections', row as never),
    },
  },
  {
    version: 5,
    stores: {
      // By tag, so that those of a large library are told without reading its entries.
      passages: 'id, *page.keys, modified, deleted, created, alike, *tags',
      items: 'id, *keys, modified, deleted, added, *tags',
    },
  },
];
