import { describe, expect, it } from 'vitest';
import { type Section, sectionText } from '../model/rich-text';
import { glanceOf } from './glance';

const section = (heading: string, text: string): Section => ({ heading, paragraphs: [[text]] });

const TRIAL = [
  section('Background', 'Lamps cost 12% of harbours’ funds. It is unclear whether 40 patients sleep less near them.'),
  section('Design', 'Double-blind randomised controlled trial.'),
  section('Setting', 'Two harbours in the north.'),
  section('Participants', 'We enrolled 240 adults aged 18 to 65 with insomnia.'),
  section('Interventions', 'Participants were randomly assigned to amber lamps or white lamps for six weeks.'),
  section('Results', 'Follow-up was good. Sleep rose by 1.2 hours (95% CI 0.4 to 2.0) under amber lamps.'),
  section('Conclusions', 'Amber lamps help 30% of sleepers.'),
];

const told = (abstract: readonly Section[]) =>
  Object.fromEntries(
    glanceOf(abstract).map(({ part, section, start, end }) => [
      part,
      sectionText(abstract[section]!).slice(start, end).trim(),
    ]),
  );

describe('a study at a glance', () => {
  it('is who took part, by what design, what was compared and the main numbers, in sentences of its summary', () => {
    expect(told(TRIAL)).toEqual({
      participants: 'We enrolled 240 adults aged 18 to 65 with insomnia.',
      design: 'Double-blind randomised controlled trial.',
      comparison: 'Participants were randomly assigned to amber lamps or white lamps for six weeks.',
      numbers: 'Sleep rose by 1.2 hours (95% CI 0.4 to 2.0) under amber lamps.',
    });
  });

  it('is found under the headings of a review', () => {
    const review = [
      section('Selection criteria', 'Randomised trials in adults.'),
      section('Search methods', 'We searched four libraries up to May 2012.'),
      section(
        'Main results',
        'We included 14 studies with 2,310 participants. The risk ratio was 0.8 (95% CI 0.7 to 0.9).',
      ),
    ];
    expect(told(review)).toMatchObject({
      participants: 'We included 14 studies with 2,310 participants.',
      numbers: 'The risk ratio was 0.8 (95% CI 0.7 to 0.9).',
    });
  });

  it('takes no cohort or survey that is only mentioned for the design', () => {
    const mentions = [
      section('Methods', 'Dates of cohort enrolment were noted. A satisfaction survey was handed out.'),
      section('Results', 'They liked it.'),
    ];
    expect(glanceOf(mentions)).toEqual([]);
  });

  it('leaves out what no sentence plainly tells', () => {
    const vague = [section('Methods', 'We thought about lamps.'), section('Results', 'They are bright.')];
    expect(glanceOf(vague)).toEqual([]);
  });

  it.each([
    ['digits', '1'.repeat(100_000)],
    ['beginnings of comparisons', 'were given '.repeat(10_000)],
    ['counts', '12 '.repeat(50_000)],
  ])('comes to an end with nothing but %s', (_what, text) => {
    expect(glanceOf([section('Methods', text), section('Results', text)])).toEqual([]);
  });

  it.each([
    ['without headings', [{ paragraphs: [['We enrolled 240 adults with insomnia. Sleep rose by 1.2 hours.']] }]],
    ['without sections', []],
  ])('is empty of a summary %s', (_name, abstract) => {
    expect(glanceOf(abstract)).toEqual([]);
  });
});
