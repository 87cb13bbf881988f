/** An object that stands elsewhere in the file, by its number. */
export interface PdfReference {
  readonly to: number;
}

/** A bare word: an operator of a page's contents, or `endobj`. */
export interface PdfWord {
  readonly word: string;
}

/** A dictionary, by names with their slash. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** Names are strings with their slash in front (`/Title`), strings of bytes have a bracket there (`(gulls`): so each is known by its first sign. */
export type PdfValue = string | number | boolean | null | PdfReference | PdfWord | PdfDictionary | readonly PdfValue[];

/** Nothing real is nested deeper. */
const DEEPEST = 40;

const SPACE = /(?:[\0\t\n\f\r ]+|%[^\n\r]*)*/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const REFERENCE = /(\d{1,8})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}R(?![A-Za-z])/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Reads the values of a PDF's syntax one after another (ISO 32000-1, §7.2–7.3) out of its bytes as a string, one sign a byte.
 * Takes text in any state; never throws, and passes over each sign once.
 */
export class PdfReader {
  constructor(
    private readonly text: string,
    public at = 0,
    private readonly end = text.length,
  ) {}

  /** The next value; undefined at the end. A closing bracket that nothing has opened is a word. */
  next(depth = 0): PdfValue | undefined {
    this.match(SPACE);
    if (this.at >= this.end || depth > DEEPEST) return undefined;
    const sign = this.text[this.at]!;
    if (sign === '/')
      return this.match(NAME)!.replace(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    if (sign === '(') return this.literal();
    if (sign === '[') return this.list(']', depth);
    if (this.text.startsWith('<<', this.at)) return this.dictionary(depth);
    if (sign === '<') return this.digits();
    REFERENCE.lastIndex = this.at;
    const reference = REFERENCE.exec(this.text);
    if (reference) {
      this.at = REFERENCE.lastIndex;
      return { to: Number(reference[1]) };
    }
    const number = this.match(NUMBER);
    if (number) return Number(number);
    const word = this.match(WORD);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (word) return { word };
    const length = this.text.startsWith('>>', this.at) ? 2 : 1;
    this.at += length;
    return { word: this.text.slice(this.at - length, this.at) };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found) this.at += found.length;
    return found;
  }

  private list(closer: string, depth: number): PdfValue[] {
    this.at += closer.length;
    const items: PdfValue[] = [];
    for (let item = this.next(depth + 1); item !== undefined; item = this.next(depth + 1)) {
      if (isWord(item, closer)) break;
      items.push(item);
    }
    return items;
  }

  private dictionary(depth: number): PdfDictionary {
    const items = this.list('>>', depth);
    const found = new Map<string, PdfValue>();
    for (let i = 0; i + 1 < items.length; i += 2) if (isName(items[i])) found.set(items[i] as string, items[i + 1]!);
    return found;
  }

  /** `(text)`, in which brackets may stand in pairs. */
  private literal(): string {
    let open = 0;
    const kept = ['('];
    for (this.at += 1; this.at < this.end; this.at += 1) {
      const sign = this.text[this.at]!;
      if (sign === ')' && open === 0) break;
      if (sign === '(') open += 1;
      if (sign === ')') open -= 1;
      kept.push(sign === '\\' ? this.escaped() : sign);
    }
    this.at += 1;
    return kept.join('');
  }

  private escaped(): string {
    this.at += 1;
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal) {
      this.at += octal.length - 1;
      return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    }
    const sign = this.text[this.at] ?? '';
    if (sign === '\r' && this.text[this.at + 1] === '\n') this.at += 1;
    // A line that is only broken in the file goes on.
    return sign === '\n' || sign === '\r' ? '' : (ESCAPES[sign] ?? sign);
  }

  /** `<64C3>`; a digit that is missing at the end is 0. */
  private digits(): string {
    const close = this.text.slice(this.at, this.end).indexOf('>');
    const until = close < 0 ? this.end : this.at + close;
    const digits = this.text.slice(this.at + 1, until).replace(/[^\da-f]+/gi, '');
    this.at = until + 1;
    return `(${(digits.length % 2 ? `${digits}0` : digits).replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))}`;
  }
}

/** Whether a value is a certain bare word. */
export const isWord = (value: PdfValue | undefined, word: string): boolean =>
  typeof value === 'object' && value !== null && 'word' in value && value.word === word;

/** Whether a value is a name. */
export const isName = (value: PdfValue | undefined): value is string =>
  typeof value === 'string' && value.startsWith('/');

/** The bytes of a string value; undefined for anything else. */
export const bytesOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'string' && value.startsWith('(') ? value.slice(1) : undefined;
