import { defineBackground } from 'wxt/utils/define-background';
import { success } from '../utils/model/failure';
import { pageKeys } from '../utils/model/page-key';
import { factsOf } from '../utils/model/page-names';
import { browser } from '../utils/platform/browser';
import { systemClock } from '../utils/platform/clock';
import { createMenus, listenForCommands } from '../utils/platform/menus';
import type { Reply } from '../utils/platform/messages';
import { createFetchAnswer } from '../utils/platform/network';
import { listenForNotes } from '../utils/platform/note-port';
import { type From, listenForMessages } from '../utils/platform/router';
import { changeSettings, loadSettings } from '../utils/platform/settings';
import { injectScanEverywhere, injectScript, onLastPrivateWindow, showOwnPage, tellTabs } from '../utils/platform/tabs';
import { sources } from '../utils/sources';
import { createItemStore } from '../utils/storage/items';
import { createLibrary } from '../utils/storage/library';
import { createPassageStore } from '../utils/storage/passages';
import { createRecordCache } from '../utils/storage/records';
import { createRequestLog } from '../utils/storage/requests';
import { createLookup } from '../utils/usecases/look-up';
import { createPassages } from '../utils/usecases/passages';
import { createReadingList, workKeys } from '../utils/usecases/reading-list';
import { mergeWorks } from '../utils/works/merge';

/** Wiring only. Every listener is there before the first `await`, and nothing is held here that may not be lost. */
export default defineBackground({
  type: 'module',
  main() {
    const library = createLibrary();
    const items = createItemStore(library);
    const lookup = createLookup({
      sources,
      cache: createRecordCache(library),
      log: createRequestLog(library),
      fetchAnswer: createFetchAnswer((input, init) => fetch(input, init)),
      clock: systemClock,
      settings: () => loadSettings(browser),
      isListed: (work, question) => items.holds(workKeys(work, question)),
    });
    const passages = createPassages(createPassageStore(library), systemClock.now);
    const list = createReadingList({
      items,
      known: (question) => lookup.known(question),
      merge: (stored, found) => mergeWorks([stored, found]),
      now: systemClock.now,
      newId: () => crypto.randomUUID(),
    });

    /** Tells the other tabs that passages have changed, once they have. */
    async function told<T>(from: From, saving: Promise<Reply<T>>): Promise<Reply<T>> {
      const reply = await saving;
      if (reply.ok) void tellTabs(browser, 'passagesChanged', {}, from.tabId);
      return reply;
    }

    listenForMessages(browser, {
      greet: async (says) => {
        const found = await passages.onPage(pageKeys(factsOf(says)));
        return found.ok ? success({ passages: found.value }) : found;
      },
      inject: async ({ script }, from) => {
        if (from.tabId !== undefined) await injectScript(browser, script, from.tabId, from.frameId ?? 0);
        return success({});
      },
      savePassage: ({ passage }, from) => told(from, passages.save(passage, from)),
      changePassage: ({ id, change }, from) => told(from, passages.change(id, change, from)),
      deletePassage: ({ id }, from) => told(from, passages.remove(id, from)),
      restorePassage: ({ id }, from) => told(from, passages.restore(id, from)),
      saveWork: ({ citation, page }, from) => list.save(citation, page, from),
      changeItem: ({ id, change }, from) => list.change(id, change, from),
      deleteItem: ({ id }, from) => list.remove(id, from),
      restoreItem: ({ id }, from) => list.restore(id, from),
      allowLookUps: async ({ lookUp }) => success(await changeSettings(browser, { lookUp })),
      openLibrary: async () => {
        await showOwnPage(browser, '/library.html');
        return success({});
      },
    });
    listenForNotes(browser, lookup.lookUp);
    listenForCommands(browser);
    onLastPrivateWindow(browser, lookup.forgetPrivate);
    browser.runtime.onInstalled.addListener(() => {
      void createMenus(browser);
      // Firefox puts its content scripts into open pages by itself.
      if (!import.meta.env.FIREFOX) void injectScanEverywhere(browser);
    });
  },
});
