import type { Citation } from '../model/citation';
import type { Found, PageSnapshot, PlacedCitation } from '../model/snapshot';
import { clusterNumbers } from './clusters';
import { DETECTORS } from './index';
import { rangeMembers } from './ranges';

/** What every detector found in a piece of a page, without overlaps, in order, with clusters and the members of ranges. */
export function findCitations(page: PageSnapshot): PlacedCitation[] {
  const perBlock = new Map<number, Found[]>();
  for (const detector of DETECTORS) {
    const fresh = new Map<number, Found[]>();
    for (const found of detector(page)) {
      const mine = fresh.get(found.block) ?? [];
      fresh.set(found.block, mine);
      mine.push(found);
    }
    for (const [block, mine] of fresh) perBlock.set(block, withoutOverlap(perBlock.get(block) ?? [], mine));
  }
  const placed: PlacedCitation[] = [];
  let cluster = 0;
  for (const [index, all] of [...perBlock].sort(([a], [b]) => a - b)) {
    const block = page.blocks[index]!;
    const numbers = clusterNumbers(block, all, cluster);
    all.forEach((found, position) => {
      const number = numbers[position]!;
      const label =
        found.link === undefined ? block.text.slice(found.start, found.end) : block.links[found.link]!.label;
      placed.push(place(page, found, label, number));
      const next = all[position + 1];
      if (!next || numbers[position + 1] !== number) return;
      for (const member of rangeMembers(page, block, found, next))
        placed.push(place(page, member, member.label, number));
    });
    cluster = (numbers.at(-1) ?? cluster) + 1;
  }
  return placed;
}

/** Both lists as one in order; of `fresh` only what overlaps nothing that is there. */
function withoutOverlap(kept: readonly Found[], fresh: readonly Found[]): Found[] {
  if (kept.length === 0) return [...fresh].sort((a, b) => a.start - b.start);
  const merged: Found[] = [];
  let index = 0;
  let end = 0;
  let last: Found | undefined;
  for (const found of [...fresh].sort((a, b) => a.start - b.start)) {
    while (index < kept.length && kept[index]!.start < found.end) {
      end = Math.max(end, kept[index]!.end);
      merged.push(kept[index++]!);
    }
    // Several works that one label stands for have one place.
    const isSame = last !== undefined && last.start === found.start && last.end === found.end;
    if (found.start < end && !isSame) continue;
    last = found;
    merged.push(found);
    end = found.end;
  }
  return merged.concat(kept.slice(index)).sort((a, b) => a.start - b.start);
}

/** Longest label that is kept, UTF-16 units. */
const LONGEST_LABEL = 300;

function place(page: PageSnapshot, found: Found, label: string, cluster: number): PlacedCitation {
  const { kind, block, start, end, link, until, identifiers, reference, confidence } = found;
  const href = link === undefined ? undefined : page.blocks[block]?.links[link]?.href;
  const url = href === undefined ? undefined : addressOf(href, page.url);
  const printed = label.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL);
  const citation: Citation = { kind, label: printed, identifiers, reference, url, confidence };
  return { citation, block, start, end, cluster, link, until };
}

/** The absolute address of a link as citations carry it; undefined for places in its own page, and for what is no document. */
export function addressOf(href: string, base: string): string | undefined {
  if (href.startsWith('#')) return undefined;
  if (/^https?:\/\/[^/]/i.test(href)) return href;
  try {
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
