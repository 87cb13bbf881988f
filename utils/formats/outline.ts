import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { CslItem } from '../model/work';
import type { Taken } from './format';

/** Long text cut down to its first letter, so that whether there is one can still be asked. */
const cut = (text: string): string => text.slice(0, 1);

const NONE: readonly never[] = [];
const A_SUMMARY = [{ paragraphs: NONE }];
const NOWHERE = { quote: { exact: '', prefix: '', suffix: '' } };

/** Of a record what names, sorts and groups it. */
function recordOutline({ id, type, title, author, editor, issued, language, DOI, URL }: CslItem): CslItem {
  const names = author?.length ? { author: author.slice(0, 1) } : editor?.length ? { editor: editor.slice(0, 1) } : {};
  return {
    id,
    type,
    ...(title && { title }),
    ...names,
    ...(issued && { issued }),
    ...(language && { language }),
    ...(DOI && { DOI }),
    ...(URL && { URL }),
  };
}

/** A work without what makes it long: abstract, remark, claims, authors after the first. */
export function workOutline(item: ReadingItem): ReadingItem {
  const { id, work, status, collections, remark, tags, encounters, added, modified } = item;
  const hasSummary = work.abstract.length > 0 || Boolean(work.csl.abstract);
  return {
    id,
    work: {
      csl: recordOutline(work.csl),
      ...(work.title && { title: work.title }),
      ids: work.ids,
      kind: work.kind,
      abstract: hasSummary ? A_SUMMARY : NONE,
      notices: NONE,
      freeCopies: NONE,
      provenance: {},
    },
    status,
    ...(collections && { collections }),
    remark: cut(remark),
    tags: tags.length > 0 ? tags : NONE,
    encounters: encounters.length
      ? encounters.map(({ url, title, sentence, at }) => ({
          url,
          title,
          at,
          ...(sentence && { sentence: cut(sentence) }),
        }))
      : NONE,
    added,
    modified,
  };
}

/** Makes outlines of passages: without quote and remark; those of one page share what is said of it. */
export function createPassageOutline(): (passage: Passage) => Passage {
  const pages = new Map<string, Passage['page']>();
  return ({ id, page, colour, remark, tags, created, modified }) => {
    const name = JSON.stringify(page);
    const shared = pages.get(name) ?? page;
    if (shared === page) pages.set(name, page);
    return {
      id,
      page: shared,
      selectors: NOWHERE,
      colour,
      remark: cut(remark),
      tags: tags.length > 0 ? tags : NONE,
      created,
      modified,
    };
  };
}

/**
 * Everything in outline, from which what is taken away is chosen, sorted, grouped and numbered before it is read. It takes a small
 * part of the room, and functions over whole entries take it as well: only long texts are missing, each cut to its first letter.
 */
export async function outlineOf(
  works: AsyncIterable<readonly ReadingItem[]>,
  passages: AsyncIterable<readonly Passage[]>,
): Promise<Taken> {
  const outline = { items: [] as ReadingItem[], passages: [] as Passage[] };
  for await (const batch of works) for (const item of batch) outline.items.push(workOutline(item));
  const passageOutline = createPassageOutline();
  for await (const batch of passages) for (const passage of batch) outline.passages.push(passageOutline(passage));
  outline.items.sort((a, b) => b.added - a.added);
  outline.passages.sort((a, b) => b.created - a.created);
  return outline;
}
