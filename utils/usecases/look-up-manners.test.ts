import { describe, expect, it } from 'vitest';
import { DAY_MS, doi, GULLS, last, type Reply, record, source, titles, types, world } from '../../tests/look-up-world';
import { success } from '../model/failure';

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
