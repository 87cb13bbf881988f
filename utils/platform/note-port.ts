import type { LookUpQuestion, LookUpUpdate } from '../model/look-up';
import type { Browser } from './browser';
import { checkNoteAsks } from './guards';
import { NOTE_PORT } from './messages';
import { type MessageSender, readSender } from './router';

/** The part of a browser's port that is used here. */
export interface Port {
  readonly name: string;
  readonly sender?: MessageSender;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** Looks something up for a note; see `usecases/look-up.ts`. Never rejects. */
export type LookUp = (
  question: LookUpQuestion,
  options: { readonly signal: AbortSignal; readonly allowed: 'as-set' | 'network'; readonly private: boolean },
  tell: (update: LookUpUpdate) => void,
) => Promise<void>;

/**
 * Serves the port of one note: its question is looked up as the settings say, anew with the network when the reader presses
 * for it, and whatever is under way is aborted when the note closes. Ports from outside, and damaged words, are closed on.
 */
export function serveNote(port: Port, lookUp: LookUp, self: { readonly id: string }): void {
  const from = port.sender && readSender(port.sender, self);
  if (!from) {
    port.disconnect();
    return;
  }
  let question: LookUpQuestion | undefined;
  let running = new AbortController();

  const start = (allowed: 'as-set' | 'network') => {
    // One look-up at a time: what the one before would still say is old.
    running.abort();
    running = new AbortController();
    if (question) {
      void lookUp(question, { signal: running.signal, allowed, private: from.isPrivate }, (update) =>
        port.postMessage(update),
      );
    }
  };
  port.onMessage.addListener((raw) => {
    const asks = checkNoteAsks(raw);
    if (!asks.ok) {
      running.abort();
      port.disconnect();
    } else if (asks.value.type === 'go') {
      start('network');
    } else {
      question = asks.value.question;
      start('as-set');
    }
  });
  port.onDisconnect.addListener(() => running.abort());
}

/** Serves every note from now on. Call it before the first `await`. */
export function listenForNotes(browser: Browser, lookUp: LookUp): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === NOTE_PORT) serveNote(port as Port, lookUp, { id: browser.runtime.id });
  });
}
