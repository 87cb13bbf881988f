import type { EntryDeeds } from '../../components/note/entry';
import type { Citation } from '../../utils/model/citation';
import type { Failure } from '../../utils/model/failure';
import { failureSentences } from '../../utils/notes/failure-words';
import { NOT_ASKED, type Progress, questionOf, STARTING, withBreak, withUpdate } from '../../utils/notes/progress';
import { say } from '../../utils/notes/words';
import type { PageCitation } from '../../utils/page/door';
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
  save(index: number): Promise<void>;
  undo(index: number): Promise<void>;
  tell(index: number, message: string): void;
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
): Session {
  const lookUps = new Map<number, LookUp>();
  const saved = new Map<number, string>();
  let isClosed = false;
  const entries: SessionEntry[] = cluster.map((place) => {
    const isAskable = questionOf(place.citation) !== undefined;
    return { place, isAskable, progress: isAskable ? STARTING : NOT_ASKED, deeds: { save: 'open' } };
  });
  const change = (index: number, next: Partial<Pick<SessionEntry, 'progress' | 'deeds'>>) => {
    const entry = entries[index];
    if (!entry || isClosed) return;
    Object.assign(entry, next);
    onChange();
  };

  return {
    entries,
    lookUp(index) {
      const entry = entries[index];
      if (!entry?.isAskable || lookUps.has(index)) return;
      const question = questionOf(entry.place.citation, claimOf(entry.place));
      if (!question) return;
      const onUpdate = (update: Parameters<typeof withUpdate>[1]) =>
        change(index, { progress: withUpdate(entry.progress, update) });
      const onBroken = (failure: Failure) => change(index, { progress: withBreak(entry.progress, failure) });
      lookUps.set(index, startLookUp(question, onUpdate, onBroken));
    },
    go(index) {
      const entry = entries[index];
      if (!entry) return;
      change(index, { progress: { ...entry.progress, stage: 'asking' } });
      lookUps.get(index)?.go();
    },
    async allow(index, lookUp) {
      const reply = await sendToBackground('allowLookUps', { lookUp });
      if (isClosed) return;
      if (!reply.ok) return this.tell(index, sentence(reply.failure));
      entries.forEach((entry, at) => {
        if (entry.progress.stage !== 'needs-consent') return;
        if (lookUp === 'on-open') this.go(at);
        else change(at, { progress: { ...entry.progress, stage: 'on-press' } });
      });
    },
    async save(index) {
      const entry = entries[index];
      if (!entry) return;
      change(index, { deeds: { save: 'saving' } });
      const citation = sendable(entry.place.citation, claimOf(entry.place));
      const reply = await sendToBackground('saveWork', { citation, page: page() });
      if (reply.ok) saved.set(index, reply.value.id);
      change(index, {
        deeds: reply.ok ? { save: 'saved' } : { save: 'open', message: sentence(reply.failure) },
      });
    },
    async undo(index) {
      const id = saved.get(index);
      const entry = entries[index];
      if (!id || !entry) return;
      const reply = await sendToBackground('deleteItem', { id });
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
    close() {
      isClosed = true;
      for (const lookUp of lookUps.values()) lookUp.close();
    },
  };
}
