import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './browser';
import { sayOnButton } from './button-says';
import { createMenus, listenForCommands } from './menus';

type Clicked = (clicked: object, tab?: object) => void;

function stage() {
  let click: Clicked = () => {};
  const made: { id: string; contexts: readonly string[]; documentUrlPatterns?: readonly string[] }[] = [];
  const sent = vi.fn(async () => ({ ok: true, value: {} }));
  const browser = {
    contextMenus: {
      removeAll: async () => {},
      create: (entry: (typeof made)[number]) => made.push(entry),
      onClicked: {
        addListener(listener: Clicked) {
          click = listener;
        },
      },
    },
    commands: { onCommand: { addListener: () => {} } },
    tabs: { sendMessage: sent },
  } as unknown as Browser;
  const addWork = vi.fn();
  listenForCommands(browser, addWork);
  const words = { savePassage: 'Save', addWork: 'Add', markCitation: 'Mark', openPanel: 'Open' };
  return {
    made,
    sent,
    addWork,
    create: () => createMenus(browser, words),
    click: (...args: Parameters<Clicked>) => click(...args),
  };
}

describe('the menu', () => {
  it('offers selected words for the reading list also where Ibid may not go', async () => {
    const { made, create } = stage();
    await create();
    expect(made.find(({ id }) => id === 'add-work')).toEqual({ id: 'add-work', title: 'Add', contexts: ['selection'] });
    expect(made.find(({ id }) => id === 'save-passage')?.documentUrlPatterns).toContain('https://*/*');
  });

  it('hands selected words over with the page that they stand on, and asks no script of it', () => {
    const { addWork, sent, click } = stage();
    const selected = { menuItemId: 'add-work', selectionText: 'doi:10.5555/tern', pageUrl: 'https://a.example/frame' };
    click(selected, { id: 7, url: 'https://a.example/', title: 'A page', incognito: false });
    expect(addWork).toHaveBeenLastCalledWith({
      text: 'doi:10.5555/tern',
      page: { url: 'https://a.example/', title: 'A page' },
      isPrivate: false,
      tabId: 7,
    });
    click(selected, { id: 8, incognito: true });
    expect(addWork).toHaveBeenLastCalledWith(
      expect.objectContaining({ isPrivate: true, page: { url: selected.pageUrl, title: '' } }),
    );
    expect(sent).not.toHaveBeenCalled();
  });

  it('tells the frame in which a passage shall be saved', () => {
    const { sent, click } = stage();
    click({ menuItemId: 'save-passage', frameId: 3 }, { id: 7 });
    expect(sent).toHaveBeenCalledWith(7, { name: 'command', input: { name: 'save-passage' } }, { frameId: 3 });
  });
});

describe('what is said on the button', () => {
  it('is said for a moment, in one tab', async () => {
    vi.useFakeTimers();
    const action = { setBadgeText: vi.fn(async () => {}), setTitle: vi.fn(async () => {}) };
    const saying = sayOnButton({ action } as unknown as Browser, '✓', 'It is there.', 7);
    await vi.advanceTimersByTimeAsync(1);
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '✓', tabId: 7 });
    expect(action.setTitle).toHaveBeenLastCalledWith({ title: 'It is there.', tabId: 7 });
    await vi.advanceTimersByTimeAsync(10_000);
    await saying;
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '', tabId: 7 });
    vi.useRealTimers();
  });

  it('is nothing where the tab has gone', async () => {
    const action = { setBadgeText: () => Promise.reject(new Error('No tab')), setTitle: async () => {} };
    await expect(sayOnButton({ action } as unknown as Browser, '!', 'No.', 7)).resolves.toBeUndefined();
  });
});
