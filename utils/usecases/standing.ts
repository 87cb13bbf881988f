import { type Identifier, identifierKey } from '../model/identifier';
import type { ReadingItem } from '../model/reading-item';
import type { Notice, Work } from '../model/work';
import { uniteNotices } from '../works/notices';
import type { RetractionList } from '../works/retraction-list';
import type { ItemStore } from './library-ports';

/** The SHA-256 of a text. */
export type Digest = (text: string) => Promise<Uint8Array>;

/** What the lists on this device say of works, without asking anybody (decision 0016). */
export interface Standing {
  /** Notices about the work with these names, gravest first. */
  noticesOf(ids: readonly Identifier[]): Promise<readonly Notice[]>;
  /** A work with what the lists say now, in place of what they said before. */
  judged(work: Work): Promise<Work>;
  /** Which of some works, each by its names, were retracted or are in doubt: their indexes. */
  fallenOf(works: readonly (readonly Identifier[])[]): Promise<readonly number[]>;
}

/** Id under which notices say that they come from a list. */
export const LIST_SOURCE = 'retraction-list';

/** Schemes of the names in the lists. */
const LISTED: readonly Identifier['scheme'][] = ['doi', 'pmid'];

/** Hashes that are remembered: those of the names on the pages in view. */
const MOST_HASHES = 2000;

/** The standing of works over lists, which are read when they are first wanted. */
export function createStanding(lists: () => Promise<readonly RetractionList[]>, digest: Digest): Standing {
  // A work is judged with every answer about it, and a hash is another thread's work each time.
  const known = new Map<string, Uint8Array>();
  async function hashOf(key: string): Promise<Uint8Array> {
    const hash = await digest(key);
    if (known.size >= MOST_HASHES) known.clear();
    known.set(key, hash);
    return hash;
  }
  async function noticesOf(ids: readonly Identifier[]): Promise<readonly Notice[]> {
    const all = (await lists()).filter(({ size }) => size > 0);
    const named = all.length ? ids.filter(({ scheme }) => LISTED.includes(scheme)) : [];
    const hashes = await Promise.all(named.map(identifierKey).map((key) => known.get(key) ?? hashOf(key)));
    return uniteNotices(
      hashes.flatMap((hash) =>
        all.flatMap((list): Notice[] => {
          const found = list.find(hash);
          return found ? [{ ...found, source: LIST_SOURCE }] : [];
        }),
      ),
    );
  }
  return {
    noticesOf,
    async judged(work) {
      const told = work.notices.filter(({ source }) => source !== LIST_SOURCE);
      const notices = uniteNotices([...told, ...(await noticesOf(work.ids))]);
      return JSON.stringify(notices) === JSON.stringify(work.notices) ? work : { ...work, notices };
    },
    async fallenOf(works) {
      const notices = await Promise.all(works.map(noticesOf));
      return notices.flatMap((each, i) => (each.some(({ kind }) => kind !== 'correction') ? [i] : []));
    },
  };
}

/** Writes what the lists say into items of the reading list, and takes out what they no longer say. */
export async function judgeItems(
  stored: readonly ReadingItem[],
  items: Pick<ItemStore, 'updateAll'>,
  standing: Standing,
): Promise<void> {
  const judged = await Promise.all(
    stored.map(async ({ id, work }) => ({ id, work, now: await standing.judged(work) })),
  );
  const changed = new Map(judged.filter(({ work, now }) => now !== work).map(({ id, now }) => [id, now.notices]));
  if (changed.size === 0) return;
  await items.updateAll([...changed.keys()], (item) => ({
    ...item,
    work: { ...item.work, notices: changed.get(item.id) ?? item.work.notices },
  }));
}
