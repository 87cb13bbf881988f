import { describe, expect, it } from 'vitest';
import type { CslItem } from '../model/work';
import { citationLine, citationText } from './citation-line';

const base = { id: 'x', type: 'article-journal' } as const;

describe('the citation line', () => {
  it.each<[string, Partial<CslItem>, string]>([
    [
      'names three authors and hides the rest',
      {
        author: [
          { family: 'Manning', given: 'Victoria' },
          { family: 'Best', given: 'David' },
          { family: 'Faulkner', given: 'Nathan' },
          { family: 'Titherington', given: 'Emily' },
        ],
        'container-title': 'Drug and Alcohol Dependence',
        issued: { 'date-parts': [[2012, 11]] },
        volume: '126',
        issue: '1-2',
        page: '131-137',
      },
      'Manning V., Best D., Faulkner N. et al. Drug and Alcohol Dependence: 2012, 126(1–2), p. 131–137.',
    ],
    [
      'puts a comma after a publisher',
      {
        author: [{ literal: 'Drug Strategy Unit' }],
        publisher: '[UK] Home Office',
        issued: { 'date-parts': [[2009]] },
      },
      'Drug Strategy Unit. [UK] Home Office, 2009.',
    ],
    [
      'prints a group as it is',
      { author: [{ literal: '[UK] Home Office' }], issued: { 'date-parts': [[2009]] } },
      '[UK] Home Office. 2009.',
    ],
    [
      'keeps hyphens and particles of names',
      { author: [{ family: 'Berg', 'non-dropping-particle': 'van den', given: 'Jean-Paul Marie' }] },
      'van den Berg J.-P.M.',
    ],
    [
      'prints an article number without p.',
      { issued: { 'date-parts': [[2020]] }, volume: '7', page: 'e1004' },
      '2020, 7, e1004.',
    ],
    ['says nothing of what is not known', {}, ''],
    [
      'takes editors where there are no authors',
      { editor: [{ family: 'Quill', given: 'C.' }], publisher: 'Harbour Press' },
      'Quill C. Harbour Press',
    ],
    ['prints an issue without a volume', { issue: '3', issued: { 'date-parts': [[1999]] } }, '1999, no. 3.'],
    ['clips a name that is a novel', { author: [{ literal: 'x'.repeat(500) }] }, `${'x'.repeat(119)}….`],
  ])('%s', (_name, csl, expected) => {
    expect(citationText(citationLine({ ...base, ...csl }))).toBe(expected);
  });
});
