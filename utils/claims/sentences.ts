/** UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words after which a full stop ends no sentence, lower case, without it. */
const ABBREVIATIONS = new Set(
  (
    'abb al approx apr art aug av ave bd bijv bzw ca cap cf ch chap co col corp cp dec dept dhr dr dra ed eds ee eg ej env eq esp ' +
    'est et etc evtl ex feb fig figs gen ggf gov hon hr ie inc jan jh jr jul jun kl lt ltd mar max med min mr mrs ms mt no nos nov np nr núm ' +
    'oct op par para pat pl pp prof pt pág ref refs reg resp rev sec sect sen sep sept sig sr sra st suppl séc tab tzn ' +
    'univ usw uu var vgl viz vol vols vs wt напр проф'
  ).split(' '),
);
/** What a number with a full stop counts, as German writes days and centuries. */
const COUNTED = /^(?:Jan|Feb|Mä|Apr|Mai|Ju|Aug|Sep|Okt|Nov|Dez|Ja?h)/;
/** These end a sentence as often as not: what comes next decides. */
const OFTEN_LAST = new Set(['etc', 'inc', 'ltd', 'co', 'corp', 'jr', 'usw']);

/** What ends a sentence with what closes behind it. */
const STOPS = /[.!?…"'”’»›)\]}]/;
const CJK_STOPS = /[。！？｡」』）】〉》”’]/;
const OPENING = /["'“‘«‹([{¿¡]/;
const SPACE = /\s/;

/** What ends a quotation or bracket, by what begins it. */
const ENDS: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '「': '」', '"': '"', '(': ')' };
/** Longest quotation that is taken for one thing, UTF-16 units. */
const LONGEST_QUOTE = 600;
/** Whether the full stop at `stop` only shortens the word before it. */
function isAbbreviation(text: string, stop: number, next: string): boolean {
  const word = /[\p{L}\p{M}.]+$/u.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  if (word === '') return COUNTED.test(next) && /\b\d\d?$/.test(text.slice(Math.max(0, stop - 3), stop));
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word)) {
    // An initial, or letters with full stops, `z. B.`: `J. Smith`. A sentence can end so as well (`vitamin C.`), when a common first word follows.
    return !/^(?:The|This|These|It|In|A|An|However|But|We|They|He|She|There|For|As|At|On|If|When|After|Although)\b/.test(
      next,
    );
  }
  const plain = word.toLowerCase();
  if (!ABBREVIATIONS.has(plain)) return false;
  return !OFTEN_LAST.has(plain) || !/^\p{Lu}/u.test(next);
}

/**
 * Divides running text into sentences. Abbreviations, initials, decimals, and full stops in quotations and brackets do not end
 * one; closing quotation marks and brackets stay with theirs. White space between sentences belongs to none.
 */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  /** Where what is of a kind ends, from an offset on. */
  const past = (from: number, kind: RegExp) => {
    let at = from;
    while (at < text.length && kind.test(text[at]!)) at += 1;
    return at;
  };
  const close = (end: number) => {
    const from = past(start, SPACE);
    const words = text.slice(from, end).trimEnd();
    // Dots alone say nothing.
    if (/[\p{L}\p{N}]/u.test(words)) found.push({ start: from, end: from + words.length });
    start = end;
  };
  // Where each of them comes next: looked for once, however many begin before it.
  const ahead: Record<string, number> = {};
  /** What ends the quotation or bracket that begins at an offset; undefined where none begins, or it ends too far away. */
  const endOf = (at: number): string | undefined => {
    const end = ENDS[text[at]!];
    if (!end || (end === '"' && !/[\s([]/.test(text[at - 1] ?? ' '))) return undefined;
    if (!(ahead[end]! > at)) ahead[end] = (text.indexOf(end, at + 1) + 1 || Infinity) - 1;
    return ahead[end]! < at + LONGEST_QUOTE ? end : undefined;
  };
  // What ends the quotation or bracket that is open.
  let ending: string | undefined;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i]!;
    ending = letter === ending ? undefined : (ending ?? endOf(i));
    if (/[。！？｡]/.test(letter)) {
      const end = past(i, CJK_STOPS);
      // A quotation that ends, and a sentence that goes on: 「…。」と述べた。
      if (ending && text.slice(i, end).includes(ending)) ending = undefined;
      if (!ending && (end === i + 1 || !/[とはがをにのでも、]/.test(text[end] ?? ''))) close(end);
      i = end - 1;
      continue;
    }
    if (!/[.!?…]/.test(letter)) continue;
    let end = past(i, STOPS);
    if (ending && text[end] === ending) end = past(end + 1, STOPS);
    if (end < text.length && !SPACE.test(text[end]!)) {
      i = end - 1;
      continue;
    }
    const first = past(past(end, SPACE), OPENING);
    const next = text.slice(first, first + 16);
    const goesOn = next !== '' && /^[\p{Ll},;:)\]–—-]/u.test(next);
    const shortened = letter === '.' && end === i + 1 && next !== '' && isAbbreviation(text, i, next);
    if (ending && text.slice(i, end).includes(ending)) ending = undefined;
    if (!goesOn && !shortened && !ending) close(end);
    i = end - 1;
  }
  close(text.length);
  return found;
}
