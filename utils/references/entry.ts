import type { SnapshotBlock, SnapshotLink, SnapshotTarget } from '../model/snapshot';
import { listNamed } from './headings';
import { bareLabel, labelKind, namesMatch } from './label';
import { isInstitution, referenceLikeness } from './looks-like';
import { isBehindWords } from './printed-numbers';

/** What a link into this page is, with how sure that is (0 to 1). */
export interface EntryVerdict {
  readonly kind: 'marker' | 'footnote';
  readonly confidence: number;
}

const ENTRY_ROLE = /doc-(?:biblioentry|endnote|footnote)\b|\brearnote\b/;
const LIST_ROLE = /doc-(?:bibliography|endnotes)\b/;
const LINK_ROLE =
  /doc-(?:noteref|biblioref)\b|\bnoteref\b|\b(?:xref-)?bibr\b|\bxref-fn\b|rel-footnote|footnote-?ref|\bfn-?ref/;

/** Words of ids and classes that pages use for entries, whatever their numbers. */
const ENTRY_WORDS =
  /(?:^|[\s_:.-])(?:refs?|references?|ref-?list|reflist|biblio\w*|bibl?|bib-?item|citations?|citeref\w*|cite_?note|cit|citation-?ref|footnotes?|foot-?note|endnotes?|fns?|en|notes?|works-?cited|literatur\w*|csl-entry|cr|r|b|rfn?|edn|ftnt?|sidenotes?|marginnotes?)(?=$|[\s_:.\d-])/;

/** Words of ids that pages use for what is no entry. */
const OTHER_WORDS =
  /(?:^|[\s_:.-])(?:aff(?:iliation)?s?|ins|inst(?:itution)?s?|au(?:thors?)?|corr?|corresp\w*|contrib\w*|fig(?:ure)?s?|tab(?:le)?s?|tbl\w*|equ?|eqs?|sec(?:tion)?s?|scheme|box|app(?:endix)?|supp?\w*|video|comments?|post|disqus|par|toc|t(?:ab)?\d*fn\w*|[efhst])(?=[_:.\d-]*$)/;

/** Words of ids that pages give to markers, for back-links to lead to. */
const MARKER_WORDS = /cite_ref|(?:fn|note)-?ref|back-?(?:link|ref)|footnote-?anchor/;

/** The year that a letter of its own belongs to. */
const YEAR_BEFORE = /((?:1[5-9]|20)\d\d)[a-z](?:[\s,;&–-]|and)*$/;

/** A link brings its own brackets, or is a superscript, or is in brackets. */
const isSetOff = (link: SnapshotLink): boolean =>
  /^\s*[[(（［【].*[\])）］】]\s*$/.test(link.label) ||
  link.isRaised ||
  (/[[(（［【][^\])）］】]{0,40}$/.test(link.before) && /^[^[(（［【]{0,40}[\])）］】]/.test(link.after));

/** Whether a link's label can stand for a target without looking at the page: its shape and the target's name. */
function linkWithoutTarget(link: SnapshotLink, fragment: string): EntryVerdict | undefined {
  const kind = labelKind(link.label);
  const id = fragment.toLowerCase();
  const isNamed = ENTRY_WORDS.test(` ${id}`) && !OTHER_WORDS.test(` ${id}`);
  const isSaid = LINK_ROLE.test(link.hints);
  if (kind === 'empty' || kind === 'words' || kind === 'symbol')
    return isSaid && kind !== 'words' ? { kind: 'marker', confidence: 0.6 } : undefined;
  if (isSaid) return { kind: /fn|note/.test(id) ? 'footnote' : 'marker', confidence: 0.8 };
  if (!isNamed || OTHER_WORDS.test(` ${link.hints.trim()}`)) return undefined;
  if (kind === 'number' && !isSetOff(link)) return undefined;
  return { kind: /fn|note/.test(id) ? 'footnote' : 'marker', confidence: 0.6 };
}

const unspaced = (label: string): string => bareLabel(label).replace(/\s/g, '');

/** Whether a label of two words or more, without what it has in brackets, is a title that the entry prints. */
function isTitleIn(label: string, entry: string): boolean {
  const title = label
    .replace(/\([^()]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}{2}.*\s.*\p{L}{2}/u.test(title) && entry.toLowerCase().includes(title.toLowerCase());
}

/** Points that make a citation, and points that nothing can take away again. */
const ENOUGH = 4;
const SURE = 8;

/** The kinds of labels that are believed of what is named, headed and listed as an entry, without reading it. */
const PLAIN = new Set(['number', 'year', 'author-year', 'key']);

/** Kept by target, as {@link known}. */
const plain = new WeakMap<SnapshotTarget, boolean>();

/** Whether everything but its words says that a target is an entry of a list of references. Reading eight hundred takes a while. */
function isPlainlyEntry(target: SnapshotTarget): boolean {
  let is = plain.get(target);
  if (is === undefined) {
    const own = ` ${target.id.toLowerCase()}`;
    is =
      target.tag === 'li' &&
      target.peers > 2 &&
      !target.isSection &&
      listNamed(target.heading) === 'references' &&
      ENTRY_WORDS.test(own) &&
      !OTHER_WORDS.test(own);
    plain.set(target, is);
  }
  return is;
}

interface Merits {
  /** Its id, to be searched for words. */
  readonly own: string;
  /** Its role says that it is an entry. */
  readonly isEntry: boolean;
  readonly listed: 'references' | 'notes' | undefined;
  readonly likeness: number;
  readonly points: number;
}

/** Kept by target: many links lead to one. */
const known = new WeakMap<SnapshotTarget, Merits>();

/** What speaks for a target, whoever links to it. */
function merits(target: SnapshotTarget): Merits {
  const kept = known.get(target);
  if (kept) return kept;
  const own = ` ${target.id.toLowerCase()}`;
  const listed = listNamed(target.heading);
  const likeness = referenceLikeness(target.text);
  let points = likeness * 2;
  if (listed) points += 2;
  if (ENTRY_WORDS.test(own)) points += 1.5;
  if (ENTRY_WORDS.test(target.hints)) points += 1.5;
  if (target.peers > 2) points += 0.5;
  if (/affil|author-notes|table-wrap|table-?foot/.test(target.hints)) points -= 3;
  if (likeness <= 0.5 && isInstitution(target.text)) points -= 3;
  if (target.text.length > 2500 && likeness < 0.5) points -= 2;
  const made = { own, listed, likeness, points, isEntry: ENTRY_ROLE.test(target.hints) };
  known.set(target, made);
  return made;
}

/**
 * Whether a link into its own page is a citation: whether it leads from a label to an entry of a list of references or
 * notes. Decided by points for what roles, names, headings, structure and words say; no single one is needed.
 *
 * @param target - What the fragment names; undefined where the page has nothing of that name (yet).
 * @returns undefined for links to sections, figures and tables, contents lists, and links back from an entry.
 */
export function entryVerdict(
  link: SnapshotLink,
  block: SnapshotBlock,
  fragment: string,
  target: SnapshotTarget | undefined,
): EntryVerdict | undefined {
  const { label } = link;
  const plainKind = labelKind(label);
  // A word that fills a bracket is a key.
  const isBracketed = plainKind !== 'number' && link.before.endsWith('[') && link.after.startsWith(']');
  const kind = isBracketed ? labelKind(`[${label}]`) : plainKind;
  if (kind === 'empty' || MARKER_WORDS.test(fragment.toLowerCase())) return undefined;
  if (!target) return block.place === 'navigation' ? undefined : linkWithoutTarget(link, fragment);
  if (block.place === 'text' && PLAIN.has(kind) && isPlainlyEntry(target)) return { kind: 'marker', confidence: 0.95 };

  const { own, listed, likeness, isEntry, points: base } = merits(target);
  if (target.isSection && !isEntry) return undefined;
  // An entry has words; what has none is a marker to which a back-link leads.
  if (target.text.length < 3 || (/^(?:sup|a|input|body)$/.test(target.tag) && target.text.length < 15))
    return undefined;
  const isMutual = () => target.backLinks.some((back) => link.ids.includes(back));
  // Word processors count endnotes so.
  const isNumber = kind === 'number' || (/^[ivxl]+$/.test(bareLabel(label)) && isMutual());
  const setOff = base < SURE + 2 && isSetOff(link);
  if (block.place === 'heading' && !isNumber && kind !== 'symbol') return undefined;

  let points = base;
  if (isNumber && setOff) points += 1.5;
  // An attribute for that purpose says more than an address.
  if (link.points.includes(fragment)) points += 1.5;
  // An anchor behind the bracket: the entry begins in the middle of its key.
  const isOpen = kind === 'key' && target.text.startsWith(`${bareLabel(label)}]`);
  const isLabel =
    isOpen ||
    (target.label !== '' &&
      (isNumber ? bareLabel(label).split(/\D/).includes(target.label) : unspaced(label) === unspaced(target.label)));
  if (isLabel && (isNumber || kind !== 'symbol')) points += isNumber ? 1 : 2.5;
  if (kind === 'key' && setOff) points += 0.5;
  // The sign that the note begins with, behind words rather than names.
  const isSign =
    block.place === 'text' &&
    /[*†‡§¶]/.test(label) &&
    label.trim() === target.label &&
    /[^\s\p{Lu}]$/u.test(link.before) &&
    isBehindWords(link.before, link.before.length, 2);
  // The letter of another year of the same names: `Tarn 2009a,{b}`.
  const year = kind === 'symbol' && YEAR_BEFORE.exec(link.before)?.[1];
  const isLetter = year && target.text.includes(year + label.trim());
  if (isSign || isLetter) points += 3;
  if (kind === 'author-year' || kind === 'year' || kind === 'words') {
    if (namesMatch(label, link.before, target.text)) points += kind === 'words' ? 0.5 : 2.5;
  }
  // Specifications link the names of what they refer to.
  if (kind === 'words' && !isLabel) {
    // Lists with names for labels are cited by other names, too; where numbers are the labels, words lead to abstracts.
    const isWork = listed === 'references' && likeness >= 0.5 && /\p{L}{2}/u.test(target.label);
    const [name] = /^\p{Lu}\p{L}+/u.exec(label) ?? [];
    if (name && listed === 'references' && target.text.slice(0, 60).includes(name)) points += 1;
    else if (isWork) points += isTitleIn(label, target.text) ? 1 : -0.5;
    else points -= listed === 'references' && ENTRY_WORDS.test(own) ? 1.5 : 2.5;
  }
  if (kind === 'year' && !setOff && likeness < 0.5) points -= 2;

  // Asked last, and only where it can matter: what stands at the link itself costs more than all the rest.
  if (points < SURE || block.place === 'navigation') {
    const hasRole = isEntry || LIST_ROLE.test(target.hints) || LINK_ROLE.test(link.hints);
    if (block.place === 'navigation' && !hasRole) return undefined;
    if (hasRole) points += 4;
    if (isMutual()) points += 2.5;
    else if (target.backLinks.length > 0) points += 1;
    if (OTHER_WORDS.test(own) && !hasRole && !(isMutual() && ENTRY_WORDS.test(target.hints))) points -= 3;
    if (kind === 'symbol' && !isNumber && !isEntry && !isSign && !isLetter) points -= isMutual() ? 1 : 3;
  }
  if (points < ENOUGH) return undefined;

  const isNote =
    listed === 'notes' ||
    (listed === undefined &&
      /foot-?note|endnote|sidenote|\b_?(?:fn|edn|ftn)|cite_note-n|doc-(?:foot|end)note/.test(target.hints));
  return {
    kind: isNote && likeness < 0.75 ? 'footnote' : 'marker',
    confidence: Math.min(0.99, 0.5 + points / 16),
  };
}
