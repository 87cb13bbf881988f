import { describe, expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { arranged, GROUPINGS, WRITTEN_ORDERS } from './arrange';
import { FIRST_TEMPLATE } from './first-template';
import { FORMATS, type Taken, type WriteOptions, writeChunks, writeWhole } from './index';
import { outlineOf } from './outline';
import { templateFiles, templateFormat } from './own-template';
import { type Shelf, written, writtenFrom } from './plan';
import { type Scope, scoped } from './scope';
import { zoteroRecords } from './zotero-records';

const WORKS = 450;

/** A library larger than what is read at a time, in which every fourth work has claims, summaries, passages, tags and collections. */
const LIBRARY: Taken = {
  items: Array.from({ length: WORKS }, (_, i) => {
    const hasMore = i % 4 === 0;
    return sampleItem(
      {
        title: `On lamp ${(i * 7) % 50}`,
        author: i % 5 ? [{ family: `Doe${i % 13}`, given: 'Ada' }, { literal: 'The Group' }] : undefined,
        editor: [{ family: 'Roe' }],
        ...(i % 3 && { issued: { 'date-parts': [[1990 + (i % 30), 2]] } }),
        DOI: `10.5555/${i}`,
        ...(hasMore && { abstract: `Summary ${i}.` }),
      },
      {
        id: `item-${(i * 37) % WORKS}`,
        added: WORKS - i,
        remark: hasMore ? `Remark ${i}` : '',
        tags: hasMore ? [`t${i % 8}`, 'all'] : [],
        ...(hasMore && { collections: ['c'] }),
        encounters: hasMore
          ? [
              { url: `https://met.example/${i % 7}`, title: 'Met', sentence: `Lamps ${i} help.`, at: i },
              { url: 'https://met.example/plain', title: 'Met plainly', at: i },
            ]
          : [],
        work: { kind: i % 2 ? 'trial' : 'study', abstract: hasMore ? [{ paragraphs: [[`Summary ${i}.`]] }] : [] },
      },
    );
  }),
  passages: Array.from({ length: 700 }, (_, i) =>
    samplePassage(`Quote ${i}.`, {
      id: `passage-${(i * 11) % 700}`,
      created: 2000 - i,
      remark: i % 3 ? '' : `Passage remark ${i}`,
      page: {
        url: `https://page.example/${i % 90}`,
        title: `Page ${i % 90}`,
        keys: i % 2 ? [] : [`doi:10.5555/${i % 90}`],
      },
    }),
  ),
};

async function* inBatches<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < all.length; from += 100) yield all.slice(from, from + 100);
}

/** The library as a shelf that gives nothing but what it is asked for, and counts how much is taken at a time. */
function shelfOf({ items, passages }: Taken) {
  const most = { works: 0, passages: 0 };
  const find = <T extends { readonly id: string }>(all: readonly T[]) => {
    const known = new Map(all.map((each) => [each.id, each]));
    return (outlines: readonly T[]) => outlines.flatMap(({ id }) => known.get(id) ?? []).reverse();
  };
  const [works, marked] = [find<ReadingItem>(items), find<Passage>(passages)];
  const shelf: Shelf = {
    async works(outlines) {
      most.works = Math.max(most.works, outlines.length);
      return works(outlines);
    },
    async passages(outlines) {
      most.passages = Math.max(most.passages, outlines.length);
      return marked(outlines);
    },
  };
  return { shelf, most };
}

const outline = await outlineOf(inBatches([...LIBRARY.items].reverse()), inBatches([...LIBRARY.passages].reverse()));
const OPTIONS: WriteOptions = {
  generatedAt: new Date(0),
  topic: { title: 'Lamps', introduction: 'Why [@anonndlamp] and [@nobody].', contact: '' },
};
const FORMATS_AND_OWN = [...FORMATS, templateFormat(FIRST_TEMPLATE)];

async function whole<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe('a library in outline', () => {
  it('has everything but long texts, of which it has the first letter', () => {
    const work = outline.items.find(({ remark }) => remark)!;
    expect(work).toMatchObject({ remark: 'R', encounters: [{ sentence: 'L' }, { title: 'Met plainly' }] });
    expect(work.work.abstract).toHaveLength(1);
    expect(JSON.stringify(outline)).not.toMatch(/Summary|Remark|Quote|The Group/);
  });

  it.each(FORMATS_AND_OWN)(
    'is written as $label as if it were whole, some hundred entries at a time',
    async (format) => {
      const { shelf, most } = shelfOf(LIBRARY);
      const text = await whole(writeChunks(format, outline, OPTIONS, async () => {}, shelf));
      expect(text.join('')).toBe(writeWhole(format, LIBRARY, OPTIONS));
      expect(most.works).toBeLessThan(800);
      expect(most.passages).toBeLessThan(800);
    },
  );

  it.each(GROUPINGS)('has the order of the whole, together by %s', (groupBy) => {
    const ids = ({ items, passages }: Taken) => [...items, ...passages].map(({ id }) => id).join(' ');
    for (const order of WRITTEN_ORDERS)
      expect(ids(arranged(outline, order, groupBy)), order).toBe(ids(arranged(LIBRARY, order, groupBy)));
  });

  it.each(GROUPINGS)('is written as if it were whole, together by %s', async (groupBy) => {
    const few = (taken: Taken) => arranged(scoped(taken, { type: 'tag', tag: 't0' }), 'title', groupBy);
    for (const format of FORMATS_AND_OWN.filter(({ id }) => /^(?:html|template|text)$/.test(id))) {
      const options = { ...OPTIONS, groupBy };
      const text = await whole(writeChunks(format, few(outline), options, async () => {}, shelfOf(LIBRARY).shelf));
      expect(text.join(''), format.id).toBe(writeWhole(format, few(LIBRARY), options));
    }
  });

  it.each<Scope>([
    { type: 'tag', tag: 't0' },
    { type: 'page', url: 'https://met.example/0', title: '' },
    {
      type: 'collection',
      collection: { id: 'c', name: 'C', introduction: '', order: ['item-0'], created: 0, modified: 0 },
    },
    { type: 'ids', ids: new Set(['item-3', 'passage-5']) },
  ])('has the same parts as the whole: $type', (scope) => {
    const ids = ({ items, passages }: Taken) => [...items, ...passages].map(({ id }) => id);
    expect(ids(scoped(outline, scope))).toEqual(ids(scoped(LIBRARY, scope)));
  });

  it('goes to Zotero and into single files as if it were whole', async () => {
    const { shelf } = shelfOf(LIBRARY);
    expect(await whole(writtenFrom(zoteroRecords(outline), shelf))).toEqual([...written(zoteroRecords(LIBRARY))]);
    expect(await whole(writtenFrom(templateFiles(undefined, outline, OPTIONS), shelf))).toEqual([
      ...written(templateFiles(undefined, LIBRARY, OPTIONS)),
    ]);
  });

  it('leaves out what has been deleted since, and stays a file of its format', async () => {
    const { shelf } = shelfOf({ items: LIBRARY.items.slice(1), passages: LIBRARY.passages.slice(1) });
    const textOf = async (id: string) =>
      (await whole(writeChunks(FORMATS.find((each) => each.id === id)!, outline, OPTIONS, async () => {}, shelf))).join(
        '',
      );
    expect((await textOf('ris')).match(/^TY/gm)).toHaveLength(WORKS - 1);
    expect(JSON.parse(await textOf('csl-json'))).toHaveLength(WORKS - 1);
    expect(JSON.parse(await textOf('web-annotation')).items).toHaveLength(LIBRARY.passages.length - 1);
  });
});
