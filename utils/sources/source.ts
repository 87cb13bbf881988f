import type { Answer, SourceRequest } from '../model/answer';
import type { Result } from '../model/failure';
import type { Identifier, Scheme } from '../model/identifier';
import type { Work } from '../model/work';
import type { Inflate } from './pdf/facts';

/** What a source can be asked about. */
export type Question = { readonly kind: 'identifier'; readonly identifier: Identifier };

/** A reference as the page prints it, white space collapsed: what is asked where the page gives the work no identifier. */
export interface PrintedReference {
  readonly scheme: 'reference';
  readonly value: string;
}

/** Several works at once, as those that another is related to; `value` has their keys. */
export interface SeveralWorks {
  readonly scheme: 'several';
  readonly value: string;
  readonly ids: readonly Identifier[];
}

/** What one request is about. */
export type Asked = Identifier | PrintedReference | SeveralWorks;

/** One request to a service, without cookies and referrer. */
export type { Answer, Inflate, SourceRequest };

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

/** What a source may be kept for: see {@link Source.fills}. */
export type Filling = 'record' | 'abstract' | 'freeCopies';

/** One service: facts, how to ask, how to read the answer. Pure; fetching, waiting and caching are written once elsewhere. */
export interface Source {
  /** Stored with records and logs: kebab-case, equal to the file's name. */
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** API reference. */
  readonly docs: string;
  /** Origins to which its requests may go. `https://*.example.org` stands for all its subdomains, `https://*` for the web. */
  readonly origins: readonly string[];
  readonly limit: RateLimit;
  /** Identifier schemes it can be asked about. */
  readonly answers: readonly Scheme[];
  /** Off until the reader switches it on: it asks more of the reader's privacy, or gives little that others do not. */
  readonly isOptional?: true;
  /** Asked only once the reader has given an address of their own. */
  readonly needsEmail?: true;
  /** The header in which a key of the reader's own is sent; without it the source takes none. */
  readonly keyHeader?: 'authorization' | 'x-api-key';
  /**
   * Asked only if this is still missing when the others have answered: any `record` at all, an `abstract`, a free copy.
   * Without it the source is asked at once.
   */
  readonly fills?: Filling;
  /** Whether an identifier of a scheme as wide as `url` is one of its own. Without it, every one is. */
  covers?(identifier: Identifier): boolean;
  /** The request for a question in one of `answers`. */
  request(question: Question, courtesy: Courtesy): SourceRequest;
  /** The request that searches for a printed reference. Its answer is a list, of which none need be the work. */
  search?(reference: string, courtesy: Courtesy): SourceRequest;
  /** The request for the records of several works, all of schemes in `answers`. Its answer is a list, which may lack some. */
  several?(ids: readonly Identifier[], courtesy: Courtesy): SourceRequest;
  /**
   * The record in an answer.
   *
   * @returns The work; undefined where the service does not know it; a failure of kind `format`, `limited`, `server` or
   *   `refused` where the answer cannot be read. Never throws.
   */
  parse(answer: Answer): Result<Work | undefined>;
  /** An answer that is a packed file, with what `parse` needs of it unpacked; any other as it is. Never rejects. */
  unpack?(answer: Answer, inflate: Inflate): Promise<Answer>;
  /** Every record in an answer that is a list (a search), in the service's order; unreadable ones are left out. */
  parseList?(answer: Answer): Result<readonly Work[]>;
}
