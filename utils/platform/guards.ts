import { MOST_IN_BULK } from '../model/bulk';
import { STYLE_IDS } from '../model/citation-style';
import { failedAs, type Result, success } from '../model/failure';
import { JOB_KINDS, MOST_LOOK_UPS } from '../model/look-up-job';
import { address, type Check, clipped, list, number, object, oneOf, optional, text, textLike, Wrong } from './checks';
import {
  backupDone,
  backupPlan,
  bulkChange,
  citation,
  collectionChange,
  flag,
  id,
  itemChange,
  nothing,
  pageSays,
  passage,
  passageChange,
  question,
  rules,
  sought,
  time,
  title,
  travel,
  webAddress,
} from './guarded-values';
import { type Envelope, type NoteAsks, SCRIPTS, type ToBackground } from './messages';

/** A message whose input has been checked. */
export type Checked = {
  [Name in keyof ToBackground]: { readonly name: Name; readonly input: ToBackground[Name][0] };
}[keyof ToBackground];

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
