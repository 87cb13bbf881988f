import css from '../../components/guide/guide.css?inline';
import tokens from '../../components/tokens.css?inline';
import type { Door } from '../../utils/page/door';
import { listenToKeys } from '../../utils/page/heard-keys';
import { createLayer, makeElement } from '../../utils/page/layer';
import { direction, language } from '../../utils/words/words';

/** Something that can be done about what a toast says. */
export interface ToastDeed {
  readonly name: string;
  run(): void;
}

/** One sentence at the foot of the window, for a while, with what can be done about it. */
export interface Toast {
  /**
   * Says something in place of what was said before.
   *
   * @param near - What it is about: decides where it has to stand to be seen.
   */
  say(message: string, deeds: readonly ToastDeed[], near?: Node): void;
  close(): void;
}

/** How long it stays, milliseconds, while neither the pointer nor the keyboard is in it. */
const LIFE_MS = 12_000;

/**
 * Makes the toast of a frame. Ends with the door.
 *
 * @param onEscape - Hears that the reader wants it, and what it is about, away.
 */
export function createToast(document: Document, door: Door, onEscape: () => void): Toast {
  const window = document.defaultView as Window;
  let end: AbortController | undefined;
  const close = () => end?.abort();
  door.signal.addEventListener('abort', close, { once: true });
  return {
    close,
    say(message, deeds, near) {
      close();
      end = new AbortController();
      const { signal } = end;
      const { theme } = door.settings;
      const looks = { language: language(), direction: direction(), theme };
      const { host, layer } = createLayer(document, [tokens, css], near, looks);
      const toast = makeElement(document, 'div', 'toast');
      const words = makeElement(document, 'p');
      words.setAttribute('role', 'status');
      const row = makeElement(document, 'div', 'deeds');
      for (const { name, run } of deeds) {
        const button = makeElement(document, 'button');
        button.type = 'button';
        button.textContent = name;
        button.addEventListener('click', run);
        row.append(button);
      }
      toast.append(words, ...(deeds.length > 0 ? [row] : []));
      layer.append(toast);
      host.show();
      // A live region speaks of what changes in it, not of what it began with.
      window.requestAnimationFrame(() => {
        words.textContent = message;
      });

      let timer: number | undefined;
      const stay = () => window.clearTimeout(timer);
      const go = () => {
        stay();
        timer = window.setTimeout(close, LIFE_MS);
      };
      go();
      for (const type of ['pointerenter', 'focusin']) toast.addEventListener(type, stay, { signal });
      for (const type of ['pointerleave', 'focusout']) toast.addEventListener(type, go, { signal });
      const onKey = (event: Event) => {
        if ((event as KeyboardEvent).key !== 'Escape') return;
        close();
        onEscape();
      };
      // Keys pressed in it reach it as copies, those pressed in the page the window.
      layer.addEventListener('keydown', onKey, { signal });
      listenToKeys(door, onKey, signal);
      signal.addEventListener(
        'abort',
        () => {
          stay();
          host.remove();
        },
        { once: true },
      );
    },
  };
}
