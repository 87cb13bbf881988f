import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inflate } from './inflate';

const packed = (bytes: Uint8Array | string) => new Uint8Array(deflateSync(bytes));
const WORDS = Array.from({ length: 40_000 }, (_, i) => `gull ${(i * 7919) % 10_007}`).join(' ');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it('gives all that was packed', async () => {
  expect(text(await inflate(packed(WORDS), 1e6))).toBe(WORDS);
});

it('stops where more would come than is wanted', async () => {
  const bomb = packed(new Uint8Array(50_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  expect((await inflate(bomb, 100_000)).length).toBe(100_000);
});

it('gives the beginning of what is cut off', async () => {
  const cut = text(await inflate(packed(WORDS).subarray(0, 60_000), 1e6));
  expect(cut.length).toBeGreaterThan(1000);
  expect(WORDS.startsWith(cut)).toBe(true);
});

it('gives all that stands before something else', async () => {
  const followed = Uint8Array.from([...packed(WORDS), 13, 10]);
  expect(WORDS.startsWith(text(await inflate(followed, 1e6)).slice(0, 1000))).toBe(true);
});

it.each([
  ['nothing', new Uint8Array()],
  ['something else', new TextEncoder().encode('gulls under lamps')],
])('gives nothing of %s', async (_, bytes) => {
  expect(await inflate(bytes, 1e6)).toHaveLength(0);
});
