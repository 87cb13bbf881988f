import type { Found, SnapshotLink } from '../model/snapshot';
import { entryVerdict } from '../references/entry';
import { referenceLikeness } from '../references/looks-like';
import type { Detector } from './detector';
import { namedIn, ownList } from './own-list';
import { toReference } from './to-reference';

/** Links into the page's own bibliography or notes. */
export const entryLinks: Detector = (page) => {
  const found: Found[] = [];
  page.blocks.forEach((block, index) => {
    block.links.forEach((link, number) => {
      const fragment = fragmentOf(link);
      // Where the address leads to what a script makes, the attributes beside it still name the entries.
      const names = new Set(fragment && page.target(fragment) ? [fragment] : link.points);
      if (fragment) names.add(fragment);
      let isFound = false;
      for (const name of names) {
        const target = page.target(name);
        if (!target && (isFound || name !== fragment)) continue;
        const verdict = entryVerdict(link, block, name, target);
        if (!verdict || link.isInside) continue;
        isFound = true;
        const { start, end, identifier: address } = link;
        const list = target ? undefined : ownList(page);
        // What leads to nowhere in this document still prints the number or the name of an entry.
        const [entry, another] = (list && !list.isNumbered && namedIn(list, link)?.entries) || [];
        const named = target ?? (another ? undefined : entry);
        const reference = named && toReference(named, page);
        // A note that leads back to a work cites it.
        const isWork = verdict.kind === 'footnote' && reference?.printed && referenceLikeness(reference.text) >= 0.75;
        found.push({
          kind: isWork ? 'marker' : verdict.kind,
          block: index,
          start,
          end,
          link: number,
          identifiers: address ? [address] : [],
          reference: reference ?? { id: name, text: '', identifiers: [] },
          confidence: verdict.confidence,
        });
      }
    });
  });
  return found;
};

function fragmentOf(link: SnapshotLink): string | undefined {
  if (!link.href.startsWith('#') || link.href.length < 2 || link.href.length > 300) return undefined;
  return link.href.slice(1);
}
