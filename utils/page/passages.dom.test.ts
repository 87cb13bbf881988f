import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Passage } from '../model/passage';
import type { Painted, Painter } from './paint';
import { createPagePassages, type PagePassages } from './passages';

const passage = (id: string, exact: string): Passage => ({
  id,
  page: { url: 'https://example.org/', title: '', keys: [] },
  selectors: { quote: { exact, prefix: '', suffix: '' } },
  colour: 'yellow',
  remark: '',
  tags: [],
  created: 1,
  modified: 1,
});

/** Remembers what it was told to paint. */
function createFakePainter(): Painter {
  const painted = new Map<string, Painted>();
  return {
    paint: (next) => void painted.set(next.id, next),
    erase: (id) => void painted.delete(id),
    at: () => [...painted.values()],
    rangesOf: (id) => painted.get(id)?.ranges ?? [],
  };
}

let end: AbortController;
let passages: PagePassages;
const words = (id: string) => passages.rangesOf(id).map(String).join(' ');

beforeEach(() => {
  end = new AbortController();
  document.body.innerHTML = '<p>The colony doubled in one winter, and the fleet noticed nothing of it.</p>';
  passages = createPagePassages(document, createFakePainter(), end.signal);
});
afterEach(() => end.abort());

describe('the passages of a page', () => {
  it('are painted where they are found, and listed where they are not', async () => {
    passages.show([passage('a', 'The colony doubled'), passage('b', 'Rain fell on the marquee')]);
    await vi.waitUntil(() => passages.notFound().length > 0);
    expect(words('a')).toBe('The colony doubled');
    expect(passages.notFound().map(({ id }) => id)).toEqual(['b']);
  });

  it('of which one part is gone are painted where they are, and listed', async () => {
    const { selectors, ...rest } = passage('a', 'The colony doubled');
    const quote = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });
    const whole = { ...selectors, more: [quote('noticed nothing')] };
    passages.show([{ ...rest, selectors: { ...selectors, more: [quote('Rain fell on the marquee')] } }]);
    await vi.waitUntil(() => passages.notFound().length > 0);
    expect(words('a')).toBe('The colony doubled');
    passages.show([{ ...rest, selectors: whole }]);
    await vi.waitUntil(() => passages.notFound().length === 0);
    expect(words('a')).toBe('The colony doubled noticed nothing');
  });

  it('are found beside others whose records are damaged', async () => {
    const damaged = [
      {},
      { quote: null },
      { quote: { exact: 5 } },
      { ...passage('x', 'in one winter').selectors, more: 7 },
    ];
    const broken = damaged.map((selectors, i) => ({ ...passage(`d${i}`, ''), selectors }) as unknown as Passage);
    passages.show([...broken, passage('a', 'The colony doubled')]);
    await vi.waitUntil(() => passages.notFound().length > 0);
    expect(words('a')).toBe('The colony doubled');
    expect(words('d3')).toBe('in one winter');
    expect(passages.notFound().map(({ id }) => id)).toEqual(['d0', 'd1', 'd2']);
  });

  it('are looked for again when their words are others, here or in another tab', async () => {
    passages.show([passage('a', 'Rain fell on the marquee')]);
    await vi.waitUntil(() => passages.notFound().length > 0);
    passages.update(passage('a', 'the fleet noticed nothing'));
    await vi.waitUntil(() => words('a') === 'the fleet noticed nothing');
    expect(passages.notFound()).toEqual([]);
    passages.show([passage('a', 'in one winter')]);
    await vi.waitUntil(() => words('a') === 'in one winter');
  });

  it('are known by words that they share with a selection', async () => {
    passages.show([passage('a', 'The colony doubled in one winter')]);
    await vi.waitUntil(() => words('a') !== '');
    const text = document.querySelector('p')!.firstChild!;
    const select = (from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return [range];
    };
    expect(passages.over(select(4, 18))?.id).toBe('a');
    expect(passages.over(select(28, 40))?.id).toBe('a');
    expect(passages.over(select(36, 45))).toBeUndefined();
  });

  it('are known by just the words that are selected, before others over them', async () => {
    passages.show([passage('a', 'The colony doubled in one winter'), passage('b', 'colony doubled')]);
    await vi.waitUntil(() => words('b') !== '');
    expect(passages.over(passages.rangesOf('b').map((range) => range.cloneRange()))?.id).toBe('b');
  });

  it('are all told where they overlap', async () => {
    passages.show([passage('a', 'The colony doubled'), passage('b', 'colony doubled in one')]);
    await vi.waitUntil(() => words('b') !== '');
    expect(passages.at(0, 0).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
