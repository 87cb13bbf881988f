import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CitedStanding } from '../model/cited-standing';
import type { Identifier } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
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
    known: () => places,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Scanner;
  const lists = { fallen: ['fallen'], listed: ['listed'], read: ['read'] };
  const ask = vi.fn(async (cited: readonly LookUpQuestion[]): Promise<CitedStanding | undefined> => {
    const among = (names: readonly string[]) =>
      cited.flatMap(({ identifiers: [id] }, i) => (names.some((name) => id?.value.includes(name)) ? [i] : []));
    return { fallen: among(lists.fallen), listed: among(lists.listed), read: among(lists.read) };
  });
  const questionOf = ({ citation: { identifiers } }: PageCitation) => ({ identifiers });
  const refresh = markStanding(
    window as Window & typeof globalThis,
    { scanner, registry: registry as never, questionOf, ask },
    stop.signal,
  );
  return {
    ask,
    lists,
    refresh,
    listeners,
    async add(name: string) {
      places.push(place(name));
      for (const listener of listeners) listener();
      await vi.advanceTimersByTimeAsync(1000);
    },
  };
}
const nameOf = ({ identifiers }: LookUpQuestion) => identifiers[0]?.value;
const marked = () =>
  [...registry.values()].flatMap((ranges) => [...ranges].map((range) => (range as never as { name: string }).name));

describe('marks of works that no longer stand', () => {
  it('keep to the answer to what was asked last, whichever comes last', async () => {
    const { ask, lists, refresh } = page('one');
    await vi.advanceTimersByTimeAsync(1000);
    const late = Promise.withResolvers<CitedStanding>();
    ask.mockImplementationOnce(() => late.promise);
    refresh();
    lists.listed = ['one'];
    refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(marked()).toEqual(['one']);
    late.resolve({ fallen: [], listed: [], read: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(marked()).toEqual(['one']);
  });

  it('come for a citation that is found while all others are asked about anew', async () => {
    const { ask, lists, refresh, add } = page('one');
    lists.listed = ['one', 'two'];
    await vi.advanceTimersByTimeAsync(1000);
    const late = Promise.withResolvers<CitedStanding>();
    ask.mockImplementationOnce(() => late.promise);
    refresh();
    await add('two');
    late.resolve({ fallen: [], listed: [0], read: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(marked()).toEqual(['one', 'two']);
  });

  it('stay where nobody answers', async () => {
    const { ask, lists, refresh } = page('one');
    lists.listed = ['one'];
    await vi.advanceTimersByTimeAsync(1000);
    ask.mockResolvedValueOnce(undefined);
    refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(marked()).toEqual(['one']);
  });

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
    expect(ask.mock.calls.map(([cited]) => cited.map(nameOf))).toEqual([['10.5555/sound'], ['10.5555/fallen-2']]);
  });

  it('come when the reader comes near: what is far is not asked about', async () => {
    const { ask } = page('sound', 'far-fallen');
    await vi.advanceTimersByTimeAsync(1000);
    expect(ask.mock.calls.flatMap(([cited]) => cited.map(nameOf))).toEqual(['10.5555/sound']);
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

describe('marks of works in the reading list', () => {
  const names = () => Object.fromEntries([...registry].map(([name, ranges]) => [name, ranges.size]));

  it('tell those to be read from those that were, and a work may be listed and fallen', async () => {
    page('sound', 'listed-1', 'read', 'listed-fallen');
    await vi.advanceTimersByTimeAsync(1000);
    expect(names()).toEqual({ 'cite-own': 2, 'cite-past': 1, 'cite-care': 1 });
    expect(registry.get('cite-care')!.priority).toBeGreaterThan(registry.get('cite-own')!.priority);
  });

  it('follow the list: what was asked about is asked anew, once, and nothing else', async () => {
    const { ask, lists, refresh } = page('sound', 'listed', 'far-listed');
    await vi.advanceTimersByTimeAsync(1000);
    lists.listed = ['sound'];
    lists.read = ['listed'];
    refresh();
    await vi.advanceTimersByTimeAsync(1000);
    expect(names()).toEqual({ 'cite-own': 1, 'cite-past': 1 });
    expect(ask.mock.calls.map(([cited]) => cited.length)).toEqual([1, 1, 2]);
  });

  it('of a page that is not looked at follow when it is', async () => {
    const { ask, lists, refresh } = page('listed');
    await vi.advanceTimersByTimeAsync(1000);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    lists.listed = [];
    refresh();
    refresh();
    await vi.advanceTimersByTimeAsync(1000);
    expect(ask).toHaveBeenCalledTimes(1);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(registry.size).toBe(0);
  });
});
