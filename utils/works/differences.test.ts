import { describe, expect, it } from 'vitest';
import { differences } from './differences';

describe('differences between a claim and a sentence', () => {
  it.each([
    [
      'another number of the same unit',
      'Lost sleep fell by 40%.',
      'Lost sleep fell by 64% in two weeks.',
      [{ kind: 'number', claim: '40%', sentence: '64%' }],
    ],
    [
      'a number that the sentence does not have',
      'Lost sleep fell by 40%.',
      'Lost sleep fell.',
      [{ kind: 'number', claim: '40%' }],
    ],
    [
      'a number in words',
      'It fell by three hours.',
      'It fell by 2 hours.',
      [{ kind: 'number', claim: 'three', sentence: '2' }],
    ],
    [
      'a number that several others may stand for',
      'It fell by 40%.',
      'It fell by 20% to 30%.',
      [{ kind: 'number', claim: '40%' }],
    ],
    [
      'a negation in the sentence',
      'The lamps improve sleep.',
      'The lamps did not improve sleep.',
      [{ kind: 'negation', sentence: 'not' }],
    ],
    [
      'a negation in the claim',
      'Lamps have no effect on the sleep of gulls.',
      'The lamps improved the sleep of gulls.',
      [{ kind: 'negation', claim: 'no' }],
    ],
    [
      'a shortened negation',
      'Lamps don’t help in the harbour.',
      'Lamps help in the harbour.',
      [{ kind: 'negation', claim: 'don’t' }],
    ],
    [
      'a hedge that the claim drops',
      'The lamps improve sleep.',
      'The lamps may improve sleep.',
      [{ kind: 'hedge', sentence: 'may' }],
    ],
    [
      'what only appears to be so',
      'The lamps improve sleep.',
      'The lamps appear to improve sleep.',
      [{ kind: 'hedge', sentence: 'appear' }],
    ],
    [
      'all at once',
      'The lamps improve sleep by 3 hours.',
      'The lamps might not improve sleep by 2 hours.',
      [
        { kind: 'number', claim: '3', sentence: '2' },
        { kind: 'negation', sentence: 'not' },
        { kind: 'hedge', sentence: 'might' },
      ],
    ],
    [
      'numbers in other languages',
      'Rotes Licht verkürzt den Schlaf um 40 %.',
      'Der Schlaf war um 64 % kürzer.',
      [{ kind: 'number', claim: '40 %', sentence: '64 %' }],
    ],
  ])('are %s', (_name, claim, sentence, expected) => {
    expect(differences(claim, sentence)).toEqual(expected);
  });

  it.each([
    ['the same number', 'It fell by 1,200 in all.', 'It fell by 1200 in the end.'],
    ['a number rounded', 'It fell by 40%.', 'It fell by 39.6%.'],
    ['a number in words and in digits', 'It fell by two hours.', 'It fell by 2 hours.'],
    ['a decimal point in the middle', 'It fell by 1.5 hours.', 'It fell by 1·5 hours.'],
    ['per cent spelt out', 'It fell by 40 per cent.', 'It fell by 40%.'],
    ['marks of references', 'The lamps help [12, 14–16] the gulls (3).', 'The lamps help the gulls.'],
    ['a mark behind a full stop', 'The lamps help the gulls.12', 'The lamps help the gulls.'],
    ['years', 'The lamps helped in 2014.', 'The lamps helped the gulls.'],
    ['names with numbers in them', 'IL-6 and CD4 rose with COVID-19.', 'IL-6 rose in the gulls.'],
    ['numbers that only the sentence has', 'The lamps help.', 'The lamps help (p = 0.01).'],
    ['negations of both', 'Lamps do not help the gulls.', 'There was no effect of the lamps.'],
    ['“not only”', 'Lamps help not only in summer.', 'Lamps help in the summer.'],
    ['the month of May', 'Lamps help in May.', 'Lamps help in the spring.'],
    [
      'papers that appeared',
      'The trial of the lamps appeared in 2013, and was read.',
      'The trial of the lamps was read.',
    ],
    ['odds', 'Gulls were twice as likely to wake.', 'The gulls were twice as often awake.'],
    ['words that mean something else in another language', 'Los faros no ayudan.', 'Las luces ayudan mucho.'],
    ['nothing', '', ''],
  ])('are not %s', (_name, claim, sentence) => {
    expect(differences(claim, sentence)).toEqual([]);
  });
});
