import { describe, expect, it } from 'vitest';
import { plainText } from '../model/rich-text';
import { joinedSlices, type ReadFile, slicesOf } from './read-file';
import { READERS, readerFor } from './readers';

const read = (text: string, id = readerFor(text).id): ReadFile =>
  READERS.find((reader) => reader.id === id)!.read(text);
const record = (text: string, id?: string) => read(text, id).items[0]!.csl;

describe('the readers', () => {
  it.each([
    ['@article{a, title={T}}', 'bibtex'],
    ['% a comment\n@string{x="y"}\n@book{a,}', 'bibtex'],
    ['\uFEFFTY  - JOUR\r\nTI  - T\r\nER  - ', 'ris'],
    ['\nPMID- 123\nOWN - NLM\nTI  - T', 'nbib'],
    ['[{"title":"T"}]', 'csl-json'],
    ['{"total":1,"rows":[]}', 'hypothesis'],
    ['{"@context":"http://www.w3.org/ns/anno.jsonld","items":[]}', 'web-annotation'],
    ['Highlight,Title,Author,URL\nA,B,C,D', 'readwise'],
    ['10.5555/abc\n12345678', 'list'],
  ])('tell %j by its content', (text, id) => {
    expect(readerFor(text).id).toBe(id);
  });

  it.each(READERS)('$label: never fails, and says what was there', ({ read }) => {
    for (const text of [
      '',
      ' ',
      '{',
      '[null, 3, {}]',
      '@',
      '@article{',
      'TY  - ',
      'ER  - ',
      'Highlight\n',
      '"',
      '\0',
      '\uD83C',
      '{"rows":[{"uri":4}]}',
      '{"first":{"items":[[]]}}',
    ]) {
      const { items, passages, broken } = read(text);
      expect([items, passages, broken].every(Array.isArray)).toBe(true);
    }
  });
});

describe('a BibTeX file', () => {
  it.each([
    [String.raw`{\"U}ber {\ss}, \'{e}, \v{c}, {\o}, \c c, {\'\i} and \aa`, 'Über ß, é, č, ø, ç, í and å'],
    [String.raw`50\% of R\&D\_x \$5 \#1 {\textasciitilde} {\textbackslash}`, '50% of R&D_x $5 #1 ~ \\'],
    ["``Quoted'' pages 1--2 --- so", '"Quoted" pages 1–2 — so'],
    [String.raw`The {DNA} of \emph{E. coli} in H\textsubscript{2}O`, 'The DNA of E. coli in H2O'],
    [String.raw`Unknown \foo{inner} and $x_1$`, 'Unknown inner and x_1'],
  ])('reads %s', (latex, text) => {
    expect(record(`@misc{a, title = {${latex}}}`).title).toBe(text);
  });

  it('keeps marks of a title', () => {
    const [item] = read(String.raw`@misc{a, title = {On \emph{E. coli}}}`).items;
    expect(item!.title).toEqual(['On ', { mark: 'em', children: ['E. coli'] }]);
  });

  it('reads names of every order, and groups', () => {
    const names =
      'Jane Q. Doe and van der Berg, Jr., Ada and {Barnes and Noble, Inc.} and Ludwig van Beethoven and family=Roe, given=Bo and others';
    expect(record(`@book{a, author = "${names}", title={T}}`).author).toEqual([
      { family: 'Doe', given: 'Jane Q.' },
      { family: 'Berg', given: 'Ada', suffix: 'Jr.', 'non-dropping-particle': 'van der' },
      { literal: 'Barnes and Noble, Inc.' },
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      { family: 'Roe', given: 'Bo' },
    ]);
  });

  it('fills in macros and joins what is joined', () => {
    const text =
      '@string{jt = "Journal of"}\n@article{a, journal = jt # { Tests}, month = mar, year = 2019, title = {T}}';
    expect(record(text)).toMatchObject({
      'container-title': 'Journal of Tests',
      issued: { 'date-parts': [[2019, 3]] },
    });
  });

  it.each([
    [
      '2019-12/2020-02',
      {
        'date-parts': [
          [2019, 12],
          [2020, 2],
        ],
      },
    ],
    ['1905~', { 'date-parts': [[1905]], circa: true }],
    ['-0749', { 'date-parts': [[-750]] }],
    ['2019-13-40', { 'date-parts': [[2019]] }],
  ])('reads the date %s', (date, expected) => {
    expect(record(`@book{a, date = {${date}}, title = {T}}`).issued).toEqual(expected);
  });

  it('lists broken entries and reads those around them', () => {
    const { items, broken } = read(
      '@article{a, title={One}}\n@article{b, title={Two\n@article{c, title={Three}}\n@article{d title}\n@book{e, title={Five}}',
    );
    expect(items.map(({ title }) => plainText(title))).toEqual(['One', 'Three', 'Five']);
    expect(broken.map(({ where }) => where)).toEqual([
      ['line', 2],
      ['line', 4],
    ]);
    expect(broken[0]!.text).toBe('@article{b, title={Two');
  });
});

describe('a RIS file', () => {
  it('goes on with a value on the next line, and gives the last record even a broken one before it', () => {
    const { items, broken } = read(
      'TY  - JOUR\nTI  - One\nsecond line\nTY  - BOOK\nTI  - Two\nA3  - Roe, Bo\nER  - \nAU  - lost\n',
    );
    expect(items.map(({ csl }) => [csl.title, csl.editor])).toEqual([['Two', [{ family: 'Roe', given: 'Bo' }]]]);
    expect(broken.map(({ where, why }) => [where, why])).toEqual([
      [['line', 1], 'whyUnended'],
      [['line', 8], 'whyOutside'],
    ]);
  });
});

describe('a PubMed file', () => {
  it('reads a record with lines that go on', () => {
    const text =
      'PMID- 123\nTI  - A title that\n      goes on.\nFAU - Doe, Jane Q\nAU  - Doe JQ\nCN  - A Group\nDP  - 2019 May 17\nTA  - J Tests\nJT  - Journal of Tests\nVI  - 3\nAID - 10.5555/abc [doi]\nPMC - PMC99\n\nSO  - nothing\n';
    expect(record(text)).toEqual({
      id: '',
      type: 'article-journal',
      title: 'A title that goes on',
      author: [{ family: 'Doe', given: 'Jane Q' }, { literal: 'A Group' }],
      'container-title': 'Journal of Tests',
      'container-title-short': 'J Tests',
      issued: { 'date-parts': [[2019, 5, 17]] },
      volume: '3',
      DOI: '10.5555/abc',
      PMID: '123',
      PMCID: 'PMC99',
    });
    expect(read(text).broken).toHaveLength(1);
  });
});

describe('a CSL-JSON file', () => {
  it('takes numbers for text and leaves out what is of no known shape', () => {
    const text =
      '[{"id":7,"title":"T","volume":3,"author":[{"family":"Doe"},4,{}],"issued":{"raw":"2019-05"},"evil":{"a":1}},{"id":"x"},5]';
    expect(record(text)).toEqual({
      id: '7',
      type: 'document',
      title: 'T',
      volume: '3',
      author: [{ family: 'Doe' }],
      issued: { 'date-parts': [[2019, 5]] },
    });
    expect(read(text).broken.map(({ where }) => where)).toEqual([
      ['entry', 2],
      ['entry', 3],
    ]);
  });
});

describe('a damaged JSON file', () => {
  const WHOLE = '[\n  {"title": "One }", "author": [{"family": "Doe"}]},\n  {"title": "Two"},\n  {"title": "Three"}\n]';

  it.each([
    ['is cut', WHOLE.slice(0, -8), ['One }', 'Two'], [3]],
    ['has lost a quotation mark', WHOLE.replace('"Two"', '"Two'), ['One }', 'Three'], [2]],
    ['has lost a comma', WHOLE.replace('},\n', '}\n'), ['One }', 'Two', 'Three'], []],
    [
      'begins with another list',
      `{"@context": ["x"], "items": ${WHOLE.slice(0, -2)},]}`,
      ['One }', 'Two', 'Three'],
      [],
    ],
  ])('that %s gives the entries that are whole', (_how, text, titles, broken) => {
    const found = read(text, 'csl-json');
    expect(found.items.map(({ csl }) => csl.title)).toEqual(titles);
    expect(found.broken.map(({ where, why }) => [where, why])).toEqual(
      broken.map((at) => [['entry', at], 'whyNotJson']),
    );
  });

  it('of passages, too', () => {
    const row = '{"uri": "https://x.example/", "target": [{"selector": [{"exact": "q"}]}]}';
    const { passages, broken } = read(`{"total": 2, "rows": [${row}, ${row.slice(0, -9)}`);
    expect([passages.length, broken.length]).toEqual([1, 1]);
  });

  it('without an entry is none', () => {
    expect(read('[{"title": "One', 'csl-json').broken.map(({ where }) => where)).toEqual([['file']]);
  });
});

describe('a hostile file', () => {
  // Each took a minute and more while its reader looked at the rest again and again; the test's own limit is what fails.
  it.each([
    ['unclosed entries', '@article{a, title={x\n', 40_000, ''],
    ['unclosed quotations', '@article{a, title="{x\n', 40_000, ''],
    ['lines that go on', 'b\n', 90_000, 'TY  - JOUR\nAB  - a\n'],
  ])('of thousands of %s is read in a moment', (_what, line, times, head) => {
    const { broken } = read(head + line.repeat(times));
    expect(broken.length).toBeGreaterThan(0);
  });
});

describe('annotations', () => {
  it('of a whole page are its remark; without words, a page or a note of their own they are broken', () => {
    const rows = [
      { uri: 'https://x.example/', text: 'On the page', tags: ['one'], target: [{}], document: { title: ['X'] } },
      { uri: 'javascript:alert(1)', target: [{ selector: [{ exact: 'q' }] }] },
      { uri: 'https://x.example/', target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'q' }] }] },
      { uri: 'https://x.example/', text: 'No', references: ['a'], target: [{}] },
      { uri: 'https://x.example/', text: ' ', target: [{}] },
    ];
    const { items, passages, broken } = read(JSON.stringify({ rows }));
    expect(items).toEqual([
      {
        csl: { id: '', type: 'webpage', title: 'X', URL: 'https://x.example/' },
        title: ['X'],
        remark: 'On the page',
        tags: ['one'],
      },
    ]);
    expect(passages.map(({ quote }) => quote)).toEqual([{ exact: 'q', prefix: '', suffix: '' }]);
    expect(broken.map(({ where }) => where)).toEqual([
      ['entry', 2],
      ['entry', 4],
      ['entry', 5],
    ]);
  });

  it('of the W3C’s shape say so too', () => {
    const entry = { '@context': 'http://www.w3.org/ns/anno.jsonld', target: 'https://x.example/', bodyValue: 'Mine' };
    expect(read(JSON.stringify([entry])).items.map(({ remark }) => remark)).toEqual(['Mine']);
  });
});

describe('a list', () => {
  it('takes no source of a page for a reference, but the works that it names, once each', () => {
    const { items, broken } = read(
      '<!doctype html>\n<html><body><p>All the words of a page that stand here.</p>\n<li>A trial. <a href="https://doi.org/10.5555/a">doi:10.5555/a</a> <a href="https://doi.org/10.5555/b">b</a></li>\nDoe J. Lamps in <i>Larus</i>. J Tests 2019;3:1-9. doi:10.5555/c',
    );
    expect(items.map(({ csl, printed }) => [csl.DOI, printed !== undefined])).toEqual([
      ['10.5555/a', false],
      ['10.5555/b', false],
      ['10.5555/c', true],
    ]);
    expect(broken.map(({ where }) => where)).toEqual([
      ['line', 1],
      ['line', 2],
    ]);
  });

  it('reads identifiers, addresses and printed references, and numbers before them', () => {
    const { items, broken } = read(
      '1. Doe J, Roe B. An invented trial of lamps. J Tests 2019;3:1-9. doi:10.5555/abc\n10.5555/one 10.5555/two\n12345678\n2101.12345v2\nhttps://x.example/page\n???',
    );
    expect(items.map(({ csl: { id: _id, type: _type, ...csl }, printed }) => [csl, printed !== undefined])).toEqual([
      [{ DOI: '10.5555/abc' }, true],
      [{ DOI: '10.5555/one' }, false],
      [{ DOI: '10.5555/two' }, false],
      [{ PMID: '12345678' }, false],
      [{ URL: 'https://arxiv.org/abs/2101.12345' }, false],
      [{ URL: 'https://x.example/page' }, false],
    ]);
    expect(broken.map(({ where, text }) => [where, text])).toEqual([[['line', 6], '???']]);
  });
});

describe('what was read of a file', () => {
  const broken = [{ where: ['line', 1], why: 'whyEmpty', text: '' }] as const;
  const read = (items: number, passages: number): ReadFile => ({
    items: Array.from({ length: items }, (_, i) => ({
      csl: { id: `${i}`, type: 'book' },
      title: [],
      remark: '',
      tags: [],
    })),
    passages: Array.from({ length: passages }, (_, i) => ({
      url: `https://x.example/${i}`,
      title: '',
      quote: { exact: 'x', prefix: '', suffix: '' },
      remark: '',
      tags: [],
    })),
    broken,
  });

  it.each([
    [0, 0, [0]],
    [2, 0, [2]],
    [3, 1, [2, 2]],
    [1, 4, [2, 2, 1]],
  ])('in slices of two: %i works and %i passages', (items, passages, sizes) => {
    const slices = [...slicesOf(read(items, passages), 2)];
    expect(slices.map((slice) => slice.items.length + slice.passages.length)).toEqual(sizes);
    expect(joinedSlices(slices)).toEqual(read(items, passages));
  });
});
