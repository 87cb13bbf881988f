import { describe, expect, it } from 'vitest';
import { rankSentences } from '../../tests/likeness';
import { threshold } from './rank-sentences';

/** The sentence that would be shown. */
function shown(claim: string, sentences: readonly string[]): string | undefined {
  const scores = rankSentences(claim, sentences);
  const best = Math.max(...scores);
  return best >= threshold ? sentences[scores.indexOf(best)] : undefined;
}

const TRIAL = [
  'Amber lamps are said to reduce loss of sleep in nurses on night shifts.',
  'We aimed to assess whether amber lamps reduce loss of sleep.',
  'Sixty nurses were randomly assigned to amber or white lamps.',
  'Loss of sleep was reduced under amber lamps compared with white lamps (1.2 v 3.3 hours; p < 0.001).',
  'There was no significant difference in headache between the groups (p = 0.61).',
  'Amber lamps may be worth a larger trial.',
];

describe('the likeliest sentence', () => {
  it.each([
    ['reports the outcome', 'Amber lamps reduce loss of sleep compared with white lamps.', TRIAL, 3],
    ['reports that nothing came out', 'Amber lamps had no significant effect on headache.', TRIAL, 4],
    [
      'writes out what the claim abbreviates',
      'SNS is associated with loss of feathers in gulls.',
      [
        'Many gulls of harbours have short night sleep (SNS).',
        'We observed gulls in forty harbours.',
        'Loss of feathers doubled in gulls with white lamps (p < 0.001).',
        'Loss of feathers doubled in gulls with short night sleep (p < 0.001).',
        'Gulls are worth protecting.',
      ],
      3,
    ],
    [
      'says nearly the same, though the claim has a beginning of its own and compares',
      'In a trial in forty harbours, gulls under amber lamps slept a fifth longer than gulls under white lamps',
      [
        'Keepers say that amber lamps help gulls.',
        'Forty harbours were drawn by lot for amber or white lamps.',
        'Gulls under amber lamps slept 19% longer than gulls under white lamps.',
        'Amber lamps are cheap, and do no harm to harbours.',
      ],
      2,
    ],
    [
      'says it in a paper without measurements',
      'Parliament voted against the canal because landowners feared for their water.',
      [
        'This article follows the debate on the northern canal.',
        'It draws on letters and minutes of the years before the vote.',
        'Landowners feared that the canal would take their water, and Parliament voted it down.',
        'The episode shows how local interests shaped national works.',
      ],
      2,
    ],
    [
      'says it in German',
      'Rotes Licht verkürzt den Schlaf der Möwen um zwei Stunden.',
      [
        'Möwen leben an Küsten.',
        'Wir beobachteten vierzig Möwen unter Lampen.',
        'Rotes Licht verkürzte den Schlaf der Möwen um zwei Stunden.',
        'Die Folgen sind unbekannt.',
      ],
      2,
    ],
    [
      'says it in Japanese',
      '赤い光はカモメの睡眠を短くする。',
      ['カモメは海岸に住む。', '赤い光の下でカモメの睡眠は二時間短くなった。', '今後の研究が必要である。'],
      1,
    ],
  ])('%s', (_name, claim, sentences, right) => {
    expect(shown(claim, sentences)).toBe(sentences[right]);
  });

  it.each([
    ['is about something else', 'Cheese was unknown in antiquity.', TRIAL],
    ['shares only its subject', 'Amber lamps cost more than candles in medieval Norway.', TRIAL],
    ['says nothing', 'It is what it is.', TRIAL],
    ['is empty', '', TRIAL],
    ['has nothing beside it', 'Amber lamps reduce loss of sleep.', []],
    ['stands beside empty sentences', 'Amber lamps reduce loss of sleep.', ['', ' ']],
  ])('is not shown where the claim %s', (_name, claim, sentences) => {
    expect(shown(claim, sentences)).toBeUndefined();
  });
});

describe('scores', () => {
  it.each([
    ['an abstract', TRIAL],
    ['one sentence', TRIAL.slice(3, 4)],
    ['a whole paper', Array.from({ length: 50 }, () => TRIAL).flat()],
    ['text of one letter', ['a', 'a', 'a']],
    ['signs only', ['…', '±', '(((((', '%']],
  ])('of %s are one for each sentence, from 0 to 1', (_name, sentences) => {
    const scores = rankSentences('Amber lamps reduce loss of sleep compared with white lamps by 64%.', sentences);
    expect(scores).toHaveLength(sentences.length);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });
});
