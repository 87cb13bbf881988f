import type { CitedStanding } from '../model/cited-standing';
import type { LookUpQuestion } from '../model/look-up';
import { blockAround } from './blocks';
import { asElement, parentOf } from './dom';
import type { PageCitation, Scanner } from './door';
import type { MarkRegistry } from './mark-registry';

/** What a citation may be marked as. */
type Mark = keyof CitedStanding;
/** Names of the highlights, as the style sheet has them. A page's scripts can read them, and must learn nothing from the names. */
const NAMES: Readonly<Record<Mark, string>> = { fallen: 'cite-care', listed: 'cite-own', read: 'cite-past' };
/** How many works are asked about at a time. */
const AT_ONCE = 400;
/** Rest between a change of the page and the asking, milliseconds. */
const REST_MS = 400;
/** How far beside the window the page is read: most of a long page is never looked at. */
const MARGIN = '100%';

/** What marking leans on. */
export interface StandingNeeds {
  readonly scanner: Scanner;
  readonly registry: MarkRegistry | undefined;
  /** What to ask about a citation; undefined where it names no work. */
  readonly questionOf: (place: PageCitation) => LookUpQuestion | undefined;
  /** Undefined where there was no answer: what was known is kept then. */
  readonly ask: (cited: readonly LookUpQuestion[]) => Promise<CitedStanding | undefined>;
}

/**
 * Marks the citations of works that no longer stand, and of those in the reading list, beside the marks that all citations have:
 * with lines of other shapes, so that they are not told by colour alone. A citation is asked about when it comes near the window.
 * Nothing is touched; everything is undone when `signal` is aborted.
 *
 * @returns What asks anew about all that was asked about: at once, or when the page is looked at again.
 */
export function markStanding(
  window: Window & typeof globalThis,
  { scanner, registry, questionOf, ask }: StandingNeeds,
  signal: AbortSignal,
): () => void {
  if (!registry) return () => {};
  const { document } = window;
  const marks = Object.keys(NAMES) as Mark[];
  const highlights = new Map(marks.map((mark) => [mark, new window.Highlight()]));
  // Above the marks that every citation has, and what is to be minded above what is one's own.
  for (const [mark, highlight] of highlights) highlight.priority = mark === 'fallen' ? 2 : 1;
  /** What was asked, in JSON, because many citations are of one work, and in which turn last: an answer that was overtaken is none. */
  const asked = new Map<string, number>();
  const found = new Map<string, Set<Mark>>();
  let turns = 0;
  /** Citations by the block they stand in, until it comes near the window. */
  const waiting = new Map<Element, PageCitation[]>();
  const known = new WeakSet<PageCitation>();
  const seen = new Map<PageCitation, string>();
  let timer: number | undefined;

  let isPainted = false;

  function paint(): void {
    if (found.size === 0 && !isPainted) return;
    isPainted = found.size > 0;
    const present = new Set(scanner.known());
    for (const place of seen.keys()) if (!present.has(place)) seen.delete(place);
    for (const [mark, highlight] of highlights) {
      highlight.clear();
      for (const [place, words] of seen) if (found.get(words)?.has(mark)) highlight.add(place.range);
      if (highlight.size > 0) registry!.set(NAMES[mark], highlight);
      else if (registry!.get(NAMES[mark]) === highlight) registry!.delete(NAMES[mark]);
    }
  }
  async function askAll(all: readonly string[]): Promise<void> {
    turns += 1;
    const turn = turns;
    for (const words of all) asked.set(words, turn);
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const some = all.slice(from, from + AT_ONCE);
      const told = await ask(some.map((words) => JSON.parse(words)));
      if (signal.aborted) return;
      if (!told) continue;
      const answered = new Set(some.filter((words) => asked.get(words) === turn));
      for (const words of answered) found.delete(words);
      for (const mark of marks)
        for (const index of told[mark]) {
          const words = some[index] ?? '';
          if (answered.has(words)) found.set(words, (found.get(words) ?? new Set()).add(mark));
        }
    }
    paint();
  }
  async function look(places: readonly PageCitation[]): Promise<void> {
    const fresh = new Set<string>();
    for (const place of places) {
      const question = questionOf(place);
      if (!question) continue;
      const words = JSON.stringify(question);
      seen.set(place, words);
      if (!asked.has(words)) fresh.add(words);
    }
    await askAll([...fresh]);
  }
  const observer = new window.IntersectionObserver(
    (entries) => {
      const near: PageCitation[] = [];
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        near.push(...(waiting.get(target) ?? []));
        waiting.delete(target);
      }
      if (near.length > 0) void look(near);
    },
    { rootMargin: MARGIN },
  );
  function wait(): void {
    for (const block of waiting.keys()) {
      if (block.isConnected) continue;
      observer.unobserve(block);
      waiting.delete(block);
    }
    for (const place of scanner.known()) {
      if (known.has(place)) continue;
      known.add(place);
      const { startContainer } = place.range;
      const around = blockAround(startContainer);
      const block = asElement(around) ?? asElement(parentOf(startContainer));
      if (!block) continue;
      const places = waiting.get(block);
      if (places) places.push(place);
      else {
        waiting.set(block, [place]);
        observer.observe(block);
      }
    }
  }
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(wait, REST_MS);
  };
  const unsubscribe = scanner.subscribe(soon);
  signal.addEventListener('abort', () => {
    window.clearTimeout(timer);
    observer.disconnect();
    unsubscribe();
    for (const [mark, highlight] of highlights)
      if (registry.get(NAMES[mark]) === highlight) registry.delete(NAMES[mark]);
  });
  soon();
  let isStale = false;
  const refresh = () => {
    if (asked.size === 0 || signal.aborted) return;
    isStale = document.hidden;
    if (!isStale) void askAll([...asked.keys()]);
  };
  document.addEventListener('visibilitychange', () => isStale && refresh(), { signal });
  return refresh;
}
