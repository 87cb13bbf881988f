import type { PageSnapshot, SnapshotTarget } from '../model/snapshot';
import { foldName } from '../references/fold';
import { fragmentPattern } from './fragment-pattern';

/** The work of the note before. */
const SAME =
  /^(?:see |vgl\. |cf\. )?(?:ibid(?:em)?|ib\.|id\.|idem|ebd\.|ebenda|ebda|ivi|íd\.|íbid(?:em)?|ders\.|там же|aynı (?:yer|eser)|同上|同前)(?![\p{L}])/iu;

/** The work of a note that is told by its number. */
const NUMBERED =
  /(?:(?:supra|above|oben|siehe|infra|ci-dessus|cit\.),?\s(?:at\s)?(?:foot)?(?:notes?|nn?\.|fn\.?|anm\.|fu(?:ß|ss)n\.|nota)|^[\p{L}’' ]{2,40}\(n)\s?(\d{1,4})/iu;

/** The work of that author in a note before. */
const CITED = /(?:op\.|loc\.|ob\.|art\.)\s?cit|a\.\s?a\.\s?o\.|указ\. соч/i;

/** `Tarn, Rising Tides, 45`: a name and the beginning of a title. */
const SHORT =
  /^(\p{Lu}[\p{L}’'-]{1,30}),\s[“‘"«„]?(\p{L}[^,;()[\]]{3,60}),?[”’"»“]?,?\s(?:pp?\.\s?|S\.\s?|at\s)?\d[\d–-]*\.?$/u;
const NAME = /\p{Lu}[\p{L}’'-]{2,30}/u;

/** Longest text that is no more than a way back, UTF-16 units. */
const LONGEST = 160;

/** How far back a work is looked for, notes. */
const FARTHEST = 80;

/** Whether a note is no more than a way back. */
const leadsBack = (text: string): boolean =>
  text.length <= LONGEST && [SAME, NUMBERED, CITED, SHORT].some((form) => form.test(text));

/**
 * The entry of the page's own notes that a note refers back to: `Ibid., p. 3`, `Tarn, op. cit.`, `supra note 4`.
 *
 * @returns undefined for notes that say themselves what they cite, and where the one before is not found.
 */
export function referredTo(
  target: SnapshotTarget,
  page: Pick<PageSnapshot, 'target'>,
  steps = FARTHEST,
): SnapshotTarget | undefined {
  const { text } = target;
  if (steps === 0 || !leadsBack(text)) return undefined;
  const [, numbered] = NUMBERED.exec(text) ?? [];
  const [, author, title] = CITED.test(text) ? [] : (SHORT.exec(text) ?? []);
  const own = Number(target.label) || Number(/\d+(?=\D*$)/.exec(target.id)?.[0]);
  const pattern = own > 0 ? fragmentPattern(target.id, own) : undefined;
  if (!pattern) return undefined;
  const entry = (number: number) => page.target(pattern.replace('\0', String(number)));
  const whole = (found: SnapshotTarget | undefined) => found && (referredTo(found, page, steps - 1) ?? found);
  if (numbered) return Number(numbered) < own ? whole(entry(Number(numbered))) : undefined;
  if (SAME.test(text)) return own > 1 ? whole(entry(own - 1)) : undefined;
  const name = foldName(author ?? NAME.exec(text)?.[0] ?? '');
  const words = foldName(title?.split(/\s/).slice(0, 3).join(' ') ?? '');
  for (let number = own - 1; name && number > Math.max(0, own - FARTHEST); number--) {
    const before = entry(number);
    const folded = foldName(before?.text ?? '');
    if (before && folded.includes(name) && folded.includes(words) && !leadsBack(before.text)) return before;
  }
  return undefined;
}
