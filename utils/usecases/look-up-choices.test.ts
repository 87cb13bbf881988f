import { describe, expect, it } from 'vitest';
import { doi, GULLS, source, world } from '../../tests/look-up-world';
import { success } from '../model/failure';
import type { LookUpUpdate } from '../model/look-up';
import type { Work } from '../model/work';
import { workFrom } from '../sources/record';

const PRINTED = 'Tarn A. White lamps and the sleep of gulls in harbours. Ann Harb Birds. 2012;4(2):1-9.';

const work = (title: string, id = GULLS, more: Partial<Parameters<typeof workFrom>[1]> = {}): Work =>
  workFrom('aa', {
    type: 'article-journal',
    kind: 'trial',
    title: [title],
    ids: [id],
    authors: [{ family: 'Tarn' }],
    issued: [2012],
    ...more,
  })!;

/** A source that finds a work whose title is only like the printed one. */
const finder = source('aa', {
  search: () => ({ url: 'https://aa.example/search', accept: '' }),
  parseList: ({ body }) => success(body.split('\n').map((title) => work(title))),
});

const works = (updates: readonly LookUpUpdate[]) =>
  updates.flatMap((update) => (update.type === 'work' ? [update] : []));

describe('a reference that only may name a work', () => {
  async function unsure() {
    const place = world([finder]);
    place.reply('aa.example/search', 'White lamps and the sleep of gulls');
    const { updates, end } = place.start({ referenceText: PRINTED });
    await end;
    return { place, updates };
  }

  it('is shown with its candidates, and none is taken for the work', async () => {
    const { updates } = await unsure();
    const last = works(updates).at(-1)!;
    expect(last.candidates?.map(({ csl }) => csl.title)).toEqual(['White lamps and the sleep of gulls']);
    expect(last.isPicked).toBe(false);
    expect(last.work.ids).toEqual([]);
  });

  it('is the one that the reader picks, now and later', async () => {
    const { place } = await unsure();
    const picking = place.start({ referenceText: PRINTED, pick: { identifier: GULLS } });
    await picking.end;
    expect(works(picking.updates).at(-1)).toMatchObject({ isPicked: true, work: { ids: [GULLS], kind: 'trial' } });
    const later = place.start({ referenceText: PRINTED });
    await later.end;
    expect(works(later.updates).at(-1)).toMatchObject({ isPicked: true, work: { ids: [GULLS] } });
    expect((await place.lookup.known({ identifiers: [], referenceText: PRINTED }))?.ids).toEqual([GULLS]);
    expect(place.sent).toEqual(['https://aa.example/search']);
  });

  it('is open again when the reader takes the choice back', async () => {
    const { place } = await unsure();
    await place.start({ referenceText: PRINTED, pick: { identifier: GULLS } }).end;
    const back = place.start({ referenceText: PRINTED, pick: {} });
    await back.end;
    expect(works(back.updates).at(-1)).toMatchObject({ isPicked: false, work: { ids: [] } });
    expect(works(back.updates).at(-1)?.candidates).toHaveLength(1);
  });

  it('stays the reader’s choice when other services have told of it, and is forgotten with what they told', async () => {
    const place = world([finder, source('bb')]);
    place.reply('aa.example/search', 'White lamps and the sleep of gulls');
    place.reply('bb.example/doi/10.5555/gulls.1', 'White lamps|doi:10.5555/gulls.1 pmid:7');
    place.reply('bb.example/pmid/7', 'unknown');
    await place.start({ referenceText: PRINTED }).end;
    const picking = place.start({ referenceText: PRINTED, pick: { identifier: GULLS } });
    await picking.end;
    expect(works(picking.updates).at(-1)).toMatchObject({ isPicked: true, work: { ids: [GULLS, { scheme: 'pmid' }] } });
    const back = place.start({ referenceText: PRINTED, pick: {} });
    await back.end;
    expect(works(back.updates).at(-1)).toMatchObject({ isPicked: false, work: { ids: [] } });
  });

  it('takes no other work for picked', async () => {
    const { place } = await unsure();
    const { updates, end } = place.start({ referenceText: PRINTED, pick: { identifier: doi('10.5555/other') } });
    await end;
    expect(works(updates).at(-1)).toMatchObject({ isPicked: false, work: { ids: [] } });
  });

  it('is picked in a private window without being written down', async () => {
    const { place } = await unsure();
    await place.start({ referenceText: PRINTED, pick: { identifier: GULLS } }, { private: true }).end;
    const open = place.start({ referenceText: PRINTED });
    await open.end;
    expect(works(open.updates).at(-1)).toMatchObject({ isPicked: false });
  });
});

describe('a citation that the reader corrects', () => {
  const TERNS = doi('10.5555/terns.1');
  const ask = { identifiers: [GULLS], referenceText: PRINTED, url: 'https://journal.example/1' };
  async function corrected(options: Parameters<ReturnType<typeof world>['start']>[1] = {}) {
    const place = world([source('aa')]);
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls');
    place.reply('aa.example/doi/10.5555/terns.1', 'Terns');
    await place.start(ask, options).end;
    const { updates, end } = place.start({ ...ask, correct: { identifier: TERNS } }, options);
    await end;
    return { place, updates };
  }

  it('is the work that the reader names, and nothing of what the page prints', async () => {
    const { updates } = await corrected();
    const last = works(updates).at(-1)!;
    expect(last).toMatchObject({ corrected: TERNS, work: { ids: [TERNS], csl: { title: 'Terns' } } });
    expect(JSON.stringify(last)).not.toContain('gulls');
  });

  it('is so the next time, and is saved so', async () => {
    const { place } = await corrected();
    const later = place.start(ask);
    await later.end;
    expect(works(later.updates).at(-1)).toMatchObject({ corrected: TERNS, work: { csl: { title: 'Terns' } } });
    const citation = {
      kind: 'marker',
      label: '[1]',
      identifiers: [GULLS],
      reference: { text: PRINTED, identifiers: [] },
      url: ask.url,
      claim: 'Gulls sleep.',
      confidence: 1,
    } as const;
    expect(await place.lookup.corrected(citation)).toEqual({
      kind: 'marker',
      label: '[1]',
      identifiers: [TERNS],
      claim: 'Gulls sleep.',
      confidence: 1,
    });
  });

  it('is another citation’s no more than the page says', async () => {
    const { place } = await corrected();
    const other = place.start({ identifiers: [GULLS], url: 'https://journal.example/2' });
    await other.end;
    expect(works(other.updates).at(-1)).toMatchObject({ work: { ids: [GULLS] } });
    expect(works(other.updates).at(-1)).not.toHaveProperty('corrected');
  });

  it('is what the page says again when that is taken back', async () => {
    const { place } = await corrected();
    for (const question of [{ ...ask, correct: {} }, ask]) {
      const { updates, end } = place.start(question);
      await end;
      expect(works(updates).at(-1)).toMatchObject({ work: { ids: [GULLS] } });
      expect(works(updates).at(-1)).not.toHaveProperty('corrected');
    }
  });

  it('may mean an address, which is asked about as one', async () => {
    const place = world([source('aa', { answers: ['url'] })]);
    place.reply('aa.example/url/https://harbour.example/report', 'A report');
    const url = { scheme: 'url', value: 'https://harbour.example/report' } as const;
    const { updates, end } = place.start({ ...ask, correct: { identifier: url } });
    await end;
    expect(works(updates).at(-1)).toMatchObject({ corrected: url, work: { csl: { title: 'A report' } } });
  });

  it('asks nobody before the reader allows it', async () => {
    const place = world([source('aa')], { lookUp: 'unasked' });
    const { updates, end } = place.start({ ...ask, correct: { identifier: TERNS } });
    await end;
    expect(place.sent).toEqual([]);
    expect(updates.at(-1)).toMatchObject({ type: 'needs-consent' });
  });

  it('is corrected in a private window without being written down', async () => {
    const { place } = await corrected({ private: true });
    expect([...place.stored.keys()]).toEqual([]);
    expect(await place.lookup.corrected({ kind: 'marker', label: '1', confidence: 1, ...ask })).not.toHaveProperty(
      'corrected',
    );
  });
});

describe('related works', () => {
  const RELATED = doi('10.5555/gulls.2');
  const UNKNOWN = doi('10.5555/gulls.3');
  const teller = source('aa', {
    parse: () =>
      success(
        work('Gulls', GULLS, {
          related: [
            { kind: 'similar', id: UNKNOWN, source: 'aa' },
            { kind: 'newer-version', id: RELATED, date: '2014', source: 'aa' },
          ],
        }),
      ),
    several: (ids) => ({ url: `https://aa.example/several/${ids.length}`, accept: '' }),
    parseList: ({ body }) => (body === 'damaged' ? success([]) : success([work(body, RELATED, { issued: [2015] })])),
  });

  async function wanted(reply: string) {
    const place = world([teller]);
    place.reply('aa.example/doi/10.5555/gulls.1', 'x');
    place.reply('aa.example/several/2', reply);
    await place.start({ identifiers: [GULLS] }).end;
    const asked = () => place.sent.filter((url) => url.includes('several'));
    expect(asked()).toEqual([]);
    const { updates, end } = place.start({ identifiers: [GULLS], wantsRelated: true });
    await end;
    return { place, updates, asked };
  }

  it('are asked about only when they are wanted, at once, and told with their reasons', async () => {
    const { updates, asked, place } = await wanted('Gulls again');
    expect(asked()).toHaveLength(1);
    expect(updates).toEqual([
      {
        type: 'related',
        works: [
          {
            relation: 'newer-version',
            source: 'aa',
            id: RELATED,
            title: 'Gulls again',
            kind: 'trial',
            year: 2015,
            isRetracted: false,
          },
          { relation: 'similar', source: 'aa', id: UNKNOWN, isRetracted: false },
        ],
      },
      { type: 'done', asked: [], failures: [] },
    ]);
    expect(place.log.at(-1)).toMatchObject({ reason: 'related', outcome: 'found' });
  });

  it('are told from the cache the next time', async () => {
    const { place, asked } = await wanted('Gulls again');
    const { updates, end } = place.start({ identifiers: [GULLS], wantsRelated: true });
    await end;
    expect(asked()).toHaveLength(1);
    expect(updates[0]).toMatchObject({ works: [{ title: 'Gulls again' }, {}] });
  });

  it('are known by identifier and date where nobody tells more', async () => {
    const { updates } = await wanted('damaged');
    expect(updates[0]).toMatchObject({ works: [{ id: RELATED, year: 2014 }, { id: UNKNOWN }] });
  });
});
