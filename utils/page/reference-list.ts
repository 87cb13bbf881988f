import type { SnapshotList, SnapshotTarget } from '../model/snapshot';
import { all, asElement, attributeOf, comparePositions, contains, hintsOf, idOf, parentOf, tagOf, textOf } from './dom';
import { LiveTarget } from './live-target';
import { type Item, MOST_ENTRIES, numberBefore, PLAIN } from './numbered-lines';

/** The number with which a list begins to count. */
export const startOf = (list: Element): number => Number(attributeOf(list, 'start')) || 1;

/** Elements to which links lead that hold just a number, found as far as somebody asks. */
export function numberLinks(
  root: Document | ShadowRoot,
  elementOf: (fragment: string) => Element | undefined,
): () => Generator<Element> {
  let links: NodeListOf<Element> | undefined;
  const known: Element[] = [];
  let next = 0;
  return function* () {
    yield* known;
    links ??= all(root, 'a[href^="#"]');
    while (next < links.length) {
      const link = links[next++]!;
      if (!/^[\s[(]*\d{1,4}[\s\])]*$/.test(textOf(link) ?? '')) continue;
      const named = elementOf((attributeOf(link, 'href') ?? '').slice(1));
      if (!named) continue;
      known.push(named);
      yield named;
    }
  };
}

/** Items of a list that are looked at for how much of them is links. */
const SAMPLE = 40;

/**
 * A list of a page as data, of which nothing is read that nobody asks for.
 *
 * @param around - The list itself, or what its entries stand behind.
 * @param numbers - Elements to which numbers in the page link and how often a number is printed in it, by itself or behind a word with nothing between.
 * @param looks - What its entries' labels say of it; empty for none.
 */
export function listOf(
  around: Element,
  items: readonly Item[],
  heading: string,
  numbers: {
    readonly linked: () => Generator<Element>;
    readonly printed: (number: number) => number;
    readonly glued: (number: number) => number;
  },
  looks = '',
): SnapshotList {
  let hints = looks;
  for (let at: Node | null = around, depth = 0; at && depth < 4; at = parentOf(at), depth++) {
    const element = asElement(at);
    if (!element || tagOf(element) === 'body') break;
    hints += ` ${hintsOf(element)}`;
  }
  if (/^\s*[(（]\d/.test(textOf(items[0]![0]!) ?? '')) hints += ' round';
  const isOrdered = tagOf(around) === 'ol' || looks !== '';
  const first = looks ? numberBefore(items[0]![0]!)?.number || 1 : startOf(around);
  const kept = new Map<number, SnapshotTarget>();
  const linked = () => {
    const step = Math.ceil(items.length / SAMPLE);
    const some = items.filter((_, index) => index % step === 0).flat();
    const length = some.reduce((sum, node) => sum + (textOf(node) ?? '').length, 0);
    const links = some.flatMap((node) => (asElement(node) ? [...all(node as Element, 'a')] : []));
    return length === 0 ? 0 : links.reduce((sum, link) => sum + (textOf(link) ?? '').length, 0) / length;
  };
  return {
    heading,
    hints,
    size: Math.min(items.length, MOST_ENTRIES),
    get linked() {
      return linked();
    },
    entry(index) {
      let entry = kept.get(index);
      if (!entry) {
        const item = items[index]!;
        const known = {
          id: namesIn(item)[0] ?? '',
          tag: asElement(item[0]) ? tagOf(item[0] as Element) : '',
          hints,
          heading,
          peers: items.length,
          isSection: false,
        };
        entry = new LiveTarget(known, item, isOrdered ? String(index + first) : '');
        kept.set(index, entry);
      }
      return entry;
    },
    get isCited() {
      if (!isOrdered || !numbers.linked().next().done) return false;
      // Those of its own do not count.
      const own = looks && looks !== PLAIN ? 1 : 0;
      return [first, first + 1].slice(0, items.length).every((number) => numbers.printed(number) > own);
    },
    get isGlued() {
      return isOrdered && numbers.printed(first) < 2 && [0, 1, 2].every((more) => numbers.glued(first + more) > 0);
    },
    get isLinkedByNumber() {
      for (const named of numbers.linked()) if (isBetween(named, items[0]![0]!, items.at(-1)!.at(-1)!)) return true;
      return false;
    },
  };
}

/** Whether an element stands in a stretch of the page, or in its first or last node. */
const isBetween = (element: Element, first: Node, last: Node): boolean =>
  contains(first, element) ||
  contains(last, element) ||
  (comparePositions(element, first) & Node.DOCUMENT_POSITION_PRECEDING & ~comparePositions(element, last)) !== 0;

/** Names by which links may lead to an item, its own first. */
const namesIn = (item: Item): string[] =>
  item
    .flatMap((node) => (asElement(node) ? [node as Element, ...all(node as Element, '[id],a[name]')] : []))
    .slice(0, 6)
    .map((element) => idOf(element) || attributeOf(element, 'name') || '')
    .filter((name) => name !== '');
