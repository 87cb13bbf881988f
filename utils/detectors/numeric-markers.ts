import { CIRCLED, RAISED } from '../model/raised-digits';
import type { Found, PageSnapshot, SnapshotBlock, SnapshotTarget } from '../model/snapshot';
import { isBehindWords, type NumberStyle, printedNumbers } from '../references/printed-numbers';
import type { Detector } from './detector';
import { citationsOf, headsList, type OwnList, ownList } from './own-list';

/** Numbers in square brackets, or raised, keys and signs, that no link stands for but the page's own list has. */
export const numericMarkers: Detector = (page) =>
  page.blocks.flatMap((block, index) => {
    if (block.isPartial || !/text|code/.test(block.place)) return [];
    const styles = STYLES.filter(
      (style) => (style === 'raised' && block.raised?.length) || OPENED[style].test(block.text),
    );
    const list = styles.length > 0 || block.text.search(SIGNS) >= 0 ? ownList(page) : undefined;
    if (!list || list.begins(block.text) || (block.place === 'code' && !list.isInCode)) return [];
    const { numbered } = list.index;
    const found: Found[] = labelsOf(list, block, index);
    const signs = found.length;
    for (const style of styles) {
      // Round brackets hold much else: only where no other number cites, and by a list that is none of notes, unless they have them, too.
      if (
        style === 'round' &&
        (found.length > signs || list.isNumbered || (!list.isRound && (numbered.size < 3 || isCount(list, block.text))))
      )
        continue;
      if (style === 'glued' && !list.isGlued) continue;
      const fresh = markersOf(page, list, index, style);
      // Beside numbers in brackets, raised ones are those of notes or powers.
      const isNoted =
        style === 'raised' &&
        found
          .slice(signs)
          .some(({ start }) => !block.raised?.some((place) => place.start <= start && place.end > start));
      found.push(
        ...fresh.filter(
          (one) =>
            (!isNoted || one.kind === 'footnote') &&
            !found.some((other) => other.start < one.end && other.end > one.start),
        ),
      );
    }
    // Beside what is indexed, which nothing divides from its name.
    return block.place === 'code'
      ? found.filter(({ start }) => /[\s.,;!?”]/.test(block.text.charAt(start - 1)))
      : found;
  });

/** Whether a number in round brackets would be that of a note, or of the entries under a heading. */
const isCount = ({ index, notes }: OwnList, text: string): boolean =>
  index.numbered.get('1')?.some((entry) => notes.has(entry)) || (text.length < 60 && headsList(text.trim()));

/** Addresses of links that a script follows. */
const NOWHERE = /^(?:#|javascript:.*)?$/i;

const STYLES: readonly NumberStyle[] = ['square', 'raised', 'glued', 'round'];
const OPENED = {
  square: /[[［【]|[（(][注註]/,
  raised: new RegExp(`[${RAISED}]`),
  round: /[(（]\s?\d/,
  glued: /\d/,
} as const;

const SIGNS = new RegExp(`[${CIRCLED}]|[*†‡§¶]+`, 'g');
/** Keys in brackets, and signs behind words; behind capitals they belong to a name: `PAUP*`. */
const LABELS = new RegExp(
  `\\[([^[\\]\\n]{2,80})\\]|(?<=[^\\s\\p{Lu}])([${CIRCLED}]|[*†‡§¶]{1,4}(?![\\p{L}\\p{N}*=]))`,
  'gu',
);

/** Where in a work it stands, behind its key: `[Tar01, Section 2]`. */
const LOCATOR = /^(?:sec|ch|thm|theorem|lemma|prop|cor|def|fig|tab|app|eq|pp?|§)[a-z]*\.?\s?[\dA-Z]/i;

/** What prints the keys or signs of entries. */
function labelsOf(list: OwnList, block: SnapshotBlock, index: number): Found[] {
  const { text } = block;
  const signs: string[] = text.match(SIGNS) ?? [];
  // What is a sign once is an operator or marks up words where it is met again; a circle counts steps behind some words.
  const isOnce = (sign: string, before: string) =>
    sign >= '①' ? !/[第骤圖図图表式]$/.test(before) : signs.indexOf(sign) === signs.lastIndexOf(sign);
  return [...text.matchAll(LABELS)].flatMap(({ 0: label, 1: keys, 2: sign, index: start }) => {
    const entries = (sign ?? keys!.replace(/^\^/, ''))
      .split(/[,;]\s?/)
      .filter((key) => !LOCATOR.test(key))
      .map((key) => list.index.numbered.get(key)?.[0]);
    const before = text.slice(Math.max(0, start - 40), start);
    const isMeant = sign
      ? isNote(list, sign, entries[0]) && isBehindWords(text, start) && isOnce(sign, before)
      : /\p{L}/u.test(label) && !/(?:^|\n)\s*$/.test(before);
    const place = { block: index, start, end: start + label.length, confidence: 0.7 };
    return isMeant ? placed(list, block, place, entries) : [];
  });
}

/** Whether an entry can be what a sign stands for: no work of a list that marks some of its works, no legend of a table. */
const isNote = ({ notes }: OwnList, sign: string, entry: SnapshotTarget | undefined): boolean =>
  entry !== undefined && (sign >= '①' || (notes.has(entry) && !/^p\s?[<=≤]/i.test(entry.text)));

function markersOf(page: PageSnapshot, list: OwnList, index: number, style: NumberStyle): Found[] {
  const { numbered } = list.index;
  const block = page.blocks[index]!;
  const markers = printedNumbers(block.text, style, block.raised ?? [], (number) => numbered.has(`${number}`));
  return markers.flatMap(({ start, end, numbers }) =>
    placed(
      list,
      block,
      { block: index, start, end, confidence: 0.8 },
      numbers.map((number) => {
        const all = numbered.get(`${number}`) ?? [];
        // Of notes and works with one number, notes are raised.
        const alike = all.filter((entry) => list.notes.has(entry) === (style === 'raised'));
        const entries = alike.length > 0 ? alike : all;
        // Where every chapter counts anew, its own list is the next; behind all lists, the last.
        return entries.length > 1
          ? (entries.find((entry) => page.follows(entry, index)) ?? entries.at(-1))
          : entries[0];
      }),
    ),
  );
}

/** One citation of each entry, where all are known and no link stands there that leads anywhere. */
function placed(
  list: OwnList,
  { links }: SnapshotBlock,
  place: Pick<Found, 'block' | 'start' | 'end' | 'confidence'>,
  entries: readonly (SnapshotTarget | undefined)[],
): Found[] {
  if (links.some(({ start, end, href }) => start < place.end && end > place.start && !NOWHERE.test(href))) return [];
  const known = entries.filter((entry) => entry !== undefined);
  return known.length < entries.length ? [] : known.flatMap((entry) => citationsOf(list, [entry], place));
}
