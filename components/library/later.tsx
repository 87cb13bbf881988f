import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Draws at first what it is given, and what comes in its place in a turn of its own: what is drawn beside it need not wait for it. */
export function Later({ children }: { readonly children: ComponentChildren }) {
  const [drawn, draw] = useState(children);
  useEffect(() => {
    if (drawn === children) return;
    const timer = setTimeout(() => draw(children));
    return () => clearTimeout(timer);
  }, [children]);
  return <>{drawn}</>;
}
