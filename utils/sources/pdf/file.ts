import { fromLzw } from './lzw';
import { isName, type PdfDictionary, PdfReader, type PdfReference, type PdfValue } from './syntax';

/** A packed stream of a file: its bytes, one sign each, and by which way it is packed. */
export interface PackedStream {
  /** Where it begins in the file: its name for {@link PdfFile.put}. */
  readonly at: number;
  readonly packed: string;
}

interface PdfObject {
  readonly value: PdfValue | undefined;
  /** Where its stream begins, if it has one. */
  readonly stream?: number;
}

/** Where an object is defined: by itself, or as one of those in an object stream. Later ones replace earlier ones. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Of the definition that counts, in the file. */
  readonly rank: number;
}

const EMPTY: PdfDictionary = new Map();
/** More is a file made to keep readers busy. */
const MOST_OBJECTS = 400_000;
const MOST_OBJECT_STREAMS = 400;
const MOST_STEPS = 30;
/** Most bytes that are unpacked of a file's streams that are packed by LZW. */
const MOST_OF_LZW = 24_000_000;
/** Short names of filters, which stand for whole ones in any stream of older files. */
const SHORT: Readonly<Record<string, string>> = {
  '/Fl': '/FlateDecode',
  '/LZW': '/LZWDecode',
  '/A85': '/ASCII85Decode',
  '/AHx': '/ASCIIHexDecode',
};

/**
 * The objects of a PDF file, found by looking through it from beginning to end, as programs do with files whose tables are
 * damaged: so tables in any form, and half a file, need no care of their own. Packed streams are first asked for and
 * given later: `stream` is undefined and `wanted` names what is to be unpacked and {@link put} here. Never throws.
 */
export class PdfFile {
  readonly #places = new Map<number, Place>();
  readonly #read = new Map<Place, PdfObject>();
  readonly #plain = new Map<number, string>();
  readonly #wanted = new Map<number, PackedStream>();
  readonly #objectStreams: { readonly object: PdfObject; readonly rank: number }[] = [];
  readonly #taken = new Set<number>();
  #left = MOST_OF_LZW;
  readonly trailer: PdfDictionary;

  constructor(private readonly text: string) {
    const starts: { readonly number: number; readonly from: number; readonly rank: number }[] = [];
    const object = /(?:^|[^\d])(\d{1,8})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj(?![a-z])/g;
    for (let match = object.exec(text); match && starts.length < MOST_OBJECTS; match = object.exec(text))
      starts.push({ number: Number(match[1]), from: object.lastIndex, rank: match.index });
    starts.forEach(({ number, from, rank }, i) => {
      const place = { from, to: starts[i + 1]?.rank ?? text.length, text, rank };
      this.#places.set(number, place);
      // The dictionary comes first: a stream that happens to hold the word costs a look at the wrong object, and nothing else.
      const head = text.slice(from, Math.min(from + 400, place.to));
      if (this.#objectStreams.length < MOST_OBJECT_STREAMS && /\/ObjStm\b/.test(head))
        this.#objectStreams.push({ object: this.#objectAt(place), rank });
    });
    this.trailer = this.#findTrailer();
    this.#takeObjects();
  }

  /** The beginning of a file without streams, as it is. */
  get bareText(): string {
    const start = this.text.slice(0, 300_000);
    return start.includes('stream') ? '' : start;
  }

  /** What was asked for and is packed. */
  get wanted(): readonly PackedStream[] {
    return [...this.#wanted.values()];
  }

  /** Gives the plain bytes of a stream that was wanted; what could not be unpacked is empty. */
  put(at: number, plain: string): void {
    this.#wanted.delete(at);
    this.#plain.set(at, plain);
    this.#takeObjects();
  }

  /** The last dictionary that names something near its beginning: where a file has lost what leads to it. */
  lastOf(name: string): PdfDictionary {
    const places = [...this.#places.values()].filter(({ text, from, to }) =>
      text.slice(from, Math.min(from + 1000, to)).includes(name),
    );
    const last = places.reduce<Place | undefined>(
      (best, place) => (place.rank >= (best?.rank ?? -1) ? place : best),
      undefined,
    );
    const found = last && this.#objectAt(last).value;
    return found instanceof Map ? found : EMPTY;
  }

  /** A value with the object that it refers to in its place. */
  get(value: PdfValue | undefined): PdfValue | undefined {
    let found = value;
    for (let step = 0; isReference(found); step += 1)
      found = step < MOST_STEPS ? this.#object(found.to)?.value : undefined;
    return found;
  }

  /** A value as a dictionary, that of a stream for a stream; empty for anything else. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.get(value);
    return found instanceof Map ? found : EMPTY;
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : [];
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.get(value);
    return typeof found === 'number' ? found : undefined;
  }

  /** The plain bytes of the stream that a value refers to; undefined for none, or one that is packed still or in no way that is known. */
  stream(value: PdfValue | undefined): string | undefined {
    const object = isReference(value) ? this.#object(value.to) : undefined;
    return object && this.#contents(object);
  }

  #object(number: number): PdfObject | undefined {
    const place = this.#places.get(number);
    return place && this.#objectAt(place);
  }

  #objectAt(place: Place): PdfObject {
    const known = this.#read.get(place);
    if (known) return known;
    const reader = new PdfReader(place.text, place.from, place.to);
    const value = reader.next();
    const begins = /[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/y;
    begins.lastIndex = reader.at;
    const isStream = value instanceof Map && place.text === this.text && begins.test(this.text);
    const object = isStream ? { value, stream: begins.lastIndex } : { value };
    this.#read.set(place, object);
    return object;
  }

  #contents({ value, stream }: PdfObject): string | undefined {
    if (stream === undefined || !(value instanceof Map)) return undefined;
    const known = this.#plain.get(stream);
    if (known !== undefined) return known;
    const filters = [value.get('/Filter') ?? value.get('/F') ?? []].flat().map((filter) => this.get(filter));
    // A row of differences instead of bytes is used for tables and pictures.
    const parameters = this.dictionary([value.get('/DecodeParms') ?? null].flat().at(-1));
    if ((this.number(parameters.get('/Predictor')) ?? 1) > 1 || this.trailer?.has('/Encrypt')) return undefined;
    const names = filters.filter(isName).map((name) => SHORT[name] ?? name);
    if (!/^(?:\/ASCII(?:85|Hex)Decode ?)?(?:\/(?:Flate|LZW)Decode)?$/.test(names.join(' '))) return undefined;
    let bytes = this.#bytesFrom(stream, value);
    if (names[0] === '/ASCII85Decode') bytes = fromAscii85(bytes);
    if (names[0] === '/ASCIIHexDecode') bytes = fromHex(bytes);
    if (names.at(-1) === '/LZWDecode') {
      bytes = fromLzw(bytes, this.#left, this.number(parameters.get('/EarlyChange')) ?? 1);
      this.#left -= bytes.length;
    }
    if (names.at(-1) === '/FlateDecode') {
      this.#wanted.set(stream, { at: stream, packed: bytes });
      return undefined;
    }
    this.#plain.set(stream, bytes);
    return bytes;
  }

  /** The length that the stream states is believed only where its end stands there. */
  #bytesFrom(start: number, entries: PdfDictionary): string {
    const length = this.number(entries.get('/Length'));
    const isTrue =
      length !== undefined && /^[\0\t\n\f\r ]{0,3}endstream/.test(this.text.slice(start + length, start + length + 12));
    const end = isTrue ? start + length : this.text.indexOf('endstream', start);
    return this.text.slice(start, end < 0 ? undefined : end);
  }

  /** The objects in those object streams that are unpacked by now. */
  #takeObjects(): void {
    if (this.trailer.has('/Encrypt')) return;
    for (const { object, rank } of this.#objectStreams) {
      const { stream, value } = object;
      if (stream === undefined || this.#taken.has(stream)) continue;
      const text = this.#contents(object);
      if (text === undefined) continue;
      this.#taken.add(stream);
      const first = this.number((value as PdfDictionary).get('/First')) ?? 0;
      const table = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
      for (let i = 0; i + 1 < table.length; i += 2) {
        const [number, from] = [table[i]!, first + table[i + 1]!];
        const to = i + 3 < table.length ? first + table[i + 3]! : text.length;
        if ((this.#places.get(number)?.rank ?? -1) <= rank) this.#places.set(number, { from, to, text, rank });
      }
    }
  }

  /** Of all trailers, and dictionaries of tables that are streams, what the last one says of each entry. */
  #findTrailer(): PdfDictionary {
    const found: (readonly [rank: number, entries: PdfDictionary])[] = [];
    const add = (rank: number, value: PdfValue | undefined) => {
      if (value instanceof Map) found.push([rank, value]);
    };
    let at = this.text.lastIndexOf('trailer');
    for (let i = 0; at >= 0 && i < 20; i += 1) {
      add(at, new PdfReader(this.text, at + 7, Math.min(at + 20_000, this.text.length)).next());
      at = at === 0 ? -1 : this.text.lastIndexOf('trailer', at - 1);
    }
    for (const place of this.#places.values())
      if (found.length < 200 && /\/XRef\b/.test(this.text.slice(place.from, Math.min(place.from + 1000, place.to))))
        add(place.rank, this.#objectAt(place).value);
    const entries = found.sort(([a], [b]) => a - b).flatMap(([, each]) => [...each]);
    return new Map(entries.filter(([name]) => /^\/(?:Root|Info|Encrypt)$/.test(name)));
  }
}

/** Whether a value only says where the object stands. */
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'to' in value;

/** Bytes written as pairs of hexadecimal digits (ISO 32000-1, §7.4.2). */
const fromHex = (text: string): string =>
  (
    text
      .split('>')[0]!
      .replace(/[^\da-f]/gi, '')
      .match(/../g) ?? []
  )
    .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    .join('');

/** Bytes written as printable signs, five for four (ISO 32000-1, §7.4.3). */
function fromAscii85(text: string): string {
  const bytes: number[] = [];
  let group: number[] = [];
  const write = (kept: number) => {
    const number = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < kept; i += 1) bytes.push(Math.floor(number / 256 ** (3 - i)) & 255);
    group = [];
  };
  for (const sign of text.split('~')[0]!.replace(/[^!-uz]/g, '')) {
    if (sign === 'z' && group.length === 0) bytes.push(0, 0, 0, 0);
    else if (sign !== 'z') group.push(sign.charCodeAt(0) - 33);
    if (group.length === 5) write(4);
  }
  const left = group.length;
  if (left > 1) {
    while (group.length < 5) group.push(84);
    write(left - 1);
  }
  return signsOf(Uint8Array.from(bytes));
}

/** Bytes as a string of one sign each. */
export function signsOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
