import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleItem } from '../../tests/formats/samples';
import type { ReadingItem } from '../model/reading-item';
import { cslJson } from './csl-json';
import { writeWhole } from './format';

const OPTIONS = { generatedAt: new Date(0) };
// biome-ignore lint/suspicious/noExplicitAny: what a stranger's parser would see
const written = (...items: ReadingItem[]): any[] => JSON.parse(writeWhole(cslJson, { items, passages: [] }, OPTIONS));

/** Item types of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
const TYPES =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  );
const NAMES = ['author', 'editor', 'translator'];
const DATES = ['issued', 'accessed', 'original-date'];
const NAME_PARTS = ['family', 'given', 'suffix', 'dropping-particle', 'non-dropping-particle', 'literal'];

/** What is wrong with a value as a CSL-JSON file, by the rules of the schema that concern what we write. */
function complaints(file: unknown): readonly string[] {
  if (!Array.isArray(file)) return ['not a list'];
  const found: string[] = [];
  const ids = new Set<unknown>();
  for (const item of file) {
    if (typeof item.id !== 'string' || !item.id || ids.has(item.id)) found.push(`id ${item.id}`);
    ids.add(item.id);
    if (!TYPES.includes(item.type)) found.push(`type ${item.type}`);
    for (const [field, value] of Object.entries(item)) {
      if (NAMES.includes(field)) {
        const isRight = (value as object[]).every((name) =>
          Object.entries(name).every(([part, text]) => NAME_PARTS.includes(part) && typeof text === 'string'),
        );
        if (!isRight) found.push(`${field} ${JSON.stringify(value)}`);
      } else if (DATES.includes(field)) {
        const parts = (value as { 'date-parts': unknown[][] })['date-parts'];
        const isRight =
          parts.length >= 1 &&
          parts.length <= 2 &&
          parts.every((date) => date.length >= 1 && date.length <= 3 && date.every(Number.isInteger));
        if (!isRight) found.push(`${field} ${JSON.stringify(value)}`);
      } else if (typeof value !== 'string') found.push(`${field} is ${typeof value}`);
    }
  }
  return found;
}

describe('CSL-JSON', () => {
  it('keeps to the schema for every kind of field', () => {
    const full = sampleItem(
      {
        author: [
          { family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' },
          { literal: 'World Health Organization' },
        ],
        editor: [{ family: 'King', given: 'M.', suffix: 'Jr.' }],
        issued: {
          'date-parts': [
            [2019, 12],
            [2020, 2],
          ],
        },
        accessed: { 'date-parts': [[2024, 3, 9]] },
        volume: '12',
        page: '1–9',
      },
      { remark: 'Read this', tags: ['alcohol', 'trials'] },
    );
    expect(complaints(written(full, sampleItem({}, { id: 'item-2' })))).toEqual([]);
  });

  it('calls a work of unknown type a document', () => {
    expect(complaints(written(sampleItem({ type: '' }), sampleItem({ type: 'nonsense' }, { id: 'item-2' })))).toEqual(
      [],
    );
  });

  it('completes the record with the identifiers and the abstract known beside it', () => {
    const item = sampleItem(
      {},
      {
        work: {
          ids: [
            { scheme: 'doi', value: '10.5555/abc' },
            { scheme: 'pmid', value: '123' },
            { scheme: 'pmcid', value: 'PMC9' },
            { scheme: 'arxiv', value: '2001.00001' },
          ],
          abstract: [
            { heading: 'Aim', paragraphs: [['To see.']] },
            { heading: 'Result', paragraphs: [['H', { mark: 'sub', children: ['2'] }, 'O was seen.']] },
          ],
        },
      },
    );
    expect(written(item)[0]).toMatchObject({
      DOI: '10.5555/abc',
      PMID: '123',
      PMCID: 'PMC9',
      URL: 'https://arxiv.org/abs/2001.00001',
      abstract: 'Aim: To see.\nResult: H2O was seen.',
    });
  });

  it('marks up titles as CSL does', () => {
    const title = [
      'Gap of H',
      { mark: 'sub', children: ['2'] },
      'O in ',
      { mark: 'em', children: ['E. coli'] },
    ] as const;
    expect(written(sampleItem({}, { work: { title } }))[0].title).toBe('Gap of H<sub>2</sub>O in <i>E. coli</i>');
  });

  it('carries remark and tags', () => {
    expect(written(sampleItem({}, { remark: 'Mine', tags: ['one', 'two'] }))[0]).toMatchObject({
      annote: 'Mine',
      keyword: 'one, two',
    });
  });

  it.each(HOSTILE)('gives %s back unchanged', (_name, text) => {
    const item = sampleItem({ title: text, author: [{ literal: text }] }, { remark: text });
    expect(written(item)[0]).toMatchObject({ title: text, author: [{ literal: text }], annote: text });
  });
});

it('says that no word of a given name is a particle where processors would take one for it', () => {
  const author = [
    { family: 'Break', given: 'Li ne' },
    { family: 'Doe', given: 'Jane Q.' },
    { family: 'hooks', given: 'bell' },
  ];
  expect(written(sampleItem({ author }))[0].author).toEqual([
    { ...author[0], 'dropping-particle': '' },
    ...author.slice(1),
  ]);
});
