/** Codes before those of sequences: a byte each, one that empties the table, and one that ends the data. */
const [CLEAR, END, FIRST] = [256, 257, 258];
const [SHORTEST, LONGEST] = [9, 12];

/**
 * The bytes that were packed by LZW as PDF has it, one sign each: codes of 9 to 12 bits, the highest bit first, which grow a code
 * early (ISO 32000-1, §7.4.4). What is damaged ends where its damage begins. Never throws.
 *
 * @param most - Most bytes that are unpacked.
 * @param early - 0 where codes grow only once the table is full (`/EarlyChange 0`).
 */
export function fromLzw(packed: string, most: number, early = 1): string {
  const parts: string[] = [];
  let [table, width, last, made] = [[] as string[], SHORTEST, '', 0];
  let [bits, held] = [0, 0];
  for (let at = 0; at < packed.length && made < most; ) {
    while (held < width && at < packed.length) {
      bits = ((bits << 8) | packed.charCodeAt(at)) & 0xff_ffff;
      held += 8;
      at += 1;
    }
    if (held < width) break;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [table, width, last] = [[], SHORTEST, ''];
      continue;
    }
    // A sequence may be named while it is being made: it ends with its own first byte.
    const known = code < CLEAR ? String.fromCharCode(code) : table[code - FIRST];
    const sequence = known ?? (code - FIRST === table.length && last ? last + last[0] : undefined);
    if (sequence === undefined) break;
    parts.push(sequence);
    made += sequence.length;
    if (last && FIRST + table.length < 1 << LONGEST) table.push(last + sequence[0]);
    last = sequence;
    if (FIRST + table.length + early >= 1 << width && width < LONGEST) width += 1;
  }
  return parts.join('').slice(0, most);
}
