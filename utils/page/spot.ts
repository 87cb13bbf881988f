import { scrolledAround } from './scrolled';

/** Where the reader was on a page, before being led to another place of it. */
export interface Spot {
  /** Whether the page has been scrolled since, or its address has changed. */
  hasMoved(): boolean;
  /** Goes there again, with the keyboard's focus where it was, and takes the step in the address back as well. */
  back(): void;
}

/** How long the browser may take to go a step back in the history of a page, milliseconds. */
const STEP_MS = 400;

/**
 * Tells later whether the tab is just one step further in its history than now. Browsers that do not name its entries count them, up
 * to fifty: from there on it is never told.
 */
function oneStepOn({ navigation, history }: Window): () => boolean {
  const key = navigation?.currentEntry?.key;
  if (!key) {
    const { length } = history;
    return () => history.length === length + 1;
  }
  return () => {
    const index = navigation.currentEntry?.index ?? 0;
    return index > 0 && navigation.entries()[index - 1]?.key === key;
  };
}

/** Remembers where everything is scrolled to around an element, and that the keyboard belongs there. */
export function spotAt(near: Element): Spot {
  const document = near.ownerDocument;
  const window = document.defaultView as Window;
  const { href } = window.location;
  const isOneStepOn = oneStepOn(window);
  const scrolled = scrolledAround(near);
  const restore = () => {
    for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
    (near as HTMLElement).focus?.({ preventScroll: true });
  };
  return {
    hasMoved: () =>
      window.location.href !== href || scrolled.some(({ element, top }) => Math.abs(element.scrollTop - top) > 1),
    back() {
      if (window.location.href === href || !isOneStepOn()) return restore();
      // The browser scrolls by itself when it goes back, at a time of its own.
      let timer: number | undefined;
      const arrived = () => {
        window.clearTimeout(timer);
        window.removeEventListener('popstate', arrived);
        restore();
        window.requestAnimationFrame(restore);
      };
      timer = window.setTimeout(arrived, STEP_MS);
      window.addEventListener('popstate', arrived);
      window.history.back();
    },
  };
}
