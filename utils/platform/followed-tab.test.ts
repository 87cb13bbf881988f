import { describe, expect, it } from 'vitest';
import type { Browser } from './browser';
import { tabInView } from './followed-tab';

const browser = (tabs: readonly object[], self?: object) =>
  ({ tabs: { getCurrent: async () => self, query: async () => tabs } }) as unknown as Browser;

describe('the tab in view', () => {
  const page = { id: 1, active: true, lastAccessed: 1 };
  const self = { id: 9, active: true, lastAccessed: 50 };
  it.each([
    ['the active one, beside a panel', [page, { id: 2, active: false, lastAccessed: 9 }], undefined, 1],
    [
      'the one before, where the panel is a tab itself',
      [{ ...page, active: false }, { id: 2, lastAccessed: 9 }, self],
      self,
      2,
    ],
    ['the active one, where the panel is a tab behind it', [page, { id: 2, lastAccessed: 9 }, self], self, 1],
    ['none in a window of its own', [self], self, undefined],
  ])('is %s', async (_name, tabs, own, id) => {
    expect((await tabInView(browser(tabs, own)))?.id).toBe(id);
  });
});
