import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Identifier } from '../model/identifier';
import type { PageCitation, Scanner } from './door';
import { markStanding } from './standing-marks';

class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
}
/** Everything is near the window but what is called far; that comes near when it is told to. */
class FakeObserver {
  static far = new Map<Element, FakeObserver>();
  constructor(readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {}
  observe(target: Element) {
    if (target.id.startsWith('far')) FakeObserver.far.set(target, this);
    else queueMicrotask(() => this.tell([{ target, isIntersecting: true }]));
  }
  unobserve() {}
  disconnect() {}
  static comeNear() {
    for (const [target, observer] of FakeObserver.far) observer.tell([{ target, isIntersecting: true }]);
    FakeObserver.far.clear();
  }
}
let registry: Map<string, FakeHighlight>;
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  registry = new Map();
  stop = new AbortController();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal('IntersectionObserver', FakeObserver);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const doi = (value: string): Identifier => ({ scheme: 'doi', value: `10.5555/${value}` });
function place(name: string): PageCitation {
  const block = document.createElement('p');
  block.id = name;
  block.append(name);
  document.body.append(block);
  const startContainer = block.firstChild;
  return { citation: { identifiers: [doi(name)] }, range: { name, startContainer } } as unknown as PageCitation;
}

function page(...names: readonly string[]) {
  const places = names.map(place);
  const listeners = new Set<() => void>();
  const scanner = {
    citations: () => places,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Scanner;
  const ask = vi.fn(async (ids: readonly Identifier[]) =>
    ids.flatMap(({ value }, i) => (value.includes('fallen') ? [i] : [])),
  );
  markStanding(window as Window & typeof globalThis, scanner, ask, stop.signal);
  return {
    ask,
    listeners,
    async add(name: string) {
      places.push(place(name));
      for (const listener of listeners) listener();
      await vi.advanceTimersByTimeAsync(1000);
    },
  };
}
const marked = () =>
  [...registry.values()].flatMap((ranges) => [...ranges].map((range) => (range as never as { name: string }).name));

describe('marks of works that no longer stand', () => {
  it('are on those works alone, wherever they are cited', async () => {
    page('sound', 'fallen', 'other', 'fallen');
    await vi.advanceTimersByTimeAsync(1000);
    expect(marked()).toEqual(['fallen', 'fallen']);
  });

  it('are none, and no highlight is registered, where all works stand', async () => {
    page('sound');
    await vi.advanceTimersByTimeAsync(1000);
    expect(registry.size).toBe(0);
  });

  it('come as the page grows, and each work is asked about once', async () => {
    const { ask, add } = page('sound');
    await vi.advanceTimersByTimeAsync(1000);
    await add('fallen-2');
    expect(marked()).toEqual(['fallen-2']);
    expect(ask.mock.calls.map(([ids]) => ids.map(({ value }) => value))).toEqual([
      ['10.5555/sound'],
      ['10.5555/fallen-2'],
    ]);
  });

  it('come when the reader comes near: what is far is not asked about', async () => {
    const { ask } = page('sound', 'far-fallen');
    await vi.advanceTimersByTimeAsync(1000);
    expect(ask.mock.calls.flatMap(([ids]) => ids.map(({ value }) => value))).toEqual(['10.5555/sound']);
    FakeObserver.comeNear();
    await vi.advanceTimersByTimeAsync(1000);
    expect(marked()).toEqual(['far-fallen']);
  });

  it('are undone at the end', async () => {
    const { listeners } = page('fallen');
    await vi.advanceTimersByTimeAsync(1000);
    stop.abort();
    expect(registry.size).toBe(0);
    expect(listeners.size).toBe(0);
  });
});
