import { afterEach, expect, test, vi } from 'vitest';
import { spotAt } from './spot';

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(window, 'navigation');
  window.location.hash = '';
});

/** A page in a tab whose entries the browser names, where each step on adds one. */
function tellEntries(...keys: string[]): string[] {
  const navigation = {
    get currentEntry() {
      return { key: keys.at(-1), index: keys.length - 1 };
    },
    entries: () => keys.map((key) => ({ key })),
  };
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
  return keys;
}

/** Follows a link into the page from a spot in it, and goes back from there. */
function followAndReturn(step: () => void): { readonly stepsBack: number; readonly hasMoved: boolean } {
  document.body.innerHTML = '<a id="link" href="#entry">1</a>';
  const back = vi.spyOn(window.history, 'back').mockImplementation(() => {});
  const spot = spotAt(document.querySelector('#link')!);
  step();
  const hasMoved = spot.hasMoved();
  spot.back();
  return { stepsBack: back.mock.calls.length, hasMoved };
}

test('the step in the address is taken back, also in a tab of fifty steps and more', () => {
  vi.spyOn(window.history, 'length', 'get').mockReturnValue(50);
  const keys = tellEntries('before', 'here');
  const gone = followAndReturn(() => {
    window.location.hash = '#entry';
    keys.shift();
    keys.push('entry');
  });
  expect(gone).toEqual({ stepsBack: 1, hasMoved: true });
});

test('where the browser counts its entries only, one more is one step', () => {
  const length = vi.spyOn(window.history, 'length', 'get').mockReturnValue(3);
  const gone = followAndReturn(() => {
    window.location.hash = '#entry';
    length.mockReturnValue(4);
  });
  expect(gone.stepsBack).toBe(1);
});

test('an address that the page itself has put in place of the other is no step', () => {
  tellEntries('before', 'here');
  const replaced = followAndReturn(() => {
    window.location.hash = '#entry';
  });
  expect(replaced).toEqual({ stepsBack: 0, hasMoved: true });
  expect(document.activeElement?.id).toBe('link');
});

test('where nothing has moved, nothing is taken back', () => {
  tellEntries('here');
  expect(followAndReturn(() => {})).toEqual({ stepsBack: 0, hasMoved: false });
});
