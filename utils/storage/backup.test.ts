import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { runs } from '../../tests/runs';
import { freshStorage } from '../../tests/storage';
import { GRADES } from '../model/collection';
import { COLOURS, type Passage } from '../model/passage';
import { STATUSES } from '../model/reading-item';
import { firstStamp } from '../model/stamp';
import { KINDS } from '../model/work';
import { BACKUP_TABLES, backupText, readBackup, rehearse, rowsIn } from '../usecases/backup';
import type { BackupRow } from '../usecases/backup-line';
import { createBackupStore, openScratch } from './backup';
import { createLibrary } from './library';

/** How many generated libraries are tried. */
const SEEDS = runs(50, 1000);

async function* inPieces(text: string, size = 1000): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
const stored = () => createBackupStore(createLibrary(freshStorage()));
type Store = ReturnType<typeof stored>;
const into = (store: Store, replaces: boolean) => (lines: readonly string[]) => store.restore(rowsIn(lines), replaces);

async function contents(store: Store): Promise<readonly BackupRow[]> {
  const all: BackupRow[] = [];
  for (const table of BACKUP_TABLES) {
    const batch = await store.batch(table, undefined, 1_000_000);
    if (batch.ok) all.push(...batch.value);
  }
  return all;
}

const PIECES = [
  'lamp',
  ' ',
  '夜の睡眠',
  'صِحَّة',
  '\ud800',
  '\udfff',
  '\u0000',
  '\n',
  '\r\u2028',
  '"}\\',
  '🦀',
  'e\u0301',
  '\u202e',
  '</script>',
  '__proto__',
];

function generator(seed: number) {
  let state = seed * 7919 + 1;
  const random = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const text = (most: number): string =>
    Array.from({ length: random(most) }, () => PIECES[random(PIECES.length)]).join('');
  const pick = <T>(all: readonly T[]): T => all[random(all.length)]!;
  const many = <T>(make: () => T): T[] => Array.from({ length: random(4) }, make);
  const deleted = () => (random(4) === 0 ? { deleted: random(1e9) } : {});
  const giant = () => (random(40) === 0 ? text(8).repeat(20_000) : text(12));
  const passage = (index: number): BackupRow => ({
    table: 'passages',
    row: {
      id: `passage-${index}`,
      page: { url: `https://example.org/${index}`, title: text(5), keys: many(() => text(4)) },
      selectors: {
        quote: { exact: giant(), prefix: text(3), suffix: text(3) },
        ...(random(2) ? { position: { start: random(9), end: random(99) } } : {}),
      },
      colour: pick(COLOURS),
      remark: giant(),
      tags: many(() => text(3)),
      created: random(1e9),
      modified: random(1e9),
      ...deleted(),
    },
  });
  const item = (index: number): BackupRow => ({
    table: 'items',
    row: {
      id: `item-${index}`,
      work: {
        csl: { id: text(3), type: 'book', title: giant(), author: many(() => ({ family: text(3), given: text(2) })) },
        title: [text(3), { mark: 'em', children: [text(3)] }],
        ids: many(() => ({ scheme: 'doi' as const, value: text(3) })),
        kind: pick(KINDS),
        abstract: many(() => ({ paragraphs: [[giant()]] })),
        notices: [],
        freeCopies: [],
        provenance: { [text(2)]: { source: 'page', at: random(9) } },
      },
      status: pick(STATUSES),
      ...(random(2) ? { headline: text(4), collections: many(() => `collection-${random(3)}`) } : {}),
      remark: text(9),
      tags: many(() => text(3)),
      encounters: many(() => ({ url: 'https://example.org/', title: text(3), at: random(1e9) })),
      added: random(1e9),
      modified: random(1e9),
      keys: many(() => text(4)),
      ...deleted(),
    },
  });
  const collection = (index: number): BackupRow => ({
    table: 'collections',
    row: {
      id: `collection-${index}`,
      name: text(4),
      introduction: giant(),
      order: many(() => `item-${random(20)}`),
      ...(random(2)
        ? { search: { section: 'items', text: text(3), chosen: { tag: many(() => text(2)) }, order: 'best' } }
        : {}),
      ...(random(2) ? { grades: { 'item-1': pick(GRADES) }, related: many(() => `collection-${random(3)}`) } : {}),
      created: random(1e9),
      modified: random(1e9),
      ...deleted(),
    },
  });
  return [
    ...Array.from({ length: random(4) }, (_, n) => collection(n)),
    ...Array.from({ length: random(30) }, (_, n) => passage(n)),
    ...Array.from({ length: random(20) }, (_, n) => item(n)),
  ];
}

describe('backup and restore', () => {
  it(`gives the library back as it was, for ${SEEDS} generated libraries`, async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const library = stored();
      await library.restore(generator(seed), true);
      const before = await contents(library);
      // Through bytes, as a file goes: UTF-8 has no lone surrogates.
      const bytes = new TextEncoder().encode(await whole(backupText(library, 0)));
      const wiped = stored();
      const report = await readBackup(inPieces(new TextDecoder().decode(bytes), 1 + seed * 37), into(wiped, false));
      expect(report).toMatchObject({ added: before.length, leftOut: [], troubles: [] });
      expect(await contents(wiped)).toEqual(before);
    }
  }, 600_000);

  const passage = recorded.passages[0] as Passage;
  const rows: readonly BackupRow[] = ['a', 'b', 'c'].map((id) => ({
    table: 'passages',
    row: { ...passage, id, stamp: firstStamp(passage.modified) },
  }));
  async function file(all = rows): Promise<string> {
    const library = stored();
    await library.restore(all, true);
    return whole(backupText(library, 0));
  }

  it('restored twice changes nothing the second time', async () => {
    const library = stored();
    const text = await file();
    await readBackup(inPieces(text), into(library, false));
    expect(await readBackup(inPieces(text), into(library, true))).toMatchObject({
      added: 0,
      replaced: 0,
      identical: 3,
    });
  });

  it('leaves what has changed since, unless the reader wants the old version back', async () => {
    const library = stored();
    const changed: BackupRow = {
      table: 'passages',
      row: { ...passage, id: 'b', remark: 'later', stamp: firstStamp(passage.modified + 1) },
    };
    await library.restore([changed], true);
    const text = await file();
    expect(await readBackup(inPieces(text), into(library, false))).toMatchObject({ added: 2, kept: 1 });
    expect(await contents(library)).toContainEqual(changed);
    const before = await contents(library);
    expect(await readBackup(inPieces(text), into(library, true))).toMatchObject({ replaced: 1, identical: 2 });
    const after = await contents(library);
    const unstamped = (all: readonly BackupRow[]) => all.map(({ row: { stamp: _stamp, ...row } }) => row);
    expect(unstamped(after)).toEqual(unstamped(rows));
    // It was put back now, so that it is not undone where devices are merged.
    expect(after[1]!.row.stamp! > before[1]!.row.stamp!).toBe(true);
    expect(await readBackup(inPieces(text), into(library, true))).toMatchObject({ replaced: 0, identical: 3 });
  });

  it('is rehearsed in a scratch library: identical, changed and missing are counted, and nothing is changed', async () => {
    const storage = freshStorage();
    const library = createBackupStore(createLibrary(storage));
    await library.restore(
      [
        rows[0]!,
        { table: 'passages', row: { ...passage, id: 'b', remark: 'later', stamp: firstStamp(passage.modified + 1) } },
      ],
      true,
    );
    const before = await contents(library);
    const scratch = await openScratch(storage);
    expect(await rehearse(inPieces(await file()), scratch.store, library)).toMatchObject({
      ok: true,
      value: { identical: 1, changed: 1, missing: 1, report: { troubles: [], leftOut: [] } },
    });
    await scratch.end();
    expect(await contents(library)).toEqual(before);
    expect((await storage.indexedDB.databases()).map(({ name }) => name)).toEqual(['ibid-test']);
  });

  it('tells the search index of every entry that it has put', async () => {
    const library = createLibrary(freshStorage());
    await readBackup(inPieces(await file()), into(createBackupStore(library), false));
    const noted = await library.use('test', (database) => database.changes.orderBy('seq').toArray());
    expect(noted.ok && noted.value.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  describe('of a file that is not as it should be', () => {
    const without = (row: object, field: string) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
    const lineOf = (row: unknown) => JSON.stringify({ table: 'passages', row });

    it.each([
      ['nothing', '', 'backupForeign'],
      ['another program’s JSON', '{"items":[]}', 'backupForeign'],
      ['a picture', '\u0089PNG\r\n', 'backupForeign'],
      ['a newer version', '{"format":"ibid-backup","version":99,"made":"x"}\n{"new":"shape"}', 'backupNewer'],
    ])('%s is refused with words, and nothing is put', async (_name, text, trouble) => {
      const library = stored();
      const report = await readBackup(inPieces(text), into(library, true));
      expect(report.troubles).toEqual([{ message: expect.stringMatching(trouble), says: expect.anything() }]);
      expect(await contents(library)).toEqual([]);
    });

    it('cut off anywhere keeps the whole lines before the cut, and says so', async () => {
      const text = await file();
      for (let cut = text.indexOf('\n') + 1; cut < text.length - 2; cut += 97) {
        const library = stored();
        const report = await readBackup(inPieces(text.slice(0, cut)), into(library, false));
        expect(report.troubles).toHaveLength(1);
        expect(report.added).toBe(text.slice(0, cut).split('\n').length - 2);
      }
    });

    it('with a broken stream keeps what came before', async () => {
      async function* broken() {
        yield (await file()).slice(0, -10);
        throw new TypeError('The compressed data was not valid.');
      }
      expect(await readBackup(broken(), into(stored(), false))).toMatchObject({
        added: 3,
        troubles: [{ message: 'backupCutOff' }],
      });
    });

    it('lacking lines says how many', async () => {
      const lines = (await file()).split('\n');
      const report = await readBackup(
        inPieces([lines[0], lines[2], ...lines.slice(4)].join('\n')),
        into(stored(), false),
      );
      expect(report).toMatchObject({
        added: 1,
        troubles: [{ message: 'backupLacks: 2', says: ['backupLacks', 2] }],
      });
    });

    it.each([
      ['no JSON', '{"table":"passages","row', ['lineNotJson']],
      ['of another table', '{"table":"spells","row":{}}', ['lineForeign']],
      ['a list', '[]', ['lineForeign']],
      ['without a row', '{"table":"items"}', ['partMissing', 'work']],
      ['of an older version, a field missing', lineOf(without(passage, 'tags')), ['partNotList', 'passage.tags']],
      [
        'with a colour nobody knows',
        lineOf({ ...passage, colour: 'octarine' }),
        ['partNotOneOf', 'passage.colour', COLOURS.join(', ')],
      ],
      ['with an id that is none', lineOf({ ...passage, id: 'a\nb' }), ['partNotId', 'passage.id']],
      ['with a time that is none', lineOf({ ...passage, created: 'today' }), ['partNotTime', 'passage.created']],
      [
        'with a part that is wrong',
        lineOf({ ...passage, selectors: { quote: {} } }),
        ['partNotText', 'passage.selectors.quote.exact'],
      ],
      [
        'with an address that runs code',
        lineOf({ ...passage, page: { ...passage.page, url: 'javascript:alert(1)' } }),
        ['partNotAddress', 'passage.page.url'],
      ],
    ])('with a line %s leaves that out, says why, and keeps the others', async (_name, line, why) => {
      const library = stored();
      const lines = (await file()).split('\n');
      lines.splice(2, 0, line);
      const report = await readBackup(inPieces(lines.join('\n')), into(library, false));
      expect(report).toMatchObject({ added: 3, leftOut: [{ line: 3, why }] });
      expect(await contents(library)).toEqual(rows);
    });
  });

  it('stops with the reason where the library cannot be written, or read', async () => {
    const broken = createBackupStore(createLibrary({ ...freshStorage(), indexedDB: undefined }));
    const report = await readBackup(inPieces(await file()), into(broken, false));
    expect(report).toMatchObject({ added: 0, troubles: [{ message: expect.stringContaining('unopened') }] });
    await expect(whole(backupText(broken, 0))).rejects.toThrow(/unopened/);
  });
});
