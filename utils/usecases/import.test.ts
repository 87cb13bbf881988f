import { describe, expect, it } from 'vitest';
import { freshStorage } from '../../tests/storage';
import { readerFor } from '../formats/readers';
import { IMPORT_KEPT_MS } from '../model/imported';
import type { ReadingItem } from '../model/reading-item';
import { createImportStore, importJobsIn } from '../storage/imports';
import { createItemStore } from '../storage/items';
import { createLibrary } from '../storage/library';
import { createPassageStore } from '../storage/passages';
import { mergeWorks } from '../works/merge';
import { createImport, IMPORT_BATCH, type ImportFile } from './import';

const OPEN = { isPrivate: false };
const BIB = `@article{a, title={A trial of lamps}, author={Doe, Ada}, year={2019}, doi={10.5555/a}, keywords={one}}
@article{b, title={Another trial of lamps}, author={Doe, Ada}, year={2020}, annote={Mine}}
@misc{c, title={Something}}
@article{d, title={Broken`;
const ROWS = JSON.stringify({
  rows: [
    { uri: 'https://x.example/a', text: 'Mine', tags: ['one'], target: [{ selector: [{ exact: 'some words' }] }] },
    { uri: 'https://x.example/a', target: [{ selector: [{ exact: 'other words' }] }] },
  ],
});

const read = (text: string): ImportFile => {
  const { label, read } = readerFor(text);
  return { label, ...read(text) };
};

function setUp() {
  let time = 100;
  let ids = 0;
  const library = createLibrary(freshStorage());
  const items = createItemStore(library);
  const imports = createImport({
    store: createImportStore(library),
    items,
    passages: createPassageStore(library),
    merge: (stored, found) => mergeWorks([stored, found]),
    judged: async (work) => work,
    now: () => (time += 1000),
    newId: () => `entry-${++ids}`,
  });
  const rows = async () => {
    const all = await library.use('test', (database) => database.items.toArray());
    // An undo is a change too, and has its stamp.
    return (all.ok ? all.value : [])
      .filter(({ deleted }) => deleted === undefined)
      .map(({ stamp: _stamp, ...row }) => row);
  };
  const quotes = async () => {
    const all = await library.use('test', (database) => database.passages.toArray());
    return (all.ok ? all.value : []).filter(({ deleted }) => deleted === undefined);
  };
  let imported = 0;
  const slice = (name = `import-${++imported}`, number = 0) => ({ name, from: 'file.bib', slice: number });
  const run = async (text: string, at = slice()) => {
    const result = await imports.run(read(text), at, OPEN);
    if (!result.ok) throw new Error(result.failure.message);
    return result.value;
  };
  const existing = async (change: Partial<ReadingItem> = {}) => {
    await run('@article{x, title={A trial of lamps}, doi={10.5555/a}, annote={Before}}');
    const [row] = await rows();
    await items.update(row!.id, (stored) => stored && { ...stored, status: 'read', modified: 1, ...change });
    return row!.id;
  };
  /** What is remembered of imports: the last first. */
  const jobs = async () => {
    const all = await library.use('test', importJobsIn);
    return all.ok ? all.value : [];
  };
  const pass = (ms: number) => {
    time += ms;
  };
  return { imports, items, rows, quotes, run, slice, existing, jobs, pass };
}

describe('an import', () => {
  it('says beforehand what is new, known, unclear and broken, and writes nothing', async () => {
    const { imports, rows, existing } = setUp();
    await existing();
    expect(
      await imports.preview(
        read(`${BIB.replace('@article{d, title={Broken', '@misc{again, doi={10.5555/A}}')}\n@article{d, title={Broken`),
      ),
    ).toMatchObject({
      ok: true,
      value: { label: 'BibTeX, BibLaTeX', fresh: 2, known: 2, unclear: 1, broken: [{ where: ['line', 5] }] },
    });
    expect(await rows()).toHaveLength(1);
  });

  it('lists works with remark and tags, once however often it is run', async () => {
    const { run, rows } = setUp();
    expect(await run(BIB)).toMatchObject({ fresh: 3, known: 0, broken: [{ where: ['line', 4] }] });
    expect(await run(BIB)).toMatchObject({ fresh: 0, known: 3 });
    const found = (await rows()).map(({ work, remark, tags }) => [work.csl.title, remark, tags]);
    expect(found.sort()).toEqual([
      ['A trial of lamps', '', ['one']],
      ['Another trial of lamps', 'Mine', []],
      ['Something', '', []],
    ]);
  });

  it('adds to a known work what the file knows more, and leaves what the reader has made of it', async () => {
    const { run, rows, existing } = setUp();
    await existing();
    await run('@article{a, title={A trial of lamps}, doi={10.5555/a}, volume={3}, annote={After}, keywords={one}}');
    expect(await rows()).toMatchObject([
      { status: 'read', remark: 'Before\n\nAfter', tags: ['one'], work: { csl: { volume: '3' } } },
    ]);
  });

  it('is remembered with its name, and undone whole', async () => {
    const { imports, run, rows, quotes, existing, jobs } = setUp();
    await existing();
    const before = await rows();
    await run(BIB, { name: 'bib', from: 'lamps.bib', slice: 0 });
    await run(ROWS, { name: 'rows', from: '', slice: 0 });
    expect((await rows()).length + (await quotes()).length).toBe(5);
    expect((await jobs()).slice(0, 2)).toMatchObject([
      { name: 'rows', from: '', label: 'Hypothesis JSON', freshPassages: 2, knownPassages: 0 },
      { name: 'bib', from: 'lamps.bib', label: 'BibTeX, BibLaTeX', fresh: 2, known: 1, isUndone: false },
    ]);
    for (const name of ['bib', 'rows', 'unknown'])
      expect(await imports.undo(name, OPEN)).toEqual({ ok: true, value: {} });
    expect(await rows()).toEqual(before);
    expect(await quotes()).toEqual([]);
    expect((await jobs()).map(({ name }) => name)).toEqual(['import-1']);
  });

  it('is undone to what was before its first slice, of which each is brought in once', async () => {
    const { imports, run, rows, existing } = setUp();
    await existing();
    const before = await rows();
    const second = BIB.replace('keywords={one}', 'keywords={two}');
    await run(BIB, { name: 'bib', from: '', slice: 0 });
    const done = await run(second, { name: 'bib', from: '', slice: 1 });
    expect(await run(second, { name: 'bib', from: '', slice: 1 })).toEqual(done);
    expect((await rows())[0]).toMatchObject({ tags: ['one', 'two'] });
    await imports.undo('bib', OPEN);
    expect(await rows()).toEqual(before);
  });

  it('of many entries stays in the order of its file, and is undone', async () => {
    const { imports, run, rows, jobs } = setUp();
    const titles = Array.from({ length: 2 * IMPORT_BATCH + 1 }, (_, n) => `Volume ${n}`);
    // What stands twice in a file is listed once, in a batch or over two.
    const twice = [...titles, titles[0]!, titles.at(-1)!];
    const counts = await run(twice.map((title, n) => `@book{b${n}, title={${title}}, year={2001}}`).join('\n'));
    expect(counts).toMatchObject({ fresh: titles.length, known: 2 });
    const found = (await rows()).toSorted((a, b) => a.added - b.added);
    expect(found.map(({ work }) => work.csl.title)).toEqual(titles);
    await imports.undo((await jobs())[0]!.name, OPEN);
    expect([await rows(), await jobs()]).toEqual([[], []]);
  });

  it('leaves what the reader has changed since, when it is undone', async () => {
    const { imports, items, run, rows, existing } = setUp();
    const id = await existing();
    await run(BIB, { name: 'bib', from: '', slice: 0 });
    await items.update(id, (stored) => stored && { ...stored, remark: 'Later', modified: 999 });
    await imports.undo('bib', OPEN);
    expect(await rows()).toMatchObject([{ remark: 'Later' }]);
  });

  it('is forgotten after thirty days', async () => {
    const { imports, run, rows, jobs, pass } = setUp();
    await run(BIB);
    pass(IMPORT_KEPT_MS);
    await run(ROWS);
    expect((await jobs()).map(({ name }) => name)).toEqual(['import-2']);
    await imports.undo('import-1', OPEN);
    expect(await rows()).toHaveLength(3);
  });

  it('gives the passages of a pack a tag of their own, and known ones none', async () => {
    const { run, imports, quotes, slice } = setUp();
    const file = read(ROWS);
    await imports.run({ ...file, passages: file.passages.slice(1) }, slice(), OPEN);
    await imports.run({ ...file, tag: 'pack: lamps' }, slice(), OPEN);
    expect((await quotes()).map(({ tags }) => tags)).toEqual([[], ['pack: lamps', 'one']]);
    await run(ROWS);
    expect(await quotes()).toHaveLength(2);
  });

  it('keeps passages once for each page and words', async () => {
    const { run, quotes } = setUp();
    expect(await run(ROWS)).toMatchObject({ freshPassages: 2, knownPassages: 0 });
    expect(await run(ROWS)).toMatchObject({ freshPassages: 0, knownPassages: 2 });
    expect(await quotes()).toMatchObject([{ remark: 'Mine', tags: ['one'] }, { remark: '' }]);
  });

  it('reads pasted references as those on pages are read', async () => {
    const { run, rows } = setUp();
    await run('Doe J, Roe B. An invented trial of lamps. J Tests. 2019;3(2):1-9. doi:10.5555/abc');
    expect(await rows()).toMatchObject([
      { work: { csl: { title: 'An invented trial of lamps' }, ids: [{ scheme: 'doi', value: '10.5555/abc' }] } },
    ]);
  });

  it('writes nothing from a private window', async () => {
    const { imports, rows, slice } = setUp();
    expect(await imports.run(read(BIB), slice(), { isPrivate: true })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(await rows()).toEqual([]);
  });
});
