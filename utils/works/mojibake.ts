/** The characters that Windows-1252 gives to the bytes 0x80–0x9F, in order; unassigned bytes keep their own number. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const REST = `[\\u0080-\\u00bf${WINDOWS}]`;
/** The same without what may stand right after a capital in sound text: `Ä»`, `Å²`, `Î°`. */
const REST_OF_OTHERS = `[\\u0080-\\u00a9\\u00ac-\\u00af\\u00b1\\u00b4-\\u00b8\\u00bc-\\u00bf${WINDOWS}]`;

/**
 * UTF-8 bytes that somebody read as Windows-1252: é is shown as Ã©, ’ as â€™. Only lead bytes that do not occur before
 * such characters in sound text are believed.
 */
const BROKEN = new RegExp(`[ÂÃ]${REST}|[ÄÅÎÏ]${REST_OF_OTHERS}|[âï]${REST}${REST}|ð${REST}${REST}${REST}`, 'g');

/** What may also stand in sound text, or be of Cyrillic, Hebrew, Arabic or East Asian signs: believed where several stand near each other. */
const PAIR = `[ÂÃÄÅÎÏÐÑ×ØÙ]${REST}`;
const TRIPLE = `[ã-í]${REST}${REST}`;
const BROKEN_RUN = new RegExp(`(?:${PAIR}[\\w\\s,.-]{0,3}){3,}|(?:${TRIPLE}){2,}`, 'g');
const ONE_OF_RUN = new RegExp(`${PAIR}|${TRIPLE}`, 'g');

function byteOf(character: string): number {
  const place = WINDOWS.indexOf(character);
  return place >= 0 ? 0x80 + place : character.charCodeAt(0);
}

function reread(broken: string): string {
  const [lead, ...rest] = [...broken].map(byteOf) as [number, ...number[]];
  const leadBits = rest.length === 1 ? lead & 0x1f : rest.length === 2 ? lead & 0x0f : lead & 0x07;
  const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), leadBits);
  return code >= 0x80 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : broken;
}

/** Text with UTF-8 that was read as Windows-1252, once or twice, put right; sound text is unchanged. */
export function repairMojibake(text: string): string {
  let repaired = text;
  for (let round = 0; round < 2; round += 1) {
    const next = repaired.replace(BROKEN_RUN, (run) => run.replace(ONE_OF_RUN, reread)).replace(BROKEN, reread);
    if (next === repaired) break;
    repaired = next;
  }
  return repaired;
}
