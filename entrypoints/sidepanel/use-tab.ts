import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../utils/model/settings';
import { browser } from '../../utils/platform/browser';
import { type FollowedTab, followTab } from '../../utils/platform/followed-tab';
import type { OutlineAsks } from '../../utils/platform/outline-asks';
import { type FollowedOutlines, followOutlines, type Outlines } from '../../utils/platform/outlines';
import { type TabView, viewTab } from '../../utils/platform/tab-view';

/** Rest between two questions to a page that does not answer yet, milliseconds. */
const AGAIN_MS = 1000;
const NONE: Outlines = new Map();
const NO_WORDS: ReadonlyMap<string, string> = new Map();

/** The tab in view, live: what can be said of its page, what its frames tell, and a way to say something to them. */
export interface TabInView {
  readonly tab?: FollowedTab;
  /** Undefined while it is asked. */
  readonly seen?: TabView;
  readonly outlines: Outlines;
  /** What the page says at citations, by `FRAME NUMBER`, as far as it was asked for since it changed last. */
  readonly words: ReadonlyMap<string, string>;
  ask(frameId: number, asks: OutlineAsks): void;
}

/** Follows the tab in view. */
export function useTab(settings: Settings): TabInView {
  const [tab, setTab] = useState<FollowedTab>();
  const [seen, setSeen] = useState<TabView>();
  const [outlines, setOutlines] = useState<Outlines>(NONE);
  const [words, setWords] = useState(NO_WORDS);
  useEffect(() => setWords(NO_WORDS), [outlines]);
  const followed = useRef<FollowedOutlines>(undefined);
  useEffect(() => followTab(browser, setTab), []);

  const id = tab?.id;
  useEffect(() => {
    setSeen(undefined);
    setOutlines(NONE);
    if (id === undefined) return;
    followed.current = followOutlines(browser, id, setOutlines, (frameId, told) =>
      setWords(
        (before) => new Map([...before, ...told.map(({ place, text }) => [`${frameId} ${place}`, text] as const)]),
      ),
    );
    return () => followed.current?.stop();
  }, [id]);
  // Looked at again when another document came, which `tab` is told of anew, and when Ibid was switched on or off.
  useEffect(() => {
    if (!tab) return setSeen(undefined);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const view = await viewTab(browser, tab);
      if (isOver) return;
      setSeen(view);
      if (view.view.type === 'absent') timer = setTimeout(look, AGAIN_MS);
      if (view.view.type === 'read') followed.current?.look();
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [tab, settings.on, settings.offHosts]);
  return { tab, seen, outlines, words, ask: (frameId, asks) => followed.current?.ask(frameId, asks) };
}
