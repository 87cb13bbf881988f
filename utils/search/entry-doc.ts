import { pageName, pageWork } from '../model/page-key';
import { type Passage, quotedWords } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { workYear } from '../model/work';

/** The two things that the library holds. Stored: append only. */
export type EntryTable = 'passages' | 'items';

/** Where in an entry a word stands; bits of a byte, stored with every posting. */
export const FIELD = { title: 1, quote: 2, remark: 4, tag: 8, name: 16, other: 32 } as const;

/** One entry of the library as the index sees it. */
export interface SearchDoc {
  readonly table: EntryTable;
  readonly id: string;
  /** When it was saved, milliseconds since the epoch: what lists are ordered by. */
  readonly at: number;
  /** Texts to be searched, each with its bit of {@link FIELD}. */
  readonly texts: readonly (readonly [field: number, text: string])[];
  /** `group:value`, e.g. `tag:sleep`; the value is what the reader sees or a stored name. */
  readonly facets: readonly string[];
  /** Names of the page it stands on, and of the work that this page is (the page's own where it is none): what belongs together. */
  readonly within: readonly [page: string, work: string];
}

function siteOf(url: string): string | undefined {
  const host = /^[a-z][a-z+.-]*:\/\/(?:[^/@?#]*@)?([^/:?#]+)/i.exec(url)?.[1];
  return host?.toLowerCase().replace(/^www\./, '');
}

const siteFacets = (urls: readonly string[]) =>
  [...new Set(urls.map(siteOf))].flatMap((site) => (site ? [`site:${site}`] : []));
const yearOf = (at: number) => new Date(at).getUTCFullYear();

/** A passage for the index. */
export function passageDoc(passage: Passage): SearchDoc {
  const { id, page, selectors, remark, tags, colour, created } = passage;
  return {
    table: 'passages',
    id,
    at: created,
    texts: [
      [FIELD.quote, quotedWords(selectors)],
      [FIELD.remark, remark],
      [FIELD.title, page.title],
      ...tags.map((tag) => [FIELD.tag, tag] as const),
    ],
    facets: [
      'in:passages',
      `colour:${colour}`,
      `year:${yearOf(created)}`,
      ...new Set(tags.map((tag) => `tag:${tag}`)),
      ...siteFacets([page.url]),
      ...(remark.trim() ? ['has:remark'] : []),
    ],
    within: [pageName(page), pageWork(page)],
  };
}

/** An item of the reading list for the index. */
export function itemDoc(item: ReadingItem): SearchDoc {
  const { id, work, status, headline = '', collections = [], remark, tags, encounters, added } = item;
  const { csl } = work;
  const names = [...(csl.author ?? []), ...(csl.editor ?? [])].map(({ given = '', family = '', literal = '' }) =>
    `${given} ${family} ${literal}`.trim(),
  );
  const year = workYear(work);
  const isRetracted = work.notices.some(({ kind }) => kind === 'retraction' || kind === 'withdrawal');
  return {
    table: 'items',
    id,
    at: added,
    texts: [
      [FIELD.title, csl.title ?? ''],
      [FIELD.title, headline],
      [FIELD.remark, remark],
      ...tags.map((tag) => [FIELD.tag, tag] as const),
      ...names.map((name) => [FIELD.name, name] as const),
      [FIELD.other, csl['container-title'] ?? ''],
      [FIELD.other, year === undefined ? '' : String(year)],
      [FIELD.other, work.kind],
      ...work.ids.map(({ value }) => [FIELD.other, value] as const),
      ...encounters.flatMap(({ title, sentence = '' }) => [
        [FIELD.other, sentence] as const,
        [FIELD.other, title] as const,
      ]),
    ],
    facets: [
      'in:items',
      `kind:${work.kind}`,
      `status:${status}`,
      // What is in none can be asked for, too.
      ...(collections.length > 0 ? collections : ['']).map((each) => `collection:${each}`),
      ...(year === undefined ? [] : [`year:${year}`]),
      ...new Set(tags.map((tag) => `tag:${tag}`)),
      ...siteFacets(encounters.map(({ url }) => url)),
      ...(remark.trim() ? ['has:remark'] : []),
      ...(isRetracted ? ['has:retraction'] : []),
    ],
    within: [id, id],
  };
}
