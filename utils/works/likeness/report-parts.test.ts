import { describe, expect, it } from 'vitest';
import model from '../../../public/likeness.json';
import { unpackModel } from './packed';
import { partsOfReport } from './report-parts';
import { fold } from './words';

const { parts: PARTS } = unpackModel(model);
const NAMES = ['background', 'methods', 'results', 'conclusion'];

/** The likeliest part of each sentence. */
const parts = (sentences: readonly string[]) =>
  partsOfReport(sentences, sentences.map(fold), PARTS).map((shares) => NAMES[shares.indexOf(Math.max(...shares))]);

describe('the parts of a report', () => {
  it('are told by wording and order', () => {
    expect(
      parts([
        'Loss of sleep is common among gulls in harbours.',
        'We aimed to find out whether amber lamps help.',
        'Sixty gulls were randomly assigned to amber or white lamps for two weeks.',
        'The primary outcome was sleep, measured with a camera.',
        'Gulls under amber lamps slept 2.1 hours more (95% CI 1.4 to 2.8; p < 0.001).',
        'There was no difference in weight between the groups (p = 0.61).',
        'Amber lamps may help gulls to sleep; further research is needed.',
      ]),
    ).toEqual(['background', 'background', 'methods', 'methods', 'results', 'results', 'conclusion']);
  });

  it.each([
    ['RESULTS Gulls came.', 'results'],
    ['Methods: Gulls came.', 'methods'],
    ['ConclusionsGulls came.', 'conclusion'],
    ['Main findings: Gulls came.', 'results'],
  ])('are told by the heading in “%s”', (sentence, part) => {
    expect(parts(['Gulls sleep.', 'Gulls wake.', sentence, 'Gulls fly.'])[2]).toBe(part);
  });

  it('are shares of 1', () => {
    for (const shares of partsOfReport(['Gulls.', 'Lamps.'], ['gulls.', 'lamps.'], PARTS))
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('are none where there is no sentence', () => {
    expect(parts([])).toEqual([]);
  });
});
