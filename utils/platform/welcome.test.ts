import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './browser';
import { welcomeOnce } from './welcome';

describe('the welcome page', () => {
  it.each([
    ['opens when Ibid was installed', 'install', 'normal', 1],
    ['opens where somebody else installed it', 'install', 'admin', 1],
    ['stays closed after an update', 'update', 'normal', 0],
    ['stays closed after an update of the browser', 'browser_update', 'normal', 0],
    ['stays closed for a developer', 'install', 'development', 0],
  ])('%s', async (_name, reason, installType, times) => {
    const create = vi.fn();
    const browser = {
      management: { getSelf: async () => ({ installType }) },
      runtime: { getURL: (path: string) => `x:${path}` },
      tabs: { create },
    };
    await welcomeOnce(browser as unknown as Browser, reason);
    expect(create.mock.calls).toEqual(Array.from({ length: times }, () => [{ url: 'x:/welcome.html' }]));
  });
});
