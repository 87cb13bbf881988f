import type { Found, PageSnapshot, SnapshotLink, SnapshotTarget } from '../model/snapshot';
import { entryVerdict } from '../references/entry';
import { referenceLikeness } from '../references/looks-like';
import { printedIn } from '../references/printed-numbers';
import type { Detector } from './detector';
import { fragmentPattern } from './fragment-pattern';
import { headsList, namedIn, ownList } from './own-list';
import { toReference } from './to-reference';

/** Links into the page's own bibliography or notes. */
export const entryLinks: Detector = (page) => {
  const found: Found[] = [];
  page.blocks.forEach((block, index) => {
    block.links.forEach((link, number) => {
      const fragment = fragmentOf(link);
      // Where the address leads to what a script makes, the attributes beside it still name the entries.
      const names = new Set(fragment && page.target(fragment) ? [fragment] : link.points);
      // Several may stand behind one hash.
      for (const name of fragment?.split(/ |%20/) ?? []) names.add(name);
      if (fragment) names.add(fragment);
      let isFound = false;
      for (const name of names) {
        const named = page.target(name);
        // Where a number leads to all of them, the list knows which is meant.
        const target = named && leadsToAll(named) ? undefined : named;
        if (!target && (isFound || name !== fragment)) continue;
        const verdict = entryVerdict(link, block, name, target);
        if (!verdict || link.isInside) continue;
        isFound = true;
        const { start, end, identifier: address } = link;
        const list = target ? undefined : ownList(page);
        // What leads to nowhere in this document still prints the number or the name of an entry.
        const [entry, another] = (list && !list.isNumbered && namedIn(list, link)?.entries) || [];
        const meant = target ?? (another ? undefined : entry);
        const reference = meant && toReference(meant, page);
        // A note that leads back to a work cites it.
        const isWork = verdict.kind === 'footnote' && reference?.printed && referenceLikeness(reference.text) >= 0.75;
        const one: Found = {
          kind: isWork ? 'marker' : verdict.kind,
          block: index,
          start,
          end,
          link: number,
          identifiers: address ? [address] : [],
          reference: reference ?? { id: name, text: '', identifiers: [] },
          confidence: verdict.confidence,
        };
        found.push(one, ...(names.size > 1 ? [] : othersOf(page, link, one)));
      }
    });
  });
  return found;
};

/** The other works of a link that prints several numbers and leads to the first of them. */
function othersOf(page: PageSnapshot, { label, points }: SnapshotLink, one: Found): Found[] {
  const [first, ...others] = points.length < 2 ? printedIn(label) : [];
  const pattern = first && others.length > 0 ? fragmentPattern(one.reference?.id ?? '', first) : undefined;
  if (!pattern) return [];
  return others.flatMap((number) => {
    const target = page.target(pattern.replace('\0', `${number}`));
    return target ? [{ ...one, reference: toReference(target, page) }] : [];
  });
}

/** Whether a target is a heading of references, or the whole list under it. */
const leadsToAll = ({ text, isSection }: SnapshotTarget): boolean =>
  (isSection || text.length < 40) && headsList(text.slice(0, 60));

function fragmentOf(link: SnapshotLink): string | undefined {
  if (!link.href.startsWith('#') || link.href.length < 2 || link.href.length > 300) return undefined;
  return link.href.slice(1);
}
