import { RAISED } from '../model/raised-digits';
import type { Found, SnapshotBlock } from '../model/snapshot';
import { type NumberStyle, printedNumbers } from '../references/printed-numbers';
import type { Detector } from './detector';
import { citationsOf, type OwnList, ownList } from './own-list';

/** Numbers in square brackets, or raised, that no link stands for but the page's own list has. */
export const numericMarkers: Detector = (page) =>
  page.blocks.flatMap((block, index) => {
    if (block.isPartial || block.place !== 'text') return [];
    const styles = STYLES.filter((style) =>
      style === 'raised' && block.raised?.length ? true : OPENED[style].test(block.text),
    );
    const list = styles.length > 0 ? ownList(page) : undefined;
    if (!list || list.begins(block.text)) return [];
    const { numbered } = list.index;
    const found: Found[] = [];
    for (const style of styles) {
      // Round brackets hold much else: only where nothing else cites, and by a list that is none of notes.
      if (style === 'round' && (found.length > 0 || list.isNumbered || list.notes.size > 0 || numbered.size < 3))
        continue;
      const fresh = markersOf(list, block, index, style);
      found.push(...fresh.filter((one) => !found.some((other) => other.start < one.end && other.end > one.start)));
    }
    return found;
  });

/** Addresses of links that a script follows. */
const NOWHERE = /^(?:#|javascript:.*)?$/i;

const STYLES: readonly NumberStyle[] = ['square', 'raised', 'round'];
const OPENED = { square: /[[［【]/, raised: new RegExp(`[${RAISED}]`), round: /[(（]\s?\d/ } as const;

function markersOf(list: OwnList, block: SnapshotBlock, index: number, style: NumberStyle): Found[] {
  const { numbered } = list.index;
  const markers = printedNumbers(block.text, style, block.raised ?? [], (number) => numbered.has(`${number}`));
  return markers.flatMap(({ start, end, numbers }) => {
    if (block.links.some((link) => link.start < end && link.end > start && !NOWHERE.test(link.href))) return [];
    const entries = numbers.flatMap((number) => numbered.get(`${number}`)?.slice(0, 1) ?? []);
    return entries.flatMap((entry) => citationsOf(list, [entry], { block: index, start, end, confidence: 0.8 }));
  });
}
