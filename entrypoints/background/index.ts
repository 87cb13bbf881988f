import { defineBackground } from 'wxt/utils/define-background';
import { failureText } from '../../components/pages/failure-text';
import { failedAs } from '../../utils/model/failure';
import { browser } from '../../utils/platform/browser';
import { sayOnButton } from '../../utils/platform/button-says';
import { systemClock } from '../../utils/platform/clock';
import { createMenus, listenForCommands, type SelectedWords } from '../../utils/platform/menus';
import { listenForNotes } from '../../utils/platform/note-port';
import { listenForOmnibox } from '../../utils/platform/omnibox';
import { deliverLeft } from '../../utils/platform/outbox';
import { listenForMessages } from '../../utils/platform/router';
import { injectScanEverywhere, onLastPrivateWindow } from '../../utils/platform/tabs';
import { onWake } from '../../utils/platform/wake';
import { welcomeOnce } from '../../utils/platform/welcome';
import { selectedCitation } from '../../utils/usecases/selected-citation';
import { TRASH_MS } from '../../utils/usecases/trash';
import { wordsOf } from '../../utils/words/words';
import { answersOfKeeping } from './answer-keeping';
import { answersOfLibrary } from './answer-library';
import { answersToPages } from './answer-pages';
import { createParts } from './parts';

/** Wiring only. Every listener is there before the first `await`, and nothing is held here that may not be lost. */
export default defineBackground({
  type: 'module',
  main() {
    const say = wordsOf('extension');
    const parts = createParts();
    const { judgeAll, lookup, bulk, trash, lookUpMany, autoBackup, listWork } = parts;
    const deliver = listenForMessages(browser, failureText, {
      ...answersToPages(parts, left),
      ...answersOfLibrary(parts),
      ...answersOfKeeping(parts),
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
