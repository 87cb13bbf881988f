import { citationIdentifiers } from '../model/citation';
import { type Identifier, identifierKey } from '../model/identifier';
import { blockAround } from './blocks';
import { asElement, parentOf } from './dom';
import type { PageCitation, Scanner } from './door';

/** Name of the highlight, as the style sheet has it. A page's scripts can read it, and must learn nothing from it. */
const NAME = 'cite-care';
/** How many identifiers are asked about at a time. */
const AT_ONCE = 400;
/** Rest between a change of the page and the asking, milliseconds. */
const REST_MS = 400;
/** How far beside the window the page is read: most of a long page is never looked at. */
const MARGIN = '100%';

/**
 * Marks the citations of works that no longer stand, or are in doubt, beside the marks that all citations have: with a line
 * of another shape, so that it is not told by colour alone. A citation is asked about when it comes near the window. Nothing is
 * touched; everything is undone when `signal` is aborted.
 *
 * @param ask - Which of some identifiers name such a work: their indexes.
 */
export function markStanding(
  window: Window & typeof globalThis,
  scanner: Scanner,
  ask: (identifiers: readonly Identifier[]) => Promise<readonly number[]>,
  signal: AbortSignal,
): void {
  const registry = window.CSS?.highlights;
  if (!registry || typeof window.Highlight !== 'function') return;
  const highlight = new window.Highlight();
  // Above the marks that every citation has.
  highlight.priority = 1;
  const asked = new Set<string>();
  const fallen = new Set<string>();
  /** Citations by the block they stand in, until it comes near the window. */
  const waiting = new Map<Element, PageCitation[]>();
  const known = new WeakSet<PageCitation>();
  const seen = new Set<PageCitation>();
  let timer: number | undefined;

  const idsOf = ({ citation }: PageCitation) => citationIdentifiers(citation);
  function paint(): void {
    highlight.clear();
    const present = new Set(scanner.citations());
    for (const place of seen) {
      if (!present.has(place)) seen.delete(place);
      else if (idsOf(place).some((id) => fallen.has(identifierKey(id)))) highlight.add(place.range);
    }
    if (highlight.size > 0) registry!.set(NAME, highlight);
    else if (registry!.get(NAME) === highlight) registry!.delete(NAME);
  }
  async function look(places: readonly PageCitation[]): Promise<void> {
    const fresh = new Map<string, Identifier>();
    for (const place of places) {
      seen.add(place);
      for (const id of idsOf(place)) if (!asked.has(identifierKey(id))) fresh.set(identifierKey(id), id);
    }
    const ids = [...fresh.values()];
    for (const id of ids) asked.add(identifierKey(id));
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      for (const index of await ask(some)) if (some[index]) fallen.add(identifierKey(some[index]));
      if (signal.aborted) return;
    }
    if (fallen.size > 0) paint();
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
    for (const place of scanner.citations()) {
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
    if (registry.get(NAME) === highlight) registry.delete(NAME);
  });
  soon();
}
