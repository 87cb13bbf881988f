import { describe, expect, it } from 'vitest';
import { DAY_MS, GULLS, last, NOW, record, source, titles, types, world } from '../../tests/look-up-world';
import { failed, success } from '../model/failure';
import type { Source } from '../sources/source';

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

  it('ends where names lead round in a circle, or ever on to further ones', async () => {
    const place = world([source('aa'), source('bb')]);
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1 pmid:7');
    place.reply('bb.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1 pmid:7');
    place.reply('aa.example/pmid/7', 'Gulls|pmid:7 doi:10.5555/gulls.2');
    place.reply('bb.example/pmid/7', 'Gulls|pmid:7 doi:10.5555/gulls.2');
    for (let number = 2; number < 40; number += 1)
      for (const id of ['aa', 'bb'])
        place.reply(
          `${id}.example/doi/10.5555/gulls.${number}`,
          `Gulls|doi:10.5555/gulls.${number} pmid:${number + 6}`,
        );
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(last(updates)).toMatchObject({ type: 'done', failures: [] });
    expect(place.sent).toHaveLength(new Set(place.sent).size);
    expect(place.sent.length).toBeLessThan(9);
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
    expect(updates[0]).toMatchObject({ type: 'work', listed: true, isRead: true, remark: 'My own words' });
  });

  it('tells what a service says before the reading list is read, and what the list says of its names after that', async () => {
    const place = world([source('aa')]);
    place.listed.add('W1');
    place.reply('aa.example/doi/10.5555/gulls.1', 'Gulls|doi:10.5555/gulls.1 openalex:W1');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    const told = updates.flatMap((update) => (update.type === 'work' ? [[update.work.csl.title, update.listed]] : []));
    expect(told).toEqual([
      [undefined, false],
      ['Gulls', false],
      ['Gulls', true],
    ]);
  });
});

describe('sources that fill gaps', () => {
  const spare = (id: string, fills: Source['fills'] = 'record') => source(id, { fills });
  const at = (id: string) => `${id}.example/doi/10.5555/gulls.1`;

  it('are not asked where the others leave none', async () => {
    const place = world([source('aa'), spare('bb')]);
    place.reply(at('aa'), 'Gulls|doi:10.5555/gulls.1');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent).toEqual([`https://${at('aa')}`]);
  });

  it('are asked one after the other until one has filled it', async () => {
    const place = world([spare('bb'), source('aa'), spare('cc'), spare('dd')]);
    place.reply(at('aa'), 'unknown');
    place.reply(at('bb'), 'unknown');
    place.reply(at('cc'), 'Gulls|doi:10.5555/gulls.1');
    const { updates, end } = place.start({ identifiers: [GULLS] });
    await end;
    expect(place.sent.map((url) => url.slice(8, 10))).toEqual(['aa', 'bb', 'cc']);
    expect(titles(updates).at(-1)).toBe('Gulls');
  });

  it('are asked for an abstract though there is a record', async () => {
    const place = world([source('aa'), spare('bb', 'abstract')]);
    place.reply(at('aa'), 'Gulls|doi:10.5555/gulls.1');
    place.reply(at('bb'), 'unknown');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent.map((url) => url.slice(8, 10))).toEqual(['aa', 'bb']);
  });

  it('are left alone when none of the others could be understood', async () => {
    const place = world([source('aa'), spare('bb')]);
    place.reply(at('aa'), 'damaged');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent.map((url) => url.slice(8, 10))).not.toContain('bb');
  });

  it('are asked at once where they alone can know the name', async () => {
    const place = world([source('aa', { answers: ['pmid'] }), spare('bb')]);
    place.reply(at('bb'), 'Gulls|doi:10.5555/gulls.1');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent).toEqual([`https://${at('bb')}`]);
  });
});

describe('sources that are off until chosen', () => {
  const optional = source('aa', { isOptional: true });
  it.each([
    ['not asked', {}, 0],
    ['asked once chosen', { sourcesOn: ['aa'] }, 1],
  ])('are %s', async (_name, chosen, requests) => {
    const place = world([optional], { lookUp: 'on-open', ...chosen });
    place.reply('aa.example/doi/10.5555/gulls.1', 'unknown');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent).toHaveLength(requests);
  });

  it.each([
    ['', 0],
    ['me@mail.example', 1],
  ])('and need an address are asked with "%s" %i times', async (contactEmail, requests) => {
    const place = world([source('aa', { needsEmail: true })], { lookUp: 'on-open', contactEmail });
    place.reply('aa.example/doi/10.5555/gulls.1', 'unknown');
    await place.start({ identifiers: [GULLS] }).end;
    expect(place.sent).toHaveLength(requests);
  });

  it('are asked about the linked address where they cover it', async () => {
    const pages = source('aa', {
      answers: ['url'],
      covers: ({ value }) => value.includes('/wiki/'),
      request: ({ identifier }) => ({ url: identifier.value, accept: '' }),
    });
    const place = world([pages]);
    place.reply('aa.example/wiki/Gulls', 'Gulls');
    const { updates, end } = place.start({ url: 'https://aa.example/wiki/Gulls' });
    await end;
    expect(titles(updates).at(-1)).toBe('Gulls');
    await place.start({ url: 'https://aa.example/other' }).end;
    expect(place.sent).toEqual(['https://aa.example/wiki/Gulls']);
  });
});

describe('a reference without an identifier', () => {
  const PRINTED = 'Tarn A. White lamps and the sleep of gulls. Ann Harb Birds. 2012;4(2):1-9.';
  const finder = source('aa', {
    search: () => ({ url: 'https://aa.example/search', accept: '' }),
    parseList: ({ body }) =>
      success(
        body.split('\n').map((title) => ({
          csl: { id: title, type: 'article-journal', title, author: [{ family: 'Tarn' }], DOI: GULLS.value },
          ids: [GULLS],
          kind: 'study',
          abstract: [],
          notices: [],
          freeCopies: [],
          provenance: {},
        })),
      ),
  });

  it('is searched for, and the others are asked about the identifier that was found', async () => {
    const place = world([finder, source('bb')]);
    place.reply('aa.example/search', 'Gulls of the world\nWhite lamps and the sleep of gulls');
    place.reply('bb.example/doi/10.5555/gulls.1', 'White lamps and the sleep of gulls|doi:10.5555/gulls.1');
    const { updates, end } = place.start({ referenceText: PRINTED });
    await end;
    expect(place.sent).toEqual(['https://aa.example/search', 'https://bb.example/doi/10.5555/gulls.1']);
    expect(titles(updates).at(-1)).toBe('White lamps and the sleep of gulls');
    expect(place.log[0]).toMatchObject({ identifier: `reference:${PRINTED}`, outcome: 'found' });
    await place.start({ referenceText: PRINTED }).end;
    expect(place.sent).toHaveLength(2);
  });

  it('stays as the page prints it where only others were found', async () => {
    const place = world([finder, source('bb')]);
    place.reply('aa.example/search', 'Gulls of the world');
    const { updates, end } = place.start({ referenceText: PRINTED });
    await end;
    expect(place.sent).toEqual(['https://aa.example/search']);
    expect(updates.flatMap((update) => (update.type === 'work' ? update.work.ids : []))).toEqual([]);
  });

  it.each([
    ['there is an identifier', { identifiers: [GULLS], referenceText: PRINTED }],
    ['no title can be told', { referenceText: 'See the discussion in the chapter on this above, passim.' }],
  ])('is not searched for where %s', async (_why, question) => {
    const place = world([finder]);
    place.reply('aa.example/doi/10.5555/gulls.1', 'unknown');
    await place.start(question).end;
    expect(place.sent).not.toContain('https://aa.example/search');
  });
});
