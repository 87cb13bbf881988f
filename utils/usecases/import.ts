import type { ReadFile, ReadItem, ReadPassage } from '../formats/read-file';
import { type Result, success } from '../model/failure';
import type { ImportCounts, ImportUndo } from '../model/imported';
import { pageKeys } from '../model/page-key';
import { type Passage, quotedWords, type Selectors } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { type Work, workYear } from '../model/work';
import { importedWork, isUnclear } from './import-work';
import type { ItemStore, PassageStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { workKeys } from './reading-list';
import { intoTrash } from './trash';

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
  run(file: ImportFile, where: Where): Promise<Result<ImportCounts & { readonly undo: ImportUndo }>>;
  /** Puts what was added into the trash, and gives known works back what they were. */
  undo(undo: ImportUndo, where: Where): Promise<Result<Record<string, never>>>;
}

/** What an import leans on. */
export interface ImportNeeds {
  readonly items: ItemStore;
  readonly passages: PassageStore;
  /** What two records of one work say together; the first is the one stored. */
  readonly merge: (stored: Work, found: Work) => Work;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

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

/** A known work before it was changed. */
interface Before {
  readonly item: ReadingItem;
  /** When it was changed, which its row says until something else changes it. */
  readonly at: number;
}

/** Gives each entry its turn, and stops at the first failure. */
async function each<Entry>(
  entries: readonly Entry[],
  act: (entry: Entry) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  for (const entry of entries) {
    const result = await act(entry);
    if (!result.ok) return result;
  }
  return success({});
}

/** Import over the library's stores. */
export function createImport({ items, passages, merge, now, newId }: ImportNeeds): Import {
  /** Whether a passage's words are kept for its page already. */
  async function isKept(read: ReadPassage, keys: readonly string[]): Promise<Result<boolean>> {
    const found = await passages.onPage(keys);
    if (!found.ok) return found;
    const exact = squeezed(quotedWords(selectorsOf(read)));
    return success(
      found.value.some(({ selectors, deleted }) => deleted === undefined && squeezed(quotedWords(selectors)) === exact),
    );
  }

  /** Counts of a file; `addItem` and `addPassage` say whether the entry was new. */
  async function through(
    file: ImportFile,
    addItem: (item: ReadItem, work: Work, keys: readonly string[]) => Promise<Result<boolean>>,
    addPassage: (read: ReadPassage, keys: readonly string[], isKept: boolean) => Promise<Result<unknown>>,
    writes: boolean,
  ): Promise<Result<ImportCounts>> {
    const broken = [...file.broken];
    const counts = { fresh: 0, known: 0, unclear: 0, freshPassages: 0, knownPassages: 0 };
    const at = now();
    /** The end at a failure: what was written before it stays, and must be told, so that it can be taken back. */
    const ended = ({ failure }: Result<unknown> & { ok: false }): Result<ImportCounts> =>
      writes && counts.fresh + counts.known + counts.freshPassages > 0
        ? success({ label: file.label, ...counts, broken, stopped: failure })
        : { ok: false, failure };
    const works = await each(file.items, async (item) => {
      const work = importedWork(item, at);
      const keys = keysOf(work);
      if (keys.length === 0) {
        broken.push({ where: ['key', item.csl.id], why: 'whyNoTitle', text: '' });
        return success({});
      }
      const isFresh = await addItem(item, work, keys);
      if (!isFresh.ok) return isFresh;
      counts[isFresh.value ? 'fresh' : 'known'] += 1;
      if (isUnclear(work, item)) counts.unclear += 1;
      return isFresh;
    });
    if (!works.ok) return ended(works);
    const quotes = await each(file.passages, async (read) => {
      const keys = pageKeys({ url: read.url });
      const kept = await isKept(read, keys);
      if (!kept.ok) return kept;
      const done = await addPassage(read, keys, kept.value);
      if (done.ok) counts[kept.value ? 'knownPassages' : 'freshPassages'] += 1;
      return done;
    });
    return quotes.ok ? success({ label: file.label, ...counts, broken }) : ended(quotes);
  }

  return {
    preview(file) {
      // What stands twice in the file is new only once.
      const seen = new Set<string>();
      return through(
        file,
        async (_item, _work, keys) => {
          const isSeen = keys.some((key) => seen.has(key));
          for (const key of keys) seen.add(key);
          return success(!isSeen && !(await items.holds(keys)));
        },
        async () => success({}),
        false,
      );
    },
    async run(file, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const added = { items: [] as string[], passages: [] as string[], before: new Map<string, Before>() };
      const counts = await through(
        file,
        async (item, work, keys) => {
          const at = now();
          let isFresh = true;
          const saved = await items.upsert(keys, (stored): ReadingItem => {
            isFresh = stored === undefined || stored.deleted !== undefined;
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
            if (!added.items.includes(stored.id)) {
              added.before.set(stored.id, { item: added.before.get(stored.id)?.item ?? stored, at });
            }
            const { deleted: _deleted, ...kept } = stored;
            return {
              ...kept,
              work: merge(kept.work, work),
              remark: joined(kept.remark, item.remark),
              tags: united(kept.tags, item.tags),
              modified: at,
            };
          });
          if (!saved.ok) return saved;
          if (isFresh && !added.before.has(saved.value.id)) added.items.push(saved.value.id);
          return success(isFresh);
        },
        async (read, keys, isKept) => {
          if (isKept) return success({});
          const passage = passageOf(read, file.tag, keys, newId(), now());
          const saved = await passages.update(passage.id, () => passage);
          if (saved.ok) added.passages.push(passage.id);
          return saved;
        },
        true,
      );
      if (!counts.ok) return counts;
      const undo: ImportUndo = {
        items: added.items,
        passages: added.passages,
        before: [...added.before.values()].map((each) => JSON.stringify(each)),
      };
      return success({ ...counts.value, undo });
    },
    async undo(undo, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const at = now();
      const works = await each(undo.items, (id) => items.update(id, (stored) => stored && intoTrash(stored, at)));
      if (!works.ok) return works;
      const quotes = await each(undo.passages, (id) =>
        passages.update(id, (stored) => stored && intoTrash(stored, at)),
      );
      if (!quotes.ok) return quotes;
      const rest = await each(undo.before, (line) => {
        const { item, at } = JSON.parse(line) as Before;
        // What the reader has changed since stays.
        return items.update(item.id, (stored) => (stored?.modified === at ? item : stored));
      });
      return rest.ok ? success({}) : rest;
    },
  };
}
