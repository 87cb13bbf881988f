import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './browser';
import { listenForOmnibox } from './omnibox';

function stage() {
  let entered: (text: string, disposition: string) => void = () => {};
  const tabs = { update: vi.fn(async () => ({})), create: vi.fn(async () => ({})) };
  const setDefaultSuggestion = vi.fn();
  const browser = {
    omnibox: {
      setDefaultSuggestion,
      onInputEntered: {
        addListener(listener: typeof entered) {
          entered = listener;
        },
      },
    },
    runtime: { getURL: (path: string) => `own:${path}` },
    tabs,
  } as unknown as Browser;
  listenForOmnibox(browser, 'Search the library');
  return { tabs, setDefaultSuggestion, enter: (text: string, disposition: string) => entered(text, disposition) };
}

describe('the keyword of the address bar', () => {
  it('says what it does', () => {
    expect(stage().setDefaultSuggestion).toHaveBeenCalledWith({ description: 'Search the library' });
  });

  it('opens the library with the search in this tab, or in a new one where the reader wants that', () => {
    const { tabs, enter } = stage();
    enter(' night & “day” ', 'currentTab');
    expect(tabs.update).toHaveBeenCalledWith({
      url: 'own:/library.html?search=night%20%26%20%E2%80%9Cday%E2%80%9D',
    });
    enter('x', 'newBackgroundTab');
    expect(tabs.create).toHaveBeenCalledWith({ url: 'own:/library.html?search=x', active: false });
  });

  it('is left out where the browser has none', () => {
    expect(() => listenForOmnibox({} as Browser, '')).not.toThrow();
  });
});
