import { describe, expect, it } from 'vitest';
import { gzipped, textOf } from './gzip';

async function* pieces(...all: readonly string[]) {
  yield* all;
}
async function read(file: Blob): Promise<string> {
  let text = '';
  for await (const piece of textOf(file)) text += piece;
  return text;
}

describe('a gzipped file', () => {
  it('gives back the text, whatever script and length', async () => {
    const text = '夜の睡眠 🦀 صِحَّة\n'.repeat(20_000);
    const file = await gzipped(pieces(text.slice(0, 7), text.slice(7, 100_001), text.slice(100_001)));
    expect(file.size).toBeLessThan(text.length / 10);
    expect(await read(file)).toBe(text);
  });

  it('is read without gzip too', async () => {
    expect(await read(new Blob(['plain 睡眠']))).toBe('plain 睡眠');
    expect(await read(new Blob([]))).toBe('');
  });

  it('breaks where it was cut off', async () => {
    const file = await gzipped(pieces(Array.from({ length: 9999 }, (_, index) => index * 7919).join()));
    await expect(read(file.slice(0, file.size / 2))).rejects.toThrow();
  });

  it('is none where the pieces break', async () => {
    async function* broken() {
      yield 'a';
      throw new Error('The library could not be read.');
    }
    await expect(gzipped(broken())).rejects.toThrow('could not be read');
  });
});
