import { type Deed, type PageHistory, type PassageState, sameState, stateOf, type Travel } from '../model/deed';
import type { Passage } from '../model/passage';

/** Where deeds are kept: longer than a page and the background live, not longer than the browser runs. Nothing rejects. */
export interface DeedHome {
  load(): Promise<readonly Deed[]>;
  keep(deeds: readonly Deed[]): Promise<void>;
}

/** What readers did to passages, so that it can be taken back after the page was left. */
export interface Deeds {
  /** Remembers how a passage was before and after a change that has been made. */
  record(before: Passage | undefined, after: Passage | undefined, travel?: Travel): Promise<void>;
  /** Whether the last thing done on a page was deleting a passage, a moment ago: the reader may still want it back. */
  hasJustDeleted(keys: readonly string[]): Promise<boolean>;
  /** @param stored - The passages of the page as they are now, deleted ones too: what was changed elsewhere since is left out. */
  ofPage(keys: readonly string[], stored: readonly Passage[]): Promise<PageHistory>;
}

/** Most deeds that are remembered, and most characters that they take together. */
const MOST = 100;
const MOST_CHARACTERS = 2_000_000;

/** How long a deletion counts as just made, milliseconds. */
const MOMENT_MS = 60_000;

const isOf = (keys: readonly string[]) => (deed: Deed) => deed.keys.some((key) => keys.includes(key));

/** The deeds that lead to a state, or away from it, without a gap. */
function chain(deeds: readonly Deed[], from: PassageState | undefined, end: 'before' | 'after'): readonly Deed[] {
  const other = end === 'before' ? 'after' : 'before';
  const found: Deed[] = [];
  let state = from;
  for (const deed of deeds) {
    if (!sameState(deed[end], state)) break;
    found.push(deed);
    state = deed[other];
  }
  return found;
}

/** Deeds over their home. */
export function createDeeds(home: DeedHome, now: () => number): Deeds {
  // Two changes at once would each forget the other.
  let last: Promise<unknown> = Promise.resolve();

  async function add(before: Passage | undefined, after: Passage | undefined, travel?: Travel): Promise<void> {
    const [was, is] = [stateOf(before), stateOf(after)];
    const passage = after ?? before;
    if (!passage || sameState(was, is)) return;
    const { id } = passage;
    const all = [...(await home.load())];
    const place =
      travel === 'back'
        ? all.findLastIndex((deed) => deed.id === id && !deed.isUndone)
        : all.findIndex((deed) => deed.id === id && deed.isUndone);
    const known = travel && all[place];
    if (known && sameState(travel === 'back' ? known.before : known.after, is)) {
      all[place] = { ...known, isUndone: travel === 'back' };
      return home.keep(all);
    }
    // What was taken back cannot be done again once something else has been done.
    const next = all.filter((deed) => deed.id !== id || !deed.isUndone);
    const { keys } = passage.page;
    next.push({ id, keys, ...(was && { before: was }), ...(is && { after: is }), at: now() });
    // Each is measured once: in a long list a few long deeds push out many.
    const lengths = next.map((deed) => JSON.stringify(deed).length);
    let characters = lengths.reduce((sum, length) => sum + length, 0);
    while (next.length > MOST || characters > MOST_CHARACTERS) {
      characters -= lengths[lengths.length - next.length]!;
      next.shift();
    }
    return home.keep(next);
  }

  return {
    record(before, after, travel) {
      const adding = last.then(() => add(before, after, travel));
      last = adding.catch(() => {});
      return adding;
    },
    async hasJustDeleted(keys) {
      const deed = (await home.load()).findLast(isOf(keys));
      return deed !== undefined && !deed.after && !deed.isUndone && now() - deed.at < MOMENT_MS;
    },
    async ofPage(keys, stored) {
      await last;
      const here = (await home.load()).filter(isOf(keys));
      const past: Deed[] = [];
      const future: Deed[] = [];
      for (const id of new Set(here.map((deed) => deed.id))) {
        const state = stateOf(stored.find((passage) => passage.id === id));
        const own = here.filter((deed) => deed.id === id);
        past.push(...chain(own.filter(({ isUndone }) => !isUndone).reverse(), state, 'after'));
        future.push(
          ...chain(
            own.filter(({ isUndone }) => isUndone),
            state,
            'before',
          ),
        );
      }
      return {
        past: past.sort((a, b) => here.indexOf(a) - here.indexOf(b)),
        future: future.sort((a, b) => here.indexOf(b) - here.indexOf(a)),
      };
    },
  };
}
