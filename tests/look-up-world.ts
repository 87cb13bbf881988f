import type { Answer } from '../utils/model/answer';
import { failed, type Result, success } from '../utils/model/failure';
import type { Identifier } from '../utils/model/identifier';
import type { LoggedRequest } from '../utils/model/logged-request';
import type { LookUpQuestion, LookUpUpdate } from '../utils/model/look-up';
import { DEFAULT_SETTINGS, type Settings } from '../utils/model/settings';
import { inflate } from '../utils/platform/inflate';
import { workFrom } from '../utils/sources/record';
import type { Source } from '../utils/sources/source';
import { createLookup, type LookUpOptions } from '../utils/usecases/look-up';
import type { CachedRecord } from '../utils/usecases/look-up-ports';
import { rankSentences } from './likeness';

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;
/** The moment at which every world begins, milliseconds since 1970. */
export const NOW = Date.UTC(2026, 5, 1);
/** A DOI. */
export const doi = (value: string): Identifier => ({ scheme: 'doi', value });
/** The work that most questions are about. */
export const GULLS = doi('10.5555/gulls.1');

/** A source whose answers are `title|scheme:value scheme:value`, `unknown` or `damaged`. */
export function source(id: string, more: Partial<Source> = {}): Source {
  const origin = `https://${id}.example`;
  return {
    id,
    label: id.toUpperCase(),
    docs: origin,
    origins: [origin],
    limit: { requestsPerSecond: 100, concurrent: 2, stated: 'test' },
    answers: ['doi', 'pmid'],
    request: ({ identifier }) => ({ url: `${origin}/${identifier.scheme}/${identifier.value}`, accept: 'text/plain' }),
    parse(answer) {
      if (answer.status === 429) return failed('limited', 'parse', 'slow down');
      if (answer.status >= 500) return failed('server', 'parse', 'trouble');
      if (answer.body === 'unknown') return success(undefined);
      if (answer.body === 'damaged') return failed('format', 'parse', 'damaged');
      const [title, names = ''] = answer.body.split('|');
      const ids = names
        .split(' ')
        .filter(Boolean)
        .map(
          (name) =>
            ({ scheme: name.slice(0, name.indexOf(':')), value: name.slice(name.indexOf(':') + 1) }) as Identifier,
        );
      return success(
        workFrom(id, { type: 'article-journal', kind: 'study', title: [title!], ids, authors: [], issued: [2012] }),
      );
    },
    ...more,
  };
}

/** What a service sends, or what came of asking it. */
export type Reply = string | { readonly status: number; readonly retryAfterMs?: number } | Result<Answer>;

/** A world with its own time, in which services answer as told. */
export function world(sources: readonly Source[], settings: Partial<Settings> = { lookUp: 'on-open' }) {
  let now = NOW;
  let isBroken = false;
  let isUnplugged = false;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const replies = new Map<string, Reply[]>();
  const pending = new Map<string, { readonly answer: (reply: Reply) => void; isAborted: boolean }>();
  const sent: string[] = [];
  const log: LoggedRequest[] = [];
  const stored = new Map<string, CachedRecord>();
  const listed = new Set<string>();
  const toResult = (url: string, reply: Reply): Result<Answer> => {
    if (typeof reply === 'object' && 'ok' in reply) return reply;
    return success({
      contentType: 'text/plain',
      url,
      ...(typeof reply === 'string' ? { status: 200, body: reply } : { body: '', ...reply }),
    });
  };
  const lookup = createLookup({
    sources,
    settings: () => ({ ...DEFAULT_SETTINGS, ...settings }),
    clock: {
      now: () => now,
      after(delayMs, callback) {
        const timer = { at: now + delayMs, callback };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    },
    inflate,
    fetchAnswer(request, signal) {
      if (isUnplugged) throw new Error('unplugged');
      sent.push(request.url);
      const path = request.url.replace('https://', '');
      const reply = replies.get(path)?.shift();
      if (reply !== undefined) return Promise.resolve(toResult(request.url, reply));
      return new Promise((resolve) => {
        const wait = { isAborted: false, answer: (late: Reply) => resolve(toResult(request.url, late)) };
        pending.set(path, wait);
        signal.addEventListener('abort', () => {
          wait.isAborted = true;
          resolve(failed('cancelled', 'network', 'aborted'));
        });
      });
    },
    cache: {
      async get(keys) {
        if (isBroken) throw new Error('disk');
        return keys.flatMap((key) => stored.get(key) ?? []);
      },
      async put(record) {
        if (isBroken) throw new Error('disk');
        stored.set(record.key, record);
      },
    },
    log: {
      async add(entry) {
        if (isBroken) throw new Error('disk');
        log.push(entry);
      },
    },
    ranker: async () => rankSentences,
    judged: async (work) => work,
    async listedAs(work) {
      if (isBroken) throw new Error('disk');
      return work.ids.some((id) => listed.has(id.value)) ? { status: 'read', remark: 'My own words' } : undefined;
    },
  });
  const settle = async () => {
    for (let i = 0; i < 40; i += 1) await Promise.resolve();
  };
  return {
    lookup,
    sent,
    log,
    stored,
    listed,
    pending,
    breakNetwork: () => {
      isUnplugged = true;
    },
    breakStorage: () => {
      isBroken = true;
    },
    reply: (path: string, ...more: Reply[]) => replies.set(path, [...(replies.get(path) ?? []), ...more]),
    settle,
    /** Lets time pass, firing what is due on the way. */
    async pass(ms: number) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.callback();
        await settle();
      }
      now = end;
    },
    /** Starts a look-up; `updates` fills as they come. */
    start(question: Partial<LookUpQuestion>, options: Partial<LookUpOptions> = {}) {
      const updates: LookUpUpdate[] = [];
      const stop = new AbortController();
      const end = lookup.lookUp(
        { identifiers: [], ...question },
        { signal: stop.signal, allowed: 'as-set', private: false, ...options },
        (update) => updates.push(update),
      );
      return { updates, stop, end };
    },
  };
}

/** Titles of the works in updates, in order. */
export const titles = (updates: readonly LookUpUpdate[]) =>
  updates.flatMap((update) => (update.type === 'work' ? [update.work.csl.title] : []));
/** What kinds of updates came, in order. */
export const types = (updates: readonly LookUpUpdate[]) => updates.map((update) => update.type);
/** The last update. */
export const last = (updates: readonly LookUpUpdate[]) => updates.at(-1)!;
/** A record as the cache keeps it; `title` null for a work that was not known. */
export const record = (sourceId: string, title: string | null, ageMs: number, id = GULLS): CachedRecord => ({
  key: `${sourceId}|${id.scheme}:${id.value}`,
  source: sourceId,
  fetchedAt: NOW - ageMs,
  work:
    title === null
      ? null
      : workFrom(sourceId, {
          type: 'article-journal',
          kind: 'study',
          title: [title],
          ids: [id],
          authors: [],
          issued: [2012],
        })!,
});
