import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import { type CslDate, type CslItem, type CslName, type Work, workYear } from '../model/work';
import type { Taken } from './format';

/** Long text cut down to its first letter, so that whether there is one can still be asked. */
const cut = (text: string): string => text.slice(0, 1);

const NONE: readonly never[] = [];
const NOTHING = {};
const A_SUMMARY = [{ paragraphs: NONE }];
const NOWHERE = { quote: { exact: '', prefix: '', suffix: '' } };

/** Gives values that are alike as one: what comes from a database is made anew for every row, words as common as `trial`, too. */
function createSharing(): <T>(value: T) => T {
  const known = new Map<string, unknown>();
  return <T>(value: T): T => {
    const name = JSON.stringify(value);
    const same = known.get(name);
    if (same !== undefined) return same as T;
    known.set(name, value);
    return value;
  };
}

type Share = ReturnType<typeof createSharing>;

/** The name by which a work is sorted and cited: the first author's, or editor's. */
const nameOutline = ({ family, literal, given }: CslName): CslName =>
  family !== undefined ? { family } : literal !== undefined ? { literal } : { ...(given && { given }) };

/** The year alone; what is said in words as it is. */
const dateOutline = (work: Work, issued: CslDate): CslDate => {
  const year = workYear(work);
  return year === undefined ? issued : { 'date-parts': [[year]] };
};

/** Of a record what names, sorts and groups it. */
function recordOutline(work: Work, share: Share): CslItem {
  const { id, type, title, author, editor, issued, language, DOI, URL } = work.csl;
  const [names, name] = author?.length ? ['author', author[0]!] : ['editor', editor?.[0]];
  return {
    id,
    type: share(type),
    ...(title && { title }),
    ...(name && { [names]: [nameOutline(name)] }),
    ...(issued && { issued: share(dateOutline(work, issued)) }),
    ...(language && { language: share(language) }),
    ...(DOI && { DOI }),
    ...(URL && { URL }),
  };
}

/** A work without what makes it long: abstract, remark, claims, authors after the first. */
function workOutline(item: ReadingItem, share: Share): ReadingItem {
  const { id, work, status, collections, remark, tags, encounters, added, modified } = item;
  const hasSummary = work.abstract.length > 0 || Boolean(work.csl.abstract);
  const isMarked = work.title && (work.title.length !== 1 || plainText(work.title) !== work.csl.title);
  return {
    id,
    work: {
      csl: recordOutline(work, share),
      ...(isMarked && { title: work.title }),
      ids: work.ids.length > 0 ? work.ids.map(({ scheme, value }) => ({ scheme: share(scheme), value })) : NONE,
      kind: share(work.kind),
      abstract: hasSummary ? A_SUMMARY : NONE,
      notices: NONE,
      freeCopies: NONE,
      provenance: NOTHING,
    },
    status: share(status),
    ...(collections && { collections: share(collections) }),
    remark: cut(remark),
    tags: share(tags),
    encounters: encounters.map(({ url, title, sentence, at }) => ({
      url: share(url),
      title: share(title),
      at,
      ...(sentence && { sentence: cut(sentence) }),
    })),
    added,
    modified,
  };
}

/** A passage without quote and remark. */
const passageOutline = ({ id, page, colour, remark, tags, created, modified }: Passage, share: Share): Passage => ({
  id,
  page: share(page),
  selectors: NOWHERE,
  colour: share(colour),
  remark: cut(remark),
  tags: share(tags),
  created,
  modified,
});

/**
 * Everything in outline, from which what is taken away is chosen, sorted, grouped and numbered before it is read. It takes a small
 * part of the room, and functions over whole entries take it as well: only long texts are missing, each cut to its first letter.
 */
export async function outlineOf(
  works: AsyncIterable<readonly ReadingItem[]>,
  passages: AsyncIterable<readonly Passage[]>,
): Promise<Taken> {
  const share = createSharing();
  const outline = { items: [] as ReadingItem[], passages: [] as Passage[] };
  for await (const batch of works) for (const item of batch) outline.items.push(workOutline(item, share));
  for await (const batch of passages)
    for (const passage of batch) outline.passages.push(passageOutline(passage, share));
  outline.items.sort((a, b) => b.added - a.added);
  outline.passages.sort((a, b) => b.created - a.created);
  return outline;
}
