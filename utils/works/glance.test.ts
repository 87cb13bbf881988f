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

  it.each<[string, Record<string, string>, Record<string, string | undefined>]>([
    [
      'what is compared under its own heading, and no result for it',
      {
        Methods: 'A trial in 90 adults.',
        Interventions: 'Amber lamps (n = 45) or white lamps (n = 45).',
        Results: 'Adults slept 7.1 hours with amber vs 6.2 hours with white lamps (P < .001).',
      },
      {
        comparison: 'Amber lamps (n = 45) or white lamps (n = 45).',
        numbers: 'Adults slept 7.1 hours with amber vs 6.2 hours with white lamps (P < .001).',
      },
    ],
    [
      'what came of it, not who took part or stayed',
      {
        Method: 'We randomised 300 people.',
        Results: 'Follow-up was 92% and 60% were women. Scores were lower under amber lamps (12 vs 18).',
      },
      { participants: 'We randomised 300 people.', numbers: 'Scores were lower under amber lamps (12 vs 18).' },
    ],
    [
      'a change before a mere amount',
      { Methods: 'Data of many harbours.', Results: 'Mean use was 9.1 litres. Deaths rose by 4.5% for each litre.' },
      { numbers: 'Deaths rose by 4.5% for each litre.', participants: undefined },
    ],
    [
      'the people under their own heading before a setting',
      { Setting: '29 general practices in the north.', Participants: '756 drinkers.', Results: 'Little came of it.' },
      { participants: '756 drinkers.', numbers: undefined },
    ],
    [
      'who was asked in a qualitative study',
      { Design: 'Grounded theory.', Methods: 'Fourteen carers were interviewed twice.', Results: 'They waited.' },
      { participants: 'Fourteen carers were interviewed twice.', design: 'Grounded theory.' },
    ],
    [
      'people and numbers in Spanish',
      { Métodos: 'Ensayo con 120 pacientes.', Resultados: 'La mortalidad fue 12,5% frente a 20,1% (p=0,04).' },
      { participants: 'Ensayo con 120 pacientes.', numbers: 'La mortalidad fue 12,5% frente a 20,1% (p=0,04).' },
    ],
    [
      'people and numbers in German',
      { Methoden: '80 Patienten wurden behandelt.', Ergebnisse: 'Die Rate lag bei 30 % (p = 0,01).' },
      { participants: '80 Patienten wurden behandelt.', numbers: 'Die Rate lag bei 30 % (p = 0,01).' },
    ],
  ])('has %s', (_name, parts, expected) => {
    const found = told(Object.entries(parts).map(([heading, text]) => section(heading, text)));
    expect(Object.fromEntries(Object.keys(expected).map((part) => [part, found[part]]))).toEqual(expected);
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
