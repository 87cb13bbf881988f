import { describe, expect, it } from 'vitest';
import { createFetchAnswer } from './network';

const REQUEST = { url: 'https://api.example.org/works/1', accept: 'application/json' };
const never = () => new AbortController().signal;

describe('the network', () => {
  it('sends no cookies, no referrer, and leaves nothing in the HTTP cache', async () => {
    let sent: RequestInit | undefined;
    const fetchAnswer = createFetchAnswer(async (_url, init) => {
      sent = init;
      return new Response('{}');
    });
    await fetchAnswer(REQUEST, never());
    expect(sent).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'application/json' },
    });
    expect(sent?.body).toBeUndefined();
  });

  it('keeps the bytes of an answer beside its text only where they are wanted', async () => {
    const bytes = Uint8Array.from([37, 80, 68, 70, 0xff, 0xfe, 0]);
    const fetchAnswer = createFetchAnswer(async () => new Response(bytes));
    const kept = await fetchAnswer({ ...REQUEST, keepsBytes: true }, never());
    expect(kept).toMatchObject({ ok: true, value: { body: '%PDF\ufffd\ufffd\0' } });
    expect(kept.ok && [...kept.value.bytes!]).toEqual([...bytes]);
    expect(await fetchAnswer(REQUEST, never())).not.toHaveProperty('value.bytes');
  });

  it.each([
    ['authorization', 'follow'],
    ['x-api-key', 'error'],
  ])('sends a key as %s, and to no other origin', async (header, redirect) => {
    let sent: RequestInit | undefined;
    const fetchAnswer = createFetchAnswer(async (_url, init) => {
      sent = init;
      return new Response('{}');
    });
    await fetchAnswer({ ...REQUEST, key: { [header]: 'k' } }, never());
    expect(sent).toMatchObject({ headers: { accept: 'application/json', [header]: 'k' }, redirect });
  });

  it('gives answers of every status with what they say of themselves', async () => {
    const fetchAnswer = createFetchAnswer(
      async () =>
        new Response('wait', {
          status: 429,
          headers: { 'content-type': 'Text/HTML; charset=utf-8', 'retry-after': '7' },
        }),
    );
    expect(await fetchAnswer(REQUEST, never())).toEqual({
      ok: true,
      value: { status: 429, contentType: 'text/html', body: 'wait', url: REQUEST.url, retryAfterMs: 7000 },
    });
  });

  it('reads letters that are cut between two pieces', async () => {
    const bytes = new TextEncoder().encode('é');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const fetchAnswer = createFetchAnswer(async () => new Response(body));
    expect(await fetchAnswer(REQUEST, never())).toMatchObject({ ok: true, value: { body: 'é' } });
  });

  it('stops reading a body without end', async () => {
    let isStopped = false;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
      cancel: () => {
        isStopped = true;
      },
    });
    const fetchAnswer = createFetchAnswer(async () => new Response(body));
    expect(await fetchAnswer(REQUEST, never())).toMatchObject({ ok: false, failure: { kind: 'format' } });
    expect(isStopped).toBe(true);
  });

  it('is offline when the service cannot be reached, and cancelled when the request was given up', async () => {
    const fetchAnswer = createFetchAnswer(async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await fetchAnswer(REQUEST, never())).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(await fetchAnswer(REQUEST, AbortSignal.abort())).toMatchObject({
      ok: false,
      failure: { kind: 'cancelled' },
    });
  });
});
