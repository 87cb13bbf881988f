import type { Answer } from '../model/answer';
import { failed, type Result, success } from '../model/failure';

/** Zotero's own address, on this machine alone. */
const CONNECTOR = 'http://127.0.0.1:23119/connector/';
/** Pattern of the permission that asking there takes. A pattern holds no port. */
export const ZOTERO_ORIGIN = 'http://127.0.0.1/*';
/** Longest that Zotero is waited for, milliseconds: importing a thousand works takes it the better part of a minute. */
const WAIT_MS = 120_000;

/**
 * Posts to Zotero's connector with a given `fetch`.
 *
 * @returns A function that gives the answer, whatever its status, or a failure: `offline` where nothing listens there, `timeout`. It
 *   never throws.
 */
export function createZoteroPost(
  fetch: typeof globalThis.fetch,
): (path: string, body: string, mediaType: string) => Promise<Result<Answer>> {
  return async (path, body, mediaType) => {
    const url = CONNECTOR + path;
    try {
      const response = await fetch(url, {
        method: 'POST',
        // Zotero takes nothing from browsers that does not name the version of its connector.
        headers: { 'content-type': mediaType, 'x-zotero-connector-api-version': '3' },
        body,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(WAIT_MS),
      });
      return success({
        status: response.status,
        contentType: (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
        body: await response.text(),
        url,
      });
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      return isLate
        ? failed('timeout', 'zotero.timeout', 'Zotero did not answer in time.', { says: ['zoteroSilent'] })
        : failed('offline', 'zotero.offline', 'Zotero could not be reached. Is it running?');
    }
  };
}
