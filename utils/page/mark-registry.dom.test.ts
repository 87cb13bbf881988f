import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMarkLines } from './mark-lines';
import { createMarkRegistry } from './mark-registry';

class FakeHighlight extends Set<AbstractRange> {}
/** Everything is near the window but what is called far. */
class FakeObserver {
  constructor(readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {}
  observe(target: Element) {
    queueMicrotask(() => this.tell([{ target, isIntersecting: target.id !== 'far' }]));
  }
  unobserve() {}
  disconnect() {}
}
const painted = new Map<string, FakeHighlight>();
let stop: AbortController;
let isForced: boolean;
let heard: (() => void)[];

beforeEach(() => {
  stop = new AbortController();
  heard = [];
  painted.clear();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: painted, supports: () => false });
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return isForced;
    },
    addEventListener: (_: string, listener: () => void) => heard.push(listener),
  }));
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(
    () => [new DOMRect(10, 20, 30, 12)] as unknown as DOMRectList,
  );
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const rangeIn = (id: string) => {
  const place = document.body.appendChild(document.createElement('p'));
  place.id = id;
  place.append('Tarn 2012');
  const text = place.firstChild!;
  return { startContainer: text, startOffset: 0, endContainer: text, endOffset: 4 } as unknown as StaticRange;
};
function page() {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  const host = { root, showBelow: vi.fn(), remove: vi.fn() };
  const lines = createMarkLines(window as never, () => host, stop.signal);
  const registry = createMarkRegistry(window as never, stop.signal, (use) => use(lines))!;
  const drawn = async () => {
    await new Promise((go) => setTimeout(go, 60));
    return root.childElementCount;
  };
  return { registry, drawn, host };
}

it('paints marks, and asks for no lines, where the browser paints as it is told', async () => {
  isForced = false;
  const { registry, drawn, host } = page();
  registry.set('cite', new FakeHighlight([rangeIn('one')]) as unknown as Highlight);
  expect([...painted.keys()]).toEqual(['cite']);
  expect(await drawn()).toBe(0);
  expect(host.showBelow).not.toHaveBeenCalled();
});

it('draws lines under what is near the window where marks would look selected, and follows the reader’s choice', async () => {
  isForced = true;
  const { registry, drawn, host } = page();
  const marks = new FakeHighlight([rangeIn('one'), rangeIn('far')]) as unknown as Highlight;
  registry.set('cite', marks);
  registry.set('cite-care', new FakeHighlight([rangeIn('two')]) as unknown as Highlight);
  expect(painted.size).toBe(0);
  expect(await drawn()).toBe(2);
  // In place of the line that every citation has.
  registry.set('cite-own', new FakeHighlight([...marks].slice(0, 1)) as unknown as Highlight);
  expect(await drawn()).toBe(2);
  registry.delete('cite-own');
  registry.delete('cite-care');
  expect(await drawn()).toBe(1);
  isForced = false;
  for (const listener of heard) listener();
  expect(await drawn()).toBe(0);
  expect(painted.get('cite')).toBe(marks);
  stop.abort();
  expect(host.remove).toHaveBeenCalledOnce();
});
