import type { ReadFile, ReadItem, ReadPassage } from '../formats/read-file';
import { type Result, success } from '../model/failure';
import {
  type BroughtCounts,
  IMPORT_KEPT_MS,
  type ImportCounts,
  type ImportSlice,
  MOST_IMPORTS,
} from '../model/imported';
import { pageKeys } from '../model/page-key';
import { type Passage, quotedWords, type Selectors } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { type Work, workYear } from '../model/work';
import type { BroughtPassage, BroughtWork, ImportStore } from './import-store';
import { importedWork, isUnclear } from './import-work';
import type { ItemStore, PassageStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { workKeys } from './reading-list';

/** What was read of a file, and what kind of file it is, for people. */
export interface ImportFile extends ReadFile {
  readonly label: string;
  /** A tag for the passages that are brought in, by which they are found together, and removed. */
  readonly tag?: string;
}

/** Bringing in what other programs wrote. Doing it twice adds nothing the second time. */
export interface Import {
  /** What would happen; nothing is written. */
  preview(file: ImportFile): Promise<Result<ImportCounts>>;
  /** Brings in one slice, batch by batch; what stands in the way of one is told, and what was brought in before it stays. */
  run(file: ImportFile, slice: ImportSlice, where: Where): Promise<Result<ImportCounts>>;
  /** Puts what was added into the trash, and gives known works back what they were; goes on with what was interrupted. */
  undo(name: string, where: Where): Promise<Result<Record<string, never>>>;
  /** Forgets what is too old to be taken back. */
  forget(): Promise<Result<Record<string, never>>>;
}

/** What an import leans on. */
export interface ImportNeeds {
  readonly store: ImportStore;
  readonly items: Pick<ItemStore, 'holds'>;
  readonly passages: Pick<PassageStore, 'onPage'>;
  /** What two records of one work say together; the first is the one stored. */
  readonly merge: (stored: Work, found: Work) => Work;
  /** A work with what this device knows of its retraction. */
  readonly judged: (work: Work) => Promise<Work>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Entries that are brought in at once: one transaction, after which every open library is drawn anew. */
export const IMPORT_BATCH = 100;

/** Most tags and characters that an entry keeps, as the library's own messages allow. */
const MOST_TAGS = 50;
const LONGEST_REMARK = 50_000;

const oneTag = (tag: string): string => tag.slice(0, 100);
const united = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Set([...a, ...b.map(oneTag)])].slice(0, MOST_TAGS);

/** Remarks together; one that is there already is not repeated. */
const joined = (a: string, b: string): string =>
  (a.includes(b) ? a : [a, b].filter(Boolean).join('\n\n')).slice(0, LONGEST_REMARK);

/** The keys of a work from a file; without identifier or address it is told by title, year and first name. */
function keysOf(work: Work): readonly string[] {
  const { csl } = work;
  const first = csl.author?.[0] ?? csl.editor?.[0];
  const words = [csl.title, first?.family ?? first?.literal, workYear(work)].filter((part) => part !== undefined);
  return workKeys(work, { identifiers: [], url: csl.URL, referenceText: words.join(' ') });
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const selectorsOf = ({ quote, position, more }: ReadPassage): Selectors => ({
  quote,
  ...(position && { position }),
  ...(more && { more }),
});

/** The passage of an entry; its page is known by its address alone. */
function passageOf(
  read: ReadPassage,
  tag: string | undefined,
  keys: readonly string[],
  id: string,
  at: number,
): Passage {
  const created = read.created ?? at;
  return {
    id,
    page: { url: read.url, title: read.title || read.url, keys },
    selectors: selectorsOf(read),
    colour: read.colour ?? 'yellow',
    remark: read.remark.slice(0, LONGEST_REMARK),
    tags: united(tag ? [tag] : [], read.tags),
    created,
    modified: at,
  };
}

/** A work of a file, as it would stand in the library. */
interface Prepared {
  readonly item: ReadItem;
  readonly work: Work;
  readonly keys: readonly string[];
}

/** The works of a file, and what is broken in it: what says nothing of its work, too. */
function prepared(file: ImportFile, at: number) {
  const broken = [...file.broken];
  const works: Prepared[] = [];
  for (const item of file.items) {
    const work = importedWork(item, at);
    const keys = keysOf(work);
    if (keys.length > 0) works.push({ item, work, keys });
    else broken.push({ where: ['key', item.csl.id], why: 'whyNoTitle', text: '' });
  }
  return { works, broken };
}

const unclearOf = (works: readonly Prepared[]): number =>
  works.filter(({ work, item }) => isUnclear(work, item)).length;

/** Whether a passage's words are kept among those of its page already. */
function isKept(read: ReadPassage, onPage: readonly Passage[]): boolean {
  const exact = squeezed(quotedWords(selectorsOf(read)));
  return onPage.some(({ selectors, deleted }) => deleted === undefined && squeezed(quotedWords(selectors)) === exact);
}

/** Import over the library's stores. */
export function createImport({ store, items, passages, merge, judged, now, newId }: ImportNeeds): Import {
  /** The last time given to an entry. */
  let last = 0;

  /** What a work of a file makes of the item that is stored. */
  function broughtWork({ item, work, keys }: Prepared, at: number): BroughtWork {
    const make = (stored: ReadingItem | undefined): ReadingItem => {
      if (!stored) {
        return {
          id: newId(),
          work,
          status: 'to-read',
          remark: item.remark.slice(0, LONGEST_REMARK),
          tags: united([], item.tags),
          encounters: [],
          added: at,
          modified: at,
        };
      }
      const { deleted: _deleted, ...kept } = stored;
      return {
        ...kept,
        work: merge(kept.work, work),
        remark: joined(kept.remark, item.remark),
        tags: united(kept.tags, item.tags),
        modified: at,
      };
    };
    return { keys, make };
  }
  function broughtPassage(read: ReadPassage, tag: string | undefined, at: number): BroughtPassage {
    const keys = pageKeys({ url: read.url });
    const make = (onPage: readonly Passage[]) =>
      isKept(read, onPage) ? undefined : passageOf(read, tag, keys, newId(), at);
    return { keys, make };
  }
  const forget = () => store.forget(now() - IMPORT_KEPT_MS, MOST_IMPORTS);

  return {
    async preview(file) {
      const { works, broken } = prepared(file, now());
      // What stands twice in the file is new only once.
      const seen = new Set<string>();
      const counts = { fresh: 0, known: 0, freshPassages: 0, knownPassages: 0 };
      for (const { keys } of works) {
        const isSeen = keys.some((key) => seen.has(key));
        for (const key of keys) seen.add(key);
        counts[isSeen || (await items.holds(keys)) ? 'known' : 'fresh'] += 1;
      }
      for (const read of file.passages) {
        const onPage = await passages.onPage(pageKeys({ url: read.url }));
        if (!onPage.ok) return onPage;
        counts[isKept(read, onPage.value) ? 'knownPassages' : 'freshPassages'] += 1;
      }
      return success({ label: file.label, ...counts, unclear: unclearOf(works), broken });
    },
    async run(file, { slice, ...names }, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      if (slice === 0) await forget();
      const start = Math.max(now(), last + 1);
      const { works, broken } = prepared(file, start);
      // Each entry has a time of its own, by which they stay in the order of the file.
      last = start + works.length + file.passages.length;
      const job = { ...names, label: file.label, at: start };
      const counts = { fresh: 0, known: 0, unclear: 0, freshPassages: 0, knownPassages: 0 };
      const all = works.length + file.passages.length;
      for (let from = 0; from < Math.max(all, 1); from += IMPORT_BATCH) {
        const someWorks = await Promise.all(
          works.slice(from, from + IMPORT_BATCH).map(async (each) => ({ ...each, work: await judged(each.work) })),
        );
        const [fromPassage, toPassage] = [from, from + IMPORT_BATCH].map((at) => Math.max(at - works.length, 0));
        const done = await store.bring(
          job,
          [slice, from / IMPORT_BATCH],
          someWorks.map((each, index) => broughtWork(each, start + from + index)),
          file.passages
            .slice(fromPassage, toPassage)
            .map((read, index) => broughtPassage(read, file.tag, start + works.length + fromPassage! + index)),
        );
        if (!done.ok) {
          // What was written before it stays, and must be told, so that it can be taken back.
          return from > 0 ? success({ label: file.label, ...counts, broken, stopped: done.failure }) : done;
        }
        for (const name of Object.keys(done.value) as (keyof BroughtCounts)[]) counts[name] += done.value[name];
        counts.unclear += unclearOf(someWorks);
      }
      return success({ label: file.label, ...counts, broken });
    },
    async undo(name, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const at = now();
      for (;;) {
        const taken = await store.takeBack(name, at);
        if (!taken.ok) return taken;
        if (!taken.value) return success({});
      }
    },
    forget,
  };
}
