import { BACKUP_FAULTS, type BackupPlan, RHYTHMS } from '../model/backup-plan';
import type { BulkChange } from '../model/bulk';
import type { Citation, PageReference } from '../model/citation';
import { type CollectionChange, GRADES, type KeptSearch } from '../model/collection';
import type { Travel } from '../model/deed';
import { type Identifier, SCHEMES } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import type { PageName, PageSays } from '../model/page-names';
import {
  COLOURS,
  type ElementPoint,
  MOST_PLACES,
  type Passage,
  type PassagePage,
  type Place,
  type Selectors,
} from '../model/passage';
import { STATUSES } from '../model/reading-item';
import { LONGEST_SHAPE, MOST_RULES, SELECTOR, type SiteRule } from '../model/site-rule';
import type { Sought, SoughtWords } from '../model/visit';
import {
  address,
  type Check,
  clipped,
  count,
  list,
  number,
  object,
  oneOf,
  optional,
  text,
  textLike,
  Wrong,
} from './checks';
import type { BackupDone, ItemChange, PassageChange } from './messages';

// What messages are made of, and how each of it must look; `guards.ts` says which message has what.

/** An id of ours. */
export const id = textLike(/^[\w-]{8,64}$/, 'an id');
/** Milliseconds since the epoch. */
export const time = number(0, 8.64e15);
/** A title, cut where it is too long. */
export const title = clipped(2000);
const remark = text(50_000);
const tags = list(text(100, 1), 50);
const keys = list(text(4200, 1), 20);
const pair: Check<readonly [string, readonly string[]]> = (raw, at) => {
  const [name, values] = raw as readonly unknown[];
  return [textLike(/^[a-z]{1,20}$/, 'a group')(name, at), list(text(2000), 1000)(values, `${at}.${name}`)];
};
/** True, or else false. */
export const flag: Check<boolean> = (raw) => raw === true;
/** No input. */
export const nothing = object<Record<string, never>>({});

const identifier = object<Identifier>({ scheme: oneOf(SCHEMES), value: text(2000, 1) });
const identifiers = list(identifier, 50);
const reference = object<PageReference>({
  id: optional(text(1000)),
  text: text(4000),
  identifiers,
  printed: optional(clipped(1000)),
});
/** A citation as a page tells it. */
export const citation = object<Citation>({
  kind: oneOf(['identifier-link', 'bare-identifier', 'marker', 'footnote', 'document-link', 'page-note']),
  label: clipped(2000),
  identifiers,
  reference: optional(reference),
  url: optional(address),
  claim: optional(clipped(20_000)),
  confidence: number(0, 1),
});

const point = object<ElementPoint>({ path: text(4000), offset: count });
const place = {
  quote: object({ exact: text(100_000, 1), prefix: text(1000), suffix: text(1000) }),
  position: optional(object({ start: count, end: count })),
  range: optional(object({ start: point, end: point })),
};
const selectors = object<Selectors>({ ...place, more: optional(list(object<Place>(place), MOST_PLACES)) });
/** A passage as a page describes it. */
export const passage = object<Passage>({
  id,
  page: object<PassagePage>({ url: address, title, keys }),
  selectors,
  colour: oneOf(COLOURS),
  remark,
  tags,
  created: time,
  modified: time,
  deleted: optional(time),
});

const soughtWords = list(
  object<SoughtWords>({
    kind: oneOf(['quoted', 'closest']),
    quote: object({ exact: text(10_000, 1), prefix: text(1000), suffix: text(1000) }),
  }),
  3,
);
/** What is looked for in a document: one stretch of words at least. */
export const sought: Check<Sought> = (raw, at) => {
  const [first, ...others] = soughtWords(raw, at);
  if (!first) throw new Wrong(`${at} is empty`);
  return [first, ...others];
};
/** What a page may have opened beside it. */
export const webAddress: Check<string> = (raw, at) => {
  const url = address(raw, at);
  if (!/^https?:/i.test(url)) throw new Wrong(`${at} is not an address of the web`);
  return url;
};
/** What a reader changes of a passage. */
export const passageChange = object<PassageChange>({
  colour: optional(oneOf(COLOURS)),
  remark: optional(remark),
  tags: optional(tags),
  selectors: optional(selectors),
});
/** Whether something is undone or done again; undefined where it is done. */
export const travel = optional(oneOf<Travel>(['back', 'again']));
/** What a reader changes of a work in the reading list. */
export const itemChange = object<ItemChange>({
  status: optional(oneOf(STATUSES)),
  headline: optional(text(2000)),
  collections: optional(list(id, 1000)),
  remark: optional(remark),
  tags: optional(tags),
});

/** Names of groups are kept as they are: one that is unknown chooses nothing. */
const chosen: Check<KeptSearch['chosen']> = (raw, at) =>
  Object.fromEntries(list(pair, 20)(typeof raw === 'object' && raw !== null ? Object.entries(raw) : raw, at));
const keptSearch = object<KeptSearch>({
  section: oneOf(['items', 'passages']),
  text: text(2000),
  chosen,
  order: text(20),
});
/** What a reader changes of a collection or topic. */
export const collectionChange = object<CollectionChange>({
  name: optional(text(500, 1)),
  introduction: optional(remark),
  order: optional(list(id, 100_000)),
  search: optional(keptSearch),
  topicSearch: optional(keptSearch),
  related: optional(list(id, 100)),
  graded: optional(object({ item: id, grade: optional(oneOf(GRADES)) })),
  dropsTopicSearch: optional(flag),
  isDeleted: optional(flag),
});
const tag = text(100, 1);
/** What is changed of many entries at once. */
export const bulkChange = object<BulkChange>({
  addTag: optional(tag),
  removeTag: optional(tag),
  status: optional(oneOf(STATUSES)),
  addTo: optional(id),
  removeFrom: optional(id),
  isDeleted: optional(flag),
});

/** When and where backups are made by themselves. */
export const backupPlan = object<BackupPlan>({
  rhythm: oneOf(RHYTHMS),
  keep: number(1, 99),
  place: oneOf(['folder', 'downloads']),
});
const isMade = object<BackupDone & { isMade: true }>({
  isMade: (raw) => raw as true,
  name: text(300, 1),
  bytes: count,
  removed: list(text(300), 200),
});
const isNotMade = object<BackupDone & { isMade: false }>({
  isMade: () => false,
  why: oneOf(BACKUP_FAULTS),
  detail: clipped(2000),
});
/** What became of a backup. */
export const backupDone: Check<BackupDone> = (raw, at) =>
  (raw as { isMade?: unknown } | undefined)?.isMade === true ? isMade(raw, at) : isNotMade(raw, at);

/** What a page says of itself. */
export const pageSays = object<PageSays>({
  url: text(100_000),
  canonical: optional(text(100_000)),
  names: list(object<PageName>({ name: text(100), content: text(1000) }), 100),
  linked: optional(list(text(50_000), 5)),
});

/** What a reader taught about a site. */
export const rules = list(
  object<SiteRule>({
    site: text(255, 1),
    says: oneOf(['not', 'is']),
    selector: textLike(SELECTOR, 'a selector'),
    shape: text(LONGEST_SHAPE, 1),
  }),
  MOST_RULES,
);

/** What is looked up for one citation. */
export const question = object<LookUpQuestion>({
  identifiers,
  referenceText: optional(text(4000)),
  url: optional(address),
  claim: optional(clipped(20_000)),
  pick: optional(object({ identifier: optional(identifier) })),
  correct: optional(object({ identifier: optional(identifier) })),
  wantsRelated: (raw) => (raw === true ? raw : undefined),
});
