import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { citationLine, citationText } from '../../utils/notes/citation-line';

/** The passages of one page, newest first. */
export interface PageGroup {
  readonly url: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** Lower case, without accents: what is compared when filtering. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text holds every word of the filter, in any order; true for an empty filter. */
function holds(parts: readonly (string | undefined)[], filter: string): boolean {
  const words = folded(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = folded(parts.filter(Boolean).join('\n'));
  return words.every((word) => text.includes(word));
}

/** The passages that a filter lets through: in quote, remark, tags, page title or address. */
export const filterPassages = (passages: readonly Passage[], filter: string): readonly Passage[] =>
  passages.filter(({ selectors, remark, tags, page }) =>
    holds([selectors.quote.exact, remark, ...tags, page.title, page.url], filter),
  );

/** The items that a filter lets through: in title, citation line, names, remark, tags, or where they were met. */
export const filterItems = (items: readonly ReadingItem[], filter: string): readonly ReadingItem[] =>
  items.filter(({ work, remark, tags, encounters }) =>
    holds(
      [
        work.csl.title,
        citationText(citationLine(work.csl)),
        ...(work.csl.author ?? []).map(({ family, literal }) => family ?? literal),
        ...work.ids.map(({ value }) => value),
        work.kind,
        remark,
        ...tags,
        ...encounters.flatMap(({ title, sentence }) => [title, sentence]),
      ],
      filter,
    ),
  );

/** Passages by page, the page with the newest passage first. Pages are one when their first address key is. */
export function groupByPage(passages: readonly Passage[]): readonly PageGroup[] {
  const groups = new Map<string, Passage[]>();
  for (const passage of [...passages].sort((a, b) => b.created - a.created)) {
    // `keys[1]` is the cleaned address (see `page-key.ts`): http and https, with and without www, are one page.
    const key = passage.page.keys.find((name) => name.startsWith('clean:')) ?? passage.page.url;
    const group = groups.get(key);
    if (group) group.push(passage);
    else groups.set(key, [passage]);
  }
  return [...groups.values()].map((group) => ({
    url: group[0]!.page.url,
    title: group[0]!.page.title.trim() || group[0]!.page.url,
    passages: group,
  }));
}

/** `ibid-reading-list-2026-11-25.bib`: the reader's own date, so that the newest file is told apart. */
export function fileName(stem: string, extension: string, at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `ibid-${stem}-${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}.${extension}`;
}
