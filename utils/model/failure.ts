/**
 * Why something did not work, as a closed set: errors do not survive the trip between contexts, and a reader needs a
 * sentence, not a stack.
 *
 * - `offline`: no connection, or the service could not be reached at all
 * - `timeout`: no answer in time
 * - `limited`: the service asks us to slow down (429, or our own limit or circuit breaker)
 * - `refused`: 401, 403, 451, or a host outside the source's `origins`
 * - `server`: 5xx
 * - `format`: an answer that is not what the service documents
 * - `storage`: the library could not be read or written
 * - `invalid`: a request of ours that does not make sense (a damaged message, an empty quote)
 * - `cancelled`: the note was closed before the answer came; never shown
 */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'limited'
  | 'refused'
  | 'server'
  | 'format'
  | 'storage'
  | 'invalid'
  | 'cancelled';

/** Why the library, or what stands around it, did not do something: the names of its sentences under `failure` in `locales/`. */
export type FailureName =
  | 'full'
  | 'unwritten'
  | 'unusable'
  | 'unreadable'
  | 'unopened'
  | 'unopenedPerhapsFull'
  | 'unsaved'
  | 'blocked'
  | 'newer'
  | 'undone'
  | 'privateWindow'
  | 'itemGone'
  | 'passageGone'
  | 'collectionGone'
  | 'stillLookingUp'
  | 'noDownloads'
  | 'noList'
  | 'noMeaning'
  | 'tooFewWords'
  | 'zoteroReadOnly'
  | 'zoteroRefuses'
  | 'zoteroStrange'
  | 'noAnswer'
  | 'updated'
  | 'misread'
  | 'notHere'
  | 'searchUnstarted'
  | 'ownWordsUnreachable'
  | 'zoteroSilent'
  | 'backupForeign'
  | 'backupNewer'
  | 'backupCutOff'
  | 'backupLacks';

/** A sentence by name, with the values in it. */
export type Said = readonly [name: FailureName, ...values: (string | number)[]];

/** What went wrong, where, and what to do about it. */
export interface Failure {
  readonly kind: FailureKind;
  /** Where it happened, e.g. `crossref.parse` or `storage.open`. For the log, never shown alone. */
  readonly stage: string;
  /** One English sentence that names what and where; where there is something in `says`, its name and values, for logs. */
  readonly message: string;
  /** What is said of it to readers, in their language. */
  readonly says?: Said;
  /** Source id, where a service was involved. */
  readonly source?: string;
  readonly url?: string;
  /** Milliseconds to wait before asking again, where the service said so. */
  readonly retryAfterMs?: number;
}

/** Whether the background may do what it failed to do when it is told again. */
export const mayPass = ({ kind }: Failure): boolean => kind === 'timeout' || kind === 'storage' || kind === 'server';

/** A value or the failure in its place. Nothing that can fail by nature throws. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A successful {@link Result}. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failed {@link Result}. */
export const failed = (
  kind: FailureKind,
  stage: string,
  message: string,
  more: Partial<Pick<Failure, 'source' | 'url' | 'retryAfterMs' | 'says'>> = {},
): Result<never> => ({ ok: false, failure: { kind, stage, message, ...more } });

/** A failed {@link Result} of which there are words for readers. */
export const failedAs = (
  kind: FailureKind,
  stage: string,
  ...says: Said
): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { kind, stage, message: says.join(': '), says },
});

/** A failure where only an error can go. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
