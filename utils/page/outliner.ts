import type { Citation } from '../model/citation';
import { createGrouping, type Outline } from '../model/outline';
import type { Door, PageCitation, Reader } from './door';

/** The outline of one frame: what it is now, and as it changes. */
export interface Outliner {
  /** Tells the outline, now and after every change. Returns its undo. */
  follow(tell: (outline: Outline) => void): () => void;
  /** Brings the citation with a number into view and marks it; nothing where the page has it no longer. */
  goTo(place: number): void;
  /** The words of the page that citations support, by their numbers; without those that cannot be told. */
  wordsAt(places: readonly number[], claimOf: Reader['claimOf']): readonly { place: number; text: string }[];
}

/** Rest between two looks whether something has changed, milliseconds. Three things may, and only one of them tells. */
const LOOK_MS = 400;
/** How many citations are read in one task: their entries are read for it. */
const READ_AT_ONCE = 100;
/** Longest words that are told of a place, UTF-16 units. */
const LONGEST = 500;
/** Most citations that are told. */
const MOST = 20_000;

/** What leaves the page: an address that is no document is the page's own affair, and what a citation supports is not asked for. */
function told({ claim: _claim, url, ...citation }: Citation): Citation {
  return { ...citation, ...(url && url.length <= 8192 && /^https?:/i.test(url) && { url }) };
}

/**
 * Makes the outline of a frame, while somebody follows it. Ends with the door.
 *
 * @param show - Brings a citation into view and marks it.
 */
export function createOutliner(window: Window, door: Door, show: (citation: PageCitation) => void): Outliner {
  const { document } = window;
  const followers = new Set<(outline: Outline) => void>();
  const numbers = new WeakMap<PageCitation, number>();
  const known = new Map<number, PageCitation>();
  let last = 0;
  let outline: Outline | undefined;
  let seen = '';
  let seenList: readonly PageCitation[] | undefined;
  let isReading = false;
  let timer: number | undefined;

  const numberOf = (citation: PageCitation): number => {
    const number = numbers.get(citation) ?? ++last;
    numbers.set(citation, number);
    known.set(number, citation);
    return number;
  };
  const missing = () => (door.reader?.passages.notFound() ?? []).map(({ id }) => id);

  async function read(): Promise<void> {
    await door.scanner.readAll();
    const citations = door.scanner.citations().slice(0, MOST);
    const { settled } = door.scanner;
    const grouping = createGrouping();
    known.clear();
    for (let from = 0; from < citations.length; from += READ_AT_ONCE) {
      if (from > 0) await new Promise((go) => window.setTimeout(go));
      if (door.signal.aborted) return;
      const some = citations.slice(from, from + READ_AT_ONCE);
      grouping.add(some.map((one) => ({ citation: told(one.citation), place: numberOf(one) })));
    }
    outline = {
      says: door.says(),
      title: document.title.trim().slice(0, 500),
      settled,
      works: grouping.works(),
      order: citations.map(numberOf),
      missing: missing(),
    };
    for (const tell of followers) tell(outline);
  }
  function look(): void {
    const { scanner } = door;
    const list = scanner.known();
    const now = `${list.length} ${scanner.settled} ${window.location.href} ${document.title} ${missing()}`;
    if (isReading || (now === seen && list === seenList)) return;
    [seen, seenList] = [now, list];
    isReading = true;
    void read().finally(() => {
      isReading = false;
    });
  }
  const stop = () => {
    window.clearInterval(timer);
    timer = undefined;
  };
  door.signal.addEventListener('abort', stop, { once: true });

  return {
    follow(tell) {
      followers.add(tell);
      if (outline) tell(outline);
      timer ??= window.setInterval(look, LOOK_MS);
      look();
      return () => {
        followers.delete(tell);
        if (followers.size === 0) stop();
      };
    },
    goTo(place) {
      const citation = known.get(place);
      if (citation && door.scanner.known().includes(citation)) show(citation);
    },
    wordsAt: (places, claimOf) =>
      places.flatMap((place) => {
        const citation = known.get(place);
        const text = citation && claimOf(citation)?.text.trim().slice(0, LONGEST);
        return text ? [{ place, text }] : [];
      }),
  };
}
