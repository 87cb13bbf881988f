import { expect, it } from 'vitest';
import { pdfFile } from '../../../tests/pdf-file';
import { linkedPage } from '../linked-page';
import { unpackFacts } from './facts';
import { fromLzw } from './lzw';

/** What a program makes of bytes that it packs by LZW, emptying its table when it is full. */
function toLzw(plain: string, early = 1): string {
  let bits = '';
  let table = new Map<string, number>();
  let width = 9;
  const write = (code: number) => {
    bits += code.toString(2).padStart(width, '0');
  };
  const codeOf = (run: string) => (run.length === 1 ? run.charCodeAt(0) : table.get(run)!);
  write(256);
  let run = '';
  for (const sign of plain) {
    if (run === '' || table.has(run + sign)) {
      run += sign;
      continue;
    }
    write(codeOf(run));
    table.set(run + sign, 258 + table.size);
    // Whoever reads knows an entry one code later.
    if (258 + table.size - 1 + early >= 1 << width && width < 12) width += 1;
    if (table.size === 4096 - 258 - 1) {
      write(256);
      table = new Map();
      width = 9;
    }
    run = sign;
  }
  if (run) write(codeOf(run));
  if (258 + table.size + early >= 1 << width && width < 12) width += 1;
  write(257);
  return (bits.match(/.{1,8}/g) ?? [])
    .map((byte) => String.fromCharCode(Number.parseInt(byte.padEnd(8, '0'), 2)))
    .join('');
}

const MOST = 1_000_000;
const TEXT = Array.from({ length: 4000 }, (_, n) => `(Lamp ${n} of ${(n * 7919) % 4001}) Tj T*`).join('\n');

it.each([
  ['nothing', ''],
  ['one byte', 'A'],
  ['a run of one byte', 'A'.repeat(5000)],
  ['codes of every width, and full tables', TEXT],
])('unpacks %s', (_what, plain) => {
  expect(fromLzw(toLzw(plain), MOST)).toBe(plain);
});

it('unpacks the example of the standard', () => {
  // ISO 32000-1, §7.4.4.2, example 1 (the numbers are facts of the format).
  const packed = String.fromCharCode(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
  expect(fromLzw(packed, MOST)).toBe(String.fromCharCode(45, 45, 45, 45, 45, 65, 45, 45, 45, 66));
});

it('unpacks what grows its codes late', () => {
  expect(fromLzw(toLzw(TEXT, 0), MOST, 0)).toBe(TEXT);
});

it('unpacks no more than it is asked for, and of damaged data what comes before', () => {
  const packed = toLzw('A'.repeat(100_000));
  expect(fromLzw(packed, 1000)).toBe('A'.repeat(1000));
  const whole = toLzw(TEXT);
  for (let length = 0; length < whole.length; length += 997)
    expect(TEXT.startsWith(fromLzw(whole.slice(0, length), MOST))).toBe(true);
  for (let seed = 1; seed < 200; seed += 1) {
    const noise = Array.from({ length: 300 }, (_, at) => String.fromCharCode((seed * (at + 7) * 2654435761) >>> 24));
    expect(fromLzw(noise.join(''), MOST).length).toBeLessThanOrEqual(MOST);
  }
});

const page = (entries: string, holds: string) =>
  pdfFile({
    1: '<< /Type /Catalog /Pages 3 0 R >>',
    2: '<< /Producer (by hand) >>',
    3: '<< /Type /Pages /Kids [4 0 R] /Resources << /Font << /F1 6 0 R >> >> >>',
    4: '<< /Type /Page /Contents 5 0 R >>',
    5: { entries, holds },
    6: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  });
const SHOWN = 'BT /F1 10 Tf 12 TL 50 700 Td (doi:10.5555/ibid.old) Tj T* ET';
const hex = (signs: string) =>
  `${Array.from(signs, (sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('')}>`;
const nothing = async () => new Uint8Array();

it.each([
  ['LZW', '/Filter /LZWDecode', toLzw(SHOWN)],
  ['LZW by its short name', '/Filter [/LZW]', toLzw(SHOWN)],
  ['hexadecimal digits', '/Filter /ASCIIHexDecode', hex(SHOWN)],
  ['LZW in hexadecimal digits', '/Filter [/AHx /LZW]', hex(toLzw(SHOWN))],
])('the page of an old file is read that is packed by %s', async (_way, entries, holds) => {
  expect((await unpackFacts(page(entries, holds), nothing)).page).toContain('10.5555/ibid.old');
});

it('a page that is a picture is said to have no words', async () => {
  const bytes = page('/Filter /DCTDecode', 'picture');
  const url = 'https://birds.example.org/scan.pdf';
  const answer = { status: 200, contentType: 'application/pdf', body: '%PDF-1.4', bytes, url };
  const result = linkedPage.parse(await linkedPage.unpack!(answer, nothing));
  expect(result).toMatchObject({ ok: false, failure: { kind: 'format', stage: 'linked-page.pdf', url } });
});
