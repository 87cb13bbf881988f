import type { Notice } from '../model/work';

/** What a list says of one work: the sort of notice and its ISO 8601 date. */
export interface Listed {
  readonly kind: Extract<Notice['kind'], 'retraction' | 'concern' | 'correction'>;
  readonly date?: string;
}

/** Works of which something was published later that changes how they are to be read, known by the hashes of their names (decision 0016). */
export interface RetractionList {
  /** Number of names. */
  readonly size: number;
  /** ISO 8601 date on which the table that it was made from was read. */
  readonly made: string;
  /** What is said of the name with a hash; undefined where nothing is. */
  find(hash: Uint8Array): Listed | undefined;
}

/** Bytes of a hash that are kept: of a hundred thousand names one in 10¹⁴ others would be taken for one of them. */
const HASH = 8;
const KINDS: readonly Listed['kind'][] = ['retraction', 'concern', 'correction'];
/** Bytes of an entry: the hash, and the date as `yyyymmdd` times four with the kind. */
const ENTRY = HASH + 4;
/** Bytes before the entries: a mark that tells the file from others, the date as `yyyymmdd`, the number of entries. */
const HEAD = 12;
const MARK = 0x49424452;

const numberOf = (date = ''): number => Number(date.replaceAll('-', '').padEnd(8, '0').slice(0, 8)) || 0;

/** `20120300` as `2012-03`. */
function dateOf(number: number): string | undefined {
  const digits = String(number).padStart(8, '0');
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const end = parts.findIndex((part) => Number(part) === 0);
  return parts.slice(0, end < 0 ? 3 : end).join('-') || undefined;
}

function compareHashes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < HASH; i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/**
 * A list as the bytes of its file.
 *
 * @param entries - One for each name, with the SHA-256 of the identifier's key.
 * @param made - ISO 8601 date.
 */
export function packRetractions(
  entries: readonly { readonly hash: Uint8Array; readonly listed: Listed }[],
  made: string,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD + entries.length * ENTRY);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MARK);
  view.setUint32(4, numberOf(made));
  view.setUint32(8, entries.length);
  [...entries]
    .sort((a, b) => compareHashes(a.hash, b.hash))
    .forEach(({ hash, listed }, i) => {
      bytes.set(hash.subarray(0, HASH), HEAD + i * ENTRY);
      view.setUint32(HEAD + i * ENTRY + HASH, numberOf(listed.date) * 4 + KINDS.indexOf(listed.kind));
    });
  return bytes;
}

/** The list in a file that `packRetractions` wrote; undefined for any other bytes. */
export function readRetractions(bytes: Uint8Array): RetractionList | undefined {
  if (bytes.length < HEAD) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = view.getUint32(8);
  if (view.getUint32(0) !== MARK || bytes.length !== HEAD + size * ENTRY) return undefined;
  return {
    size,
    made: dateOf(view.getUint32(4)) ?? '',
    find(hash) {
      let [low, high] = [0, size];
      while (low < high) {
        const middle = (low + high) >> 1;
        const at = HEAD + middle * ENTRY;
        const order = compareHashes(hash, bytes.subarray(at, at + HASH));
        if (order === 0) {
          const fact = view.getUint32(at + HASH);
          const kind = KINDS[fact % 4];
          const date = dateOf(Math.floor(fact / 4));
          return kind && { kind, ...(date && { date }) };
        }
        if (order < 0) high = middle;
        else low = middle + 1;
      }
      return undefined;
    },
  };
}
