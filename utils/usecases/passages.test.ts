import { describe, expect, it } from 'vitest';
import { freshStorage, memoryDeeds } from '../../tests/storage';
import type { Passage } from '../model/passage';
import { createLibrary } from '../storage/library';
import { createPassageStore } from '../storage/passages';
import { createPassages } from './passages';

const PASSAGE: Passage = {
  id: 'passage-1',
  page: { url: 'https://example.org/a', title: 'A', keys: ['clean:example.org/a', 'doi:10.5555/a'] },
  selectors: { quote: { exact: 'words', prefix: '', suffix: '' } },
  colour: 'yellow',
  remark: '',
  tags: [],
  created: 10,
  modified: 10,
};
const OPEN = { isPrivate: false };
const PRIVATE = { isPrivate: true };

function setUp() {
  let time = 100;
  return createPassages(createPassageStore(createLibrary(freshStorage())), () => ++time, memoryDeeds());
}
const kept = async (passages: ReturnType<typeof setUp>) => {
  const found = await passages.onPage(PASSAGE.page.keys);
  return found.ok ? found.value : undefined;
};

describe('passages', () => {
  it('are saved once, however often and however close together it is said', async () => {
    const passages = setUp();
    await Promise.all([1, 2, 3].map(() => passages.save(PASSAGE, OPEN)));
    expect(await kept(passages)).toEqual([PASSAGE]);
  });

  it('can be put to other words of their page, and keep everything else', async () => {
    const passages = setUp();
    await passages.save({ ...PASSAGE, remark: 'mine' }, OPEN);
    const selectors = { quote: { exact: 'other words', prefix: 'some ', suffix: '' }, position: { start: 5, end: 16 } };
    await passages.change(PASSAGE.id, { selectors }, OPEN);
    expect(await kept(passages)).toEqual([{ ...PASSAGE, remark: 'mine', selectors, modified: 101 }]);
  });

  it('do not come back, nor lose a change, when the first saving is said again late', async () => {
    const passages = setUp();
    await passages.save(PASSAGE, OPEN);
    await passages.change(PASSAGE.id, { remark: 'mine' }, OPEN);
    expect(await passages.save(PASSAGE, OPEN)).toMatchObject({ ok: true, value: { remark: 'mine' } });
    await passages.remove(PASSAGE.id, OPEN);
    await passages.save(PASSAGE, OPEN);
    expect(await kept(passages)).toEqual([]);
  });

  it('change only in what a change names, and are not modified by a change that changes nothing', async () => {
    const passages = setUp();
    await passages.save(PASSAGE, OPEN);
    const first = await passages.change(PASSAGE.id, { colour: 'pink', tags: ['a'] }, OPEN);
    const again = await passages.change(PASSAGE.id, { colour: 'pink', tags: ['a'] }, OPEN);
    expect(first).toEqual({ ok: true, value: { ...PASSAGE, colour: 'pink', tags: ['a'], modified: 101 } });
    expect(again).toEqual(first);
  });

  it('go into the trash and come back as they were', async () => {
    const passages = setUp();
    await passages.save(PASSAGE, OPEN);
    expect(await passages.remove(PASSAGE.id, OPEN)).toEqual({ ok: true, value: {} });
    expect(await passages.remove(PASSAGE.id, OPEN)).toEqual({ ok: true, value: {} });
    expect(await kept(passages)).toEqual([]);
    const back = await passages.restore(PASSAGE.id, OPEN);
    expect(back.ok && { ...back.value, modified: 10 }).toEqual(PASSAGE);
    expect(await passages.restore(PASSAGE.id, OPEN)).toEqual(back);
  });

  it('that are unknown cannot be changed, and are deleted already', async () => {
    const passages = setUp();
    expect(await passages.change('unknown-1', { remark: 'a' }, OPEN)).toMatchObject({ failure: { kind: 'invalid' } });
    expect(await passages.restore('unknown-1', OPEN)).toMatchObject({ failure: { kind: 'invalid' } });
    expect(await passages.remove('unknown-1', OPEN)).toEqual({ ok: true, value: {} });
  });

  it('of a page without a lasting address are not saved, and the reader is told why', async () => {
    const result = await setUp().save({ ...PASSAGE, page: { ...PASSAGE.page, keys: [] } }, OPEN);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid', message: /no lasting address/ } });
  });

  it('are shown in the order in which they were made', async () => {
    const passages = setUp();
    await passages.save({ ...PASSAGE, id: 'a-younger', created: 20 }, OPEN);
    await passages.save({ ...PASSAGE, id: 'b-elder', created: 5 }, OPEN);
    expect((await kept(passages))?.map(({ id }) => id)).toEqual(['b-elder', 'a-younger']);
  });

  it('are not written from a private window, and the reader is told why', async () => {
    const passages = setUp();
    await passages.save(PASSAGE, OPEN);
    for (const result of [
      await passages.save({ ...PASSAGE, id: 'passage-2' }, PRIVATE),
      await passages.change(PASSAGE.id, { remark: 'a' }, PRIVATE),
      await passages.remove(PASSAGE.id, PRIVATE),
      await passages.restore(PASSAGE.id, PRIVATE),
    ]) {
      expect(result).toMatchObject({ ok: false, failure: { kind: 'refused' } });
      expect(result).toMatchObject({ ok: false, failure: { says: ['privateWindow'] } });
    }
    expect(await kept(passages)).toEqual([PASSAGE]);
  });
});
