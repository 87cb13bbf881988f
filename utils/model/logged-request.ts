import type { FailureKind } from './failure';

/** One request that went out, for the reader's eyes. */
export interface LoggedRequest {
  /** Milliseconds since the epoch at which it was sent. */
  readonly at: number;
  /** Source id. */
  readonly source: string;
  /** Host that was asked. */
  readonly host: string;
  /** What was asked about, `scheme:value`. */
  readonly identifier: string;
  /** Why: a note was opened, the reader pressed Look up or Related works, or an old record was refreshed. */
  readonly reason: 'note' | 'pressed' | 'related' | 'refresh';
  readonly outcome: 'found' | 'unknown' | FailureKind;
  /** HTTP status; undefined where no answer came. */
  readonly status?: number;
  /** Milliseconds from sending to the end of the answer. */
  readonly tookMs: number;
}
