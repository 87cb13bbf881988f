import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outline } from '../model/outline';
import type { Door, PageCitation } from './door';
import { createOutliner } from './outliner';

const cited = (label: string, url = ''): PageCitation => ({
  citation: { kind: 'document-link', label, identifiers: [], url, claim: 'Words of the page.', confidence: 1 },
  range: {} as StaticRange,
  cluster: 1,
});

/** A door whose scanner finds what `found` holds. */
function door() {
  const life = new AbortController();
  const found = { list: [cited('1', 'https://a.example/a'), cited('2', 'javascript:run()')], settled: true };
  const goTo = vi.fn();
  const it = {
    signal: life.signal,
    says: () => ({ url: 'https://a.example/', names: [] }),
    scanner: {
      citations: () => found.list,
      known: () => found.list,
      readAll: async () => {},
      get settled() {
        return found.settled;
      },
    },
    reader: undefined as unknown,
  };
  const read = (ids: readonly string[]) => {
    it.reader = { passages: { notFound: () => ids.map((id) => ({ id })) } };
  };
  return { door: it as unknown as Door, found, goTo, read, end: () => life.abort() };
}
const follow = (one: Door, show = () => {}) => {
  const tell = vi.fn<(outline: Outline) => void>();
  const outliner = createOutliner(window, one, show);
  return { outliner, tell, unfollow: outliner.follow(tell) };
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the outline of a frame', () => {
  it('is told at once, and after every change, and not else', async () => {
    const { door: one, found, read } = door();
    const { tell } = follow(one);
    await pass(0);
    expect(tell).toHaveBeenCalledOnce();
    await pass(5000);
    expect(tell).toHaveBeenCalledOnce();
    found.list = [...found.list, cited('3', 'https://a.example/c')];
    await pass(1000);
    expect(tell.mock.lastCall![0].order).toEqual([1, 2, 3]);
    read(['passage-1']);
    await pass(1000);
    expect(tell.mock.lastCall![0].missing).toEqual(['passage-1']);
  });

  it('keeps the numbers of citations that stay, and tells nothing that is the page’s own affair', async () => {
    const { door: one, found, goTo } = door();
    const { outliner, tell } = follow(one, goTo);
    await pass(0);
    const [, second] = found.list;
    found.list = [second!];
    await pass(1000);
    const { order, works } = tell.mock.lastCall![0];
    expect(order).toEqual([2]);
    expect(works.map(({ citation }) => [citation.url, citation.claim])).toEqual([[undefined, undefined]]);
    outliner.goTo(2);
    expect(goTo).toHaveBeenCalledWith(second);
    outliner.goTo(1);
    expect(goTo).toHaveBeenCalledOnce();
  });

  it('tells on request what the page says at its citations', async () => {
    const { door: one, found } = door();
    const { outliner } = follow(one);
    await pass(0);
    const claimOf = (citation: PageCitation) =>
      citation === found.list[0] ? { text: ` ${'Gulls slept. '.repeat(60)}`, ranges: [] } : undefined;
    const told = outliner.wordsAt([1, 2, 3], claimOf);
    expect(told.map(({ place }) => place)).toEqual([1]);
    expect(told[0]!.text).toMatch(/^Gulls/);
    expect(told[0]!.text).toHaveLength(500);
  });

  it('looks no more when nobody follows, or the door has closed', async () => {
    const { door: one, found, end } = door();
    const { tell, unfollow } = follow(one);
    await pass(0);
    unfollow();
    found.list = [];
    await pass(5000);
    expect(tell).toHaveBeenCalledOnce();
    end();
    expect(vi.getTimerCount()).toBe(0);
  });
});
