import { useEffect, useRef } from 'preact/hooks';

/** Draws in a place that is given to it. @returns Its undo. */
export type Fill = (place: HTMLElement) => () => void;

/** A place in the note in which a script of its own draws, once it is here. */
export function Slot({ fill }: { readonly fill: Fill }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => fill(place.current as HTMLDivElement), []);
  return <div ref={place} />;
}
