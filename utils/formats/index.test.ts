import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleItem, samplePassage } from '../../tests/formats/samples';
import { FORMATS, writeWhole } from './index';
import { OFFERED } from './offered';

const OPTIONS = { generatedAt: new Date('2026-03-14T12:00:00Z') };

describe('the list of formats', () => {
  it('holds every file that defines a format, under the name of its file', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((file) => !file.endsWith('.test.ts'))
      .filter((file) => /export const \w+: Format = /.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')))
      .map((file) => file.replace('.ts', ''));
    expect(FORMATS.map((format) => format.id).sort()).toEqual(files.sort());
  });

  it('is what readers are offered', () => {
    expect(OFFERED).toEqual(FORMATS.map(({ id, label, holdsPassages }) => ({ id, label, holdsPassages })));
  });

  it('gives every format a label of its own', () => {
    expect(new Set(FORMATS.map((format) => format.label)).size).toBe(FORMATS.length);
    for (const { extension, mediaType } of FORMATS) {
      expect(extension).toMatch(/^[a-z]+$/);
      expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    }
  });
});

describe.each(FORMATS)('$label', (format) => {
  it('writes an empty library as a file without entries', () => {
    expect(writeWhole(format, { items: [], passages: [] }, OPTIONS)).not.toContain('undefined');
  });

  it('writes the same file for the same library', () => {
    const taken = { items: [sampleItem()], passages: [samplePassage('A quote')] };
    expect(writeWhole(format, taken, OPTIONS)).toBe(writeWhole(format, taken, OPTIONS));
  });

  it('writes a record of which nothing is known', () => {
    const bare = sampleItem({ title: undefined, type: '' });
    const text = writeWhole(format, { items: [bare], passages: [] }, OPTIONS);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it.each(HOSTILE)('writes %s in any field without failing', (_name, text) => {
    const name = { family: text, given: text };
    const item = sampleItem(
      {
        title: text,
        author: [name, { literal: text }],
        'container-title': text,
        DOI: text,
        URL: text,
        page: text,
        note: text,
      },
      { remark: text, tags: [text] },
    );
    const passage = samplePassage(text, { remark: text, page: { url: text, title: text, keys: [] } });
    expect(writeWhole(format, { items: [item], passages: [passage] }, OPTIONS)).toMatch(/\n$/);
  });

  it('writes half an emoji without failing', () => {
    const half = '\uD83C';
    const item = sampleItem({ title: half, DOI: `10.5555/${half}`, URL: `https://x.example/${half}` });
    const passage = samplePassage(half, { page: { url: `https://x.example/${half}`, title: half, keys: [] } });
    expect(writeWhole(format, { items: [item], passages: [passage] }, OPTIONS)).toMatch(/\n$/);
  });
});
