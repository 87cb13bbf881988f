import { findCitations } from '../../utils/detectors/find';
import { pageKeys } from '../../utils/model/page-key';
import type { Passage } from '../../utils/model/passage';
import type { Settings } from '../../utils/model/settings';
import type { Door, Reader } from '../../utils/page/door';
import { createMarks } from '../../utils/page/marks';
import { pageFacts } from '../../utils/page/page-facts';
import { createScanner } from '../../utils/page/scanner';
import { native } from '../../utils/platform/native';
import { sendToBackground } from '../../utils/platform/send';
import { type Seen, startHover } from './hover';
import { answerMessages } from './messages';
import { feelSelection } from './selection';

/** Time for a single-page application to show what it went to, milliseconds. */
const SETTLE_MS = 400;

/** An address without the fragment that names a place in it; routes in fragments stay. */
const addressOf = ({ href, hash }: Location): string => (/^#[!/]/.test(hash) ? href : (href.split('#')[0] ?? href));

/**
 * Starts Ibid in a frame.
 *
 * @param seen - The pointer's last move so far.
 * @param leave - Ends everything: the extension under this script is gone.
 * @returns The door, until `signal` is aborted.
 */
export function start(
  window: Window,
  settings: Settings,
  signal: AbortSignal,
  seen: Seen | undefined,
  leave: () => void,
): Door {
  const { document } = window;
  const waiting: ((reader: Reader) => void)[] = [];
  let reader: Reader | undefined;
  let isInjecting = false;
  const scanner = createScanner({
    document,
    signal,
    find: findCitations,
    isOurs: (host) => reader?.owns(host) ?? false,
  });
  const marks = createMarks(document, scanner, signal);
  const door: Door = {
    signal,
    get settings() {
      return settings;
    },
    set settings(changed) {
      settings = changed;
      marks.show(changed.marks);
    },
    scanner,
    timing: {},
    get reader() {
      return reader;
    },
    set reader(arrived) {
      reader = arrived;
      if (arrived && !signal.aborted) for (const use of waiting.splice(0)) use(arrived);
    },
  };

  marks.show(settings.marks);

  const withReader = (use: (reader: Reader) => void) => {
    if (!native.runtime?.id) return leave();
    if (reader) return use(reader);
    waiting.push(use);
    if (isInjecting) return;
    isInjecting = true;
    void sendToBackground('injectReader', {}).then((reply) => {
      isInjecting = false;
      if (reply.ok) return;
      waiting.length = 0;
      if (reply.failure.kind === 'cancelled') leave();
    });
  };

  let passages: readonly Passage[] = [];
  let address = addressOf(window.location);
  const firstAddress = address;
  const greet = async () => {
    if (!native.runtime?.id) return leave();
    const facts = pageFacts(document, address !== firstAddress);
    const keys = pageKeys(facts);
    const asked = address;
    const reply = keys.length > 0 ? await sendToBackground('greet', { url: facts.url, keys }) : undefined;
    if (signal.aborted || asked !== address || !reply) return;
    if (!reply.ok) return reply.failure.kind === 'cancelled' ? leave() : undefined;
    const hadSome = passages.length > 0;
    passages = reply.value.passages;
    // A reader script that runs may show passages saved since the last greeting, which have been deleted elsewhere.
    if (passages.length > 0 || hadSome || reader) withReader((reader) => reader.showPassages(passages));
  };

  const hover = startHover(window, door, seen, withReader);
  feelSelection(window, door, withReader);
  answerMessages({
    door,
    hover,
    window,
    withReader,
    greet: () => void greet(),
    passageCount: () => passages.length,
  });

  let timer: number | undefined;
  const lookAtAddress = () => {
    if (addressOf(window.location) === address) return;
    address = addressOf(window.location);
    hover.navigated();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void greet(), SETTLE_MS);
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', lookAtAddress, { signal });
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, lookAtAddress, { signal });
  // Where there is no navigation API, new content is what tells of `pushState`.
  const unsubscribe = door.scanner.subscribe(lookAtAddress);
  signal.addEventListener('abort', () => {
    window.clearTimeout(timer);
    unsubscribe();
  });

  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => void greet(), { once: true, signal });
  else void greet();
  return door;
}
