import type { Answer, SourceRequest } from '../model/answer';
import type { Result } from '../model/failure';
import type { Identifier, Scheme } from '../model/identifier';
import type { Work } from '../model/work';

/** What a source can be asked about. */
export type Question = { readonly kind: 'identifier'; readonly identifier: Identifier };

/** One request to a service, without cookies and referrer. */
export type { Answer, SourceRequest };

/** How often a host may be asked. */
export interface RateLimit {
  readonly requestsPerSecond: number;
  readonly concurrent: number;
  /** The page, or the answer header, that states it. */
  readonly stated: string;
}

/** What the reader has given for polite pools; everything may be missing. */
export interface Courtesy {
  readonly contactEmail?: string;
}

/** One service: facts, how to ask, how to read the answer. Pure; fetching, waiting and caching are written once elsewhere. */
export interface Source {
  /** Stored with records and logs: kebab-case, equal to the file's name. */
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** API reference. */
  readonly docs: string;
  /** Origins to which its requests may go. */
  readonly origins: readonly string[];
  readonly limit: RateLimit;
  /** Identifier schemes it can be asked about. */
  readonly answers: readonly Scheme[];
  /** The request for a question in one of `answers`. */
  request(question: Question, courtesy: Courtesy): SourceRequest;
  /**
   * The record in an answer.
   *
   * @returns The work; undefined where the service does not know it; a failure of kind `format`, `limited`, `server` or
   *   `refused` where the answer cannot be read. Never throws.
   */
  parse(answer: Answer): Result<Work | undefined>;
  /** Every record in an answer that is a list (a search), in the service's order; unreadable ones are left out. */
  parseList?(answer: Answer): Result<readonly Work[]>;
}
