import { describe, expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import { chosenOf } from './choice';
import { FORMATS, writeChunks, writeWhole } from './index';

const OPTIONS = { generatedAt: new Date(0) };
const ALL = { passages: true, remarks: true, summaries: true };
const taken = {
  items: [
    sampleItem(
      { abstract: 'A summary.' },
      { remark: 'A remark.', work: { abstract: [{ paragraphs: [['A summary.']] }] } },
    ),
  ],
  passages: [samplePassage('A quote.', { remark: 'A remark.' })],
};

describe('the choice of what to take away', () => {
  it.each([
    ['passages', 'A quote.'],
    ['remarks', 'A remark.'],
    ['summaries', 'A summary.'],
  ] as const)('leaves out %s in every format', (part, words) => {
    for (const format of FORMATS) {
      const text = writeWhole(format, chosenOf(taken, { ...ALL, [part]: false }), OPTIONS);
      expect(text).not.toContain(words);
    }
  });

  it('leaves all as it is where all is chosen', () => {
    for (const format of FORMATS)
      expect(writeWhole(format, chosenOf(taken, ALL), OPTIONS)).toBe(writeWhole(format, taken, OPTIONS));
  });
});

describe('a file written in chunks', () => {
  it('is the file written whole, with a rest after each full chunk', async () => {
    const many = { ...taken, items: Array.from({ length: 500 }, (_, i) => ({ ...taken.items[0]!, id: `item-${i}` })) };
    for (const format of FORMATS) {
      let rests = 0;
      const chunks: string[] = [];
      for await (const chunk of writeChunks(format, many, OPTIONS, async () => void rests++)) chunks.push(chunk);
      expect(chunks.join('')).toBe(writeWhole(format, many, OPTIONS));
      expect(rests).toBe(chunks.filter((chunk) => chunk.length >= 131_072).length);
    }
  });
});
