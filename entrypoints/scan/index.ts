import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isOnFor, type Settings } from '../../utils/model/settings';
import { type SiteRule, siteOf } from '../../utils/model/site-rule';
import type { Door, Pointer } from '../../utils/page/door';
import { targetOf } from '../../utils/page/event-target';
import { hearKeys } from '../../utils/page/heard-keys';
import { ownRoot } from '../../utils/page/host';
import { sealKeys } from '../../utils/page/sealed-keys';
import { native } from '../../utils/platform/native';
import { watchSettings } from '../../utils/platform/settings';
import { loadForSite, watchRules } from '../../utils/platform/site-rules';
import { clearLeftBehind } from './left-behind';
import { start } from './start';

/**
 * In every frame of every page, from before the page's own scripts run. It can be put in twice, where a page is opened while Ibid is
 * being installed; an update comes into a new world.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { __door?: Door; __isIn?: true };
  if (world.__isIn) return;
  world.__isIn = true;
  clearLeftBehind(document);
  const life = new AbortController();
  let running: AbortController | undefined;
  const site = siteOf(location);
  let rules: readonly SiteRule[] = [];
  let unwatch = () => {};
  const leave = () => {
    delete world.__isIn;
    life.abort();
    running?.abort();
    try {
      unwatch();
    } catch {
      // The extension is gone, and its listeners with it.
    }
  };

  // At once, not when the settings are there: whoever listens first can keep a key from the others.
  sealKeys(window, ownRoot, life.signal);
  hearKeys(window, () => world.__door, life.signal);

  let pointer: Pointer | undefined;
  const onMove = (event: PointerEvent) => {
    const target = event.isTrusted && event.pointerType !== 'touch' ? targetOf(event) : null;
    pointer = target ? { target, x: event.clientX, y: event.clientY } : undefined;
  };
  window.addEventListener('pointermove', onMove, { capture: true, passive: true, signal: life.signal });

  const apply = (settings: Settings) => {
    if (life.signal.aborted) return;
    const isOn = isOnFor(settings, location.hostname);
    if (!isOn) {
      running?.abort();
      running = undefined;
      delete world.__door;
    } else if (running && world.__door) world.__door.settings = settings;
    else {
      running = new AbortController();
      world.__door = start(window, settings, rules, running.signal, () => pointer, leave);
    }
  };
  const learn = (taught: readonly SiteRule[]) => {
    rules = taught;
    if (world.__door) world.__door.rules = taught;
  };
  const watching = [watchSettings(native, apply), watchRules(native, learn, site)];
  unwatch = () => {
    for (const end of watching) end();
  };
  void loadForSite(native, site).then((loaded) => {
    rules = loaded.rules;
    apply(loaded.settings);
  });
});
