import type { RateLimit } from '../sources/source';
import type { Clock } from './look-up-ports';

/** Lets requests to one host through no faster than it allows. */
export interface Gate {
  /**
   * Waits for a turn.
   *
   * @returns What ends the turn; undefined when `signal` was aborted first.
   */
  enter(signal: AbortSignal): Promise<(() => void) | undefined>;
  /** Lets nobody through for a while: the host has asked for it (`Retry-After`). */
  pause(forMs: number): void;
}

/**
 * A token bucket with room for one second of requests, together with a limit of requests in flight, first come first
 * served.
 */
export function createGate(limit: RateLimit, clock: Clock): Gate {
  const room = Math.max(1, limit.requestsPerSecond);
  let tokens = room;
  let filledAt = clock.now();
  let inFlight = 0;
  let pausedUntil = 0;
  let waking: (() => void) | undefined;
  const queue: { readonly go: () => void }[] = [];

  function serve(): void {
    waking?.();
    waking = undefined;
    const now = clock.now();
    tokens = Math.min(room, tokens + ((now - filledAt) / 1000) * limit.requestsPerSecond);
    filledAt = now;
    while (queue.length > 0 && inFlight < limit.concurrent && tokens >= 1 && now >= pausedUntil) {
      tokens -= 1;
      inFlight += 1;
      queue.shift()!.go();
    }
    if (queue.length === 0 || inFlight >= limit.concurrent) return;
    const refillMs = tokens >= 1 ? 0 : ((1 - tokens) / limit.requestsPerSecond) * 1000;
    waking = clock.after(Math.max(1, Math.ceil(refillMs), pausedUntil - now), serve);
  }

  return {
    enter: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve(undefined);
          return;
        }
        const leave = () => {
          const place = queue.indexOf(waiter);
          if (place >= 0) queue.splice(place, 1);
          resolve(undefined);
        };
        const waiter = {
          go: () => {
            signal.removeEventListener('abort', leave);
            let isOver = false;
            resolve(() => {
              if (isOver) return;
              isOver = true;
              inFlight -= 1;
              serve();
            });
          },
        };
        signal.addEventListener('abort', leave, { once: true });
        queue.push(waiter);
        serve();
      }),
    pause(forMs) {
      pausedUntil = Math.max(pausedUntil, clock.now() + forMs);
    },
  };
}

/** Leaves a service alone for a while after it has failed several times in a row. */
export interface Breaker {
  /** Milliseconds for which nothing is to be asked; 0 where it may be. */
  restMs(): number;
  note(outcome: 'well' | 'ill'): void;
}

/** How many failures in a row, and how long a rest: enough for a service that restarts, short enough for a reader who waits. */
const FAILURES = 5;
const REST_MS = 60_000;

/** After its rest one more failure is enough for the next. */
export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let restUntil = 0;
  return {
    restMs: () => Math.max(0, restUntil - clock.now()),
    note(outcome) {
      failures = outcome === 'well' ? 0 : failures + 1;
      if (failures >= FAILURES) restUntil = clock.now() + REST_MS;
    },
  };
}
