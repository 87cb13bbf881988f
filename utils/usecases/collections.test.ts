import { describe, expect, it } from 'vitest';
import { freshStorage } from '../../tests/storage';
import { createCollectionStore } from '../storage/collections';
import { createLibrary } from '../storage/library';
import { createCollections, movedAmong } from './collections';

const OPEN = { isPrivate: false };
const ID = 'collection-1';
const SEARCH = { section: 'items', text: 'night', chosen: {}, order: 'best' } as const;

async function setUp() {
  let time = 100;
  const collections = createCollections(createCollectionStore(createLibrary(freshStorage())), () => ++time);
  await collections.change(ID, { name: 'Nights' }, OPEN);
  const change = async (
    ...given: Parameters<typeof collections.change> extends [string, ...infer Rest] ? Rest : never
  ) => {
    const done = await collections.change(ID, ...given);
    if (!done.ok) throw new Error(done.failure.message);
    return done.value;
  };
  return { change, touch: collections.touch };
}

describe('a topic', () => {
  it('is changed when works are put into it or taken out of it', async () => {
    const { change, touch } = await setUp();
    const before = await change({ introduction: 'What nights do.' }, OPEN);
    await touch(['unknown', ID]);
    const after = await change({ introduction: 'What nights do.' }, OPEN);
    expect(after.modified).toBeGreaterThan(before.modified);
  });

  it.each([
    [undefined, undefined, []],
    [['a'], undefined, []],
    [['a'], ['a', 'b'], ['b']],
    [['a', 'b'], ['b'], ['a']],
    [undefined, ['a'], ['a']],
  ])('is told from those a work stays in: from %j to %j', (before, after, moved) => {
    expect(movedAmong(before, after)).toEqual(moved);
  });

  it('grades works one by one, so that two windows do not undo one another', async () => {
    const { change } = await setUp();
    await change({ graded: { item: 'work-1', grade: 'seminal' } }, OPEN);
    await change({ graded: { item: 'work-2', grade: 'key' } }, OPEN);
    expect((await change({ graded: { item: 'work-1' } }, OPEN)).grades).toEqual({ 'work-2': 'key' });
  });

  it('keeps its own search until it is forgotten, and is not a kept search by that', async () => {
    const { change } = await setUp();
    const kept = await change({ topicSearch: SEARCH }, OPEN);
    expect(kept).toMatchObject({ topicSearch: SEARCH });
    expect(kept.search).toBeUndefined();
    expect('topicSearch' in (await change({ dropsTopicSearch: true }, OPEN))).toBe(false);
  });

  it('said twice is changed once', async () => {
    const { change } = await setUp();
    const once = await change({ graded: { item: 'work-1', grade: 'review' }, related: ['lamps'] }, OPEN);
    expect(await change({ graded: { item: 'work-1', grade: 'review' }, related: ['lamps'] }, OPEN)).toEqual(once);
  });
});
