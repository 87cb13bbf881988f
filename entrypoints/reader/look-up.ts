import type { Failure } from '../../utils/model/failure';
import { failed } from '../../utils/model/failure';
import type { LookUpQuestion, LookUpUpdate } from '../../utils/model/look-up';
import { NOTE_PORT, type NoteAsks } from '../../utils/platform/messages';
import { native } from '../../utils/platform/native';

/** A look-up under way. */
export interface LookUp {
  /** The reader allowed it: ask the services now. */
  go(): void;
  /** Aborts its requests. */
  close(): void;
}

const failure = (kind: Failure['kind'], message: string): Failure => {
  const result = failed(kind, 'note.port', message);
  return result.ok ? (undefined as never) : result.failure;
};

/**
 * Asks the background about a citation, over a port of its own: closing it aborts what was asked. A background that dies on
 * the way is asked once more. Never throws.
 *
 * @param onBroken - The background cannot be reached: `cancelled` when the extension was updated under this page.
 */
export function startLookUp(
  question: LookUpQuestion,
  onUpdate: (update: LookUpUpdate) => void,
  onBroken: (failure: Failure) => void,
): LookUp {
  let port: chrome.runtime.Port | undefined;
  let isOver = false;
  let hasGone = false;
  let attempts = 0;

  const post = (message: NoteAsks) => {
    try {
      port?.postMessage(message);
    } catch {
      // Closed a moment ago: `onDisconnect` follows and asks again.
    }
  };
  const connect = () => {
    attempts += 1;
    try {
      port = native.runtime.connect({ name: NOTE_PORT });
    } catch {
      isOver = true;
      onBroken(failure('cancelled', 'Ibid was updated.'));
      return;
    }
    port.onMessage.addListener((update: LookUpUpdate) => {
      if (isOver) return;
      if (update.type === 'done') isOver = true;
      onUpdate(update);
      if (isOver) port?.disconnect();
    });
    port.onDisconnect.addListener(() => {
      // Reading it keeps Chromium from reporting it as unheard.
      void native.runtime?.lastError;
      port = undefined;
      if (isOver) return;
      if (attempts < 2) connect();
      else {
        isOver = true;
        onBroken(failure('timeout', 'No answer.'));
      }
    });
    post({ type: 'ask', question });
    if (hasGone) post({ type: 'go' });
  };
  connect();
  return {
    go() {
      hasGone = true;
      attempts = 1;
      if (!port && !isOver) connect();
      else post({ type: 'go' });
    },
    close() {
      isOver = true;
      port?.disconnect();
      port = undefined;
    },
  };
}
