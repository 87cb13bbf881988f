import type { Citation, PageReference } from '../model/citation';
import { failed, type Result, success } from '../model/failure';
import { type Identifier, SCHEMES } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import type { PageName, PageSays } from '../model/page-names';
import { COLOURS, type ElementPoint, type Passage, type PassagePage, type Selectors } from '../model/passage';
import { STATUSES } from '../model/reading-item';
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

const id = textLike(/^[\w-]{8,64}$/, 'an id');
const time = number(0, 8.64e15);
const title = clipped(2000);
const remark = text(50_000);
const tags = list(text(100, 1), 50);
const keys = list(text(4200, 1), 20);
const nothing = object<Record<string, never>>({});

const identifier = object<Identifier>({ scheme: oneOf(SCHEMES), value: text(2000, 1) });
const identifiers = list(identifier, 50);
const reference = object<PageReference>({ id: optional(text(1000)), text: text(4000), identifiers });
const citation = object<Citation>({
  kind: oneOf(['identifier-link', 'bare-identifier', 'marker', 'footnote', 'document-link', 'page-note']),
  label: clipped(2000),
  identifiers,
  reference: optional(reference),
  url: optional(address),
  claim: optional(clipped(20_000)),
  confidence: number(0, 1),
});

const point = object<ElementPoint>({ path: text(4000), offset: count });
const selectors = object<Selectors>({
  quote: object({ exact: text(100_000, 1), prefix: text(1000), suffix: text(1000) }),
  position: optional(object({ start: count, end: count })),
  range: optional(object({ start: point, end: point })),
});
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

const passageChange = object<PassageChange>({
  colour: optional(oneOf(COLOURS)),
  remark: optional(remark),
  tags: optional(tags),
});
const itemChange = object<ItemChange>({
  status: optional(oneOf(STATUSES)),
  remark: optional(remark),
  tags: optional(tags),
});

/** How each input must look. The type demands one check for every message there is. */
const INPUTS: { readonly [Name in keyof ToBackground]: Check<ToBackground[Name][0]> } = {
  greet: object<PageSays>({
    url: text(100_000),
    canonical: optional(text(100_000)),
    names: list(object<PageName>({ name: text(100), content: text(1000) }), 40),
  }),
  inject: object({ script: oneOf(SCRIPTS) }),
  savePassage: object({ passage }),
  changePassage: object({ id, change: passageChange }),
  deletePassage: object({ id }),
  restorePassage: object({ id }),
  saveWork: object({ citation, page: object({ url: address, title }) }),
  changeItem: object({ id, change: itemChange }),
  deleteItem: object({ id }),
  restoreItem: object({ id }),
  allowLookUps: object({ lookUp: oneOf(['on-open', 'on-press']) }),
  openLibrary: nothing,
};

/**
 * Said only by the extension's own pages: the scripts in other people's pages have no use for them. `deleteItem` they have:
 * a note undoes its own saving, by an id that nobody can guess, and what is deleted waits in the trash.
 */
const OWN_PAGES_ONLY: ReadonlySet<keyof ToBackground> = new Set(['changeItem', 'restoreItem']);

function checked<T>(check: Check<T>, raw: unknown, stage: string): Result<T> {
  try {
    return success(check(raw, 'input'));
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return failed('invalid', stage, `A damaged message was left aside: ${error.message}.`);
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
    return failed('invalid', 'guards.name', 'A message with an unknown name was left aside.');
  }
  const name = raw.name as keyof ToBackground;
  if (OWN_PAGES_ONLY.has(name) && !fromOwnPage) {
    return failed('invalid', `guards.${name}`, `A page may not say ${name}.`);
  }
  const input = checked<ToBackground[typeof name][0]>(INPUTS[name], raw.input, `guards.${name}`);
  return input.ok ? success({ name, input: input.value } as Checked) : input;
}

const question = object<LookUpQuestion>({
  identifiers,
  referenceText: optional(text(4000)),
  url: optional(address),
  claim: optional(clipped(20_000)),
});

/** What a note said over its port, checked; a failure of kind `invalid` otherwise. Never throws. */
export function checkNoteAsks(raw: unknown): Result<NoteAsks> {
  const type = (raw as { type?: unknown } | null | undefined)?.type;
  if (type === 'go') return success({ type });
  if (type === 'ask') {
    return checked(object<NoteAsks & { type: 'ask' }>({ type: oneOf(['ask']), question }), raw, 'guards.note');
  }
  return failed('invalid', 'guards.note', 'A note said something unknown, which was left aside.');
}
