import { describe, expect, it } from 'vitest';
import { rankSentences } from '../../tests/likeness';
import { sectionText } from '../model/rich-text';
import type { Work } from '../model/work';
import { closestSentence as closest } from './closest-sentence';

const closestSentence = (claim: string, of: Work) => closest(rankSentences, claim, of);
const work = (abstract: Work['abstract']): Work => ({
  csl: { id: 'x', type: 'article-journal' },
  ids: [],
  kind: 'trial',
  abstract,
  notices: [],
  freeCopies: [],
  provenance: {},
});

const TRIAL = work([
  {
    heading: 'Objective',
    paragraphs: [['To assess whether amber lamps reduce loss of sleep in patients with insomnia.']],
  },
  {
    heading: 'Results',
    paragraphs: [
      ['Sixty patients were randomised.'],
      [
        'Loss of sleep was reduced by 40% under amber lamps (95% CI 30 to 50; ',
        { mark: 'em', children: ['p'] },
        ' < 0.01).',
      ],
    ],
  },
]);

const shown = (claim: string, of: Work) => {
  const found = closestSentence(claim, of);
  return found && sectionText(of.abstract[found.section]!).slice(found.start, found.end);
};

describe('the closest sentence', () => {
  it('is the one that reports the finding, not the one that announces it', () => {
    expect(shown('Amber lamps reduce loss of sleep in insomnia.', TRIAL)).toBe(
      'Loss of sleep was reduced by 40% under amber lamps (95% CI 30 to 50; p < 0.01).',
    );
  });

  it('is not found by a title that the claim prints', () => {
    const title = 'Amber lamps against loss of sleep: a trial of sixty patients with insomnia';
    const named: Work = { ...TRIAL, csl: { ...TRIAL.csl, title } };
    const claim = 'Loss of sleep was reduced under amber lamps';
    const naming = `${claim} (Amber lamps against loss of sleep: a trial of sixty patients).`;
    expect(closestSentence(naming, named)).toEqual(closestSentence(`${claim} ( ).`, named));
    expect(closestSentence(naming, TRIAL)).not.toEqual(closestSentence(naming, named));
  });

  it.each([
    ['the claim is about something else', 'Cheese was unknown in antiquity.', TRIAL],
    ['there is no claim', '', TRIAL],
    ['there is no summary', 'Amber lamps reduce loss of sleep.', work([])],
    ['the claim has only words that say nothing', 'It is what it is.', TRIAL],
  ])('is not shown where %s', (_name, claim, of) => {
    expect(closestSentence(claim, of)).toBeUndefined();
  });

  it('says which numbers of the claim it does not have', () => {
    const found = closestSentence('Amber lamps reduced loss of sleep by 60% in patients with insomnia.', TRIAL);
    expect(found?.differences).toEqual([expect.objectContaining({ kind: 'number', claim: '60%' })]);
  });
});
