import { BACKUP_FAULTS, type BackupPlan, RHYTHMS } from '../model/backup-plan';
import { type BulkChange, MOST_IN_BULK } from '../model/bulk';
import type { Citation, PageReference } from '../model/citation';
import { STYLE_IDS } from '../model/citation-style';
import { type CollectionChange, GRADES, type KeptSearch } from '../model/collection';
import type { Travel } from '../model/deed';
import { failedAs, type Result, success } from '../model/failure';
import { type Identifier, SCHEMES } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import { JOB_KINDS, MOST_LOOK_UPS } from '../model/look-up-job';
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
import {
  type BackupDone,
  type Envelope,
  type ItemChange,
  type NoteAsks,
  type PassageChange,
  SCRIPTS,
  type ToBackground,
} from './messages';

/** A message whose input has been checked. */
export type Checked = {
  [Name in keyof ToBackground]: { readonly name: Name; readonly input: ToBackground[Name][0] };
}[keyof ToBackground];

/** An id of ours. */
export const id = textLike(/^[\w-]{8,64}$/, 'an id');
const time = number(0, 8.64e15);
const title = clipped(2000);
const remark = text(50_000);
const tags = list(text(100, 1), 50);
const keys = list(text(4200, 1), 20);
const pair: Check<readonly [string, readonly string[]]> = (raw, at) => {
  const [name, values] = raw as readonly unknown[];
  return [textLike(/^[a-z]{1,20}$/, 'a group')(name, at), list(text(2000), 1000)(values, `${at}.${name}`)];
};
/** True, or else false. */
export const flag: Check<boolean> = (raw) => raw === true;
const nothing = object<Record<string, never>>({});

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
const passage = object<Passage>({
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
const sought: Check<Sought> = (raw, at) => {
  const [first, ...others] = soughtWords(raw, at);
  if (!first) throw new Wrong(`${at} is empty`);
  return [first, ...others];
};
/** What a page may have opened beside it. */
const webAddress: Check<string> = (raw, at) => {
  const url = address(raw, at);
  if (!/^https?:/i.test(url)) throw new Wrong(`${at} is not an address of the web`);
  return url;
};
const passageChange = object<PassageChange>({
  colour: optional(oneOf(COLOURS)),
  remark: optional(remark),
  tags: optional(tags),
  selectors: optional(selectors),
});
const travel = optional(oneOf<Travel>(['back', 'again']));
const itemChange = object<ItemChange>({
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
const collectionChange = object<CollectionChange>({
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
const bulkChange = object<BulkChange>({
  addTag: optional(tag),
  removeTag: optional(tag),
  status: optional(oneOf(STATUSES)),
  addTo: optional(id),
  removeFrom: optional(id),
  isDeleted: optional(flag),
});

const backupPlan = object<BackupPlan>({
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
const backupDone: Check<BackupDone> = (raw, at) =>
  (raw as { isMade?: unknown } | undefined)?.isMade === true ? isMade(raw, at) : isNotMade(raw, at);

/** What a page says of itself. */
export const pageSays = object<PageSays>({
  url: text(100_000),
  canonical: optional(text(100_000)),
  names: list(object<PageName>({ name: text(100), content: text(1000) }), 100),
  linked: optional(list(text(50_000), 5)),
});

const rules = list(
  object<SiteRule>({
    site: text(255, 1),
    says: oneOf(['not', 'is']),
    selector: textLike(SELECTOR, 'a selector'),
    shape: text(LONGEST_SHAPE, 1),
  }),
  MOST_RULES,
);

const question = object<LookUpQuestion>({
  identifiers,
  referenceText: optional(text(4000)),
  url: optional(address),
  claim: optional(clipped(20_000)),
  pick: optional(object({ identifier: optional(identifier) })),
  correct: optional(object({ identifier: optional(identifier) })),
  wantsRelated: (raw) => (raw === true ? raw : undefined),
});

/** How each input must look. The type demands one check for every message there is. */
const INPUTS: { readonly [Name in keyof ToBackground]: Check<ToBackground[Name][0]> } = {
  greet: pageSays,
  inject: object({ script: oneOf(SCRIPTS) }),
  savePassage: object({ passage, says: optional(pageSays) }),
  changePassage: object({ id, change: passageChange, seen: optional(passageChange), travel }),
  deletePassage: object({ id, travel }),
  restorePassage: object({ id, travel }),
  pageHistory: pageSays,
  describePage: pageSays,
  listTags: nothing,
  openDocument: object({ id, url: webAddress, sought }),
  visitDone: nothing,
  returnFromVisit: nothing,
  saveWork: object({ citation, page: object({ url: address, title }), remark: optional(text(5000, 1)) }),
  changeItem: object({ id, change: itemChange, seen: optional(itemChange) }),
  deleteItem: object({ id }),
  restoreItem: object({ id }),
  changeCollection: object({ id, change: collectionChange, seen: optional(collectionChange) }),
  mergeItems: object({ ids: list(id, 100) }),
  unmergeItems: object({ before: list(text(5_000_000, 1), 100) }),
  beginBulk: object({
    name: id,
    table: oneOf(['passages', 'items']),
    change: bulkChange,
    ids: list(id, MOST_IN_BULK),
  }),
  resumeBulk: object({ isStopped: flag }),
  cancelBulk: nothing,
  undoBulk: object({ name: id }),
  toldBulk: object({ name: id }),
  restoreLines: object({ lines: list(text(50_000_000, 1), 500), replaces: (raw) => raw === true }),
  previewImport: object({ files: list(text(60_000_000), 10_000), label: text(200) }),
  runImport: object({
    name: id,
    from: clipped(300),
    slice: number(0, 1_000_000),
    file: text(60_000_000),
    label: text(200),
    tag: optional(text(100)),
  }),
  undoImport: object({ name: id }),
  emptyTrash: object({ before: time }),
  planLookUp: object({ kind: oneOf(JOB_KINDS), ids: list(id, MOST_LOOK_UPS) }),
  beginLookUp: object({ name: id, kind: oneOf(JOB_KINDS), ids: list(id, MOST_LOOK_UPS) }),
  resumeLookUp: object({ isStopped: flag }),
  cancelLookUp: nothing,
  undoLookUp: nothing,
  changeBackups: object({ plan: optional(backupPlan), folder: optional(clipped(300)), wasAsked: optional(flag) }),
  checkBackups: object({ isForced: flag }),
  askBackupTask: nothing,
  downloadBackup: object({ url: textLike(/^blob:/, 'an address of a file'), name: text(300, 1) }),
  backupDone,
  askStanding: object({ cited: list(question, 500) }),
  replaceRetractions: object({ list: text(40_000_000) }),
  describeRetractions: nothing,
  zoteroPlace: nothing,
  sendToZotero: object({ records: text(60_000_000, 1), session: id }),
  changeRules: object({ add: rules, remove: rules }),
  askKnown: object({ question }),
  saveTerm: object({ id, word: text(100, 1), definition: text(5000, 1) }),
  removeTerm: object({ id }),
  citeInStyle: object({ record: text(500_000, 1), style: oneOf(STYLE_IDS) }),
  askStylingTask: nothing,
  stylingDone: object({ made: optional(object({ text: clipped(20_000), html: clipped(40_000) })) }),
  allowLookUps: object({ lookUp: oneOf(['on-open', 'on-press']) }),
  openLibrary: object({ search: optional(clipped(300)) }),
};

/**
 * Said only by the extension's own pages: the scripts in other people's pages have no use for them. `deleteItem` they have:
 * a note undoes its own saving, by an id that nobody can guess, and what is deleted waits in the trash.
 */
const OWN_PAGES_ONLY: ReadonlySet<keyof ToBackground> = new Set([
  'changeItem',
  'restoreItem',
  'changeCollection',
  'beginBulk',
  'resumeBulk',
  'cancelBulk',
  'undoBulk',
  'toldBulk',
  'mergeItems',
  'unmergeItems',
  'restoreLines',
  'previewImport',
  'runImport',
  'undoImport',
  'emptyTrash',
  'planLookUp',
  'beginLookUp',
  'resumeLookUp',
  'cancelLookUp',
  'undoLookUp',
  'changeBackups',
  'checkBackups',
  'askBackupTask',
  'downloadBackup',
  'backupDone',
  'askStylingTask',
  'stylingDone',
  'zoteroPlace',
  'sendToZotero',
  'replaceRetractions',
  'describeRetractions',
]);

/** Something checked, or why it is left aside: a failure of kind `invalid`. */
export function checked<T>(check: Check<T>, raw: unknown, stage: string): Result<T> {
  try {
    return success(check(raw, 'input'));
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return failedAs('invalid', stage, 'misread', error.message);
  }
}

/** Whether something is one of our messages at all. */
const isEnvelope = (raw: unknown): raw is Envelope =>
  typeof raw === 'object' && raw !== null && typeof (raw as Envelope).name === 'string';

/**
 * A message to the background, checked: its name is known, its sender may send it, its input has the right shape and size.
 *
 * @param fromOwnPage - Whether one of the extension's own pages sent it, rather than a script in somebody's page.
 * @returns The message with the known fields only, or a failure of kind `invalid`. Never throws.
 */
export function checkMessage(raw: unknown, fromOwnPage: boolean): Result<Checked> {
  if (!isEnvelope(raw) || !Object.hasOwn(INPUTS, raw.name)) {
    return failedAs('invalid', 'guards.name', 'misread', 'a message with an unknown name');
  }
  const name = raw.name as keyof ToBackground;
  if (OWN_PAGES_ONLY.has(name) && !fromOwnPage) {
    return failedAs('invalid', `guards.${name}`, 'misread', `a page may not say ${name}`);
  }
  const input = checked<ToBackground[typeof name][0]>(INPUTS[name], raw.input, `guards.${name}`);
  return input.ok ? success({ name, input: input.value } as Checked) : input;
}

/** What a note said over its port, checked; a failure of kind `invalid` otherwise. Never throws. */
export function checkNoteAsks(raw: unknown): Result<NoteAsks> {
  const type = (raw as { type?: unknown } | null | undefined)?.type;
  if (type === 'go') return success({ type });
  if (type === 'ask') {
    return checked(object<NoteAsks & { type: 'ask' }>({ type: oneOf(['ask']), question }), raw, 'guards.note');
  }
  return failedAs('invalid', 'guards.note', 'misread', 'a note said something unknown');
}
