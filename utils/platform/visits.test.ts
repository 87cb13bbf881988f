import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sought } from '../model/visit';
import type { Browser } from './browser';
import { createVisits } from './visits';

const SOUGHT: Sought = [{ kind: 'closest', quote: { exact: 'Gulls sleep.', prefix: '', suffix: '' } }];

/** A browser with one tab, whose session memory outlives the background. */
function browserWithTab() {
  let stored: Record<string, unknown> = {};
  const tabs = new Map([[1, { id: 1, windowId: 7, index: 3 }]]);
  const create = vi.fn(async (wish: object) => {
    const tab = { id: tabs.size + 1, windowId: 7, index: 4, ...wish };
    tabs.set(tab.id, tab);
    return tab;
  });
  return {
    create,
    tabs: {
      get: async (id: number) => tabs.get(id)!,
      create,
      update: vi.fn(async (id: number) => {
        if (!tabs.has(id)) throw new Error('No tab');
        return tabs.get(id);
      }),
    },
    windows: { update: vi.fn(async () => {}) },
    storage: {
      session: {
        get: async () => stored,
        set: async (change: object) => {
          stored = { ...stored, ...structuredClone(change) };
        },
      },
    },
    close: (id: number) => void tabs.delete(id),
  };
}

describe('documents opened from notes', () => {
  let browser: ReturnType<typeof browserWithTab>;
  let now: number;
  const visits = () => createVisits(browser as unknown as Browser, () => now);
  beforeEach(() => {
    browser = browserWithTab();
    now = 1000;
  });

  it('are opened once beside the tab, and know what is looked for, also after the background has died', async () => {
    await visits().open('visit-one', 'https://a.example/', SOUGHT, 1);
    await visits().open('visit-one', 'https://a.example/', SOUGHT, 1);
    expect(browser.create.mock.calls).toEqual([
      [{ url: 'https://a.example/', active: true, openerTabId: 1, windowId: 7, index: 4 }],
    ]);
    expect(await visits().soughtIn(2)).toEqual(SOUGHT);
    expect(await visits().soughtIn(1)).toBeUndefined();
  });

  it('know it before their tab is written down', async () => {
    const all = visits();
    void all.open('visit-one', 'https://a.example/', SOUGHT, 1);
    expect(await all.soughtIn(2)).toEqual(SOUGHT);
  });

  it('forget it when it was shown, and later on', async () => {
    await visits().open('visit-one', 'https://a.example/', SOUGHT, 1);
    now += 200_000;
    expect(await visits().soughtIn(2)).toBeUndefined();
    now = 1000;
    await visits().done(2);
    expect(await visits().soughtIn(2)).toBeUndefined();
    expect(await visits().back(2)).toBe(true);
  });

  it('lead back as long as the tab is there that they were opened from', async () => {
    await visits().open('visit-one', 'https://a.example/', SOUGHT, 1);
    expect(await visits().back(2)).toBe(true);
    expect(browser.tabs.update).toHaveBeenCalledWith(1, { active: true });
    browser.close(1);
    expect(await visits().back(2)).toBe(false);
    expect(await visits().back(9)).toBe(false);
  });
});
