// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearKeys, listenToKeys } from './heard-keys';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

/** A key that the browser vouches for. */
function press(key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  document.dispatchEvent(event);
  return event;
}

it('tells keys in the order of listening, though the page keeps them', () => {
  const door = { keys: new Set<(event: KeyboardEvent) => void>() };
  const heard: string[] = [];
  hearKeys(window, () => door, life.signal);
  const onPage = vi.fn((event: Event) => event.stopImmediatePropagation());
  window.addEventListener('keydown', onPage, { capture: true, signal: life.signal });
  listenToKeys(door, ({ key }) => heard.push(`first ${key}`), life.signal);
  listenToKeys(door, ({ key }) => heard.push(`second ${key}`), life.signal);
  press('Escape');
  expect(heard).toEqual(['first Escape', 'second Escape']);
  expect(onPage).toHaveBeenCalledOnce();
});

it('tells nobody else of a key that one has prevented, and none that the page made up', () => {
  const door = { keys: new Set<(event: KeyboardEvent) => void>() };
  const later = vi.fn();
  hearKeys(window, () => door, life.signal);
  listenToKeys(door, (event) => event.preventDefault(), life.signal);
  listenToKeys(door, later, life.signal);
  press('Escape');
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(later).not.toHaveBeenCalled();
});

it('forgets who listens when their signal is aborted', () => {
  const door = { keys: new Set<(event: KeyboardEvent) => void>() };
  const one = new AbortController();
  listenToKeys(door, () => {}, one.signal);
  expect(door.keys.size).toBe(1);
  one.abort();
  expect(door.keys.size).toBe(0);
  listenToKeys(door, () => {}, one.signal);
  expect(door.keys.size).toBe(0);
});
