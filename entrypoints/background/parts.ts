import { isMakingBackup } from '../../utils/model/backup-plan';
import type { Citation } from '../../utils/model/citation';
import type { ReadingItem } from '../../utils/model/reading-item';
import { loadBackupState, storeBackupState } from '../../utils/platform/backup-state';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { createDeedHome } from '../../utils/platform/deed-store';
import { digest } from '../../utils/platform/digest';
import { download, removeDownload } from '../../utils/platform/downloads';
import { closeHiddenPage, openHiddenPage } from '../../utils/platform/hidden-page';
import { inflate } from '../../utils/platform/inflate';
import { loadLibraryName } from '../../utils/platform/library-mark';
import type { Reply } from '../../utils/platform/messages';
import { createFetchAnswer } from '../../utils/platform/network';
import { loadOwnList, saveOwnList, toBase64 } from '../../utils/platform/retraction-store';
import type { From } from '../../utils/platform/router';
import { loadSettings } from '../../utils/platform/settings';
import { shippedFile } from '../../utils/platform/shipped-file';
import { tellTabs } from '../../utils/platform/tabs';
import { termHome } from '../../utils/platform/term-store';
import { createVisits } from '../../utils/platform/visits';
import { wakeFor } from '../../utils/platform/wake';
import { createZoteroPost } from '../../utils/platform/zotero-door';
import { sources } from '../../utils/sources';
import { createBackupStore } from '../../utils/storage/backup';
import { createBulkStore } from '../../utils/storage/bulk-jobs';
import { createCollectionStore } from '../../utils/storage/collections';
import { createImportStore } from '../../utils/storage/imports';
import { createItemStore } from '../../utils/storage/items';
import { createJobStore } from '../../utils/storage/jobs';
import { createLibrary } from '../../utils/storage/library';
import { libraryName } from '../../utils/storage/library-name';
import { createPassageStore } from '../../utils/storage/passages';
import { createRecordCache } from '../../utils/storage/records';
import { createRequestLog } from '../../utils/storage/requests';
import { createTrashStore } from '../../utils/storage/trash';
import { createAutoBackup } from '../../utils/usecases/auto-backup';
import { createBulk } from '../../utils/usecases/bulk';
import { createCitedStanding } from '../../utils/usecases/cited-standing';
import { createCollections } from '../../utils/usecases/collections';
import { createDeeds } from '../../utils/usecases/deeds';
import { createImport } from '../../utils/usecases/import';
import { createLookup } from '../../utils/usecases/look-up';
import { createLookUpMany } from '../../utils/usecases/look-up-many';
import { createMerging } from '../../utils/usecases/merging';
import { createPassages } from '../../utils/usecases/passages';
import { createReadingList, workKeys } from '../../utils/usecases/reading-list';
import { createRetractionLists } from '../../utils/usecases/retraction-lists';
import { createStanding, judgeItems } from '../../utils/usecases/standing';
import { createStyling } from '../../utils/usecases/styling';
import { createZotero } from '../../utils/usecases/zotero';
import { unpackModel } from '../../utils/works/likeness/packed';
import { mergeWorks } from '../../utils/works/merge';
import { createRanker } from '../../utils/works/rank-sentences';

/** What the background is made of. Nothing is held here that may not be lost. */
export function createParts() {
  const library = createLibrary();
  const items = createItemStore(library);
  const ranker = shippedFile(
    () => fetch(browser.runtime.getURL('/likeness.json')),
    async (file) => createRanker(unpackModel(await file.json())),
  );
  const shippedRetractions = shippedFile(
    () => fetch(browser.runtime.getURL('/retractions.bin')),
    async (file) => new Uint8Array(await file.arrayBuffer()),
  );
  const retractions = createRetractionLists({
    shipped: shippedRetractions,
    own: () => loadOwnList(browser),
    keep: (bytes) => saveOwnList(browser, toBase64(bytes)),
  });
  const standing = createStanding(retractions.all, digest);
  /** Writes what the lists say into the reading list; a list that cannot be read says nothing. */
  const judgeAll = async () => {
    const all = await items.all();
    if (all.ok) await judgeItems(all.value, items, standing).catch(() => {});
  };
  const lookup = createLookup({
    sources,
    cache: createRecordCache(library),
    log: createRequestLog(library),
    fetchAnswer: createFetchAnswer((input, init) => fetch(input, init)),
    inflate,
    clock: systemClock,
    settings: () => loadSettings(browser),
    listedAs: (work, question) => items.noted(workKeys(work, question)),
    judged: (work) => standing.judged(work).catch(() => work),
    ranker,
  });
  const citedStanding = createCitedStanding({
    fallenOf: standing.fallenOf,
    items,
    isListShown: async () => (await loadSettings(browser)).listMarks,
  });
  const passageStore = createPassageStore(library);
  const deeds = createDeeds(createDeedHome(browser), systemClock.now);
  const passages = createPassages(passageStore, systemClock.now, deeds);
  const list = createReadingList({
    items,
    known: (question) => lookup.known(question),
    merge: (stored, found) => mergeWorks([stored, found]),
    now: systemClock.now,
    newId: () => crypto.randomUUID(),
  });

  const imports = createImport({
    store: createImportStore(library),
    items,
    passages: passageStore,
    merge: (stored, found) => mergeWorks([stored, found]),
    judged: (work) => standing.judged(work).catch(() => work),
    now: systemClock.now,
    newId: () => crypto.randomUUID(),
  });
  const collections = createCollections(createCollectionStore(library), systemClock.now);
  const merging = createMerging({ items, merge: (a, b) => mergeWorks([a, b]), now: systemClock.now });
  const bulk = createBulk({
    store: createBulkStore(library),
    now: systemClock.now,
    wake: (isWanted) => wakeFor(browser, 'bulk', isWanted ? 1 : undefined),
    onChanged: async ({ table, change }) => {
      void tellTabs(browser, table === 'items' ? 'listChanged' : 'passagesChanged', {});
      await collections.touch([change.addTo, change.removeFrom].filter((id) => id !== undefined));
    },
  });
  const backups = createBackupStore(library, termHome(browser));
  const trash = createTrashStore(library);
  const lookUpMany = createLookUpMany({
    jobs: createJobStore(library),
    items,
    lookup,
    merge: (stored, found) => mergeWorks([stored, found]),
    clock: systemClock,
    wake: (isWanted) => wakeFor(browser, 'look-up', isWanted ? 1 : undefined),
  });
  const autoBackup = createAutoBackup({
    load: () => loadBackupState(browser),
    store: (change) => storeBackupState(browser, change),
    openPage: () => openHiddenPage('/backup.html'),
    closePage: closeHiddenPage,
    wake: (isWanted) => wakeFor(browser, 'backup', isWanted ? 60 : undefined),
    download: (url, name) => download(browser, url, name),
    removeDownload: (id) => removeDownload(browser, id),
    isSameLibrary: async () => {
      const [name, known] = await Promise.all([libraryName(library), loadLibraryName(browser)]);
      return name.ok && (known === undefined || known === name.value);
    },
    now: systemClock.now,
  });
  const styling = createStyling({
    isFree: async () => !isMakingBackup(await loadBackupState(browser), systemClock.now()),
    openPage: () => openHiddenPage('/styler.html'),
    closePage: closeHiddenPage,
    clock: systemClock,
  });
  const visits = createVisits(browser, systemClock.now);
  const zotero = createZotero({ post: createZoteroPost((input, init) => fetch(input, init)) });

  /** Tells the other tabs that passages have changed, once they have. */
  async function told<T>(from: From, saving: Promise<Reply<T>>): Promise<Reply<T>> {
    const reply = await saving;
    if (reply.ok) void tellTabs(browser, 'passagesChanged', {}, from.tabId);
    return reply;
  }

  /** Tells all tabs that the reading list has changed, once it has: also the one in which that was done. */
  async function toldOfList<T>(saving: Promise<Reply<T>>): Promise<Reply<T>> {
    const reply = await saving;
    if (reply.ok) void tellTabs(browser, 'listChanged', {});
    return reply;
  }

  /** Lists the work of a citation with the place where it was met. */
  async function listWork(
    citation: Citation,
    page: { readonly url: string; readonly title: string },
    where: { readonly isPrivate: boolean },
    remark?: string,
  ): Promise<Reply<ReadingItem>> {
    const reply = await toldOfList(list.save(await lookup.corrected(citation), page, where, remark));
    if (reply.ok) await judgeItems([reply.value], items, standing).catch(() => {});
    return reply;
  }

  return {
    library,
    items,
    retractions,
    standing,
    judgeAll,
    lookup,
    citedStanding,
    deeds,
    passages,
    list,
    imports,
    collections,
    merging,
    bulk,
    backups,
    trash,
    lookUpMany,
    autoBackup,
    styling,
    visits,
    zotero,
    told,
    toldOfList,
    listWork,
  };
}

/** What {@link createParts} makes. */
export type Parts = ReturnType<typeof createParts>;
