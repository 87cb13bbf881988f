import { defineBackground } from 'wxt/utils/define-background';
import { failureText } from '../components/pages/failure-text';
import { isMakingBackup } from '../utils/model/backup-plan';
import type { Citation } from '../utils/model/citation';
import { failedAs, type Result, success } from '../utils/model/failure';
import { pageAbout } from '../utils/model/page-about';
import type { ReadingItem } from '../utils/model/reading-item';
import { readTerm, type Term, withTerm } from '../utils/model/term';
import { workYear } from '../utils/model/work';
import { loadBackupState, storeBackupState } from '../utils/platform/backup-state';
import { browser } from '../utils/platform/browser';
import { sayOnButton } from '../utils/platform/button-says';
import { systemClock } from '../utils/platform/clock';
import { createDeedHome } from '../utils/platform/deed-store';
import { digest } from '../utils/platform/digest';
import { download, removeDownload } from '../utils/platform/downloads';
import { closeHiddenPage, openHiddenPage } from '../utils/platform/hidden-page';
import { inflate } from '../utils/platform/inflate';
import { loadLibraryName } from '../utils/platform/library-mark';
import { createMenus, listenForCommands, type SelectedWords } from '../utils/platform/menus';
import type { Reply } from '../utils/platform/messages';
import { createFetchAnswer } from '../utils/platform/network';
import { listenForNotes } from '../utils/platform/note-port';
import { listenForOmnibox } from '../utils/platform/omnibox';
import { deliverLeft } from '../utils/platform/outbox';
import { fromBase64, loadOwnList, saveOwnList, toBase64 } from '../utils/platform/retraction-store';
import { type From, listenForMessages } from '../utils/platform/router';
import { changeSettings, loadSettings } from '../utils/platform/settings';
import { shippedFile } from '../utils/platform/shipped-file';
import { changeRules } from '../utils/platform/site-rules';
import {
  injectScanEverywhere,
  injectScripts,
  onLastPrivateWindow,
  showOwnPage,
  tellTabs,
} from '../utils/platform/tabs';
import { changeTerms, termHome } from '../utils/platform/term-store';
import { createVisits } from '../utils/platform/visits';
import { onWake, wakeFor } from '../utils/platform/wake';
import { welcomeOnce } from '../utils/platform/welcome';
import { createZoteroPost } from '../utils/platform/zotero-door';
import { documentAddress } from '../utils/quotes/document-address';
import { sources } from '../utils/sources';
import { createBackupStore } from '../utils/storage/backup';
import { createBulkStore } from '../utils/storage/bulk-jobs';
import { createCollectionStore } from '../utils/storage/collections';
import { createItemStore } from '../utils/storage/items';
import { createJobStore } from '../utils/storage/jobs';
import { createLibrary } from '../utils/storage/library';
import { libraryName } from '../utils/storage/library-name';
import { createPassageStore } from '../utils/storage/passages';
import { createRecordCache } from '../utils/storage/records';
import { createRequestLog } from '../utils/storage/requests';
import { usedTags } from '../utils/storage/tags';
import { createTrashStore } from '../utils/storage/trash';
import { createAutoBackup } from '../utils/usecases/auto-backup';
import { rowsIn } from '../utils/usecases/backup';
import { createBulk } from '../utils/usecases/bulk';
import { createCitedStanding } from '../utils/usecases/cited-standing';
import { createCollections, movedAmong } from '../utils/usecases/collections';
import { createDeeds } from '../utils/usecases/deeds';
import { createImport } from '../utils/usecases/import';
import { createLookup } from '../utils/usecases/look-up';
import { createLookUpMany } from '../utils/usecases/look-up-many';
import { createMerging } from '../utils/usecases/merging';
import { keysOfPage } from '../utils/usecases/page-works';
import { createPassages } from '../utils/usecases/passages';
import { refusePrivate } from '../utils/usecases/private-windows';
import { createReadingList, workKeys } from '../utils/usecases/reading-list';
import { createRetractionLists } from '../utils/usecases/retraction-lists';
import { selectedCitation } from '../utils/usecases/selected-citation';
import { createStanding, judgeItems } from '../utils/usecases/standing';
import { createStyling } from '../utils/usecases/styling';
import { TRASH_MS } from '../utils/usecases/trash';
import { createZotero } from '../utils/usecases/zotero';
import { wordsOf } from '../utils/words/words';
import { unpackModel } from '../utils/works/likeness/packed';
import { mergeWorks } from '../utils/works/merge';
import { createRanker } from '../utils/works/rank-sentences';

/** That something worked, without what came of it. */
const emptied = (done: Result<unknown>): Result<Record<string, never>> => (done.ok ? success({}) : done);

/** Wiring only. Every listener is there before the first `await`, and nothing is held here that may not be lost. */
export default defineBackground({
  type: 'module',
  main() {
    const say = wordsOf('extension');
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
      items,
      passages: passageStore,
      merge: (stored, found) => mergeWorks([stored, found]),
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

    const changedTerms = (change: (terms: readonly Term[]) => readonly Term[]): Promise<Reply<Record<string, never>>> =>
      changeTerms(browser, change).then(
        () => success({}),
        (error) => failedAs('storage', 'terms', 'unsaved', String(error)),
      );

    const deliver = listenForMessages(browser, failureText, {
      greet: async (says, { tabId, frameId }) => {
        // A page that was left in mid-sentence is often the one that greets.
        await left();
        const keys = keysOfPage(says);
        const [found, hasJustDeleted, sought] = await Promise.all([
          passages.onPage(keys),
          deeds.hasJustDeleted(keys),
          tabId !== undefined && frameId === 0 ? visits.soughtIn(tabId) : undefined,
        ]);
        if (!found.ok) return found;
        return success({
          passages: found.value,
          ...(hasJustDeleted && { hasJustDeleted }),
          ...(sought && { sought }),
        });
      },
      inject: async ({ script }, from) => {
        // A finger may tap what is found the moment that it is found.
        const scripts = script === 'finder' ? (['finder', 'hand'] as const) : [script];
        if (from.tabId !== undefined) await injectScripts(browser, scripts, from.tabId, from.frameId ?? 0);
        if (from.tabId === undefined || script !== 'finder') return success({});
        if ((await loadSettings(browser)).listMarks || (await retractions.all()).some(({ size }) => size > 0))
          await injectScripts(browser, ['standing'], from.tabId, from.frameId ?? 0);
        return success({});
      },
      savePassage: ({ passage, says }, from) => {
        const { page } = passage;
        return told(
          from,
          passages.save(says ? { ...passage, page: { ...page, keys: keysOfPage(says) } } : passage, from),
        );
      },
      changePassage: ({ id, change, seen, travel }, from) =>
        told(from, passages.change(id, change, from, seen, travel)),
      deletePassage: ({ id, travel }, from) => told(from, passages.remove(id, from, travel)),
      restorePassage: ({ id, travel }, from) => told(from, passages.restore(id, from, travel)),
      pageHistory: (says) => passages.history(keysOfPage(says)),
      describePage: async (says) => success(pageAbout(says)),
      listTags: async () => {
        const tags = await usedTags(library);
        return tags.ok ? success({ tags: tags.value }) : tags;
      },
      openDocument: async ({ id, url, sought }, { tabId }) => {
        const address = documentAddress(url, sought[0].quote, import.meta.env.FIREFOX ? 'search' : 'text');
        if (tabId !== undefined) await visits.open(id, address.url, sought, tabId);
        return success({ isFile: address.isFile });
      },
      visitDone: async (_nothing, { tabId }) => {
        if (tabId !== undefined) await visits.done(tabId);
        return success({});
      },
      returnFromVisit: async (_nothing, { tabId }) =>
        success({ isThere: tabId !== undefined && (await visits.back(tabId)) }),
      saveWork: ({ citation, page, remark }, from) => listWork(citation, page, from, remark),
      changeItem: async ({ id, change, seen }, from) => {
        const changing = list.change(id, change, from, seen);
        const reply = await (change.status ? toldOfList(changing) : changing);
        if (reply.ok) await collections.touch(movedAmong(seen?.collections, change.collections));
        return reply;
      },
      deleteItem: ({ id }, from) => toldOfList(list.remove(id, from)),
      restoreItem: ({ id }, from) => toldOfList(list.restore(id, from)),
      changeCollection: ({ id, change, seen }, from) => collections.change(id, change, from, seen),
      mergeItems: ({ ids }, from) => toldOfList(merging.merge(ids, from)),
      unmergeItems: ({ before }, from) => toldOfList(merging.undo(before, from)),
      beginBulk: async ({ ids, ...job }, from) => {
        const begun = await bulk.begin(job, ids, from);
        return begun.ok ? success({ isOwn: begun.value.name === job.name }) : begun;
      },
      resumeBulk: async () => emptied(await bulk.resume()),
      cancelBulk: async () => emptied(await bulk.cancel()),
      undoBulk: async ({ name }) => emptied(await bulk.undo(name)),
      toldBulk: async ({ name }) => emptied(await bulk.told(name)),
      restoreLines: async ({ lines, replaces }, from) =>
        refusePrivate(from) ?? toldOfList(told(from, backups.restore(rowsIn(lines), replaces))),
      previewImport: ({ file }) => imports.preview(JSON.parse(file)),
      runImport: async ({ file }, from) => {
        const reply = await toldOfList(told(from, imports.run(JSON.parse(file), from)));
        if (reply.ok) void judgeAll();
        return reply;
      },
      undoImport: ({ undo }, from) => toldOfList(told(from, imports.undo(undo, from))),
      planLookUp: ({ kind, ids }) => lookUpMany.plan(kind, ids),
      beginLookUp: async ({ name, kind, ids }, from) => emptied(await lookUpMany.begin(name, kind, ids, from)),
      resumeLookUp: async () => {
        void lookUpMany.resume();
        return success({});
      },
      cancelLookUp: async () => emptied(await lookUpMany.cancel()),
      undoLookUp: () => lookUpMany.undo(),
      changeBackups: async (change) => success(await autoBackup.change(change)),
      checkBackups: async ({ isForced }) => success(await autoBackup.check(isForced)),
      askBackupTask: async () => success(await autoBackup.task()),
      downloadBackup: async ({ url, name }) => {
        if (!browser.downloads) return failedAs('refused', 'backup.download', 'noDownloads');
        await autoBackup.download(url, name);
        return success({});
      },
      backupDone: async (outcome) => {
        await autoBackup.done(outcome);
        return success({});
      },
      citeInStyle: (task) => styling.cite(task),
      askStylingTask: async () => styling.task(),
      stylingDone: async ({ made }) => {
        styling.done(made);
        return success({});
      },
      emptyTrash: ({ before }) => trash.empty(before),
      askStanding: async ({ cited }, from) => success(await citedStanding(cited, from)),
      replaceRetractions: async ({ list }) => {
        const reply = await retractions.replace(fromBase64(list));
        if (reply.ok) await judgeAll();
        return reply;
      },
      describeRetractions: async () => success(await retractions.facts()),
      zoteroPlace: () => zotero.place(),
      sendToZotero: ({ records, session }) => zotero.send(records, session),
      changeRules: async (change) => {
        await changeRules(browser, change);
        return success({});
      },
      askKnown: async ({ question }, { isPrivate }) => {
        const work = isPrivate ? undefined : await lookup.known(question);
        const judged = work && (await standing.judged(work).catch(() => work));
        const year = judged && workYear(judged);
        return success({
          ...(judged && { kind: judged.kind }),
          ...(year && { year }),
          isRetracted: judged?.notices.some(({ kind }) => kind === 'retraction' || kind === 'withdrawal') ?? false,
          isListed: await items.holds(workKeys(judged ?? { ids: [] }, question)).catch(() => false),
        });
      },
      saveTerm: async (said, from) => {
        const refusal = refusePrivate(from);
        if (refusal) return refusal;
        const term = readTerm({ ...said, modified: systemClock.now() });
        if (!term) return failedAs('invalid', 'terms.save', 'noMeaning');
        return changedTerms((terms) => withTerm(terms, term));
      },
      removeTerm: ({ id }) => changedTerms((terms) => terms.filter((term) => term.id !== id)),
      allowLookUps: async ({ lookUp }) => success(await changeSettings(browser, { lookUp })),
      openLibrary: async ({ search }) => {
        await showOwnPage(browser, '/library.html', search ? `?search=${encodeURIComponent(search)}` : '');
        return success({});
      },
    });
    /** Lists the work that selected words name, and says on the button what came of it. */
    async function addSelected({ text, page, isPrivate, tabId }: SelectedWords): Promise<void> {
      const citation = selectedCitation(text);
      const added = citation
        ? await listWork(citation, page, { isPrivate })
        : failedAs('invalid', 'menus.addWork', 'tooFewWords');
      await sayOnButton(
        browser,
        added.ok ? '✓' : '!',
        added.ok ? say('listed', added.value.work.csl.title?.trim() || citation!.label) : failureText(added.failure),
        tabId,
      );
    }
    /** Carries out what pages have said with nobody listening, one round after the other. */
    let delivered = Promise.resolve();
    function left(): Promise<void> {
      delivered = delivered.then(() => deliverLeft(browser, deliver));
      return delivered;
    }
    void left();
    onWake(browser, (reason) => {
      if (reason === 'backup') void autoBackup.check(false);
      else if (reason === 'bulk') void bulk.resume();
      else void lookUpMany.resume();
    });
    listenForNotes(browser, lookup.lookUp);
    listenForCommands(browser, (selected) => void addSelected(selected));
    listenForOmnibox(browser, say('searchLibrary'));
    onLastPrivateWindow(browser, lookup.forgetPrivate);
    browser.runtime.onStartup.addListener(() => {
      void trash.empty(systemClock.now() - TRASH_MS);
      void autoBackup.check(false);
      void lookUpMany.resume();
      void bulk.resume();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void welcomeOnce(browser, reason);
      void judgeAll();
      void autoBackup.check(false);
      void createMenus(browser, {
        savePassage: say('menuSavePassage'),
        addWork: say('menuAddWork'),
        markCitation: say('menuMarkCitation'),
        openPanel: say('openPanel'),
      });
      // Firefox puts its content scripts into open pages by itself.
      if (!import.meta.env.FIREFOX) void injectScanEverywhere(browser);
    });
  },
});
