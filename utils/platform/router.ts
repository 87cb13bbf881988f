import { type Failure, failedAs } from '../model/failure';
import type { Browser } from './browser';
import { checkMessage } from './guards';
import type { Reply, ToBackground } from './messages';

/** Who said something. */
export interface From {
  /** Undefined for the popup, which stands in no tab. */
  readonly tabId?: number;
  /** 0 is the tab's own document. */
  readonly frameId?: number;
  readonly isPrivate: boolean;
}

/** What is done about each message. A handler that throws is answered for: its message fails. */
export type Handlers = {
  readonly [Name in keyof ToBackground]: (
    input: ToBackground[Name][0],
    from: From,
  ) => Promise<Reply<ToBackground[Name][1]>>;
};

/** The part of a message's sender that the browser vouches for. */
export interface MessageSender {
  readonly id?: string;
  readonly url?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number; readonly incognito: boolean };
}

/** Where a message came from; undefined where another extension, or nobody known, sent it. */
export function readSender(sender: MessageSender, self: { readonly id: string }): From | undefined {
  if (sender.id !== self.id) return undefined;
  return { tabId: sender.tab?.id, frameId: sender.frameId, isPrivate: sender.tab?.incognito ?? false };
}

/**
 * Answers one message: checks sender, name and input, and lets its handler do the rest.
 *
 * @param ownOrigin - `runtime.getURL('')`: what the address of the extension's own pages begins with.
 * @returns The reply. Never rejects.
 */
export async function answer(
  raw: unknown,
  sender: MessageSender,
  handlers: Handlers,
  self: { readonly id: string; readonly ownOrigin: string },
): Promise<Reply<unknown>> {
  const from = readSender(sender, self);
  if (!from) return failedAs('invalid', 'router.sender', 'misread', 'a message from outside');
  const message = checkMessage(raw, sender.url?.startsWith(self.ownOrigin) ?? false);
  if (!message.ok) return message;
  const { name, input } = message.value;
  try {
    return await (handlers[name] as (input: unknown, from: From) => Promise<Reply<unknown>>)(input, from);
  } catch (error) {
    console.error(`${name} failed`, error);
    return failedAs('storage', `router.${name}`, 'undone', String(error));
  }
}

/** A reply whose failure is said to the reader: whoever asked need not bring the words. */
export function spoken(reply: Reply<unknown>, textOf: (failure: Failure) => string): Reply<unknown> {
  if (reply.ok) return reply;
  const { says: _says, ...failure } = reply.failure;
  return { ok: false, failure: { ...failure, message: textOf(reply.failure) } };
}

/**
 * Answers every message to the background from now on. Call it before the first `await`.
 *
 * @param textOf - What is said of a failure.
 * @returns Carries out a message whose sender is gone, as if a page of no tab had just said it. Never rejects.
 */
export function listenForMessages(
  browser: Browser,
  textOf: (failure: Failure) => string,
  handlers: Handlers,
): (raw: unknown) => Promise<Reply<unknown>> {
  const self = { id: browser.runtime.id, ownOrigin: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((raw, sender, sendResponse) => {
    void answer(raw, sender, handlers, self)
      .then((reply) => spoken(reply, textOf))
      .then(sendResponse);
    // Older Chromium forgets `sendResponse` unless it is told to wait.
    return true;
  });
  return (raw) => answer(raw, { id: self.id }, handlers, self);
}
