import { linkMayCite, textMayCite } from '../../utils/detectors/gate';
import type { Passage } from '../../utils/model/passage';
import type { Settings } from '../../utils/model/settings';
import type { SiteRule } from '../../utils/model/site-rule';
import type { Door, Finder, Glossary, Guide, Hover, Pointer, Reader, Scanner } from '../../utils/page/door';
import { watchGate } from '../../utils/page/gate';
import { ownRoot } from '../../utils/page/host';
import type { MarkLines } from '../../utils/page/mark-lines';
import { createMarkRegistry } from '../../utils/page/mark-registry';
import { pageSays } from '../../utils/page/page-says';
import { bring } from '../../utils/platform/bring';
import type { Script } from '../../utils/platform/messages';
import { native } from '../../utils/platform/native';
import { sendPromptly } from '../../utils/platform/send-promptly';
import { followLink } from './follow-link';
import { feelLeaving } from './leaving';
import { answerMessages } from './messages';
import { feelSelection } from './selection';

/** Time for a single-page application to show what it went to, milliseconds. */
const SETTLE_MS = 400;

/** An address without the fragment that names a place in it; routes in fragments stay. */
const addressOf = ({ href, hash }: Location): string => (/^#[!/]/.test(hash) ? href : (href.split('#')[0] ?? href));

/** Citations of a page on which nothing could be one. */
const silentScanner = (isSettled: () => boolean): Scanner => ({
  citations: () => [],
  known: () => [],
  readAll: async () => {},
  cluster: (citation) => [citation],
  at: () => undefined,
  get settled() {
    return isSettled();
  },
  relearn() {},
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
      void bring(script).then((reply) => {
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
 * @param rules - What the reader taught about this site.
 * @param pointer - Where the pointer is now, as far as seen.
 * @param leave - Ends everything: the extension under this script is gone.
 * @returns The door, until `signal` is aborted.
 */
export function start(
  window: Window,
  settings: Settings,
  rules: readonly SiteRule[],
  signal: AbortSignal,
  pointer: () => Pointer | undefined,
  leave: () => void,
): Door {
  const { document } = window;
  const reader = onNeed<Reader>('reader', signal, leave);
  const finder = onNeed<Finder>('finder', signal, leave);
  const hand = onNeed<Hover>('hand', signal, leave);
  const glossary = onNeed<Glossary>('glossary', signal, leave);
  const guide = onNeed<Guide>('guide', signal, leave);
  const liner = onNeed<MarkLines>('liner', signal, leave);
  const silence = silentScanner(() => gate.isSettled);
  const door: Door = {
    signal,
    get settings() {
      return settings;
    },
    set settings(changed) {
      settings = changed;
      finder.get()?.showMarks(changed.marks);
      showWords();
    },
    get rules() {
      return rules;
    },
    set rules(changed) {
      // What a script of this frame has changed comes back from storage.
      if (JSON.stringify(changed) === JSON.stringify(rules)) return;
      rules = changed;
      if (!finder.get()) learn();
      door.scanner.relearn();
    },
    get scanner() {
      return finder.get()?.scanner ?? silence;
    },
    timing: {},
    keys: new Set(),
    get pointer() {
      return pointer();
    },
    get finder() {
      return finder.get();
    },
    set finder(arrived) {
      finder.set(arrived);
    },
    get hand() {
      return hand.get();
    },
    set hand(arrived) {
      hand.set(arrived);
    },
    get glossary() {
      return glossary.get();
    },
    set glossary(arrived) {
      glossary.set(arrived);
    },
    get guide() {
      return guide.get();
    },
    set guide(arrived) {
      guide.set(arrived);
    },
    get liner() {
      return liner.get();
    },
    set liner(arrived) {
      liner.set(arrived);
    },
    marks: createMarkRegistry(window as Window & typeof globalThis, signal, liner.use),
    get reader() {
      return reader.get();
    },
    set reader(arrived) {
      reader.set(arrived);
    },
    says: () => pageSays(document),
    withReader: reader.use,
    withHand: hand.use,
    withGuide: guide.use,
    leaving: feelLeaving(document, signal, () => settings.markArrivals, guide.use),
  };

  /** Whether it is there already or not: the reader's own words are looked for where there are any. */
  const showWords = () => {
    if (settings.glossary === 'on') glossary.use((it) => it.show());
    else glossary.get()?.show();
  };
  let passages: readonly Passage[] = [];
  let address = addressOf(window.location);
  const firstAddress = address;
  /** @param isNew - The page has just come, rather than its passages changed. */
  const greet = async (isNew = false) => {
    if (!native.runtime?.id) return leave();
    const asked = address;
    const reply = await sendPromptly('greet', pageSays(document, address !== firstAddress));
    if (signal.aborted || asked !== address) return;
    if (!reply.ok) return reply.failure.kind === 'cancelled' ? leave() : undefined;
    const hadSome = passages.length > 0;
    passages = reply.value.passages;
    if (isNew) showWords();
    // A reader script that runs may show passages saved since the last greeting, which have been deleted elsewhere.
    if (passages.length > 0 || hadSome || reader.get()) reader.use((it) => it.showPassages(passages));
    const { sought } = reply.value;
    if (isNew && sought) guide.use((it) => it.visit(sought));
    if (isNew && reply.value.hasJustDeleted) reader.use((it) => it.offerUndo());
  };

  /** A page without any sign of a citation may hold one all the same, where the reader says so. */
  const learn = () => {
    if (rules.some(({ says }) => says === 'is')) finder.use(() => {});
  };
  learn();
  followLink(window, door);
  feelSelection(window, door);
  answerMessages({ door, window, greet: () => void greet(), passages: () => reader.get()?.passages.all() ?? passages });

  let timer: number | undefined;
  const lookAtAddress = () => {
    if (addressOf(window.location) === address) return;
    address = addressOf(window.location);
    door.hand?.navigated();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void greet(true), SETTLE_MS);
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
    isOurs: (host) => ownRoot(host) !== undefined,
    onLook: lookAtAddress,
    open: () => finder.use(({ scanner }) => scanner.subscribe(lookAtAddress)),
  });

  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => void greet(true), { once: true, signal });
  else void greet(true);
  return door;
}
