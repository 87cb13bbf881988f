import type { Place } from './likeness';
import type { Pattern } from './pattern';

/** Longest part of a quote whose changes count in full, folded characters: a long passage may change much and stay itself. */
const FULL_LENGTH = 100;
/** What standing far from where the quote once stood costs at most: as much as one or two changed words. */
const FAR = 9;
/** Distance from there that counts as near: a share of the text, and folded characters. */
const DRIFT_SHARE = 0.015;
const DRIFT = 100;
/** Context that is gone altogether costs this share of its characters; the rest is what chance agrees on. */
const LOST_CONTEXT = 0.6;

/** A place and what speaks against it. */
export interface Judged extends Place {
  /** In changed characters. */
  readonly cost: number;
  /** Distance from where the quote once stood, 1 being as far as an edited page drifts; undefined where that is unknown. */
  readonly away: number | undefined;
}

/**
 * What speaks against a place: changed words, missing context, distance from where the quote stood.
 *
 * @param hint - Folded offset at which the quote once began, where known.
 * @param length - Folded length of the whole text.
 */
export function judge(place: Place, pattern: Pattern, hint: number | undefined, length: number): Judged {
  const size = Math.min(FULL_LENGTH, pattern.end - pattern.start);
  const around = pattern.folded.length - (pattern.end - pattern.start);
  const cost = (1 - place.words) * size + (1 - place.context) * around * LOST_CONTEXT;
  if (hint === undefined) return { ...place, cost, away: undefined };
  const away = Math.abs(place.start - hint) / (DRIFT_SHARE * length + DRIFT);
  const root = Math.sqrt(away);
  return { ...place, cost: cost + (FAR * root) / (root + 1), away };
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start <= b.end && b.start <= a.end;

/** Likeness of words that is enough without any context, with all of it, and when the place is near the old one. */
const WORDS_ALONE = 0.85;
const CONTEXT_HELPS = 0.35;
const NEAR_HELPS = 0.15;
const WORDS_AT_LEAST = 0.4;
/** How much better than the next place the chosen one has to be, in changed characters; more, the less like it is itself. */
const MARGIN = 1;
const MARGIN_SHARE = 0.15;
/** Likeness at which a place is believed although the old one seems emptied. */
const SAME_WORDS = 0.85;
const SAME_CONTEXT = 0.9;

/**
 * The one place that is surely meant, or undefined: a quote that is not found is shown to the reader as such, one found in
 * the wrong place misleads. The numbers were set on real pages whose words were edited, moved, copied and taken out, and
 * are deliberately round.
 *
 * @param emptied - Where the quote's context stands without it.
 */
export function decide(
  places: readonly Judged[],
  emptied: readonly { readonly start: number; readonly end: number }[],
): Judged | undefined {
  let best: Judged | undefined;
  for (const place of places) if (!best || place.cost < best.cost) best = place;
  if (!best) return undefined;
  const chosen = best;
  const near = chosen.away !== undefined && chosen.away < 1;
  const floor = WORDS_ALONE - CONTEXT_HELPS * chosen.context - (near ? NEAR_HELPS : 0);
  if (chosen.words < Math.max(WORDS_AT_LEAST, floor)) return undefined;
  const margin = MARGIN + MARGIN_SHARE * chosen.cost;
  if (places.some((other) => !overlap(chosen, other) && other.cost - chosen.cost < margin)) return undefined;
  const isItself = chosen.words >= SAME_WORDS && chosen.context >= SAME_CONTEXT;
  // A gap right beside the place is one, too: what was taken out is not what now stands there.
  const isIn = (gap: { start: number; end: number }) => gap.start < chosen.end && gap.end > chosen.start;
  if (!isItself && !emptied.every(isIn)) return undefined;
  return chosen;
}
