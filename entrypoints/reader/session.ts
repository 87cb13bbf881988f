import type { EntryDeeds } from '../../components/note/entry';
import { say } from '../../components/note/words';
import type { Citation } from '../../utils/model/citation';
import type { Failure } from '../../utils/model/failure';
import type { Identifier } from '../../utils/model/identifier';
import type { LookUpQuestion, LookUpUpdate } from '../../utils/model/look-up';
import { failureSentences } from '../../utils/notes/failure-words';
import { NOT_ASKED, type Progress, questionOf, STARTING, withBreak, withUpdate } from '../../utils/notes/progress';
import type { PageCitation } from '../../utils/page/door';
import { leaveMessage } from '../../utils/platform/outbox';
import { sendToBackground } from '../../utils/platform/send';
import { type LookUp, startLookUp } from './look-up';

/** One citation of an open note: what is known of it and what was done with it. */
export interface SessionEntry {
  readonly place: PageCitation;
  readonly isAskable: boolean;
  progress: Progress;
  deeds: EntryDeeds;
}

/** What an open note knows, and what it can be told to do. Every change calls `onChange`. */
export interface Session {
  readonly entries: readonly SessionEntry[];
  /** Starts the look-up of an entry, once; later calls do nothing. */
  lookUp(index: number): void;
  /** The reader pressed Look up. */
  go(index: number): void;
  /** The reader answered the consent question. */
  allow(index: number, lookUp: 'on-open' | 'on-press'): Promise<void>;
  /** The reader wants to see related works. */
  relate(index: number): void;
  /** The reader says which candidate it is; undefined takes that back. */
  pick(index: number, identifier?: Identifier): void;
  /** The reader says which work it is; undefined takes that back. */
  correct(index: number, identifier?: Identifier): void;
  /** @param remark - The reader's own, to be kept with the work. @returns Whether it is listed now. */
  save(index: number, remark?: string): Promise<boolean>;
  undo(index: number): Promise<void>;
  tell(index: number, message: string): void;
  /** The reader said that it is no citation, or took that back. */
  forgotten(index: number, isForgotten: boolean, message: string): void;
  close(): void;
}

const sentence = (failure: Failure): string =>
  failure.kind === 'cancelled'
    ? say('gone')
    : (failureSentences([failure], say, (source) => source).join(' ') && failure.message) || say('background');

/** The parts of a citation that may be sent: an address that is no document is the page's own affair. */
const sendable = (citation: Citation, claim: string | undefined): Citation => {
  const { url, ...rest } = citation;
  return { ...rest, ...(url && /^https?:/i.test(url) && { url }), ...(claim && { claim }) };
};

/** Who is asked, and told what the reader does: the background, but on the page on which Ibid is tried out. */
export interface Asked {
  readonly lookUp: typeof startLookUp;
  readonly send: typeof sendToBackground;
  readonly leave: typeof leaveMessage;
}

const BACKGROUND: Asked = { lookUp: startLookUp, send: sendToBackground, leave: leaveMessage };

/**
 * Opens the session of a cluster. Nothing is asked yet.
 *
 * @param claimOf - The words of the page that a citation supports, where they can be told.
 */
export function openSession(
  cluster: readonly PageCitation[],
  page: () => { readonly url: string; readonly title: string },
  claimOf: (place: PageCitation) => string | undefined,
  onChange: () => void,
  { lookUp, send, leave }: Asked = BACKGROUND,
): Session {
  const lookUps = new Map<number, LookUp>();
  const relating: LookUp[] = [];
  const saved = new Map<number, string>();
  let isClosed = false;
  const entries: SessionEntry[] = cluster.map((place) => {
    const isAskable = questionOf(place.citation) !== undefined;
    return { place, isAskable, progress: isAskable ? STARTING : NOT_ASKED, deeds: { save: 'open' } };
  });
  const change = (index: number, next: Partial<Pick<SessionEntry, 'progress' | 'deeds'>>) => {
    const entry = entries[index];
    if (!entry || isClosed) return;
    // That it is no citation holds whatever else is done with it.
    const deeds = next.deeds && { isForgotten: entry.deeds.isForgotten, ...next.deeds };
    Object.assign(entry, next, deeds && { deeds });
    onChange();
  };

  function ask(index: number, more?: Pick<LookUpQuestion, 'pick' | 'correct'>): void {
    const entry = entries[index];
    const question = entry?.isAskable && questionOf(entry.place.citation, claimOf(entry.place));
    if (!question) return;
    const onUpdate = (update: LookUpUpdate) => change(index, { progress: withUpdate(entry.progress, update) });
    const onBroken = (failure: Failure) => change(index, { progress: withBreak(entry.progress, failure) });
    lookUps.set(index, lookUp({ ...question, ...more }, onUpdate, onBroken));
  }

  return {
    entries,
    lookUp(index) {
      if (!lookUps.has(index)) ask(index);
    },
    relate(index) {
      const entry = entries[index];
      const question = entry && questionOf(entry.place.citation);
      if (!question) return;
      const end = (message?: string) => change(index, { deeds: { ...entry.deeds, isRelating: false, message } });
      const onUpdate = (update: LookUpUpdate) => {
        if (update.type === 'related') change(index, { progress: withUpdate(entry.progress, update) });
        if (update.type === 'done') end(update.failures[0] && sentence(update.failures[0]));
      };
      change(index, { deeds: { ...entry.deeds, isRelating: true } });
      relating.push(lookUp({ ...question, wantsRelated: true }, onUpdate, (failure) => end(sentence(failure))));
    },
    pick(index, identifier) {
      lookUps.get(index)?.close();
      ask(index, { pick: { identifier } });
    },
    correct(index, identifier) {
      const entry = entries[index];
      if (!entry) return;
      const isOpen = entry.progress.stage === 'needs-consent' || entry.progress.stage === 'starting';
      lookUps.get(index)?.close();
      saved.delete(index);
      change(index, { progress: STARTING, deeds: { save: 'open' } });
      ask(index, { correct: { identifier } });
      // It was pressed for; but the question whether to ask at all is answered by itself.
      if (identifier && !isOpen) lookUps.get(index)?.go();
    },
    go(index) {
      const entry = entries[index];
      if (!entry) return;
      change(index, { progress: { ...entry.progress, stage: 'asking' } });
      lookUps.get(index)?.go();
    },
    async allow(index, lookUp) {
      const reply = await send('allowLookUps', { lookUp });
      if (isClosed) return;
      if (!reply.ok) return this.tell(index, sentence(reply.failure));
      entries.forEach((entry, at) => {
        if (entry.progress.stage !== 'needs-consent') return;
        if (lookUp === 'on-open') this.go(at);
        else change(at, { progress: { ...entry.progress, stage: 'on-press' } });
      });
    },
    async save(index, remark) {
      const entry = entries[index];
      if (!entry) return false;
      change(index, { deeds: { save: 'saving' } });
      const citation = sendable(entry.place.citation, claimOf(entry.place));
      const wish = { citation, page: page(), ...(remark && { remark }) };
      const answered = leave('saveWork', wish);
      const reply = await send('saveWork', wish);
      answered();
      if (reply.ok) saved.set(index, reply.value.id);
      change(index, {
        deeds: reply.ok ? { save: 'saved' } : { save: 'open', message: sentence(reply.failure) },
        ...(reply.ok && { progress: { ...entry.progress, remark: reply.value.remark } }),
      });
      return reply.ok;
    },
    async undo(index) {
      const id = saved.get(index);
      const entry = entries[index];
      if (!id || !entry) return;
      const reply = await send('deleteItem', { id });
      if (!reply.ok) return this.tell(index, sentence(reply.failure));
      saved.delete(index);
      change(index, {
        deeds: { save: 'open', message: say('unsaved') },
        progress: { ...entry.progress, listed: false },
      });
    },
    tell(index, message) {
      const entry = entries[index];
      if (entry) change(index, { deeds: { ...entry.deeds, message } });
    },
    forgotten(index, isForgotten, message) {
      const entry = entries[index];
      if (entry) change(index, { deeds: { ...entry.deeds, isForgotten, message } });
    },
    close() {
      isClosed = true;
      for (const lookUp of [...lookUps.values(), ...relating]) lookUp.close();
    },
  };
}
