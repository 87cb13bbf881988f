import { sentencesOf } from '../claims/sentences';
import type { ClosestSentence } from '../model/look-up';
import { sectionText } from '../model/rich-text';
import type { Work } from '../model/work';
import { differences } from './differences';
import { type RankSentences, threshold } from './rank-sentences';

/** A claim longer than this is no sentence; its end adds nothing but time. UTF-16 units. */
const LONGEST_CLAIM = 1000;

/** Characters of a title that are not met together by chance. */
const TITLE_START = 24;

/** A claim without the work's title, as far as it is printed there: naming a work says nothing of what it found. */
function withoutTitle(claim: string, title = ''): string {
  const [words, name] = [claim.toLowerCase(), title.toLowerCase()];
  const at = name.length < TITLE_START ? -1 : words.indexOf(name.slice(0, TITLE_START));
  // Folding may change lengths; then the claim stays as it is.
  if (at < 0 || words.length !== claim.length) return claim;
  let length = TITLE_START;
  while (length < name.length && words[at + length] === name[length]) length += 1;
  return `${claim.slice(0, at)} ${claim.slice(at + length)}`;
}

/**
 * The sentence of a work's abstract that is closest to what the citing page claims: a likeness, found on the device.
 *
 * @returns undefined where nothing is close enough to be worth a look, or there is nothing to compare.
 */
export function closestSentence(rankSentences: RankSentences, claim: string, work: Work): ClosestSentence | undefined {
  const places = work.abstract.flatMap((section, index) => {
    const text = sectionText(section);
    return sentencesOf(text).map((sentence, i) => ({
      section: index,
      ...sentence,
      // What a section is about tells findings from aims.
      text: (i || !section.heading ? '' : `${section.heading}: `) + text.slice(sentence.start, sentence.end),
    }));
  });
  const scores = rankSentences(
    withoutTitle(claim.slice(0, LONGEST_CLAIM), work.csl.title),
    places.map((place) => place.text),
  );
  let best = -1;
  scores.forEach((score, i) => {
    if (best < 0 || score > scores[best]!) best = i;
  });
  const place = places[best];
  const score = scores[best];
  if (!place || score === undefined || score < threshold) return undefined;
  const { section, start, end } = place;
  const sentence = sectionText(work.abstract[section]!).slice(start, end);
  return { section, start, end, score: Math.min(1, score), differences: differences(claim, sentence) };
}
