import type { PdfFile } from './file';
import { bytesOf, isName, isWord, type PdfDictionary, PdfReader, type PdfValue } from './syntax';

/** One glyph of a shown string: what it stands for, and how far it moves the pen, in thousandths of the font's size. */
export interface Glyph {
  readonly text: string;
  readonly width: number;
  /** Whether it is the one-byte space, which word spacing widens. */
  readonly isSpace: boolean;
}

/** What the glyphs of a string of bytes are. */
export type ReadGlyphs = (bytes: string) => readonly Glyph[];

/** Stands for a glyph of which the file does not say what it means. */
export const UNKNOWN = '\ufffd';

const NAMED: Readonly<Record<string, string>> = Object.fromEntries(
  "space=  period=. slash=/ hyphen=- minus=- colon=: semicolon=; comma=, underscore=_ parenleft=( parenright=) bracketleft=[ bracketright=] less=< greater=> at=@ percent=% plus=+ equal== quotesingle=' quoteright=’ quoteleft=‘ quotedblleft=“ quotedblright=” endash=– emdash=— ampersand=& question=? exclam=! asterisk=* numbersign=# zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 fi=fi fl=fl ff=ff ffi=ffi ffl=ffl"
    .split(' ')
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1) || ' ']),
);

/** Ligatures where TeX's fonts have them, in its old encoding and its newer one. */
const LIGATURES = new Map(
  ['ff', 'fi', 'fl', 'ffi', 'ffl'].flatMap(
    (text, i) =>
      [
        [11 + i, text],
        [27 + i, text],
      ] as const,
  ),
);

/** Most entries of one map: as many as there are codes of two bytes. */
const MOST_CODES = 65_536;

const codeOf = (bytes: string): number => [...bytes].reduce((sum, sign) => sum * 256 + sign.charCodeAt(0), 0);

/** Text in UTF-16, big end first. */
export const fromUtf16 = (bytes: string): string =>
  (bytes.match(/[\s\S]{2}/g) ?? []).map((pair) => String.fromCharCode(codeOf(pair))).join('');

/** The meanings of codes in a `ToUnicode` map (Adobe Technical Note 5411). */
function readMap(stream: string): Map<number, string> {
  const codes = new Map<number, string>();
  const reader = new PdfReader(stream);
  let held: PdfValue[] = [];
  for (let value = reader.next(); value !== undefined && codes.size < MOST_CODES; value = reader.next()) {
    if (isWord(value, 'endbfchar'))
      for (let i = 0; i + 1 < held.length; i += 2) {
        const [code, text] = [bytesOf(held[i]), bytesOf(held[i + 1])];
        if (code !== undefined && text !== undefined) codes.set(codeOf(code), fromUtf16(text));
      }
    if (isWord(value, 'endbfrange')) for (let i = 0; i + 2 < held.length; i += 3) addRange(codes, held.slice(i, i + 3));
    if (typeof value === 'object' && value !== null && 'word' in value) held = [];
    else held.push(value);
  }
  return codes;
}

function addRange(codes: Map<number, string>, [low, high, to]: readonly PdfValue[]): void {
  const [first, last] = [codeOf(bytesOf(low) ?? ''), codeOf(bytesOf(high) ?? '')];
  const start = bytesOf(to);
  for (let code = first; code <= last && code - first < 256 && codes.size < MOST_CODES; code += 1) {
    const listed = Array.isArray(to) ? bytesOf(to[code - first]) : undefined;
    if (listed !== undefined) codes.set(code, fromUtf16(listed));
    else if (start !== undefined) {
      const text = fromUtf16(start);
      codes.set(code, text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + code - first));
    }
  }
}

/** What a glyph's name says. Fonts of bare numbers ("a65") say the code itself, or something of their own. */
function fromName(name: string, code: number): string {
  const point = /^uni([\dA-F]{4})$/.exec(name)?.[1];
  if (point) return String.fromCharCode(Number.parseInt(point, 16));
  const known = NAMED[name] ?? (name.length === 1 ? name : undefined);
  return known ?? (Number(/^[a-z](\d{1,3})$/i.exec(name)?.[1]) === code ? plainSign(code) : UNKNOWN);
}

/** What a code stands for in nearly every font that does not say: ASCII, and TeX's ligatures. */
const plainSign = (code: number): string =>
  code >= 32 && code !== 127 ? String.fromCharCode(code) : (LIGATURES.get(code) ?? UNKNOWN);

/** Reads strings shown in a font. What it does not say the meaning of is {@link UNKNOWN}. */
export function glyphsOf(file: PdfFile, font: PdfDictionary): ReadGlyphs {
  const stream = file.stream(font.get('/ToUnicode'));
  const map = stream === undefined ? undefined : readMap(stream);
  if (font.get('/Subtype') === '/Type0') {
    const [widths, usual] = compositeWidths(file, file.dictionary(file.list(font.get('/DescendantFonts'))[0]));
    return (bytes) =>
      (bytes.match(/[\s\S]{2}/g) ?? []).map((pair) => {
        const code = codeOf(pair);
        return { text: map?.get(code) ?? UNKNOWN, width: widths.get(code) ?? usual, isSpace: false };
      });
  }
  const named = differences(file, font.get('/Encoding'));
  const first = file.number(font.get('/FirstChar')) ?? 0;
  const widths = file.list(font.get('/Widths'));
  // Fonts drawn by programs of their own measure in a system of their own, mostly of pixels.
  const scale =
    font.get('/Subtype') === '/Type3' ? (file.number(file.list(font.get('/FontMatrix'))[0]) ?? 0.001) * 1000 : 1;
  return (bytes) =>
    [...bytes].map((sign) => {
      const code = sign.charCodeAt(0);
      const width = (file.number(widths[code - first]) ?? 500) * scale;
      return { text: map?.get(code) ?? named.get(code) ?? plainSign(code), width, isSpace: code === 32 };
    });
}

/** Codes to which a font of single bytes gives other glyphs than is usual. */
function differences(file: PdfFile, encoding: PdfValue | undefined): Map<number, string> {
  const found = new Map<number, string>();
  let code = 0;
  for (const item of file.list(file.dictionary(encoding).get('/Differences')).slice(0, 1000)) {
    const number = file.number(item);
    if (number !== undefined) code = number;
    else if (isName(item)) {
      found.set(code, fromName(item.slice(1), code));
      code += 1;
    }
  }
  return found;
}

/** Widths by code, and that of the rest: `[1 [500 250] 7 9 600]`. */
function compositeWidths(file: PdfFile, font: PdfDictionary): readonly [Map<number, number>, number] {
  const widths = new Map<number, number>();
  const items = file.list(font.get('/W'));
  for (let i = 0; i + 1 < items.length; ) {
    const first = file.number(items[i]) ?? 0;
    const second = file.get(items[i + 1]);
    if (Array.isArray(second)) {
      second.slice(0, MOST_CODES).forEach((width, at) => void widths.set(first + at, file.number(width) ?? 0));
      i += 2;
    } else {
      const [last, width] = [typeof second === 'number' ? second : 0, file.number(items[i + 2]) ?? 0];
      for (let code = first; code <= last && code - first < MOST_CODES && widths.size < MOST_CODES; code += 1)
        widths.set(code, width);
      i += 3;
    }
  }
  return [widths, file.number(font.get('/DW')) ?? 1000];
}
