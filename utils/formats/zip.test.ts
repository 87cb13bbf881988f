import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipChunks } from './zip';

describe('files in a zip archive', () => {
  it('come out as they went in, in any script and size, with a rest in between', async () => {
    const files = [
      { name: 'études 研究.md', text: 'é'.repeat(100_000) },
      { name: 'b.md', text: '' },
      { name: 'c.md', text: 'Words' },
    ];
    let rests = 0;
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipChunks(files, new Date('2026-03-14'), async () => void rests++)) chunks.push(chunk);
    const read = unzipSync(new Uint8Array(Buffer.concat(chunks)));
    expect(Object.entries(read).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))).toEqual(files);
    expect(rests).toBe(1);
  });
});
