import type { Found, PageSnapshot, SnapshotBlock, SnapshotLink } from '../model/snapshot';
import { UNDATED } from '../model/undated';
import { lettersOf } from '../references/entry-index';
import { labelKind } from '../references/label';
import { mentionsIn } from '../references/mentions';
import type { Detector } from './detector';
import { citationsOf, namedIn, type OwnList, ownList } from './own-list';

/** Names and years, printed or as labels of links that lead away, that stand for entries of the page's own bibliography. */
export const authorYear: Detector = (page) =>
  page.blocks.flatMap((block, index) => {
    if (block.place === 'navigation' || block.place === 'code') return [];
    const linked = linksOf(page, block, index);
    if (block.isPartial || !YEAR.test(block.text)) return linked;
    const list = ownList(page);
    return list ? [...linked, ...textOf(list, block, index)] : linked;
  });

/** A year, what is printed instead, or a page in a bracket. */
const YEAR = new RegExp(`\\d{4}|\\d\\)|${UNDATED}`);

/** Longest block that can be no more than a part of an entry, behind its first letters; letters and digits. */
const LONGEST_PART = 300;
const FEWEST_BEFORE = 8;

function linksOf(page: PageSnapshot, block: SnapshotBlock, index: number): Found[] {
  return block.links.flatMap((link, number) => {
    const kind = labelKind(link.label);
    if (link.href.startsWith('#') || (kind !== 'author-year' && kind !== 'year' && kind !== 'number')) return [];
    const list = ownList(page);
    // Links to the text of an entry stand in it.
    if (!list || list.begins(block.isPartial ? link.before : block.text)) return [];
    const linked = list.linking(link.href);
    const mention = linked ? { entries: [linked], confidence: 0.95 } : kind !== 'number' && namedIn(list, link);
    if (!mention) return [];
    const { start, end, identifier } = link;
    const place = { block: index, start, end, link: number, confidence: mention.confidence };
    return citationsOf(list, mention.entries.slice(0, 1), place).map((found) => ({
      ...found,
      identifiers: identifier ? [identifier] : [],
    }));
  });
}

function textOf(list: OwnList, block: SnapshotBlock, index: number): Found[] {
  if (list.begins(block.text)) return [];
  const letters = lettersOf(block.text);
  return mentionsIn(block.text, list.index).flatMap(({ start, end, entries, confidence }) => {
    // Parts of an entry can be blocks of their own.
    const entry = lettersOf(entries[0]?.text ?? '');
    // Or a short title above it, of the name that it begins with.
    const isTitle = entry.startsWith(letters + letters.slice(0, 3));
    if (letters.length < LONGEST_PART && (isTitle || entry.indexOf(letters) >= FEWEST_BEFORE)) return [];
    // A link at the same words, or right behind them, stands for the work already.
    const isLinked = (link: SnapshotLink) =>
      link.end > start && link.start < end + 3 && !block.text.slice(end, link.start).includes(';');
    if (block.links.some(isLinked)) return [];
    const place = { block: index, start, end, confidence };
    if (entries.length > 0) return citationsOf(list, entries, place);
    return list.isNumbered ? [] : [{ ...place, kind: 'marker', identifiers: [] } satisfies Found];
  });
}
