import { beforeEach, describe, expect, it } from 'vitest';
import { FIRST_WISH } from '../../components/library/export-wish';
import { type Writing, writingOf } from '../../entrypoints/library/write-wish';
import type { Wish } from '../../entrypoints/library/writing-messages';
import { FORMATS, writeWhole } from '../../utils/formats';
import { outlineOf } from '../../utils/formats/outline';
import { IN_ENGLISH } from '../../utils/formats/page-words';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { createItemStore } from '../../utils/storage/items';
import { listedPassages, listedWorks } from '../../utils/storage/kept';
import { createLibrary, type Library } from '../../utils/storage/library';
import { createShelf } from '../../utils/storage/shelf';
import { freshStorage } from '../storage';
import { Generator } from './generated';

const NOW = new Date('2026-03-14T12:00:00Z');
const wish = (more: Partial<Wish> = {}): Wish => ({
  ...FIRST_WISH,
  scope: { type: 'all' },
  format: 'bibtex',
  page: IN_ENGLISH,
  ...more,
});

let library: Library;
let items: readonly ReadingItem[];
let passages: readonly Passage[];

beforeEach(async () => {
  const generator = new Generator(7);
  items = Array.from({ length: 60 }, (_, i) => ({ ...generator.item(`item-${i}`), added: 1000 - i }));
  passages = Array.from({ length: 60 }, (_, i) => ({ ...generator.passage(`passage-${i}`), created: 1000 - i }));
  library = createLibrary(freshStorage());
  const filled = await library.use('test.fill', async (database) => {
    await database.items.bulkPut(items.map((item) => ({ ...item, keys: [] })));
    await database.passages.bulkPut([...passages]);
  });
  expect(filled.ok).toBe(true);
});

async function opened(wanted: Wish): Promise<Writing> {
  const outline = await outlineOf(listedWorks(library, 17), listedPassages(library, 17));
  return writingOf(wanted, outline, createShelf(library, outline), NOW);
}

async function textOf(wanted: Wish): Promise<string> {
  let text = '';
  for await (const chunk of (await opened(wanted)).chunks(async () => {})) text += chunk;
  return text;
}

describe('a file written from the library', () => {
  it.each(FORMATS)('is the same as from memory: $label', async (format) => {
    const options = { generatedAt: NOW, keyTemplate: FIRST_WISH.keyTemplate, groupBy: FIRST_WISH.groupBy };
    const whole = writeWhole(format, { items, passages }, { ...options, frontMatter: FIRST_WISH.frontMatter });
    expect(await textOf(wish({ format: format.id }))).toBe(whole);
  });

  it('leaves out what is not to go along, though entries are read whole', async () => {
    const item = { ...items[0]!, remark: 'Secret words' };
    await createItemStore(library).update(item.id, () => item);
    const choice = { passages: true, remarks: false, summaries: true };
    expect(await textOf(wish({ format: 'csv' }))).toContain('Secret words');
    expect(await textOf(wish({ format: 'csv', choice }))).not.toContain('Secret words');
  });

  it('goes into single files in a zip', async () => {
    const writing = await opened(wish({ format: 'markdown', isDivided: true }));
    let names = '';
    for await (const text of writing.texts(async () => {})) names += `${text.split('\n')[0]}\n`;
    expect(names.match(/\.md$/gm)!.length).toBeGreaterThanOrEqual(60);
    expect(writing.name).toMatch(/\.zip$/);
  });

  it('is not written by halves where the library cannot be read', async () => {
    const broken: Library = {
      use: async (stage) => ({ ok: false, failure: { kind: 'storage', stage, message: 'No disk.' } }),
    };
    await expect(outlineOf(listedWorks(broken, 5), listedPassages(broken, 5))).rejects.toThrow('No disk.');
    const shelf = createShelf(broken, { items, passages });
    const writing = await writingOf(wish(), { items, passages }, shelf, NOW);
    const all = async () => {
      for await (const _chunk of writing.chunks(async () => {}));
    };
    await expect(all()).rejects.toThrow('No disk.');
  });
});
