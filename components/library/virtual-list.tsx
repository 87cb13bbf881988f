import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Entries are read, drawn and measured so many at a time: about what a small window holds, so that no drawing takes long. */
export const CHUNK = 4;
/** What is drawn above and below what is seen, CSS pixels. */
const MARGIN = 1000;

export interface VirtualListProps {
  readonly count: number;
  /** Height of an entry nobody has seen yet, CSS pixels. */
  readonly estimate: number;
  /** Changes when the list is another one: what was measured counts no more. */
  readonly name: string;
  /** The entries of a chunk, or what stands in their place while they are read. */
  readonly draw: (chunk: number) => ComponentChildren;
  /** Told which chunks are drawn. */
  readonly onDrawn: (chunks: readonly number[]) => void;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** A list of any length in the page's own scroll, of which only what is near the window is in the document. */
export function VirtualList({ count, estimate, name, draw, onDrawn }: VirtualListProps) {
  const chunks = Math.ceil(count / CHUNK);
  const list = useRef<HTMLDivElement>(null);
  const heights = useRef<{ name: string; of: Map<number, number> }>({ name, of: new Map() });
  if (heights.current.name !== name) heights.current = { name, of: new Map() };
  const [range, setRange] = useState<Range>({ first: 0, last: 0 });
  const [, redraw] = useState(0);

  const heightOf = (chunk: number) =>
    heights.current.of.get(chunk) ?? estimate * Math.min(CHUNK, count - chunk * CHUNK);
  const sum = (from: number, to: number) => {
    let total = 0;
    for (let chunk = from; chunk < to; chunk += 1) total += heightOf(chunk);
    return total;
  };

  const look = useCallback(() => {
    if (!list.current) return;
    const top = -list.current.getBoundingClientRect().top - MARGIN;
    const bottom = top + innerHeight + 2 * MARGIN;
    let first = 0;
    let at = 0;
    while (first < chunks - 1 && at + heightOf(first) < top) at += heightOf(first++);
    let last = first;
    while (last < chunks - 1 && at + heightOf(last) < bottom) at += heightOf(last++);
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [chunks, count, estimate, name]);

  useEffect(() => {
    // In a window of another width everything has another height: what is drawn is measured again, and the rest when it comes.
    const resized = () => {
      heights.current.of.clear();
      redraw((count) => count + 1);
    };
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', resized);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', resized);
    };
  }, [look]);
  // After every drawing: what is measured now may bring other chunks near the window.
  useLayoutEffect(() => {
    for (const element of list.current?.querySelectorAll<HTMLElement>('[data-chunk]') ?? []) {
      if (element.offsetHeight > 0) heights.current.of.set(Number(element.dataset.chunk), element.offsetHeight);
    }
    look();
  });

  const last = Math.min(range.last, chunks - 1);
  const first = Math.min(range.first, Math.max(0, last));
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const key = drawn.join();
  useEffect(() => onDrawn(drawn), [key, name, onDrawn]);

  return (
    <div ref={list} class="virtual">
      <div style={{ height: `${sum(0, first)}px` }} />
      {drawn.map((chunk) => (
        <div key={chunk} data-chunk={chunk} class="chunk">
          {draw(chunk)}
        </div>
      ))}
      <div style={{ height: `${sum(last + 1, chunks)}px` }} />
    </div>
  );
}
