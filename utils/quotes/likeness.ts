import { editDistances, type Span } from './edit-distance';
import { isCombining, isWordCharacter } from './fold-character';
import type { FoldedText } from './fold-text';
import type { Pattern } from './pattern';

/** A place in a folded text, and how like the pattern it is. */
export interface Place {
  /** Folded offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Likeness of the words: 1 minus edit distance over length. */
  readonly words: number;
  /** Likeness of the context, 0 (no better than chance) to 1; 0 where the pattern has none. */
  readonly context: number;
}

let rows: Int32Array[] = [];
function buffers(length: number): Int32Array[] {
  if (!rows[0] || rows[0].length < length) rows = [0, 1, 2, 3].map(() => new Int32Array(length * 2));
  return rows;
}

/** Likeness that unrelated text reaches by chance where it may be cut off anywhere. */
const CHANCE = 0.4;
/** The context may have grown by this factor and still be recognised. */
const ROOM = 1.5;

function nearness(distances: Int32Array, columns: number, size: number): number {
  let least = size;
  for (let j = 0; j <= columns; j += 1) if (distances[j]! < least) least = distances[j]!;
  return Math.max(0, (1 - least / size - CHANCE) / (1 - CHANCE));
}

/** How well the words before `start` and behind `end` agree with the pattern's context, 0 to 1. */
export function contextLikeness(text: FoldedText, pattern: Pattern, start: number, end: number): number {
  const before = pattern.start;
  const after = pattern.folded.length - pattern.end;
  if (before + after === 0) return 0;
  const { codes } = pattern.folded;
  const [row] = buffers(Math.ceil(Math.max(before, after) * ROOM) + 2);
  let sum = 0;
  if (before) {
    const from = Math.max(0, start - Math.ceil(before * ROOM));
    editDistances({ codes, from: 0, to: before }, { codes: text.codes, from, to: start }, true, true, row!);
    sum += before * nearness(row!, start - from, before);
  }
  if (after) {
    const to = Math.min(text.length, end + Math.ceil(after * ROOM));
    const span = { codes, from: pattern.end, to: pattern.folded.length };
    editDistances(span, { codes: text.codes, from: end, to }, false, true, row!);
    sum += after * nearness(row!, to - end, after);
  }
  return sum / (before + after);
}

/** Whether a word begins or ends at a UTF-16 offset. */
function isWordEdge(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before > 0 && isCombining(text.charCodeAt(before))) before -= 1;
  return (
    before < 0 ||
    offset >= text.length ||
    !isWordCharacter(text.charCodeAt(before)) ||
    !isWordCharacter(text.charCodeAt(offset))
  );
}

/** UTF-16 offset behind the folded character at `at - 1`, with the marks that modify it. */
export function offsetBehind(folded: FoldedText, at: number): number {
  if (at === 0) return 0;
  let offset = folded.offsets[at - 1]! + 1;
  while (offset < folded.text.length && isCombining(folded.text.charCodeAt(offset))) offset += 1;
  return offset;
}

/**
 * The best place for a pattern in one stretch of a text. Both ends are set where words and context together fit best:
 * what stands right before and behind a quote pins its ends down even where its first or last word was changed. Where
 * several places fit equally, whole words win, then the shorter text.
 *
 * @param from - Bounds of the stretch, folded offsets.
 */
export function bestPlace(text: FoldedText, pattern: Pattern, from: number, to: number): Place | undefined {
  const { codes, length } = pattern.folded;
  const { start: head, end: tail } = pattern;
  const columns = to - from;
  if (columns <= 0) return undefined;
  const stretch: Span = { codes: text.codes, from, to };
  const [a, b, c, d] = buffers(columns + 1);
  // Context that is not there must not pull at the ends.
  const mostBefore = head * (1 - CHANCE);
  const mostAfter = (length - tail) * (1 - CHANCE);

  editDistances({ codes, from: 0, to: head }, stretch, false, false, a!);
  editDistances({ codes, from: head, to: length }, stretch, true, false, b!);
  editDistances({ codes, from: 0, to: tail }, stretch, false, false, c!);
  editDistances({ codes, from: tail, to: length }, stretch, true, false, d!);

  const { quote } = pattern;
  const raw = pattern.folded.text;
  const headIsEdge = head === length || isWordEdge(raw, pattern.folded.offsets[head]!);
  const tailIsEdge = isWordEdge(raw, offsetBehind(pattern.folded, tail)) || quote.suffix === '';

  let start = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < columns; j += 1) {
    const cost = Math.min(a![j]!, mostBefore) + b![columns - j]!;
    if (cost > least) continue;
    const edge = !headIsEdge || isWordEdge(text.text, text.offsets[from + j]!);
    const rank = cost + (edge ? 0 : 0.5);
    if (rank <= least) {
      least = rank;
      start = j;
    }
  }
  let end = -1;
  least = Number.POSITIVE_INFINITY;
  for (let j = start + 1; j <= columns; j += 1) {
    const cost = c![j]! + Math.min(d![columns - j]!, mostAfter);
    if (cost > least) continue;
    const edge = !tailIsEdge || isWordEdge(text.text, offsetBehind(text, from + j));
    const rank = cost + (edge ? 0 : 0.5);
    if (rank < least) {
      least = rank;
      end = j;
    }
  }
  if (start < 0 || end <= start) return undefined;
  const place = { start: from + start, end: from + end };
  return {
    ...place,
    words: wordLikeness(text, pattern, place),
    context: contextLikeness(text, pattern, place.start, place.end),
  };
}

/** Likeness of a stretch of text to the pattern's words alone, 0 to 1. */
export function wordLikeness(text: FoldedText, pattern: Pattern, at: { start: number; end: number }): number {
  if (at.end <= at.start) return 0;
  const [row] = buffers(at.end - at.start + 1);
  const span = { codes: pattern.folded.codes, from: pattern.start, to: pattern.end };
  editDistances(span, { codes: text.codes, from: at.start, to: at.end }, false, true, row!);
  const size = Math.max(pattern.end - pattern.start, at.end - at.start);
  return 1 - row![at.end - at.start]! / size;
}
