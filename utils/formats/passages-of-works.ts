import { identifierKey } from '../model/identifier';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { Taken } from './format';

/** The names of the pages that are a work itself (see `page-key.ts`). A record's DOI has its canonical form but for capitals. */
function keysOf({ work: { csl, ids } }: ReadingItem): readonly string[] {
  const named = ids.map(identifierKey);
  if (csl.DOI) named.push(`doi:${csl.DOI.toLowerCase()}`);
  if (csl.URL) named.push(`url:${csl.URL.split('#')[0]}`);
  return named;
}

/** Passages by what they were marked in. */
export interface Sorted {
  /** Of the page that is a work of the list itself, in the order given; by the work's id. */
  readonly ofWork: ReadonlyMap<string, readonly Passage[]>;
  /** Of any other page. */
  readonly others: readonly Passage[];
}

/** Puts passages to the works they were marked in, by the names under which their page is kept. Quick for tens of thousands. */
export function sortPassages({ items, passages }: Taken): Sorted {
  const owners = new Map<string, string>();
  if (passages.length > 0) {
    for (const item of items) {
      for (const key of keysOf(item)) if (!owners.has(key)) owners.set(key, item.id);
    }
  }
  const ofWork = new Map<string, Passage[]>();
  const others: Passage[] = [];
  for (const passage of passages) {
    const key = passage.page.keys.find((each) => owners.has(each));
    const owner = key === undefined ? undefined : owners.get(key)!;
    if (owner === undefined) others.push(passage);
    else if (!ofWork.get(owner)?.push(passage)) ofWork.set(owner, [passage]);
  }
  return { ofWork, others };
}
