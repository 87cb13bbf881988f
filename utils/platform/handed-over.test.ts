import { describe, expect, it } from 'vitest';
import { handedOver } from './handed-over';

const OWN = 'blob:chrome-extension://abc/';

describe('what a page hands over', () => {
  const load = async (address: string) => new Response(JSON.stringify({ from: address }));

  it('is read from a text, or from a blob of the extension', async () => {
    expect(await handedOver('{"a":1}', OWN, load)).toEqual({ ok: true, value: { a: 1 } });
    expect(await handedOver(`${OWN}1`, OWN, load)).toEqual({ ok: true, value: { from: `${OWN}1` } });
  });

  it.each([
    ['a damaged text', '{"a"', load],
    ['a foreign blob', 'blob:https://page.example/1', load],
    ['a blob whose page was closed', `${OWN}2`, () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is a failure where it is %s', async (_name, given, from) => {
    expect(await handedOver(given, OWN, from)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });
});
