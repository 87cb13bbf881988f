import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { Failure } from '../model/failure';
import type { Identifier } from '../model/identifier';
import type { LookUpUpdate } from '../model/look-up';
import type { ReadingItem } from '../model/reading-item';
import type { Notice, Work } from '../model/work';
import { parseEntry } from '../references/parse-entry';
import { createItemStore } from '../storage/items';
import { createJobStore } from '../storage/jobs';
import { createLibrary } from '../storage/library';
import { createLookUpMany, lacksFacts, questionOf } from './look-up-many';

const OPEN = { isPrivate: false };
const base = recorded.items[0] as unknown as ReadingItem;
const IDS = ['work-0001', 'work-0002', 'work-0003'];
const failure = (kind: Failure['kind'], more: Partial<Failure> = {}): Failure => ({
  kind,
  stage: 'test',
  message: kind,
  ...more,
});

/** What a service says when it is asked about a work; each question is noted. */
type Answers = (title: string, attempt: number) => readonly Failure[] | undefined;

async function setUp(
  answers: Answers = () => undefined,
  notices: readonly Notice[] = [],
  names: readonly Identifier[] = [],
) {
  const storage = freshStorage();
  const library = createLibrary(storage);
  const items = createItemStore(library);
  const asked: string[] = [];
  const waits: number[] = [];
  const woken: boolean[] = [];
  const gate: { isOpen: boolean; open: () => void } = { isOpen: true, open: () => {} };
  for (const id of IDS) {
    const work = {
      ...base.work,
      csl: { ...base.work.csl, id, title: id },
      ids: [{ scheme: 'doi', value: `10.5555/${id}` }],
    };
    await items.upsert([`doi:10.5555/${id}`], () => ({ ...base, id, work: work as Work }));
  }
  /** A background: what it knows beside the library dies with it. */
  const background = () =>
    createLookUpMany({
      jobs: createJobStore(library),
      items,
      lookup: {
        due: async ({ identifiers }) => (identifiers[0]?.value.endsWith('3') ? [] : ['Crossref']),
        async lookUp({ identifiers }, { signal }, onUpdate) {
          const id = identifiers[0]!.value.slice('10.5555/'.length);
          asked.push(id);
          if (!gate.isOpen) {
            await new Promise<void>((resolve) => {
              gate.open = resolve;
              signal.addEventListener('abort', () => resolve());
            });
          }
          if (signal.aborted) return;
          const failures = answers(id, asked.filter((each) => each === id).length) ?? [];
          const found = {
            ...base.work,
            ids: [...identifiers, ...names],
            csl: { id, type: 'article-journal', title: `${id} found` },
          };
          const work = { ...found, notices } as unknown as Work;
          if (failures.length === 0) onUpdate({ type: 'work', work, listed: true } satisfies LookUpUpdate);
          onUpdate({ type: 'done', asked: ['Crossref'], failures });
        },
      },
      merge: (_stored, found) => found,
      clock: {
        now: () => 1_796_000_000_000,
        after(delayMs, callback) {
          waits.push(delayMs);
          queueMicrotask(callback);
          return () => {};
        },
      },
      wake: async (isWanted) => {
        woken.push(isWanted);
      },
    });
  const job = async () => {
    const read = await createJobStore(library).get();
    return read.ok ? read.value : undefined;
  };
  const titles = async () => {
    const all = await items.all();
    return all.ok ? all.value.map(({ work }) => work.csl.title) : [];
  };
  return { background, items, asked, waits, woken, gate, job, titles };
}

describe('looking many works up', () => {
  it('says first how many works and which services', async () => {
    const { background, asked } = await setUp();
    expect(await background().plan('standing', IDS)).toEqual({
      ok: true,
      value: { works: 2, services: ['Crossref'] },
    });
    expect(asked).toEqual([]);
  });

  it('takes them one after the other, writes what is found, and ends', async () => {
    const { background, job, titles, woken } = await setUp();
    const many = background();
    await many.begin('name-one', 'standing', IDS, OPEN);
    await many.resume();
    expect(await titles()).toEqual(IDS.map((id) => `${id} found`));
    expect(await job()).toMatchObject({ state: 'done', done: 3, changed: 3, failed: 0, fallen: [] });
    expect(woken).toEqual([true, false]);
    await many.cancel();
    expect(await job()).toBeUndefined();
  });

  it('finds a work under the names that were learnt, and takes back what was learnt, but not what was written since', async () => {
    const pmid = { scheme: 'pmid', value: '7' } as const;
    const { background, items, job, titles } = await setUp(undefined, [], [pmid]);
    const many = background();
    await many.begin('name-one', 'standing', IDS, OPEN);
    await many.resume();
    expect((await items.statuses(['pmid:7', 'doi:10.5555/work-0001'])).size).toBe(2);
    await items.update(IDS[0]!, (item) => item && { ...item, remark: 'my own' });
    await items.update(IDS[1]!, (item) => item && { ...item, work: { ...item.work, kind: 'book' } });
    expect(await background().undo()).toEqual({ ok: true, value: { works: 2 } });
    expect(await titles()).toEqual([IDS[0], `${IDS[1]} found`, IDS[2]]);
    const first = await items.update(IDS[0]!, (item) => item);
    expect(first.ok && first.value?.remark).toBe('my own');
    expect(await job()).toBeUndefined();
    expect(await many.undo()).toEqual({ ok: true, value: { works: 0 } });
  });

  it('takes nothing back while it goes on, nor what an earlier one has learnt', async () => {
    const { background, gate, titles } = await setUp();
    const many = background();
    await many.begin('name-one', 'standing', IDS.slice(0, 1), OPEN);
    await many.resume();
    gate.isOpen = false;
    await many.begin('name-two', 'standing', IDS.slice(1), OPEN);
    expect((await many.undo()).ok).toBe(false);
    await many.cancel();
    expect(await many.undo()).toEqual({ ok: true, value: { works: 0 } });
    expect(await titles()).toEqual([`${IDS[0]} found`, IDS[1], IDS[2]]);
  });

  it('tells of works that were retracted meanwhile', async () => {
    const { background, job } = await setUp(() => undefined, [{ kind: 'retraction', source: 'crossref' }]);
    const many = background();
    await many.begin('name-one', 'standing', IDS.slice(0, 1), OPEN);
    await many.resume();
    expect((await job())?.fallen).toEqual(['work-0001 found']);
  });

  it('begins once though it is said twice, and leaves alone what goes on', async () => {
    const { background, gate, job } = await setUp();
    gate.isOpen = false;
    const many = background();
    await many.begin('name-one', 'standing', IDS, OPEN);
    await many.begin('name-one', 'standing', IDS, OPEN);
    await many.begin('name-two', 'standing', IDS.slice(1), OPEN);
    expect(await job()).toMatchObject({ name: 'name-one', ids: IDS });
    await many.cancel();
  });

  it('goes on with the work at which the background died', async () => {
    const { background, gate, asked, job } = await setUp();
    gate.isOpen = false;
    await background().begin('name-one', 'standing', IDS, OPEN);
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve));
    gate.isOpen = true;
    // The first one never hears an answer: it is dead.
    await background().resume();
    expect(asked).toEqual([IDS[0], ...IDS]);
    expect(await job()).toMatchObject({ state: 'done', done: 3, changed: 3 });
  });

  it('stops when it is cancelled, and stays stopped', async () => {
    const { background, gate, asked, job } = await setUp();
    gate.isOpen = false;
    const many = background();
    await many.begin('name-one', 'standing', IDS, OPEN);
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve));
    await many.cancel();
    await many.resume();
    await background().resume();
    expect(asked).toEqual(IDS.slice(0, 1));
    expect(await job()).toMatchObject({ state: 'cancelled', done: 0 });
  });

  it('goes on with what was stopped when it is told to, and only then', async () => {
    const { background, gate, asked, job } = await setUp();
    gate.isOpen = false;
    const many = background();
    await many.begin('name-one', 'standing', IDS, OPEN);
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve));
    await many.cancel();
    gate.isOpen = true;
    expect(await many.goOn()).toMatchObject({ ok: true, value: { state: 'running', done: 0 } });
    while ((await job())?.state === 'running') await new Promise((resolve) => setTimeout(resolve));
    expect(await job()).toMatchObject({ state: 'done', done: 3, changed: 3 });
    expect(await many.goOn()).toMatchObject({ ok: true, value: { state: 'done' } });
  });

  it('waits as long as a busy service asks for, but not for ever, and tries again', async () => {
    const busy = failure('limited', { retryAfterMs: 20_000 });
    const { background, asked, waits, job } = await setUp((id, attempt) =>
      id === IDS[0] && attempt < 3 ? [busy] : undefined,
    );
    const many = background();
    await many.begin('name-one', 'standing', IDS.slice(0, 2), OPEN);
    await many.resume();
    expect(asked).toEqual([IDS[0], IDS[0], IDS[0], IDS[1]]);
    expect(waits).toEqual([20_000, 20_000]);
    expect(await job()).toMatchObject({ done: 2, changed: 2, failed: 0 });
  });

  it('counts what a service could not tell, and goes on', async () => {
    const { background, job } = await setUp((id) => (id === IDS[0] ? [failure('server')] : undefined));
    const many = background();
    await many.begin('name-one', 'standing', IDS, OPEN);
    await many.resume();
    expect(await job()).toMatchObject({ state: 'done', done: 3, changed: 2, failed: 1 });
  });

  it('rests where there is no network, and goes on when it is woken', async () => {
    let isOffline = true;
    const { background, job } = await setUp(() => (isOffline ? [failure('offline')] : undefined));
    const many = background();
    await many.begin('name-one', 'standing', IDS, OPEN);
    await many.resume();
    expect(await job()).toMatchObject({ state: 'running', done: 0 });
    isOffline = false;
    await many.resume();
    expect(await job()).toMatchObject({ state: 'done', done: 3 });
  });

  it('is refused in a private window', async () => {
    const { background, job } = await setUp();
    expect((await background().begin('name-one', 'facts', IDS, { isPrivate: true })).ok).toBe(false);
    expect(await job()).toBeUndefined();
  });
});

describe('a listed work', () => {
  it('is asked about by its names, else as it is printed', () => {
    expect(questionOf(base)).toEqual({ identifiers: base.work.ids });
    const csl = { ...base.work.csl, author: [{ family: 'Doe', given: 'Ada' }], 'container-title': 'Journal of Nights' };
    const { referenceText = '' } = questionOf({ work: { ...base.work, ids: [], csl } });
    expect(referenceText).toBe('Doe, A. (2012). An invented trial of night shifts. Journal of Nights');
    expect(parseEntry(referenceText)).toMatchObject({ title: 'An invented trial of night shifts' });
  });

  it('lacks facts until it has names, authors, a date, a journal and a summary', () => {
    expect(lacksFacts(base)).toBe(true);
    const csl = { ...base.work.csl, author: [{ family: 'Doe' }], 'container-title': 'J' };
    expect(lacksFacts({ work: { ...base.work, csl, abstract: [{ paragraphs: [['Summary.']] }] } })).toBe(false);
  });
});
