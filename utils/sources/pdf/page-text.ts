import { isReference, type PdfFile } from './file';
import { glyphsOf, type ReadGlyphs } from './font';
import { bytesOf, isName, type PdfDictionary, PdfReader, type PdfValue } from './syntax';

/** A matrix `[a b c d e f]` (ISO 32000-1, §8.3.3). */
type Matrix = readonly [number, number, number, number, number, number];

const SAME: Matrix = [1, 0, 0, 1, 0, 0];

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

/** A page has fewer signs, and fewer operators. */
const MOST_SIGNS = 40_000;
const MOST_OPERATORS = 200_000;
const DEEPEST_FORM = 3;

/** Where the pen stands after the last glyph, on the page. */
interface Pen {
  readonly x: number;
  readonly y: number;
}

/** Writes down the words of a page as they are shown, with spaces and line ends from where they stand. */
class Writer {
  readonly #parts: string[] = [];
  #signs = 0;
  #pen: Pen | undefined;

  get isFull(): boolean {
    return this.#signs >= MOST_SIGNS;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** @param to - From the font's own space, of size 1, to the page, before and after the words are shown. */
  write(text: string, from: Matrix, to: Matrix): void {
    const [a, b, , , x, y] = from;
    const size = Math.hypot(a, b) || 1;
    if (this.#pen) {
      const [dx, dy] = [x - this.#pen.x, y - this.#pen.y];
      const along = (dx * a + dy * b) / size;
      const across = Math.abs(dx * b - dy * a) / size;
      // Superscripts stay on their line; kerning is less than a fifth of the size, the space between words more.
      if (across > size * 0.6 || along < -size) this.#add('\n');
      else if (along > size * 0.17) this.#add(' ');
    }
    this.#add(text);
    this.#pen = { x: to[4], y: to[5] };
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#signs += text.length;
  }
}

interface State {
  readonly matrix: Matrix;
  readonly font: ReadGlyphs | undefined;
  readonly size: number;
  readonly spacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
}

/** The text of a file's first page in the order in which it is drawn, lines apart; empty where nothing of it can be read. */
export function firstPageText(file: PdfFile, page: PdfDictionary): string {
  const writer = new Writer();
  const contents = page.get('/Contents');
  const parts = Array.isArray(file.get(contents)) ? file.list(contents).slice(0, 60) : [contents];
  const text = parts.map((part) => file.stream(part) ?? '').join('\n');
  draw(file, text, file.dictionary(page.get('/Resources')), writer, SAME, 0);
  return writer.text;
}

function draw(
  file: PdfFile,
  contents: string,
  resources: PdfDictionary,
  writer: Writer,
  base: Matrix,
  depth: number,
): void {
  const fonts = new Map<string, ReadGlyphs>();
  const fontNamed = (name: string): ReadGlyphs => {
    const known = fonts.get(name) ?? glyphsOf(file, file.dictionary(file.dictionary(resources.get('/Font')).get(name)));
    fonts.set(name, known);
    return known;
  };
  let state: State = { matrix: base, font: undefined, size: 1, spacing: 0, wordSpacing: 0, stretch: 1 };
  const kept: State[] = [];
  let [line, at]: [Matrix, Matrix] = [SAME, SAME];
  let leading = 0;
  let held: PdfValue[] = [];
  const number = (i: number): number => (typeof held[i] === 'number' ? held[i] : 0);
  const matrix = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)];
  const place = (to: Matrix) => {
    line = to;
    at = to;
  };
  const move = (x: number, y: number) => place(times([1, 0, 0, 1, x, y], line));
  const show = (bytes: string) => {
    const glyphs = state.font?.(bytes) ?? [];
    if (glyphs.length === 0) return;
    const scaled = (): Matrix => times([state.size * state.stretch, 0, 0, state.size, 0, 0], times(at, state.matrix));
    const from = scaled();
    let [text, width] = ['', 0];
    for (const glyph of glyphs) {
      text += glyph.text;
      width += (glyph.width / 1000) * state.size + state.spacing + (glyph.isSpace ? state.wordSpacing : 0);
    }
    at = times([1, 0, 0, 1, width * state.stretch, 0], at);
    writer.write(text, from, scaled());
  };
  const operators: Readonly<Record<string, () => void>> = {
    q() {
      if (kept.length < 100) kept.push(state);
    },
    Q() {
      state = kept.pop() ?? state;
    },
    cm() {
      state = { ...state, matrix: times(matrix(), state.matrix) };
    },
    BT: () => place(SAME),
    Tf() {
      state = { ...state, size: number(1), font: isName(held[0]) ? fontNamed(held[0]) : undefined };
    },
    Tc() {
      state = { ...state, spacing: number(0) };
    },
    Tw() {
      state = { ...state, wordSpacing: number(0) };
    },
    Tz() {
      state = { ...state, stretch: number(0) / 100 };
    },
    TL() {
      leading = number(0);
    },
    Td: () => move(number(0), number(1)),
    TD() {
      leading = -number(1);
      move(number(0), number(1));
    },
    Tm: () => place(matrix()),
    'T*': () => move(0, -leading),
    Tj: () => show(bytesOf(held[0]) ?? ''),
    "'"() {
      move(0, -leading);
      show(bytesOf(held[0]) ?? '');
    },
    '"'() {
      state = { ...state, wordSpacing: number(0), spacing: number(1) };
      move(0, -leading);
      show(bytesOf(held[2]) ?? '');
    },
    TJ() {
      for (const item of Array.isArray(held[0]) ? held[0] : [])
        if (typeof item === 'number') at = times([1, 0, 0, 1, (-item / 1000) * state.size * state.stretch, 0], at);
        else show(bytesOf(item) ?? '');
    },
    Do() {
      const form = isName(held[0]) ? file.dictionary(resources.get('/XObject')).get(held[0]) : undefined;
      const entries = file.dictionary(form);
      if (depth >= DEEPEST_FORM || !isReference(form) || entries.get('/Subtype') !== '/Form') return;
      const own = file.list(entries.get('/Matrix')).map((value) => file.number(value) ?? 0);
      const placed = own.length === 6 ? times(own as unknown as Matrix, state.matrix) : state.matrix;
      draw(
        file,
        file.stream(form) ?? '',
        entries.has('/Resources') ? file.dictionary(entries.get('/Resources')) : resources,
        writer,
        placed,
        depth + 1,
      );
    },
  };
  const reader = new PdfReader(contents);
  for (let count = 0; count < MOST_OPERATORS && !writer.isFull; ) {
    const value = reader.next();
    if (value === undefined) return;
    if (typeof value === 'object' && value !== null && 'word' in value) {
      if (Object.hasOwn(operators, value.word)) operators[value.word]!();
      held = [];
      count += 1;
    } else if (held.length < 100) held.push(value);
  }
}
