import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer';
import { failed, type Result, success } from '../model/failure';
import type { Identifier } from '../model/identifier';
import type { LoggedRequest } from '../model/logged-request';
import type { LookUpQuestion, LookUpUpdate } from '../model/look-up';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings';
import { workFrom } from '../sources/record';
import type { Source } from '../sources/source';
import { createLookup, type LookUpOptions } from './look-up';
import type { CachedRecord } from './look-up-ports';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);
const doi = (value: string): Identifier => ({ scheme: 'doi', value });
const GULLS = doi('10.5555/gulls.1');

/** A source whose answers are `title|scheme:value scheme:value`, `unknown` or `damaged`. */
function source(id: string, more: Partial<Source> = {}): Source {
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

type Reply = string | { readonly status: number; readonly retryAfterMs?: number } | Result<Answer>;

/** A world with its own time, in which services answer as told. */
function world(sources: readonly Source[], settings: Partial<Settings> = { lookUp: 'on-open' }) {
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
    async isListed(work) {
      if (isBroken) throw new Error('disk');
      return work.ids.some((id) => listed.has(id.value));
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

const titles = (updates: readonly LookUpUpdate[]) =>
  updates.flatMap((update) => (update.type === 'work' ? [update.work.csl.title] : []));
const types = (updates: readonly LookUpUpdate[]) => updates.map((update) => update.type);
const last = (updates: readonly LookUpUpdate[]) => updates.at(-1)!;
const record = (sourceId: string, title: string | null, ageMs: number, id = GULLS): CachedRecord => ({
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

describe('a look-up', () => {
  it('shows what the page says, and finishes, where there is no identifier', async () => {
    const place = world([source('aa')]);
    const { updates, end } = place.start({
      referenceText: 'Tarn, A. (2012). White lamps and sleeping gulls. Harbour Birds.',
    });
    await end;
    expect(titles(updates)).toEqual(['White lamps and sleeping gulls']);
    expect(last(updates)).toEqual({ type: 'done', asked: [], failures: [] });
    expect(place.sent).toEqual([]);
  });

  it('shows the first answer at once and enriches it with later ones', async () => {
    const place = world([source('crossref'), source('openalex')]);
    place.reply('openalex.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1 openalex:W1');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await place.settle();
    expect(titles(updates)).toEqual([undefined, 'Gulls']);
    expect(last(updates)).toEqual({ type: 'asking', services: ['CROSSREF'] });
    place.pending.get('crossref.example/doi/10.5555/gulls.1')!.answer('Gulls asleep|doi:10.5555/gulls.1');
    await end;
    expect(titles(updates)).toEqual([undefined, 'Gulls', 'Gulls asleep']);
    expect(last(updates)).toEqual({ type: 'done', asked: ['CROSSREF', 'OPENALEX'], failures: [] });
    const shown = updates.flatMap((update) => (update.type === 'work' ? [update.work] : [])).at(-1)!;
    expect(shown.ids.map((id) => id.scheme)).toEqual(['doi', 'openalex']);
    expect(shown.provenance.title).toEqual({ source: 'crossref', at: NOW });
  });

  it('answers from a fresh cache without asking anybody', async () => {
    const place = world([source('aa')]);
    place.stored.set('aa|doi:10.5555/gulls.1', record('aa', 'Gulls', 6 * DAY_MS));
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(titles(updates)).toEqual(['Gulls']);
    expect(last(updates)).toEqual({ type: 'done', asked: ['AA'], failures: [] });
    expect(place.sent).toEqual([]);
  });

  it('shows an older record and asks again for its standing', async () => {
    const place = world([source('aa')]);
    place.stored.set('aa|doi:10.5555/gulls.1', record('aa', 'Gulls', 8 * DAY_MS));
    place.reply('aa.example/doi/10.5555/gulls.1', 'RETRACTED: Gulls|doi:10.5555/gulls.1');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(types(updates)).toEqual(['work', 'work', 'done']);
    expect(titles(updates)).toEqual(['Gulls', 'RETRACTED: Gulls']);
    expect(place.log.map(({ reason, outcome }) => [reason, outcome])).toEqual([['refresh', 'found']]);
  });

  it('keeps showing an older record when its refreshing fails', async () => {
    const place = world([source('aa')]);
    place.stored.set('aa|doi:10.5555/gulls.1', record('aa', 'Gulls', 40 * DAY_MS));
    place.reply('aa.example/doi/10.5555/gulls.1', failed('offline', 'network', 'no connection'));
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(titles(updates)).toEqual(['Gulls']);
    expect(last(updates)).toMatchObject({ type: 'done', failures: [{ kind: 'offline', source: 'aa' }] });
  });

  it.each([
    ['believes for a day that a work is not known', 0.9 * DAY_MS, 0],
    ['asks again after a day', 1.1 * DAY_MS, 1],
  ])('%s', async (_name, ageMs, requests) => {
    const place = world([source('aa')]);
    place.stored.set('aa|doi:10.5555/gulls.1', record('aa', null, ageMs));
    place.reply('aa.example/doi/10.5555/gulls.1', 'unknown');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent).toHaveLength(requests);
  });

  it('asks a source again, once, when another has told it a name it knows', async () => {
    const place = world([source('aa'), source('bb', { answers: ['pmid'] }), source('cc')]);
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1 pmid:7');
    place.reply('bb.example/pmid/7', 'Gulls|pmid:7');
    place.reply('cc.example/doi/10.5555/gulls.1', 'unknown');
    place.reply('cc.example/pmid/7', 'unknown');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(new Set(place.sent)).toEqual(
      new Set([
        'https://aa.example/doi/10.5555/gulls.1',
        'https://cc.example/doi/10.5555/gulls.1',
        'https://bb.example/pmid/7',
        'https://cc.example/pmid/7',
      ]),
    );
    expect(last(updates)).toEqual({ type: 'done', asked: ['AA', 'BB', 'CC'], failures: [] });
    expect(place.stored.get('cc|pmid:7')?.work).toBeNull();
  });

  it('drops a record reached by a learnt name that is about something else', async () => {
    const place = world([source('aa'), source('bb', { answers: ['pmid'] })]);
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls asleep under lamps|doi:10.5555/gulls.1 pmid:8');
    place.reply('bb.example/pmid/8', 'Cheese in antiquity|pmid:8 doi:10.5555/cheese');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    const shown = updates.flatMap((update) => (update.type === 'work' ? [update.work] : [])).at(-1)!;
    expect(shown.csl.title).toBe('Gulls asleep under lamps');
    expect(shown.ids.map((id) => id.value)).not.toContain('10.5555/cheese');
  });

  it('marks the sentence of the summary that is closest to the claim', async () => {
    const place = world([source('aa')]);
    const known = record('aa', 'Gulls', DAY_MS);
    const words =
      'Harbours were lit in turn. Gulls lost two hours of sleep a night under white lamps. More is to be learnt.';
    place.stored.set(known.key, { ...known, work: { ...known.work!, abstract: [{ paragraphs: [[words]] }] } });
    const claim = 'White lamps cost gulls about two hours of sleep';
    const { updates, end } = place.start({ identifiers: [GULLS], claim });
    await end;
    const update = updates[0];
    const closest = update?.type === 'work' ? update.closest : undefined;
    expect(words.slice(closest?.start, closest?.end)).toBe('Gulls lost two hours of sleep a night under white lamps.');
  });

  it('says whether the reading list holds the work', async () => {
    const place = world([source('aa')]);
    place.listed.add('10.5555/gulls.1');
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(updates[0]).toMatchObject({ type: 'work', listed: true });
  });
});

describe('consent', () => {
  it.each([
    ['unasked', 'unasked'],
    ['on-press', 'on-press'],
  ] as const)('is asked for, after the cache, when the setting is %s', async (lookUp, state) => {
    const place = world([source('aa'), source('bb', { answers: ['isbn'] })], { lookUp });
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(types(updates)).toEqual(['work', 'needs-consent']);
    expect(last(updates)).toEqual({ type: 'needs-consent', state, services: ['AA'] });
    expect(place.sent).toEqual([]);
  });

  it('is not asked for when no source could answer, or the cache already has', async () => {
    const place = world([source('aa'), source('bb')], { lookUp: 'unasked' });
    place.stored.set('aa|doi:10.5555/gulls.1', record('aa', 'Gulls', 20 * DAY_MS));
    const known = place.start({ identifiers: [GULLS] });
    const unknown = place.start({ identifiers: [{ scheme: 'isbn', value: '9780000000000' }] });
    await Promise.all([known.end, unknown.end]);
    expect(last(known.updates)).toEqual({ type: 'done', asked: ['AA'], failures: [] });
    expect(last(unknown.updates)).toEqual({ type: 'done', asked: [], failures: [] });
  });

  it('is given by pressing', async () => {
    const place = world([source('aa')], { lookUp: 'on-press' });
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1');
    const { updates, end } = place.start({ identifiers: [GULLS] }, { allowed: 'network' });
    await end;
    expect(titles(updates).at(-1)).toBe('Gulls');
    expect(place.log[0]?.reason).toBe('pressed');
  });

  it('does not reach sources that are switched off', async () => {
    const place = world([source('aa'), source('bb')], { lookUp: 'on-open', sourcesOff: ['aa'] });
    place.reply('bb.example/doi/10.5555/gulls.1', 'unknown');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent).toEqual(['https://bb.example/doi/10.5555/gulls.1']);
  });
});

describe('manners', () => {
  it('share one request between notes, and abort it when the last has closed', async () => {
    const place = world([source('aa')]);
    const one = place.start({ identifiers: [GULLS] });
    const two = place.start({ identifiers: [GULLS] });
    await place.settle();
    expect(place.sent).toHaveLength(1);
    const wait = place.pending.get('aa.example/doi/10.5555/gulls.1')!;
    one.stop.abort();
    await one.end;
    expect(wait.isAborted).toBe(false);
    two.stop.abort();
    await two.end;
    expect(wait.isAborted).toBe(true);
    expect(types(two.updates)).toEqual(['work', 'asking']);
  });

  it('ask afresh after an aborted request', async () => {
    const place = world([source('aa')]);
    const one = place.start({ identifiers: [GULLS] });
    await place.settle();
    one.stop.abort();
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1');
    const two = place.start({ identifiers: [GULLS] });
    await two.end;
    expect(titles(two.updates).at(-1)).toBe('Gulls');
  });

  it('try once more after a fault', async () => {
    const place = world([source('aa')]);
    place.reply('aa.example/doi/10.5555/gulls.1', { status: 503 }, 'Gulls|doi:10.5555/gulls.1');
    const { updates } = place.start({ identifiers: [GULLS] });
    await place.pass(1000);
    expect(titles(updates).at(-1)).toBe('Gulls');
    expect(last(updates)).toMatchObject({ type: 'done', failures: [] });
    expect(place.log.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['server', 503],
      ['found', 200],
    ]);
  });

  it('give a slow service up after eight seconds, twice', async () => {
    const place = world([source('aa')]);
    const { updates } = place.start({ identifiers: [GULLS] });
    await place.pass(7999);
    expect(place.sent).toHaveLength(1);
    await place.pass(9000);
    expect(place.sent).toHaveLength(2);
    expect(last(updates)).toMatchObject({ type: 'done', failures: [{ kind: 'timeout', source: 'aa' }] });
  });

  it('wait as long as a service asks, and tell the reader when that is long', async () => {
    const place = world([source('aa')]);
    place.reply('aa.example/doi/10.5555/gulls.1', { status: 429, retryAfterMs: 30_000 });
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(last(updates)).toMatchObject({ type: 'done', failures: [{ kind: 'limited', retryAfterMs: 30_000 }] });
    const next = place.start({ identifiers: [doi('10.5555/terns.1')] });
    await place.pass(5000);
    expect(place.sent).toHaveLength(1);
    next.stop.abort();
  });

  it('ask a host no faster than it allows', async () => {
    const place = world([source('aa', { limit: { requestsPerSecond: 2, concurrent: 9, stated: 'test' } })]);
    for (let i = 0; i < 5; i += 1) place.start({ identifiers: [doi(`10.5555/n.${i}`)] });
    await place.pass(0);
    expect(place.sent).toHaveLength(2);
    await place.pass(1000);
    expect(place.sent).toHaveLength(4);
  });

  it('ask a host no more at once than it allows', async () => {
    const place = world([source('aa', { limit: { requestsPerSecond: 99, concurrent: 1, stated: 'test' } })]);
    place.start({ identifiers: [doi('10.5555/n.1')] });
    place.start({ identifiers: [doi('10.5555/n.2')] });
    await place.pass(500);
    expect(place.sent).toEqual(['https://aa.example/doi/10.5555/n.1']);
    place.pending.get('aa.example/doi/10.5555/n.1')!.answer('unknown');
    await place.pass(10);
    expect(place.sent).toHaveLength(2);
  });

  it('leave a service alone for a minute after five failures in a row', async () => {
    const place = world([source('aa')]);
    for (let i = 0; i < 5; i += 1) {
      place.reply(`aa.example/doi/10.5555/n.${i}`, 'damaged');
      await place.start({ identifiers: [doi(`10.5555/n.${i}`)] }).end;
    }
    const resting = place.start({ identifiers: [GULLS] });
    await resting.end;
    expect(place.sent).toHaveLength(5);
    expect(last(resting.updates)).toMatchObject({
      type: 'done',
      failures: [{ kind: 'limited', retryAfterMs: 60_000 }],
    });
    await place.pass(60_001);
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1');
    const awake = place.start({ identifiers: [GULLS] });
    await awake.end;
    expect(titles(awake.updates).at(-1)).toBe('Gulls');
  });

  it('refuse requests that would leave the origins of their source', async () => {
    const place = world([source('aa', { request: () => ({ url: 'https://tracker.example/', accept: '' }) })]);
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(place.sent).toEqual([]);
    expect(last(updates)).toMatchObject({ type: 'done', failures: [{ kind: 'refused' }] });
  });

  it.each<[string, Reply, string]>([
    [
      'comes from elsewhere',
      success({ status: 200, contentType: '', body: 'Gulls|doi:10.5555/gulls.1', url: 'https://other.example/' }),
      'refused',
    ],
    ['is about another work', 'Cheese|doi:10.5555/cheese', 'format'],
    ['is damaged', 'damaged', 'format'],
  ])('do not believe an answer that %s', async (_name, reply, kind) => {
    const place = world([source('aa')]);
    place.reply('aa.example/doi/10.5555/gulls.1', reply);
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(titles(updates)).toEqual([undefined]);
    expect(last(updates)).toMatchObject({ type: 'done', failures: [{ kind, source: 'aa' }] });
  });

  it('believe an alias, which is answered by a redirect to the prime name', async () => {
    const place = world([source('aa')]);
    const url = 'https://aa.example/doi/10.5555/prime';
    place.reply(
      'aa.example/doi/10.5555/gulls.1',
      success({ status: 200, contentType: '', body: 'Gulls|doi:10.5555/prime', url }),
    );
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(titles(updates).at(-1)).toBe('Gulls');
  });

  it('keep no note waiting when the network breaks its promise not to throw', async () => {
    const place = world([source('aa', { limit: { requestsPerSecond: 9, concurrent: 1, stated: 'test' } })]);
    place.breakNetwork();
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(last(updates)).toMatchObject({ type: 'done', failures: [{ kind: 'invalid', source: 'aa' }] });
  });

  it('survive a source that throws, a cache that cannot be read and a log that cannot be written', async () => {
    const place = world([
      source('aa', {
        parse: () => {
          throw new Error('surprise');
        },
      }),
    ]);
    place.breakStorage();
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(last(updates)).toMatchObject({ type: 'done', failures: [{ kind: 'format' }] });
  });
});

describe('a private window', () => {
  it('keeps nothing and logs nothing, but remembers until it closes', async () => {
    const place = world([source('aa')]);
    const path = 'aa.example/doi/10.5555/gulls.1';
    place.reply(path, 'Gulls|doi:10.5555/gulls.1');
    await place.start({ identifiers: [GULLS] }, { private: true }).end;
    await place.start({ identifiers: [GULLS] }, { private: true }).end;
    expect(place.sent).toHaveLength(1);
    expect(place.stored.size).toBe(0);
    expect(place.log).toEqual([]);
    expect(await place.lookup.known({ identifiers: [GULLS] })).toBeUndefined();
    place.lookup.forgetPrivate();
    place.reply(path, 'Gulls|doi:10.5555/gulls.1');
    await place.start({ identifiers: [GULLS] }, { private: true }).end;
    expect(place.sent).toHaveLength(2);
  });
});

describe('what is known', () => {
  it('comes from the cache, through all names of the work, without a request', async () => {
    const place = world([source('aa'), source('bb', { answers: ['pmid'] })]);
    const named = record('aa', 'Gulls', DAY_MS);
    place.stored.set(named.key, { ...named, work: { ...named.work!, ids: [GULLS, { scheme: 'pmid', value: '7' }] } });
    place.stored.set('bb|pmid:7', record('bb', 'Gulls', DAY_MS, { scheme: 'pmid', value: '7' }));
    const work = await place.lookup.known({ identifiers: [GULLS] });
    expect(work?.ids.map((id) => id.scheme)).toEqual(['doi', 'pmid']);
    expect(place.sent).toEqual([]);
  });
});
