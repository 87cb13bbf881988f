import type { CitedStanding } from '../model/cited-standing';
import type { Identifier } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import type { ItemStore } from './library-ports';
import type { Where } from './private-windows';
import { workKeys } from './reading-list';

/** What the answer leans on. */
export interface CitedStandingNeeds {
  /** Which of some works, each by its names, were retracted or are in doubt: their indexes. */
  readonly fallenOf: (works: readonly (readonly Identifier[])[]) => Promise<readonly number[]>;
  readonly items: Pick<ItemStore, 'statuses'>;
  /** Whether the reader wants to see on pages what is in the reading list. */
  readonly isListShown: () => Promise<boolean>;
}

/**
 * Tells what this device knows of works that a page cites.
 *
 * @returns Of the reading list nothing in a private window: a page can see where marks are, and would know its reader by them.
 */
export function createCitedStanding({ fallenOf, items, isListShown }: CitedStandingNeeds) {
  return async (cited: readonly LookUpQuestion[], { isPrivate }: Where): Promise<CitedStanding> => {
    const fallen = await fallenOf(cited.map(({ identifiers }) => identifiers)).catch(() => []);
    const keys = isPrivate || !(await isListShown()) ? [] : cited.map((question) => workKeys({ ids: [] }, question));
    const statuses = keys.length > 0 ? await items.statuses(keys.flat()) : new Map();
    const found = keys.map((own) => own.map((key) => statuses.get(key)).find(Boolean));
    const indexes = (isWanted: (isRead: boolean) => boolean) =>
      found.flatMap((status, index) => (status && isWanted(status === 'read') ? [index] : []));
    return { fallen, listed: indexes((isRead) => !isRead), read: indexes((isRead) => isRead) };
  };
}
