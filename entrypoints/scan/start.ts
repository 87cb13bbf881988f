import { linkMayCite, textMayCite } from '../../utils/detectors/gate';
import type { Passage } from '../../utils/model/passage';
import type { Settings } from '../../utils/model/settings';
import type { Door, Finder, Pointer, Reader, Scanner } from '../../utils/page/door';
import { watchGate } from '../../utils/page/gate';
import { pageSays } from '../../utils/page/page-says';
import type { Script } from '../../utils/platform/messages';
import { native } from '../../utils/platform/native';
import { sendToBackground } from '../../utils/platform/send';
import { answerMessages } from './messages';
import { feelSelection } from './selection';

/** Time for a single-page application to show what it went to, milliseconds. */
const SETTLE_MS = 400;

/** An address without the fragment that names a place in it; routes in fragments stay. */
const addressOf = ({ href, hash }: Location): string => (/^#[!/]/.test(hash) ? href : (href.split('#')[0] ?? href));

/** Citations of a page on which nothing could be one. */
const silentScanner = (isSettled: () => boolean): Scanner => ({
  citations: () => [],
  cluster: (citation) => [citation],
  at: () => undefined,
  get settled() {
    return isSettled();
  },
  subscribe: () => () => {},
});

/** A script that is put into this frame when somebody needs it, once. */
function onNeed<T>(script: Script, signal: AbortSignal, leave: () => void) {
  const waiting: ((it: T) => void)[] = [];
  let it: T | undefined;
  let isInjecting = false;
  return {
    get: () => it,
    set(arrived: T | undefined) {
      it = arrived;
      if (arrived && !signal.aborted) for (const use of waiting.splice(0)) use(arrived);
    },
    use(use: (it: T) => void) {
      if (!native.runtime?.id) return leave();
      if (it) return use(it);
      waiting.push(use);
      if (isInjecting) return;
      isInjecting = true;
      void sendToBackground('inject', { script }).then((reply) => {
        isInjecting = false;
        if (reply.ok) return;
        waiting.length = 0;
        if (reply.failure.kind === 'cancelled') leave();
      });
    },
  };
}

/**
 * Starts Ibid in a frame.
 *
 * @param pointer - Where the pointer is now, as far as seen.
 * @param leave - Ends everything: the extension under this script is gone.
 * @returns The door, until `signal` is aborted.
 */
export function start(
  window: Window,
  settings: Settings,
  signal: AbortSignal,
  pointer: () => Pointer | undefined,
  leave: () => void,
): Door {
  const { document } = window;
  const reader = onNeed<Reader>('reader', signal, leave);
  const finder = onNeed<Finder>('finder', signal, leave);
  const silence = silentScanner(() => gate.isSettled);
  const door: Door = {
    signal,
    get settings() {
      return settings;
    },
    set settings(changed) {
      settings = changed;
      finder.get()?.showMarks(changed.marks);
    },
    get scanner() {
      return finder.get()?.scanner ?? silence;
    },
    timing: {},
    get pointer() {
      return pointer();
    },
    get finder() {
      return finder.get();
    },
    set finder(arrived) {
      finder.set(arrived);
    },
    get reader() {
      return reader.get();
    },
    set reader(arrived) {
      reader.set(arrived);
    },
    withReader: reader.use,
  };

  let passages: readonly Passage[] = [];
  let address = addressOf(window.location);
  const firstAddress = address;
  const greet = async () => {
    if (!native.runtime?.id) return leave();
    const asked = address;
    const reply = await sendToBackground('greet', pageSays(document, address !== firstAddress));
    if (signal.aborted || asked !== address) return;
    if (!reply.ok) return reply.failure.kind === 'cancelled' ? leave() : undefined;
    const hadSome = passages.length > 0;
    passages = reply.value.passages;
    // A reader script that runs may show passages saved since the last greeting, which have been deleted elsewhere.
    if (passages.length > 0 || hadSome || reader.get()) reader.use((it) => it.showPassages(passages));
  };

  feelSelection(window, door);
  answerMessages({ door, window, greet: () => void greet(), passageCount: () => passages.length });

  let timer: number | undefined;
  const lookAtAddress = () => {
    if (addressOf(window.location) === address) return;
    address = addressOf(window.location);
    finder.get()?.hover.navigated();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void greet(), SETTLE_MS);
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', lookAtAddress, { signal });
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, lookAtAddress, { signal });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  // Where there is no navigation API, new content is what tells of `pushState`.
  const gate = watchGate({
    document,
    signal,
    linkMayCite,
    textMayCite,
    isOurs: (host) => reader.get()?.owns(host) ?? false,
    onLook: lookAtAddress,
    open: () => finder.use(({ scanner }) => scanner.subscribe(lookAtAddress)),
  });

  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => void greet(), { once: true, signal });
  else void greet();
  return door;
}
