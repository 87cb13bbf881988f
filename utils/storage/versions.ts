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
];
