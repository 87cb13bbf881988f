import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WholeRun } from './blocks';
import { createReading, type Reading } from './reading';
import type { Space } from './scan-space';
import type { Work } from './scan-work';

/** What is near the window is what the test says. */
class FakeObserver {
  static readonly all = new Set<FakeObserver>();
  readonly targets = new Set<Element>();
  constructor(private readonly tell: (entries: readonly Partial<IntersectionObserverEntry>[]) => void) {
    FakeObserver.all.add(this);
  }
  observe(target: Element) {
    this.targets.add(target);
  }
  disconnect() {
    this.targets.clear();
  }
  /** Where reading has stopped. */
  static places = () => [...FakeObserver.all].flatMap(({ targets }) => [...targets]);
  static come(isIntersecting: boolean) {
    for (const one of FakeObserver.all) for (const target of [...one.targets]) one.tell([{ target, isIntersecting }]);
  }
}

const PARAGRAPHS = 300;

describe('reading a long page', () => {
  let life: AbortController;
  let reading: Reading;
  let read: number[];
  let jobs: Iterator<void>[];
  const paragraph = (number: number) => document.querySelector(`#p${number}`)!;
  const finish = () => {
    for (const job of jobs.splice(0)) while (!job.next().done);
  };
  /** A walk over all paragraphs. */
  const walk = (isWhole = false) => {
    const paragraphs = [...document.querySelectorAll('p')];
    const space = {
      facts: {
        url: 'https://a.example/',
        origin: 'https://a.example',
        elementOf: () => undefined,
        citesInText: () => false,
      },
    } as unknown as Space;
    const candidates = new Map<Node, Element[]>(paragraphs.map((one) => [one, [...one.querySelectorAll('a')]]));
    jobs.push(
      reading.read(
        { space, candidates, runs: paragraphs.map((one) => new WholeRun(one, 'text')), isAgain: false },
        isWhole,
      ),
    );
    finish();
  };

  beforeEach(() => {
    vi.stubGlobal('IntersectionObserver', FakeObserver);
    document.body.innerHTML = Array.from(
      { length: PARAGRAPHS },
      (_, number) => `<p id="p${number}">Terns were counted <a href="#r1">[1]</a> every spring.</p>`,
    ).join('');
    document.elementFromPoint = () => paragraph(0);
    life = new AbortController();
    read = [];
    jobs = [];
    const work = { add: (job: Iterator<void>) => void jobs.push(job) } as unknown as Work;
    reading = createReading(window as Window & typeof globalThis, life.signal, work, (pieces) =>
      read.push(...pieces.map(({ run }) => Number(run.whole!.id.slice(1)))),
    );
  });
  afterEach(() => {
    life.abort();
    FakeObserver.all.clear();
    vi.unstubAllGlobals();
  });

  const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);

  it('stops where the reader is not, and goes on when the reader comes near', () => {
    walk();
    const first = read.length;
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThan(PARAGRAPHS / 2);
    expect(FakeObserver.places()).toEqual([paragraph(first)]);
    expect(reading.isLeft(paragraph(first - 1))).toBe(false);
    expect(reading.isLeft(paragraph(first).firstElementChild!)).toBe(true);
    FakeObserver.come(false);
    finish();
    expect(read).toHaveLength(first);
    FakeObserver.come(true);
    finish();
    expect(read.length).toBeGreaterThan(first);
    expect(read).toEqual(upTo(read.length));
    expect(FakeObserver.places()).toEqual([paragraph(read.length)]);
  });

  it('goes on where something behind is in the window though the place itself is not', async () => {
    walk();
    document.elementFromPoint = () => paragraph(PARAGRAPHS - 1);
    for (let step = 0; reading.hasLeft; step++) {
      expect(step).toBeLessThan(PARAGRAPHS);
      window.dispatchEvent(new Event('scroll'));
      await vi.waitFor(() => expect(jobs).not.toEqual([]));
      finish();
    }
    expect(read).toEqual(upTo(PARAGRAPHS));
    expect(FakeObserver.places()).toEqual([]);
  });

  it('goes on where the place has gone, and past what has gone with it', async () => {
    walk();
    const first = read.length;
    for (let number = first; number < first + 30; number++) paragraph(number).remove();
    reading.lookSoon();
    await vi.waitFor(() => expect(jobs).not.toEqual([]));
    finish();
    expect(read.slice(first, first + 3)).toEqual([first + 30, first + 31, first + 32]);
  });

  it('reads all of it for who asks', () => {
    walk();
    jobs.push(reading.readRest());
    finish();
    expect(read).toEqual(upTo(PARAGRAPHS));
    expect(reading.hasLeft).toBe(false);
    expect(FakeObserver.places()).toEqual([]);
  });

  it('knows what is left while it reads on, and reads that to the end, once, for who asks for all', () => {
    walk();
    FakeObserver.come(true);
    jobs[0]!.next();
    expect(reading.hasLeft).toBe(true);
    expect(reading.isLeft(paragraph(PARAGRAPHS - 1))).toBe(true);
    expect(reading.isLeft(paragraph(0))).toBe(false);
    for (const _ of reading.readRest());
    expect(read).toEqual(upTo(PARAGRAPHS));
    finish();
    expect(read).toEqual(upTo(PARAGRAPHS));
    expect(reading.hasLeft).toBe(false);
  });

  it('stops nowhere where it is to read all, or where nothing tells what is near', () => {
    walk(true);
    expect(read).toHaveLength(PARAGRAPHS);
    vi.stubGlobal('IntersectionObserver', undefined);
    read.length = 0;
    walk();
    expect(read).toHaveLength(PARAGRAPHS);
  });

  it('leaves nothing behind', () => {
    walk();
    life.abort();
    expect(FakeObserver.places()).toEqual([]);
    FakeObserver.come(true);
    expect(jobs).toEqual([]);
  });
});
