import { describe, expect, it } from 'vitest';
import { FORMATS, writeWhole } from '../../utils/formats';
import { READERS, type ReadFile, readerFor } from '../../utils/formats/readers';
import { cslType, RIS_TYPES } from '../../utils/formats/ris-types';
import { type Passage, quotedWords } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import type { Work } from '../../utils/model/work';
import { Generator } from './generated';
import { sampleItem } from './samples';

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);

const written = (id: string, items: readonly ReadingItem[], passages: readonly Passage[] = []): string =>
  writeWhole(FORMATS.find((format) => format.id === id)!, { items, passages }, { generatedAt: new Date(0) });

const readBack = (text: string, reader: string): ReadFile => {
  expect(readerFor(text).id).toBe(reader);
  return READERS.find(({ id }) => id === reader)!.read(text);
};

/** Pieces of rich text joined, so that only words and marks are compared. */
const joined = (item: ReadingItem | ReadFile['items'][number]) =>
  JSON.stringify('work' in item ? item.work.title : item.title);

const NOT_IN_RIS = /^(?:event-|original-(?!date)|container-author|chapter-number|number-of-pages)/;

/**
 * A work as RIS can say it: a comma within a group's name is like one between the parts of a person's, types
 * fewer, the record's notes are the reader's, and a book's edition and a program's version are one.
 */
const inRis = ({ work: { csl }, remark, tags }: Pick<ReadingItem, 'work' | 'remark' | 'tags'>) => {
  const { id: _id, author, issued, note, type, ...more } = csl;
  const rest = Object.fromEntries(Object.entries(more).filter(([field]) => !NOT_IN_RIS.test(field)));
  return {
    ...rest,
    type: cslType(RIS_TYPES[type] ?? 'GEN'),
    author: author?.map(
      ({ literal, family, given, suffix, 'non-dropping-particle': particle }) =>
        literal ??
        [[particle, family].filter(Boolean).join(' '), suffix ? (given ?? '') : given, suffix]
          .filter((part) => part !== undefined)
          .join(', '),
    ),
    issued,
    remark: [note, remark].filter(Boolean).join('\n'),
    tags,
  };
};

describe.each(SEEDS)('invented works of seed %i', (seed) => {
  const generator = new Generator(seed);
  const items = Array.from({ length: 40 }, (_, i) => generator.item(`item-${i}`));
  // Every fourth has words that stand apart from its first.
  const passages = Array.from({ length: 40 }, (_, i) => {
    const passage = generator.passage(`passage-${i}`);
    const { quote, position } = generator.passage('apart').selectors;
    const more = [{ quote, ...(position && { position }) }];
    return i % 4 ? passage : { ...passage, selectors: { ...passage.selectors, more } };
  });

  it.each([
    ['bibtex', 'bibtex'],
    ['biblatex', 'bibtex'],
    ['csl-json', 'csl-json'],
  ])('come back from %s as they went', (format, reader) => {
    const { items: read, broken } = readBack(written(format, items), reader);
    expect(broken).toEqual([]);
    expect(read.map(joined)).toEqual(items.map(joined));
    expect(read.map(({ csl: { id: _id, ...csl }, remark, tags }) => ({ ...csl, remark, tags }))).toEqual(
      items.map(
        ({
          work: {
            csl: { id: _id, ...csl },
          },
          remark,
          tags,
        }) => ({ ...csl, remark, tags }),
      ),
    );
  });

  it('come back from RIS as far as it can say them', () => {
    const { items: read, broken } = readBack(written('ris', items), 'ris');
    expect(broken).toEqual([]);
    expect(read.map(({ csl, remark, tags }) => inRis({ work: { csl } as Work, remark, tags }))).toEqual(
      items.map(inRis),
    );
  });

  it('come back as passages from Web Annotation and Hypothesis JSON', () => {
    const plain = passages.map(({ page, selectors, remark, tags, created }) => ({
      url: page.url,
      title: page.title,
      quote: selectors.quote,
      position: selectors.position,
      ...(selectors.more && { more: selectors.more }),
      remark,
      tags,
      created,
    }));
    const hypothesis = readBack(written('hypothesis', [], passages), 'hypothesis');
    expect(hypothesis).toEqual({ items: [], passages: plain, broken: [] });
    const annotations = readBack(written('web-annotation', [], passages), 'web-annotation');
    expect(annotations.broken).toEqual([]);
    expect(annotations.passages).toEqual(passages.map(({ colour }, i) => ({ ...plain[i], colour })));
  });

  it('come back as passages from Readwise’s columns', () => {
    const { passages: read, broken } = readBack(written('readwise', [], passages), 'readwise');
    expect(broken).toEqual([]);
    expect(read).toEqual(
      passages.map(({ page, selectors, remark, tags, created }) => ({
        url: page.url,
        title: page.title,
        quote: { exact: quotedWords(selectors), prefix: '', suffix: '' },
        remark,
        tags,
        created,
      })),
    );
  });
});

describe('a work with 3,000 authors', () => {
  const authors = Array.from({ length: 3000 }, (_, i) =>
    i % 7 ? { family: `Name${i}`, given: `G. ${i % 5 ? 'H.' : 'von'}` } : { literal: `Group ${i} and Sons` },
  );
  it.each(['bibtex', 'biblatex', 'csl-json'])('comes back from %s with all of them', (format) => {
    const file = written(format, [sampleItem({ author: authors })]);
    const [item] = readerFor(file).read(file).items;
    expect(item?.csl.author).toEqual(authors);
  });

  it('comes back from RIS with all of them', () => {
    const file = written('ris', [sampleItem({ author: authors })]);
    expect(readerFor(file).read(file).items[0]?.csl.author).toEqual(authors);
  });
});

describe('pages', () => {
  it.each(['101-119', '1, 14', 'S12–S34', '3, 7-9, 12', 'e12345'])('%s come back as they went', (page) => {
    for (const [format, reader] of [
      ['bibtex', 'bibtex'],
      ['biblatex', 'bibtex'],
      ['ris', 'ris'],
      ['csl-json', 'csl-json'],
    ] as const) {
      const [read] = readBack(written(format, [sampleItem({ page })]), reader).items;
      expect(read!.csl.page?.replaceAll('–', '-'), format).toBe(page.replaceAll('–', '-'));
    }
  });
});
