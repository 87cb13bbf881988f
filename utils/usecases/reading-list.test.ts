import { describe, expect, it } from 'vitest';
import { freshStorage } from '../../tests/storage';
import type { Citation } from '../model/citation';
import type { Work } from '../model/work';
import { createItemStore } from '../storage/items';
import { createLibrary } from '../storage/library';
import { createReadingList } from './reading-list';
import { thinWork } from './thin-work';

const OPEN = { isPrivate: false };
const PAGE = { url: 'https://example.org/topic?utm_source=x', title: 'Topic' };
const CITATION: Citation = {
  kind: 'identifier-link',
  label: '3',
  identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
  url: 'https://doi.org/10.5555/a',
  claim: 'A claim.',
  confidence: 1,
};
const WORK: Work = {
  ...thinWork(CITATION, 1),
  csl: { id: 'doi:10.5555/a', type: 'article-journal', title: 'An invented study', DOI: '10.5555/a' },
  ids: [
    { scheme: 'doi', value: '10.5555/a' },
    { scheme: 'pmid', value: '7' },
  ],
};

function setUp(known: () => Work | undefined = () => undefined) {
  let time = 100;
  let ids = 0;
  const library = createLibrary(freshStorage());
  const list = createReadingList({
    items: createItemStore(library),
    known: async () => known(),
    merge: (_stored, found) => found,
    now: () => ++time,
    newId: () => `item-${++ids}`,
  });
  const all = async () => {
    const rows = await library.use('test', (database) => database.items.toArray());
    return rows.ok ? rows.value : [];
  };
  return { list, all };
}

describe('the reading list', () => {
  it('knows a reference by its print, too, once names were found for it', async () => {
    const { list, all } = setUp(() => WORK);
    const printed = {
      ...CITATION,
      identifiers: [],
      url: undefined,
      reference: { text: 'Tern A. Cliffs.', identifiers: [] },
    };
    await list.save(printed as unknown as Citation, PAGE, OPEN);
    const [row] = (await all()) as unknown as { keys: string[] }[];
    expect(row?.keys).toEqual(['doi:10.5555/a', 'pmid:7', 'text:tern a cliffs']);
  });

  it('lists a work once, and a place where it was met once, however often it is said', async () => {
    const { list, all } = setUp();
    await Promise.all([1, 2, 3].map(() => list.save(CITATION, PAGE, OPEN)));
    expect(await all()).toMatchObject([
      { work: { ids: CITATION.identifiers }, encounters: [{ ...PAGE, sentence: 'A claim.' }], status: 'to-read' },
    ]);
  });

  it('keeps a remark with the work, each once, beside what was remarked before', async () => {
    const { list, all } = setUp();
    await list.save(CITATION, PAGE, OPEN, 'To be read again.');
    for (const _twice of [1, 2]) await list.save(CITATION, PAGE, OPEN, 'Small sample.');
    await list.save(CITATION, PAGE, OPEN);
    await list.save(CITATION, PAGE, OPEN, 'Small');
    expect(await all()).toMatchObject([{ remark: 'To be read again.\n\nSmall sample.\n\nSmall' }]);
  });

  it('adds another sentence, and another page, but not another address of the same page', async () => {
    const { list, all } = setUp();
    await list.save(CITATION, PAGE, OPEN);
    await list.save(CITATION, { ...PAGE, url: 'http://www.example.org/topic#part' }, OPEN);
    await list.save({ ...CITATION, claim: 'Another  claim.' }, PAGE, OPEN);
    await list.save(CITATION, { url: 'https://example.org/other', title: 'Other' }, OPEN);
    expect((await all())[0]?.encounters.map(({ url, sentence }) => [url, sentence])).toEqual([
      [PAGE.url, 'A claim.'],
      [PAGE.url, 'Another  claim.'],
      ['https://example.org/other', 'A claim.'],
    ]);
  });

  it('takes the record from the cache, and knows the work by every name in it afterwards', async () => {
    const { list, all } = setUp(() => WORK);
    await list.save(CITATION, PAGE, OPEN);
    await list.save({ ...CITATION, identifiers: [{ scheme: 'pmid', value: '7' }] }, PAGE, OPEN);
    expect(await all()).toMatchObject([{ work: { csl: { title: 'An invented study' } } }]);
  });

  it('fills in a work that was saved before anything was known of it', async () => {
    let known: Work | undefined;
    const { list, all } = setUp(() => known);
    await list.save(CITATION, PAGE, OPEN);
    known = WORK;
    await list.save(CITATION, PAGE, OPEN);
    expect(await all()).toMatchObject([{ work: { csl: { title: 'An invented study' } } }]);
  });

  it.each([
    [
      'a link to a document',
      { url: 'https://example.org/report.pdf?utm_source=a' },
      { url: 'http://example.org/report.pdf' },
    ],
    [
      'a printed reference',
      { reference: { text: 'Home Office. A report, 2009.', identifiers: [] } },
      { reference: { text: 'Home Office: A Report (2009)', identifiers: [] } },
    ],
  ])('recognises %s without identifiers', async (_name, first, second) => {
    const { list, all } = setUp();
    const bare: Citation = { kind: 'marker', label: '[1]', identifiers: [], confidence: 1 };
    await list.save({ ...bare, ...first }, PAGE, OPEN);
    await list.save({ ...bare, ...second }, PAGE, OPEN);
    expect(await all()).toHaveLength(1);
  });

  it('does not take the bare labels of two pages for one work', async () => {
    const { list, all } = setUp();
    const bare: Citation = { kind: 'footnote', label: '3', identifiers: [], confidence: 1 };
    await list.save(bare, PAGE, OPEN);
    await list.save(bare, PAGE, OPEN);
    await list.save(bare, { url: 'https://example.org/other', title: 'Other' }, OPEN);
    expect(await all()).toHaveLength(2);
  });

  it('takes a work out of the trash when it is saved again', async () => {
    const { list, all } = setUp();
    const saved = await list.save(CITATION, PAGE, OPEN);
    const id = saved.ok ? saved.value.id : '';
    await list.remove(id, OPEN);
    expect((await all())[0]?.deleted).toBeDefined();
    await list.save(CITATION, PAGE, OPEN);
    expect(await all()).toMatchObject([{ id }]);
    expect((await all())[0]?.deleted).toBeUndefined();
  });

  it('changes, deletes and restores an item, each once', async () => {
    const { list } = setUp();
    const saved = await list.save(CITATION, PAGE, OPEN);
    const id = saved.ok ? saved.value.id : '';
    const changed = await list.change(id, { status: 'read', remark: 'good' }, OPEN);
    expect(changed).toMatchObject({ ok: true, value: { status: 'read', remark: 'good' } });
    expect(await list.change(id, { status: 'read' }, OPEN)).toEqual(changed);
    expect(await list.remove(id, OPEN)).toEqual({ ok: true, value: {} });
    expect(await list.remove(id, OPEN)).toEqual({ ok: true, value: {} });
    const back = await list.restore(id, OPEN);
    expect(back.ok && back.value.deleted).toBeUndefined();
    expect(await list.change('item-99', { remark: '' }, OPEN)).toMatchObject({ failure: { kind: 'invalid' } });
  });

  it('refuses to remember anything from a private window', async () => {
    const { list, all } = setUp();
    expect(await list.save(CITATION, PAGE, { isPrivate: true })).toMatchObject({ failure: { kind: 'refused' } });
    expect(await all()).toEqual([]);
  });
});

describe('a work of which nothing is known but its citation', () => {
  it.each([
    ['linked words', { kind: 'document-link', label: 'A report on sleep' }, 'A report on sleep'],
    ['its reference', { reference: { text: 'Author A. A title. 2012.', identifiers: [] } }, 'Author A. A title. 2012.'],
    ['its identifier', {}, 'doi:10.5555/a'],
    ['its address', { identifiers: [] }, 'https://doi.org/10.5555/a'],
    ['its label', { identifiers: [], url: undefined }, '3'],
  ])('is called by %s', (_name, part, title) => {
    expect(thinWork({ ...CITATION, ...part } as Citation, 1).csl.title).toBe(title);
  });

  it('keeps both edits of two windows, field by field, and does each once', async () => {
    const { list, all } = setUp();
    await list.save(CITATION, PAGE, OPEN);
    const [{ id } = { id: '' }] = await all();
    const seen = { remark: '', headline: '', tags: [] };
    await list.change(id, { remark: 'one', tags: ['a'] }, OPEN, seen);
    await list.change(id, { status: 'read' }, OPEN);
    const change = { remark: 'two', headline: 'Mine', tags: ['b'] };
    const done = await list.change(id, change, OPEN, seen);
    expect(done).toMatchObject({ value: { remark: 'two\n\none', headline: 'Mine', tags: ['a', 'b'], status: 'read' } });
    expect(await list.change(id, change, OPEN, seen)).toEqual(done);
  });
});
