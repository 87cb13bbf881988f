import { render } from 'preact';
import css from '../../components/passages/passages.css?inline';
import { SelectionBar, type SelectionBarProps } from '../../components/passages/selection-bar';
import { say } from '../../components/passages/words';
import { placeBar } from '../../utils/page/bar-place';
import type { Door, Reader } from '../../utils/page/door';
import { listenToKeys } from '../../utils/page/heard-keys';
import { viewportOf } from '../../utils/page/layer';

/** What a bar is about. */
export type BarState = SelectionBarProps['state'];
/** What an open bar shows, without what it can be told. */
export type BarView = Omit<SelectionBarProps, 'say' | 'onClose' | keyof BarActions>;
/** What the bar can be told. */
export type BarActions = {
  readonly [Name in Exclude<keyof SelectionBarProps, 'onClose'> as Name extends `on${string}`
    ? Name
    : never]: SelectionBarProps[Name];
};

/** What a bar stands on. */
export type BarGround = Pick<Reader, 'layer'> & Pick<Door, 'keys'>;

/** An open bar. */
export interface OpenBar {
  draw(view: BarView): void;
  /** Takes the keyboard's focus: opened by key. */
  focus(): void;
  close(): void;
}

/**
 * Opens a bar by the end of a place.
 *
 * @param boxes - The place's line boxes, viewport pixels, asked for again when the page scrolls.
 * @param onClosed - Hears when it is gone, whoever closed it.
 */
export function openBar(
  document: Document,
  near: Node,
  ground: BarGround,
  boxes: () => readonly DOMRect[],
  atStart: boolean,
  view: BarView,
  actions: BarActions,
  onClosed: () => void,
): OpenBar {
  const window = document.defaultView!;
  const life = new AbortController();
  const { signal } = life;
  const { host, layer } = ground.layer(css, near);
  // A press on the bar must not take the page's selection away.
  layer.addEventListener('mousedown', (event) => {
    if (!(event.target as Element).closest('textarea, input')) event.preventDefault();
  });
  const before = document.activeElement as HTMLElement | null;

  const close = () => {
    if (signal.aborted) return;
    const hadFocus = host.root.activeElement !== null;
    life.abort();
    render(null, layer);
    host.remove();
    if (hadFocus) before?.focus?.({ preventScroll: true });
    onClosed();
  };
  let isAwaited = false;
  const place = () => {
    isAwaited = false;
    const frame = layer.firstElementChild as HTMLElement | null;
    if (signal.aborted || !frame) return;
    const all = boxes();
    const viewport = viewportOf(window);
    // A sentence about nothing in particular stands in the middle, near the top.
    const middle = { left: viewport.width / 2, right: viewport.width / 2, top: 40, bottom: 40 };
    const line = (atStart ? all[0] : all.at(-1)) ?? middle;
    const { left, top } = placeBar(line, atStart, { width: frame.offsetWidth, height: frame.offsetHeight }, viewport);
    frame.style.left = `${left}px`;
    frame.style.top = `${top}px`;
  };
  const placeSoon = () => {
    if (isAwaited) return;
    isAwaited = true;
    window.requestAnimationFrame(place);
  };
  const draw = (next: BarView) => {
    if (signal.aborted) return;
    render(<SelectionBar {...next} {...actions} say={say} onClose={close} />, layer);
    place();
  };
  host.show();
  draw(view);
  window.addEventListener('scroll', placeSoon, { capture: true, passive: true, signal });
  window.addEventListener('resize', placeSoon, { signal });
  listenToKeys(ground, ({ key }) => key === 'Escape' && close(), signal);
  return { draw, close, focus: () => layer.querySelector('button')?.focus({ preventScroll: true }) };
}
