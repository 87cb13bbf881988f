import type { Sought } from '../model/visit';
import type { Browser } from './browser';

/** A document that was opened to see words of it. */
interface Visit {
  readonly id: string;
  /** The tab in which it is shown, and the one that it was opened from. */
  readonly tabId: number;
  readonly fromTabId: number;
  /** Undefined once it was shown there, or that it is not there. */
  readonly sought?: Sought;
  readonly at: number;
}

/** Documents that were opened from notes, as long as the browser runs. */
export interface Visits {
  /** Opens a document beside a tab. Said twice, it is opened once. */
  open(id: string, url: string, sought: Sought, fromTabId: number): Promise<void>;
  /** What is to be shown in a tab, from the moment that it was opened. */
  soughtIn(tabId: number): Promise<Sought | undefined>;
  /** It was shown there, or said that it is not there. */
  done(tabId: number): Promise<void>;
  /** Shows the tab that a document was opened from. @returns Whether it is still there. */
  back(tabId: number): Promise<boolean>;
}

const KEY = 'visits';
/** A document that took longer to come, milliseconds, is another one by now. */
const LATE_MS = 120_000;
const MOST = 50;

/** Keeps them in the extension's own memory for this run of the browser; no page and no script in one can read it. */
export function createVisits(browser: Browser, now: () => number): Visits {
  const load = async (): Promise<readonly Visit[]> => {
    try {
      const { [KEY]: visits } = await browser.storage.session.get(KEY);
      return Array.isArray(visits) ? visits : [];
    } catch {
      return [];
    }
  };
  /** One change after the other; a page may greet before its tab has been written down. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(use: () => Promise<T>): Promise<T> => {
    const done = last.then(use, use);
    last = done.catch(() => {});
    return done;
  };
  const keep = (visits: readonly Visit[]) =>
    browser.storage.session.set({ [KEY]: visits.slice(-MOST) }).catch(() => {});
  const of = (visits: readonly Visit[], tabId: number) => visits.findLast((visit) => visit.tabId === tabId);

  return {
    open: (id, url, sought, fromTabId) =>
      inTurn(async () => {
        const visits = await load();
        if (visits.some((visit) => visit.id === id)) return;
        const from = await browser.tabs.get(fromTabId);
        const { windowId, index } = from;
        const place = { ...(windowId !== undefined && { windowId }), ...(index !== undefined && { index: index + 1 }) };
        const tab = await browser.tabs.create({ url, active: true, openerTabId: fromTabId, ...place });
        if (tab.id === undefined) return;
        await keep([...visits, { id, tabId: tab.id, fromTabId, sought, at: now() }]);
      }),
    soughtIn: (tabId) =>
      inTurn(async () => {
        const visit = of(await load(), tabId);
        return visit && now() - visit.at < LATE_MS ? visit.sought : undefined;
      }),
    done: (tabId) =>
      inTurn(async () => {
        const visits = await load();
        const visit = of(visits, tabId);
        if (!visit?.sought) return;
        const { sought: _sought, ...rest } = visit;
        await keep(visits.map((each) => (each === visit ? rest : each)));
      }),
    async back(tabId) {
      const visit = of(await load(), tabId);
      if (!visit) return false;
      try {
        const tab = await browser.tabs.update(visit.fromTabId, { active: true });
        if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
        return true;
      } catch {
        // It was closed.
        return false;
      }
    },
  };
}
