import { readTitle } from '../../../utils/formats/read-title';
import type { Passage } from '../../../utils/model/passage';
import type { ReadingItem } from '../../../utils/model/reading-item';
import { plainText } from '../../../utils/model/rich-text';
import type { CslItem } from '../../../utils/model/work';

/** A passage as it stands in the file of expected answers. */
export interface GivenPassage {
  readonly id: string;
  readonly workId?: string;
  readonly url: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly note: string;
  readonly tags: readonly string[];
  readonly created: string;
}

/** A work of CSL-JSON as an item of the reading list, listed at `at`. */
export function givenItem(csl: CslItem, at: number): ReadingItem {
  const title = readTitle(csl.title ?? '');
  return {
    id: csl.id,
    work: {
      csl: { ...csl, ...(csl.title && { title: plainText(title) }) },
      title,
      ids: [],
      kind: 'document',
      abstract: [],
      notices: [],
      freeCopies: [],
      provenance: {},
    },
    status: 'to-read',
    remark: '',
    tags: [],
    encounters: [],
    added: at,
    modified: at,
  };
}

/** A given passage as a saved one, on a page called after its work. */
export function givenPassage(given: GivenPassage, works: readonly CslItem[]): Passage {
  const created = Date.parse(given.created);
  const { exact, prefix, suffix, start, end } = given;
  return {
    id: given.id,
    page: { url: given.url, title: works.find(({ id }) => id === given.workId)?.title ?? '', keys: [] },
    selectors: { quote: { exact, prefix, suffix }, position: { start, end } },
    colour: 'yellow',
    remark: given.note,
    tags: given.tags,
    created,
    modified: created,
  };
}
