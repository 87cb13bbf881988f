import type { Answer, SourceRequest } from '../model/answer';
import { failed, type Result, success } from '../model/failure';

/** Largest answer that is read: the largest real record is a tenth of it. Bytes. */
const MAX_BYTES = 10_000_000;

/**
 * Fetches answers with a given `fetch`. Sends no cookies, no referrer and no body, and leaves nothing in the HTTP cache: what
 * is kept, and for how long, is decided elsewhere.
 *
 * @returns A function that gives the answer, whatever its status, or a failure: `cancelled` when the signal was aborted,
 *   `offline` when the service could not be reached, `format` when the answer is larger than 10 MB. It never throws.
 */
export function createFetchAnswer(
  fetch: typeof globalThis.fetch,
): (request: SourceRequest, signal: AbortSignal) => Promise<Result<Answer>> {
  return async ({ url, accept, key, keepsBytes }, signal) => {
    try {
      const response = await fetch(url, {
        headers: { accept, ...key },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        // Led to another origin, fetch leaves `Authorization` behind, but no other header: such a key goes nowhere else.
        redirect: key && !('authorization' in key) ? 'error' : 'follow',
        signal,
      });
      const read = await readBody(response, keepsBytes);
      if (read === undefined)
        return failed('format', 'network.body', `The answer of ${hostOf(url)} is larger than 10 MB.`, { url });
      const retryAfterMs = retryAfter(response.headers.get('retry-after'));
      return success({
        status: response.status,
        contentType: (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
        ...read,
        url: response.url || url,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      });
    } catch (error) {
      if (signal.aborted) return failed('cancelled', 'network.fetch', 'The request was given up.', { url });
      return failed('offline', 'network.fetch', `${hostOf(url)} could not be reached: ${String(error)}`, { url });
    }
  };
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return 'The service';
  }
}

/** The body as text, with its bytes where they are kept; read piece by piece so that a body without end is dropped in time; undefined where it is too large. */
async function readBody(response: Response, keepsBytes = false): Promise<Pick<Answer, 'body' | 'bytes'> | undefined> {
  if (Number(response.headers.get('content-length')) > MAX_BYTES) {
    await response.body?.cancel();
    return undefined;
  }
  const reader = response.body?.getReader();
  if (!reader) return { body: await response.text() };
  const decoder = new TextDecoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let body = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return undefined;
    }
    if (keepsBytes) pieces.push(value);
    body += decoder.decode(value, { stream: true });
  }
  body += decoder.decode();
  return { body, ...(keepsBytes && { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()) }) };
}

/** `Retry-After` in milliseconds (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after); dates are left to the caller's own pace. */
function retryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}
