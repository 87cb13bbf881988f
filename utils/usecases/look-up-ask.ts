import { type Failure, type Result, success } from '../model/failure';
import type { LoggedRequest } from '../model/logged-request';
import type { Answer, Asked, Inflate, Source, SourceRequest } from '../sources/source';
import { stamped } from '../works/merge';
import { fail, makeRequest, readAnswer } from './look-up-guard';
import { type Breaker, createBreaker, createGate, type Gate } from './look-up-limits';
import {
  askedKey,
  type CachedRecord,
  type Clock,
  cacheKey,
  type FetchAnswer,
  type ReadSettings,
  type RequestLog,
} from './look-up-ports';

/** How long one attempt may take, and how long it may wait for its turn. */
const TIMEOUT_MS = 8000;
/** Pause before the second attempt. */
const BACK_OFF_MS = 600;
/** A reader waits this long for a busy service; longer waits are reported instead. */
const PATIENCE_MS = 2000;
/** A host that says 429 without a time is left alone for this long; one with a time, at most for ten minutes. */
const PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 600_000;

/** What asking takes, handed in. */
export interface AskerNeeds {
  readonly fetchAnswer: FetchAnswer;
  readonly inflate: Inflate;
  readonly log: RequestLog;
  readonly clock: Clock;
  readonly settings: ReadSettings;
}

/** Circumstances of one question. */
export interface Asking {
  readonly signal: AbortSignal;
  readonly reason: LoggedRequest['reason'];
  /** Asked from a private window: nothing is written down, nothing shared with other windows. */
  readonly isPrivate: boolean;
}

/** Asks services, with manners: see {@link createAsker}. */
export interface Asker {
  /**
   * What a source says of an identifier, or finds for a printed reference.
   *
   * @returns Its record, `work` null where it does not know the work; a failure where it could not be asked or its answer
   *   not be read. Never throws.
   */
  ask(source: Source, asked: Asked, asking: Asking): Promise<Result<CachedRecord>>;
}

interface Shared {
  readonly answer: Promise<Result<CachedRecord>>;
  readonly stop: AbortController;
  askers: number;
}

/**
 * The one way to the services. One request is in flight per question, shared between notes and aborted when its last asker
 * has left; hosts are asked no faster than they allow; one second attempt is made after faults and time-outs; a service that
 * keeps failing rests; no request leaves a source's `origins`; every request is logged.
 */
export function createAsker(needs: AskerNeeds): Asker {
  const { clock } = needs;
  const inFlight = new Map<string, Shared>();
  const gates = new Map<string, Gate>();
  const breakers = new Map<string, Breaker>();
  const of = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const known = map.get(key) ?? make();
    map.set(key, known);
    return known;
  };

  async function askTwice(source: Source, asked: Asked, asking: Asking): Promise<Result<CachedRecord>> {
    const breaker = of(breakers, source.id, () => createBreaker(clock));
    for (let attempt = 0; ; attempt += 1) {
      const restMs = breaker.restMs();
      if (restMs > 0)
        return fail(
          source,
          'limited',
          'rest',
          `${source.label} has failed several times and is left alone for a while.`,
          {
            retryAfterMs: restMs,
          },
        );
      const result = await askOnce(source, asked, asking, breaker);
      if (result.ok || attempt > 0) return result;
      const waitMs = secondTryMs(result.failure);
      if (waitMs === undefined || !(await sleep(clock, waitMs, asking.signal))) return result;
    }
  }

  async function askOnce(
    source: Source,
    asked: Asked,
    asking: Asking,
    breaker: Breaker,
  ): Promise<Result<CachedRecord>> {
    const made = await makeRequest(source, asked, needs.settings);
    if (!made.ok) return made;
    const { request, host } = made.value;
    const gate = of(gates, host, () => createGate(source.limit, clock));
    const waited = timeLimit(clock, asking.signal);
    const leave = await gate.enter(waited.signal);
    waited.end();
    if (!leave)
      return asking.signal.aborted
        ? fail(source, 'cancelled', 'wait', 'The note was closed.')
        : fail(source, 'limited', 'wait', `${source.label} is being asked too much at once.`);
    const at = clock.now();
    const timed = timeLimit(clock, asking.signal);
    try {
      const answer = await Promise.race([fetchUnpacked(source, request, timed.signal), timed.over]);
      const result = answer?.ok
        ? readAnswer(source, asked, request, answer.value)
        : asking.signal.aborted
          ? fail(source, 'cancelled', 'fetch', 'The note was closed.')
          : timed.signal.aborted || !answer
            ? fail(source, 'timeout', 'fetch', `${source.label} did not answer in time.`, { url: request.url })
            : { ok: false as const, failure: { ...answer.failure, source: source.id } };
      if (result.ok) breaker.note('well');
      else if (/^(?:server|timeout|limited|format)$/.test(result.failure.kind)) breaker.note('ill');
      if (!result.ok && result.failure.kind === 'limited')
        gate.pause(Math.min(result.failure.retryAfterMs ?? PAUSE_MS, LONGEST_PAUSE_MS));
      if (!asking.isPrivate)
        writeDown(needs.log, {
          at,
          source: source.id,
          host,
          identifier: askedKey(asked),
          reason: asking.reason,
          outcome: result.ok
            ? result.value.work || result.value.works?.length
              ? 'found'
              : 'unknown'
            : result.failure.kind,
          ...(answer?.ok && { status: answer.value.status }),
          tookMs: clock.now() - at,
        });
      if (!result.ok) return result;
      const answeredAt = clock.now();
      const { work, works } = result.value;
      return success({
        key: cacheKey(source.id, asked),
        source: source.id,
        fetchedAt: answeredAt,
        work: work ? stamped(work, answeredAt) : null,
        ...(works && { works: works.map((each) => stamped(each, answeredAt)) }),
      });
    } finally {
      timed.end();
      leave();
    }
  }

  async function fetchUnpacked(source: Source, request: SourceRequest, signal: AbortSignal): Promise<Result<Answer>> {
    const answer = await needs.fetchAnswer(request, signal);
    return answer.ok && source.unpack ? success(await source.unpack(answer.value, needs.inflate)) : answer;
  }

  return {
    ask(source, asked, asking) {
      const key = `${asking.isPrivate ? 'private ' : ''}${cacheKey(source.id, asked)}`;
      const known = inFlight.get(key);
      const shared =
        known ??
        startSharing(key, (signal) =>
          // A port that breaks its promise not to throw must not leave notes waiting for ever.
          askTwice(source, asked, { ...asking, signal }).catch((error) =>
            fail(source, 'invalid', 'ask', `${source.label} could not be asked: ${String(error)}`),
          ),
        );
      return join(shared, asking.signal, () => fail(source, 'cancelled', 'join', 'The note was closed.'));
    },
  };

  function startSharing(key: string, run: (signal: AbortSignal) => Promise<Result<CachedRecord>>): Shared {
    const stop = new AbortController();
    const shared: Shared = { stop, askers: 0, answer: run(stop.signal) };
    inFlight.set(key, shared);
    const forget = () => {
      if (inFlight.get(key) === shared) inFlight.delete(key);
    };
    // One that was given up is not for those who come later.
    stop.signal.addEventListener('abort', forget);
    void shared.answer.finally(forget);
    return shared;
  }
}

/** The shared answer, or at once `cancelled` for an asker who leaves; the last one to leave ends the request. */
function join(shared: Shared, signal: AbortSignal, cancelled: () => Result<never>): Promise<Result<CachedRecord>> {
  if (signal.aborted) {
    if (shared.askers === 0) shared.stop.abort();
    return Promise.resolve(cancelled());
  }
  shared.askers += 1;
  return new Promise((resolve) => {
    const leave = () => {
      shared.askers -= 1;
      if (shared.askers === 0) shared.stop.abort();
      resolve(cancelled());
    };
    signal.addEventListener('abort', leave, { once: true });
    void shared.answer.then((result) => {
      signal.removeEventListener('abort', leave);
      resolve(result);
    });
  });
}

/** How long to wait before the second attempt; undefined where there is to be none. */
function secondTryMs({ kind, retryAfterMs }: Failure): number | undefined {
  if (kind === 'server' || kind === 'timeout')
    return Math.max(BACK_OFF_MS, retryAfterMs ?? 0) <= PATIENCE_MS
      ? Math.max(BACK_OFF_MS, retryAfterMs ?? 0)
      : undefined;
  if (kind === 'limited' && retryAfterMs !== undefined && retryAfterMs <= PATIENCE_MS) return retryAfterMs;
  return undefined;
}

/** Waits; false where the signal was aborted before the end. */
function sleep(clock: Clock, forMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(false);
      return;
    }
    const wake = clock.after(forMs, () => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    });
    const stop = () => {
      wake();
      resolve(false);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** A signal that is also aborted after the time-out; `over` then gives undefined, for what does not listen to signals. */
function timeLimit(clock: Clock, outer: AbortSignal) {
  const controller = new AbortController();
  let tell: (value: undefined) => void = () => {};
  const over = new Promise<undefined>((resolve) => {
    tell = resolve;
  });
  const abort = () => {
    controller.abort();
    tell(undefined);
  };
  const undo = clock.after(TIMEOUT_MS, abort);
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    over,
    end() {
      undo();
      outer.removeEventListener('abort', abort);
    },
  };
}

/** The log must never keep a reader from an answer: a full disk is reported where the log is read. */
function writeDown(log: RequestLog, entry: LoggedRequest): void {
  void log.add(entry).catch(() => {});
}
