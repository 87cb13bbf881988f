import { identifierFromUrl } from '../model/canonical';
import type { CitationKind } from '../model/citation';
import { identifierKey } from '../model/identifier';
import type { Found, PageSnapshot, SnapshotLink, SnapshotList, SnapshotTarget } from '../model/snapshot';
import { allAtOnce } from '../model/steps';
import { type EntryIndex, indexEntries, lettersOf } from '../references/entry-index';
import { type ListVerdict, listVerdict } from '../references/find-list';
import { listNamed } from '../references/headings';
import { bareLabel, labelKind } from '../references/label';
import { mentionsIn } from '../references/mentions';
import { toReference } from './to-reference';

/** The entries of a page's own bibliography and notes that words and numbers in its text can stand for without a link. */
export interface OwnList {
  readonly index: EntryIndex<SnapshotTarget>;
  /** Entries that are notes rather than works. */
  readonly notes: ReadonlySet<SnapshotTarget>;
  /** The page has other lists, to which numbers link: then what matches no entry is no citation. */
  readonly isNumbered: boolean;
  /** Their numbers stand behind words with nothing between. */
  readonly isGlued: boolean;
  /** Notes print their numbers in round brackets. */
  readonly isRound: boolean;
  /** Some of them are lines of plain text, in boxes that elsewhere hold code. */
  readonly isInCode: boolean;
  /** The entry with a link to an address, or to a page with an identifier; undefined where several have it, or none. */
  linking(href: string): SnapshotTarget | undefined;
  /** Whether a text begins an entry of any list, behind its number and back-links. */
  begins(text: string): boolean;
}

/** What the hints of lists of plain text begin with. */
const PLAIN_TEXT = ' plain';

/** How many items of a list are looked at to see what it is. */
const SAMPLE = 12;

/** Most entries that one printed label is believed to stand for. */
const MOST_CANDIDATES = 4;

const known = new WeakMap<readonly SnapshotList[], OwnList | undefined>();

/** The page's own entries; undefined where it has none, and where numbers link to all of them. */
export const ownList = (page: PageSnapshot): OwnList | undefined => listIn(page.lists());

/** Whether words and numbers in a page's text can stand for entries of its lists, which are read in steps for that. */
export function* citesInText(lists: readonly SnapshotList[]): Generator<void, boolean> {
  if (!known.has(lists)) known.set(lists, yield* readLists(lists));
  return known.get(lists) !== undefined;
}

/** Whether a heading says that references or notes are under it. */
export const headsList = (heading: string): boolean => listNamed(heading) !== undefined;

function listIn(lists: readonly SnapshotList[]): OwnList | undefined {
  allAtOnce(citesInText(lists));
  return known.get(lists);
}

const entriesOf = ({ size, entry }: SnapshotList): SnapshotTarget[] =>
  Array.from({ length: size }, (_, at) => entry(at));

function* readLists(lists: readonly SnapshotList[]): Generator<void, OwnList | undefined> {
  const kinds = new Map<SnapshotList, ListVerdict['kind']>();
  for (const list of lists) {
    const kind = yield* kindOf(list);
    if (kind !== 'none') kinds.set(list, kind);
    yield;
  }
  const read = [...kinds.keys()];
  const free: SnapshotList[] = [];
  for (const list of read) {
    if (!list.isLinkedByNumber) free.push(list);
    yield;
  }
  // Nothing more is read of pages that link all of their markers.
  if (free.length === 0) return undefined;
  const linked = read.filter((list) => list.isLinkedByNumber).flatMap(entriesOf);
  // Lists are repeated, some of them without links to them.
  const heads = new Set(linked.map(headOf));
  const entries = free.flatMap(entriesOf).filter((entry) => !heads.has(headOf(entry)));
  if (entries.length === 0) return undefined;
  for (const entry of entries) heads.add(headOf(entry));
  const addresses = addressesOf(entries);
  return {
    index: indexEntries(entries),
    notes: new Set(
      free.filter((list) => kinds.get(list) === 'notes' || listNamed(list.heading) === 'notes').flatMap(entriesOf),
    ),
    isNumbered: linked.length > 0,
    isGlued: free.some((list) => list.isGlued),
    isRound: free.some(({ heading, hints }) => listNamed(heading) === 'notes' && / round/.test(hints)),
    isInCode: free.some(({ hints }) => hints.startsWith(PLAIN_TEXT)),
    // Entries have addresses as written.
    linking: (href) => addresses.get(addressOf(href)) ?? addresses.get(href.replace(/^https?:\/\/[^/]+/, '')),
    begins(text) {
      const letters = lettersOf(text.slice(0, 200));
      for (let skipped = 0; skipped < 12; skipped++) {
        // A mention, with a hidden copy of its entry behind it.
        if (/\d{4}/.test(letters.slice(0, skipped))) break;
        if (heads.has(letters.slice(skipped, skipped + HEAD)) && (skipped === 0 || letters.length > skipped + 8))
          return true;
      }
      return false;
    },
  };
}

function* kindOf(list: SnapshotList): Generator<void, ListVerdict['kind']> {
  const { heading, hints, size } = list;
  const step = Math.max(1, Math.floor(size / SAMPLE));
  const items: string[] = [];
  for (let at = 0; at < size; at += step) {
    items.push(list.entry(at).text);
    yield;
  }
  const looks = { heading, hints, items, linked: list.linked };
  yield;
  const { kind } = listVerdict(looks);
  // What the text has numbers for is no less a list of notes for having other words than references.
  const isMeant = kind === 'none' && (headsList(heading) || / (?:bibitem|counted|plain)/.test(hints)) && list.isCited;
  return isMeant ? listVerdict({ ...looks, hints: `${hints} doc-endnotes` }).kind : kind;
}

/** Entries by the addresses in them; undefined for an address in several. */
function addressesOf(entries: readonly SnapshotTarget[]): Map<string, SnapshotTarget | undefined> {
  const found = new Map<string, SnapshotTarget | undefined>();
  for (const entry of entries) {
    for (const href of entry.hrefs) {
      const address = addressOf(href);
      const isOther = found.has(address) && found.get(address)?.text !== entry.text;
      found.set(address, isOther ? undefined : entry);
    }
  }
  return found;
}

/** Letters by which the beginning of an entry is known. */
const HEAD = 24;

const headOf = ({ text }: SnapshotTarget): string => lettersOf(text.slice(0, 120)).slice(0, HEAD);

/** An address by the work that it names, or without what differs between two ways of writing it. */
function addressOf(href: string): string {
  const identifier = identifierFromUrl(href);
  return identifier ? identifierKey(identifier) : href.replace(/^https?:|#.*$|\/(?=#|$)/gi, '');
}

/** Text before a label that can belong to it, as in `Tarn et al. {2010}`, UTF-16 units. */
const CONTEXT = 80;

/** The entries that the words of a link stand for: a number, names and a year, or a year behind names. */
export function namedIn(
  { index }: OwnList,
  { label, before }: Pick<SnapshotLink, 'label' | 'before'>,
): { readonly entries: readonly SnapshotTarget[]; readonly confidence: number } | undefined {
  const kind = labelKind(label);
  if (kind === 'number') return { entries: index.numbered.get(bareLabel(label)) ?? [], confidence: 0.7 };
  if (kind !== 'author-year' && kind !== 'year') return undefined;
  const names = kind === 'year' ? before.slice(-CONTEXT) : '';
  return mentionsIn(names + label, index).find(({ end, entries }) => end > names.length && entries.length > 0);
}

/** The citations of one label that stands for some entries, in the place given. */
export function citationsOf(
  { notes }: OwnList,
  entries: readonly SnapshotTarget[],
  place: Pick<Found, 'block' | 'start' | 'end' | 'link' | 'confidence'>,
): Found[] {
  return entries.slice(0, MOST_CANDIDATES).map((entry) => {
    const kind: CitationKind = notes.has(entry) ? 'footnote' : 'marker';
    return { ...place, kind, identifiers: [], reference: toReference(entry) };
  });
}
