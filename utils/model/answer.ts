/** What is sent to a service: always a GET without a body, cookies or referrer. */
export interface SourceRequest {
  readonly url: string;
  /** Sent as `Accept`. */
  readonly accept: string;
  /** Whether the answer's bytes are wanted beside its text: it may be a file that is no text. */
  readonly keepsBytes?: true;
  /** The reader's own key for the service, as the header that it takes. */
  readonly key?: Readonly<Record<string, string>>;
}

/** An answer as it came, whatever its status. */
export interface Answer {
  readonly status: number;
  /** Media type in lower case without parameters; empty where the service sent none. */
  readonly contentType: string;
  readonly body: string;
  /** Where the request asked for them. */
  readonly bytes?: Uint8Array;
  /** What was unpacked of bytes that are no text, by name. */
  readonly facts?: Readonly<Partial<Record<string, string>>>;
  /** Address that answered, after redirects. */
  readonly url: string;
  /** Milliseconds to wait before asking again, where the service said so (`Retry-After`). */
  readonly retryAfterMs?: number;
}
