import { describe, expect, it } from 'vitest';
import type { Browser } from './browser';
import { viewTab } from './tab-view';

const STATUS = {
  host: 'example.org',
  citations: 3,
  clusters: 2,
  passages: 1,
  settled: true,
  kinds: [],
  signs: [],
  colours: [],
};

/** A browser with one tab whose document has a type, or is closed, and whose script answers, or is not there. */
const browser = (contentType: string | undefined, status?: object) =>
  ({
    runtime: { getURL: (path: string) => `chrome-extension://us/${path}` },
    scripting: {
      executeScript: async () => {
        if (contentType === undefined) throw new Error('Cannot access contents of the page');
        return [{ frameId: 0, result: contentType }];
      },
    },
    tabs: {
      sendMessage: async () => {
        if (!status) throw new Error('Receiving end does not exist');
        return { ok: true, value: status };
      },
    },
  }) as unknown as Browser;

describe('viewTab', () => {
  it.each([
    ['what the page counts', browser('text/html', STATUS), 'https://example.org/a', 'example.org', 'read'],
    ['a PDF by its document', browser('application/pdf'), 'https://example.org/a', 'example.org', 'pdf'],
    [
      'a PDF by its address, where it is closed',
      browser(undefined),
      'https://example.org/a.PDF?x',
      'example.org',
      'pdf',
    ],
    [
      'an HTML page whose address ends like a PDF',
      browser('text/html', STATUS),
      'https://example.org/a.pdf',
      'example.org',
      'read',
    ],
    ['a page of the browser', browser(undefined), 'chrome://settings/', undefined, 'closed'],
    ['a page that says no address', browser(undefined), undefined, undefined, 'closed'],
    ['a page that the browser keeps closed', browser(undefined), 'https://example.org/a', 'example.org', 'closed'],
    ['a page open since before', browser('text/html'), 'https://example.org/a', 'example.org', 'absent'],
    ['a page of Ibid itself', browser(undefined), 'chrome-extension://us/library.html', undefined, 'own'],
    ['a local file', browser('text/html', STATUS), 'file:///a.html', undefined, 'read'],
  ])('tells %s', async (_what, fake, url, host, type) => {
    expect(await viewTab(fake, { id: 1, url })).toMatchObject({ view: { type } });
    expect((await viewTab(fake, { id: 1, url })).host).toBe(host);
  });

  it('counts what all frames have that answer', async () => {
    const frames: Record<number, object> = {
      0: { ...STATUS, kinds: ['marker'], signs: ['own'] },
      4: { ...STATUS, host: 'framed.example', settled: false, kinds: ['marker', 'footnote'], signs: ['care'] },
    };
    const fake = {
      runtime: { getURL: () => 'chrome-extension://us/' },
      scripting: {
        executeScript: async () => [4, 0, 7].map((frameId) => ({ frameId, result: 'text/html' })),
      },
      tabs: {
        sendMessage: async (_id: number, _message: unknown, { frameId }: { frameId: number }) => {
          if (!frames[frameId]) throw new Error('Receiving end does not exist');
          return { ok: true, value: frames[frameId] };
        },
      },
    } as unknown as Browser;
    expect((await viewTab(fake, { id: 1, url: 'https://example.org/a' })).view).toEqual({
      type: 'read',
      host: 'example.org',
      citations: 6,
      clusters: 4,
      passages: 2,
      settled: false,
      kinds: ['marker', 'footnote'],
      signs: ['own', 'care'],
      colours: [],
    });
  });
});
