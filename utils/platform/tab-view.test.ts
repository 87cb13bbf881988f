import { describe, expect, it } from 'vitest';
import type { Browser } from './browser';
import { viewTab } from './tab-view';

const STATUS = { host: 'example.org', citations: 3, clusters: 2, passages: 1, settled: true };

/** A browser with one tab whose document has a type, or is closed, and whose script answers, or is not there. */
const browser = (contentType: string | undefined, status?: object) =>
  ({
    scripting: {
      executeScript: async () => {
        if (contentType === undefined) throw new Error('Cannot access contents of the page');
        return [{ result: contentType }];
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
    ['a page open since before', browser('text/html'), 'https://example.org/a', 'example.org', 'absent'],
    ['a local file', browser('text/html', STATUS), 'file:///a.html', undefined, 'read'],
  ])('tells %s', async (_what, fake, url, host, type) => {
    expect(await viewTab(fake, { id: 1, url })).toMatchObject({ view: { type } });
    expect((await viewTab(fake, { id: 1, url })).host).toBe(host);
  });
});
