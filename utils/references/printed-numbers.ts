import { GLUED, lowered, RAISED } from '../model/raised-digits';
import { PLACE_BEFORE } from './label';

/** How a page prints its numbers: `[3]`, raised behind a word, `(3)` behind what they support, or behind a word with nothing between. */
export type NumberStyle = 'square' | 'raised' | 'round' | 'glued';

/** One marker of one or more numbers. */
export interface PrintedNumbers {
  /** Offsets of the whole marker with its brackets, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** In order, with the members of ranges. */
  readonly numbers: readonly number[];
}

/** A stretch of a text, UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const DASH = '[-–—‐‑−〜～]';
/** Pages of a work, and other places in it: `[4, p. 12; 7]`, `[1, Theorem 2.3]`. */
const PAGES = '(?:[,،]?\\s?(?:(?:pp?|[sсc]|стр)\\.|ص|§+)|,\\s(?!and)[A-Za-z]{2,11}\\.?)\\s?\\d[\\d.–-]{0,20}';
const ONE = `\\d{1,3}(?:${PAGES})?`;
/** Both ends of a range can have brackets: `[1]–[3]`. */
const LIST = `(${ONE}(?:\\s?(?:[,;、，；،]|,?\\s?(?:and|&)|\\]?\\s?${DASH}\\s?\\[?|\\s)\\s?${ONE}){0,20})`;
const MARKS: Readonly<Record<NumberStyle, RegExp>> = {
  square: new RegExp(
    `(?:[[［【][\\s^]?(?:refs?\\.?\\s)?|[（(][注註]\\s?)${LIST}(?::\\s?\\d[\\d–-]*)?\\s?(?:[\\]］】]|(?<=[注註][\\s\\d,、–-]{1,40})[）)])`,
    'gi',
  ),
  round: new RegExp(`[(（]\\s?${LIST}\\s?[)）](?!\\s?[\\d(])`, 'g'),
  glued: new RegExp(GLUED, 'gu'),
  raised: new RegExp(`^[\\s[(（［]{0,2}(?:refs?\\.?\\s?)?${LIST}[\\s\\])）］]{0,2}$`),
};
/** Raised digits that are characters of their own, as many as stand together. */
const RAISED_RUN = new RegExp(`[${RAISED}]{1,3}(?:\\s?[,˒⁻–-]\\s?[${RAISED}]{1,3})*`, 'g');
const RANGE = new RegExp(`(\\d+)(?:\\s?${DASH}\\s?(\\d+))?`, 'g');
const NO_NUMBERS = new RegExp(`${PAGES}|[[\\]]`, 'gi');

/** Most members a printed range is believed to have. */
const LONGEST_RANGE = 60;

/** Words before a bracket that make it an interval or a dimension. */
const MEASURE =
  /(?:\b(?:intervals?|ranges?|between|from|within|be in|domain|levels?|ind(?:ices|ex))|[∈=×<>≤≥+*/^±~])\s?$/i;
/** What a raised number behind a unit, a figure or a letter is no citation for. */
const POWER = /(?:^|[^\p{L}])(?:[\d€$£¥]+|[a-zα-ωµ]{1,2}|mol|mmol|min|\p{Lu}|第)$/u;

/** What a number in round brackets stands behind where it cites, and words that it counts. */
const BEHIND_WORD = /[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}][”"’»*†‡§]?\s?$/u;
const COUNTED =
  /(?:number|paragraph|clause|article|class|grade|level|type|stage|criteri\p{L}*|option|formula|model|question|group|phase|subsection|rule)s?\s?$/iu;

/** What numbers of clauses, equations and counted things stand behind; and years in brackets, by which a text cites instead. */
const COUNTING =
  /(?:^|[.,:;–]|(?<!\p{L})(?:and|or|then|und|oder|et|ou|y|o|e|a|an|the|by|in|of|from|to|with|for|is|are|be|see|using|one|two|three|four|five|six|seven|eight|nine|ten))\s?[(（]\d{1,3}[)）]|(?:19|20)\d\d[a-z]?[)）]|[(（]n\s?=/iu;
const CLAUSE_END = /^\s?(?:[.,;:。，；]|$)/;

/** What is indexed or called: `t[1]`, `f(2)`, `row_id[3]`. */
const INDEXED = /(?:(?:^|[^\p{L}\p{M}'’])[\p{Lu}\p{Ll}$]{1,2}|_\w*|\w\))$/u;

/**
 * The numbers of a list that a marker prints; undefined where one of them is not in the list, or where they are not
 * printed as numbers of a list are.
 */
function numbersOf(printed: string, has: (number: number) => boolean): number[] | undefined {
  const numbers: number[] = [];
  for (const [, first = '', last] of printed.replace(NO_NUMBERS, '').matchAll(RANGE)) {
    if (/^0/.test(first)) return undefined;
    const from = Number(first);
    const to = last === undefined ? from : Number(last);
    if (to < from || to - from > LONGEST_RANGE || !has(from) || !has(to)) return undefined;
    for (let number = from; number <= to; number++) if (has(number)) numbers.push(number);
  }
  return numbers.length > 0 ? numbers : undefined;
}

/** The numbers that a label prints, where it prints nothing else. */
export function printedIn(label: string): readonly number[] {
  const match = label.length < 80 && MARKS.raised.exec(label);
  return (match && numbersOf(match[1]!, () => true)) || [];
}

/**
 * The markers of one style in a text that no link stands for.
 *
 * @param raised - Superscripts, in order; their text is the marker.
 * @param has - Whether the page's own list has a number.
 */
export function printedNumbers(
  text: string,
  style: NumberStyle,
  raised: readonly Stretch[],
  has: (number: number) => boolean,
): PrintedNumbers[] {
  const marks =
    style === 'raised'
      ? [...raised, ...runsIn(text)].map((place) => ({
          ...place,
          match: MARKS.raised.exec(lowered(text.slice(place.start, place.end).slice(0, 80)).replace(/[˒⁻]/g, toPlain)),
        }))
      : [...text.matchAll(MARKS[style])].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          match,
        }));
  const isCounting = style === 'round' && COUNTING.test(text);
  return marks.flatMap(({ start, end, match }) => {
    // Within a clause, too, where nothing else in the text is numbered so.
    if (isCounting && !CLAUSE_END.test(text.slice(end, end + 2))) return [];
    const numbers = match && numbersIn(text, start, end, match, style, has);
    return numbers ? [{ start, end, numbers }] : [];
  });
}

const toPlain = (mark: string): string => (mark === '⁻' ? '-' : ',');

const runsIn = (text: string): Stretch[] =>
  [...text.matchAll(RAISED_RUN)].map(({ 0: run, index }) => ({ start: index, end: index + run.length }));

/** Words that must stand before a raised number: affiliations are raised behind names. */
const FEWEST_WORDS = 3;

/** Whether words of a sentence stand before an offset. */
export function isBehindWords(text: string, at: number, fewest = FEWEST_WORDS): boolean {
  const before = text.slice(Math.max(0, at - 120), at);
  const words = before.match(/(?<![\p{L}\p{M}])[\p{Ll}\u0590-\u06ff][\p{L}\p{M}]+/gu)?.length ?? 0;
  return (
    words >= fewest ||
    /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af](?:.*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]){5}/s.test(before)
  );
}

function numbersIn(
  text: string,
  start: number,
  end: number,
  match: RegExpExecArray,
  style: NumberStyle,
  has: (number: number) => boolean,
): number[] | undefined {
  const before = text.slice(Math.max(0, start - 40), start);
  // At the beginning of a line it counts the line, unless it is the first word of a sentence: `[3] found`.
  const isFirst = /(?:^|\n)\s*$/.test(before) && (start < 40 || /\n\s*$/.test(before));
  if (isFirst && !(style === 'square' && !before.includes('\n') && /^\s\p{Ll}{2,}\s/u.test(text.slice(end, end + 20))))
    return undefined;
  const isNone =
    (style === 'raised'
      ? !/[[(]/.test(match[0]) &&
        (POWER.test(before.trimEnd()) ||
          (/\s$/.test(before) && !CLAUSE_END.test(text.slice(end, end + 2))) ||
          !(isBehindWords(text, start) || /\s\p{Ll}{3,}[\p{P}\s]?$/u.test(before)))
      : PLACE_BEFORE.test(before) ||
        MEASURE.test(before) ||
        INDEXED.test(before) ||
        (style !== 'square' && COUNTED.test(before))) ||
    (style === 'round' && (!BEHIND_WORD.test(before) || !isBehindWords(text, start, 2)));
  return isNone ? undefined : numbersOf(match[1]!, has);
}
