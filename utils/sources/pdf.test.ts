import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { objectStream, packed, pdfFile, pdfPage } from '../../tests/pdf-file';
import { identifierKey } from '../model/identifier';
import type { Work } from '../model/work';
import { inflate } from '../platform/inflate';
import { linkedPage } from './linked-page';

const URL = 'https://birds.example.org/lamps.pdf';
const [TITLE, REST] = [
  'Amber lamps and the sleep of gulls',
  'We put amber lamps on half of the roofs and left the others dark, and counted the gulls of both at dawn for nine weeks. '.repeat(
    3,
  ),
];

async function read(bytes: Uint8Array, unpack = inflate): Promise<Work | undefined> {
  const answer = {
    status: 200,
    contentType: 'application/pdf',
    body: new TextDecoder().decode(bytes),
    bytes,
    url: URL,
  };
  const result = linkedPage.parse(await linkedPage.unpack!(answer, unpack));
  if (!result.ok) expect(result.failure.stage).toBe('linked-page.pdf');
  return result.ok ? result.value : undefined;
}

const names = (work: Work | undefined) =>
  work?.ids.filter(({ scheme }) => scheme !== 'url').map((id) => identifierKey(id)) ?? [];
const file = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/pdf/${name}.pdf`));

describe('what a PDF says of itself', () => {
  it('is read out of what LaTeX writes: object streams, and a DOI that is broken over two lines and linked whole', async () => {
    const work = await read(file('latex'));
    expect(work?.csl.title).toBe('Amber lamps and the sleep of gulls: a randomised trial');
    expect(work?.csl.author?.map(({ family }) => family)).toEqual(['Tarn', 'Fell']);
    expect(names(work)).toEqual(['doi:10.5555/ibid.lamps.2019']);
    expect(work?.kind).toBe('trial');
  });

  it('is read out of what a browser prints: fonts whose codes only their own maps explain', async () => {
    const work = await read(file('browser'));
    expect(work?.csl.title).toBe('Lamps on roofs: what keepers report');
    expect(names(work)).toEqual(['doi:10.5555/ibid.keepers.2020']);
  });

  it('is read out of object streams and packed XMP without any table', async () => {
    const xmp = `<x:xmpmeta><rdf:Description prism:doi="10.5555/ibid.x"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${TITLE} &amp; more</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Tarn</rdf:li><rdf:li>Bo Fell</rdf:li></rdf:Seq></dc:creator><prism:publicationName>Annals of Gulls</prism:publicationName><prism:coverDate>2012-03-14</prism:coverDate></rdf:Description></x:xmpmeta>`;
    const bytes = pdfFile(
      {
        5: objectStream({
          1: '<< /Type /Catalog /Pages 3 0 R /Metadata 8 0 R >>',
          2: '<< /Title (main.dvi) >>',
          3: '<< /Type /Pages /Kids [] >>',
        }),
        8: packed(xmp, '/Type /Metadata /Subtype /XML'),
      },
      '/Root 1 0 R',
    );
    expect(await read(bytes)).toMatchObject({
      csl: {
        title: `${TITLE} & more`,
        type: 'article-journal',
        'container-title': 'Annals of Gulls',
        author: [{ family: 'Tarn' }, { family: 'Fell' }],
        issued: { 'date-parts': [[2012]] },
        DOI: '10.5555/ibid.x',
      },
    });
  });

  it.each<[string, string, string | undefined]>([
    ['UTF-16', '<FEFF004C0061006D00700073002000E90074>', 'Lamps ét'],
    ['UTF-8, whatever is allowed', '(Lamps \xc3\xa9t)', 'Lamps ét'],
    ['the encoding of PDF itself', '(Lamps \\204 \\351t)', 'Lamps — ét'],
    ['the name of a file', '(lamps_v3_final.docx)', undefined],
    ['what a program calls its file', '(Microsoft Word - lamps and gulls)', undefined],
    ['a number of the publisher', '(PII: S0376-8716(12)00001-1)', undefined],
    ['what does not stand on its first page', '(Template for annual reports)', undefined],
  ])('a title that is %s', async (_, title, shown) => {
    const work = await read(pdfPage(['Lamps — ét', REST, 'doi: 10.5555/ibid.own'], `/Title ${title}`));
    expect(work?.csl.title).toBe(shown);
    expect(names(work)).toEqual(['doi:10.5555/ibid.own']);
  });

  it('not whoever made the file, nor when, unless its first page says so, too', async () => {
    const info = `/Title (${TITLE}) /Author (Cy Typist; Ada Tarn) /CreationDate (D:20210314)`;
    const work = await read(pdfPage([TITLE, 'A. Tarn, 2012', REST], info));
    expect(work?.csl.author).toEqual([{ family: 'Tarn', given: 'Ada' }]);
    expect(work?.csl.issued).toBeUndefined();
    const dated = await read(pdfPage([TITLE, 'A. Tarn, 2021', REST], info));
    expect(dated?.csl.issued).toEqual({ 'date-parts': [[2021]] });
  });

  it('is nothing where it says nothing', async () => {
    expect(await read(pdfPage(['Gulls'], ''))).toBeUndefined();
  });
});

describe('the identifier on its first page', () => {
  const ANNOTATED = (address: string) => `/Annots [<< /A << /S /URI /URI (${address}) >> >>]`;
  it.each<[string, readonly string[], string, readonly string[]]>([
    ['the only DOI', ['Annals of Gulls', 'https://doi.org/10.5555/ibid.own', REST], '', ['doi:10.5555/ibid.own']],
    ['one printed twice', ['doi:10.5555/ibid.own', REST, '10.5555/ibid.own.'], '', ['doi:10.5555/ibid.own']],
    ['none of two', ['doi:10.5555/ibid.own', 'compare 10.5555/ibid.other', REST], '', []],
    ['none of data', [REST, 'Data are available from https://doi.org/10.5555/ibid.data'], '', []],
    ['none that it comments on', ['Comment on: Lamps and gulls. doi:10.5555/ibid.other', REST], '', []],
    ['none in the midst of its text', [...Array(16).fill(REST), '10.5555/ibid.other', ...Array(9).fill(REST)], '', []],
    ['none that is broken off', ['https://doi.org/10.5555/ibid.lamps.', '2019 is the rest', REST], '', []],
    ['none that breaks after a dash', ['https://doi.org/10.5555/ibid-', 'lamps', REST], '', []],
    [
      'one that is broken off but linked',
      ['https://doi.org/10.5555/ibid.lamps.', '2019', REST],
      ANNOTATED('https://doi.org/10.5555/ibid.lamps.2019'),
      ['doi:10.5555/ibid.lamps.2019'],
    ],
    ['none that is only linked', [REST], ANNOTATED('https://doi.org/10.5555/ibid.other'), []],
    [
      'that of the publisher’s mark, whatever else is printed',
      ['10.5555/ibid.one and 10.5555/ibid.two', REST],
      ANNOTATED('https://crossmark.crossref.org/dialog/?doi=10.5555%2Fibid.own&domain=pdf'),
      ['doi:10.5555/ibid.own'],
    ],
    ['arXiv’s stamp', ['arXiv:2101.00001v2 [q-bio.PE] 4 Mar 2021', '10.5555/ibid.x'], '', ['arxiv:2101.00001']],
    ['no arXiv number that it cites', ['As in arXiv:2101.00001, we', REST], '', []],
    ['no number of its trial', ['Registered as NCT01234567', REST], '', []],
  ])('%s', async (_, lines, more, expected) => {
    const work = await read(pdfPage(lines, `/Title (${TITLE})`, more).slice());
    expect(names(work)).toEqual(expected);
  });

  it('that the file’s subject states, before what is printed', async () => {
    const info = '/Subject (Annals of Gulls, 12 \\(2012\\) 1-9. doi:10.5555/ibid.own)';
    expect(names(await read(pdfPage(['See 10.5555/ibid.other', REST], info)))).toEqual(['doi:10.5555/ibid.own']);
  });

  it('is put together of the pieces in which it is shown', async () => {
    const shown =
      'BT /F1 10 Tf 1 0 0 1 50 700 Tm (doi:) Tj ET q BT /F1 10 Tf 1 0 0 1 75 700 Tm [(10.55) -20 (55/ib)] TJ ET Q BT /F1 10 Tf 1 0 0 1 124.5 700 Tm (id.own) Tj 1 0 0 1 50 680 Tm (Gulls) Tj ET';
    const bytes = pdfFile({
      1: '<< /Type /Catalog /Pages 3 0 R >>',
      3: '<< /Kids [4 0 R] >>',
      4: '<< /Contents [5 0 R] /Resources << /Font << /F1 6 0 R >> >> >>',
      5: packed(shown),
      6: `<< /Type /Font /Subtype /Type1 /FirstChar 32 /Widths [${Array(96).fill(500).join(' ')}] >>`,
    });
    expect(names(await read(bytes))).toEqual(['doi:10.5555/ibid.own']);
  });
});

describe('a file made to harm', () => {
  const form = (number: number, entries: string) => ({
    [number]: packed(`q /X Do /X Do Q`, `/Subtype /Form /Resources << /XObject << /X ${entries} >> >>`),
  });
  it.each<[string, Uint8Array]>([
    ['is encrypted', pdfFile({ 1: '<< >>', 2: `<< /Title (${TITLE}) >>` }, '/Info 2 0 R /Encrypt 9 0 R')],
    ['has pages that lead back', pdfFile({ 1: '<< /Pages 3 0 R >>', 3: '<< /Kids [3 0 R] >>' })],
    ['has references that lead back', pdfFile({ 1: '2 0 R', 2: '1 0 R' })],
    [
      'has forms that hold themselves',
      pdfFile({
        1: '<< /Pages 3 0 R >>',
        3: '<< /Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>',
        5: packed('/X Do '.repeat(500)),
        ...form(6, '6 0 R'),
      }),
    ],
    ['has an object stream that holds itself', pdfFile({ 1: objectStream({ 1: '<< /Type /Catalog >>' }) })],
    ['has brackets without end', pdfFile({ 1: '<< /A '.repeat(20_000), 2: '['.repeat(50_000), 3: '('.repeat(50_000) })],
    ['has objects without end', new TextEncoder().encode(`%PDF-1.4\n${'1 0 obj <</Type /XRef <'.repeat(200_000)}`)],
    [
      'has streams without end',
      new TextEncoder().encode(`%PDF-1.4\n${'1 0 obj <</Type /ObjStm>> stream\n'.repeat(100_000)}`),
    ],
    [
      'says that its stream is longer than it is',
      pdfFile({ 1: '<< /Pages 3 0 R >>', 3: '<< /Contents 5 0 R >>', 5: '<< /Length 99999999 >> stream\n(x) Tj' }),
    ],
  ])('%s, and says nothing', async (_, bytes) => {
    expect(await read(bytes)).toBeUndefined();
  });

  it('that is cut anywhere says the same or less', async () => {
    const bytes = file('latex');
    for (let length = 9; length < bytes.length; length += 1237) {
      const work = await read(bytes.slice(0, length));
      expect([undefined, 'Amber lamps and the sleep of gulls: a randomised trial']).toContain(work?.csl.title);
      expect([[], ['doi:10.5555/ibid.lamps.2019']]).toContainEqual(names(work));
    }
  });

  it('that would unpack to gigabytes is unpacked as far as is read', async () => {
    let most = 0;
    const streams = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [i + 10, packed('BT ET')]));
    const bytes = pdfFile({
      1: '<< /Pages 3 0 R >>',
      3: `<< /Contents [${Object.keys(streams)
        .map((number) => `${number} 0 R`)
        .join(' ')}] >>`,
      ...streams,
    });
    await read(bytes, async (_packed, wanted) => {
      const given = new Uint8Array(wanted).fill(32);
      most += given.length;
      return given;
    });
    expect(most).toBeGreaterThan(1_000_000);
    expect(most).toBeLessThanOrEqual(24_000_000);
  });
});
