import { describe, expect, it } from 'vitest';
import type { Deed } from '../model/deed';
import type { Passage } from '../model/passage';
import { createDeeds } from './deeds';

const YELLOW: Passage = {
  id: 'passage-1',
  page: { url: 'https://example.org/a', title: 'A', keys: ['clean:example.org/a'] },
  selectors: { quote: { exact: 'words', prefix: '', suffix: '' } },
  colour: 'yellow',
  remark: '',
  tags: [],
  created: 10,
  modified: 10,
};
const GREEN: Passage = { ...YELLOW, colour: 'green', modified: 11 };
const BLUE: Passage = { ...YELLOW, colour: 'blue', modified: 12 };
const GONE: Passage = { ...GREEN, deleted: 13 };
const KEYS = YELLOW.page.keys;

function setUp() {
  let kept: readonly Deed[] = [];
  let time = 100;
  const home = {
    load: async () => kept,
    keep: async (deeds: readonly Deed[]) => {
      kept = structuredClone(deeds);
    },
  };
  const deeds = createDeeds(home, () => ++time);
  const told = async (...now: Passage[]) => {
    const { past, future } = await deeds.ofPage(KEYS, now);
    const colours = (list: readonly Deed[]) =>
      list.map(({ before, after }) => `${before?.colour ?? '-'}>${after?.colour ?? '-'}`);
    return { past: colours(past), future: colours(future) };
  };
  return { ...deeds, told, count: () => kept.length, home };
}

describe('what was done to passages', () => {
  it('is remembered in its order, and is another page’s affair', async () => {
    const { record, told, ofPage } = setUp();
    await record(undefined, YELLOW);
    await record(YELLOW, GREEN);
    await record(GREEN, GONE);
    expect(await told(GONE)).toEqual({ past: ['->yellow', 'yellow>green', 'green>-'], future: [] });
    expect(await ofPage(['clean:example.org/b'], [])).toEqual({ past: [], future: [] });
  });

  it('is taken back and done again, step by step', async () => {
    const { record, told } = setUp();
    await record(undefined, YELLOW);
    await record(YELLOW, GREEN);
    await record(GREEN, BLUE);
    await record(BLUE, GREEN, 'back');
    await record(GREEN, YELLOW, 'back');
    expect(await told(YELLOW)).toEqual({ past: ['->yellow'], future: ['green>blue', 'yellow>green'] });
    await record(YELLOW, GREEN, 'again');
    expect(await told(GREEN)).toEqual({ past: ['->yellow', 'yellow>green'], future: ['green>blue'] });
  });

  it('cannot be done again once something else was done to the same passage', async () => {
    const { record, told } = setUp();
    await record(YELLOW, GREEN);
    await record(GREEN, YELLOW, 'back');
    await record(YELLOW, BLUE);
    expect(await told(BLUE)).toEqual({ past: ['yellow>blue'], future: [] });
  });

  it('is a deed of its own where it only looks like taking back', async () => {
    const { record, told } = setUp();
    await record(undefined, GREEN);
    await record(GREEN, GONE);
    expect(await told(GONE)).toEqual({ past: ['->green', 'green>-'], future: [] });
  });

  it('is not offered where the passage has become something else since', async () => {
    const { record, told } = setUp();
    await record(YELLOW, GREEN);
    expect(await told(BLUE)).toEqual({ past: [], future: [] });
    expect(await told()).toEqual({ past: [], future: [] });
  });

  it('leaves out what changed nothing, and loses nothing said at once', async () => {
    const { record, told } = setUp();
    await Promise.all([record(YELLOW, { ...YELLOW, modified: 99 }), record(YELLOW, GREEN), record(GREEN, BLUE)]);
    expect(await told(BLUE)).toEqual({ past: ['yellow>green', 'green>blue'], future: [] });
  });

  it('keeps the last hundred, and less where they are long', async () => {
    const { record, count } = setUp();
    for (let i = 0; i < 120; i += 1) await record(YELLOW, { ...GREEN, remark: `${i}` });
    expect(count()).toBe(100);
    const long = 'x'.repeat(300_000);
    for (let i = 0; i < 10; i += 1) await record(YELLOW, { ...GREEN, remark: `${long}${i}` });
    expect(count()).toBeLessThan(8);
  });
});
