import { failedAs, success } from '../../utils/model/failure';
import { pageAbout } from '../../utils/model/page-about';
import { readTerm, type Term, withTerm } from '../../utils/model/term';
import { workYear } from '../../utils/model/work';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import type { Reply } from '../../utils/platform/messages';
import type { Handlers } from '../../utils/platform/router';
import { changeSettings, loadSettings } from '../../utils/platform/settings';
import { changeRules } from '../../utils/platform/site-rules';
import { injectScripts, showOwnPage } from '../../utils/platform/tabs';
import { changeTerms } from '../../utils/platform/term-store';
import { documentAddress } from '../../utils/quotes/document-address';
import { usedTags } from '../../utils/storage/tags';
import { keysOfPage } from '../../utils/usecases/page-works';
import { refusePrivate } from '../../utils/usecases/private-windows';
import { workKeys } from '../../utils/usecases/reading-list';
import type { Parts } from './parts';

const changedTerms = (change: (terms: readonly Term[]) => readonly Term[]): Promise<Reply<Record<string, never>>> =>
  changeTerms(browser, change).then(
    () => success({}),
    (error) => failedAs('storage', 'terms', 'unsaved', String(error)),
  );

/**
 * What is done about what pages say.
 *
 * @param left - Carries out what earlier pages have said with nobody listening.
 */
export const answersToPages = (
  { library, items, retractions, standing, lookup, citedStanding, deeds, passages, visits, told }: Parts,
  left: () => Promise<void>,
) =>
  ({
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
    changePassage: ({ id, change, seen, travel }, from) => told(from, passages.change(id, change, from, seen, travel)),
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
    askStanding: async ({ cited }, from) => success(await citedStanding(cited, from)),
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
    changeRules: async (change) => {
      await changeRules(browser, change);
      return success({});
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
  }) satisfies Partial<Handlers>;
