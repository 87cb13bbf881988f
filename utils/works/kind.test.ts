import { describe, expect, it } from 'vitest';
import type { WorkKind } from '../model/work';
import { type KindGround, kindOf, strongest } from './kind';

describe('the kind of a work', () => {
  it.each<[WorkKind, KindGround]>([
    ['trial', { type: 'article-journal', publicationTypes: ['Randomized Controlled Trial', 'Journal Article'] }],
    ['trial', { type: 'article-journal', title: 'Amber lamps for gulls: a randomised controlled trial' }],
    ['trial', { type: 'article-journal', title: 'Amber lamps: a cluster-randomized, double-blind trial' }],
    ['meta-analysis', { publicationTypes: ['Meta-Analysis', 'Systematic Review'] }],
    ['meta-analysis', { type: 'article-journal', title: 'Lamps and sleep: systematic review and meta-analysis' }],
    ['systematic-review', { type: 'article-journal', title: 'A systematic literature review of lamps' }],
    [
      'systematic-review',
      { type: 'article-journal', container: 'Cochrane Database of Systematic Reviews', title: 'Lamps for gulls' },
    ],
    ['protocol', { container: 'Cochrane Database of Systematic Reviews', title: 'Lamps for gulls (review protocol)' }],
    ['protocol', { type: 'article-journal', title: 'Lamps for gulls: protocol for a randomised controlled trial' }],
    ['review', { type: 'article-journal', publicationTypes: ['review-article', 'Review'] }],
    ['review', { type: 'article-journal', title: 'Gulls under lamps: a narrative review' }],
    ['guideline', { publicationTypes: ['Practice Guideline'] }],
    ['guideline', { type: 'article-journal', title: 'Clinical practice guideline for lamps' }],
    ['editorial', { type: 'article-journal', publicationTypes: ['Editorial'] }],
    ['editorial', { type: 'article-journal', title: 'Commentary: who minds the gulls?' }],
    ['study', { type: 'article-journal', publicationTypes: ['Journal Article'] }],
    ['study', { type: 'article-journal', title: 'We review nothing here' }],
    ['study', { type: 'paper-conference' }],
    ['preprint', { type: 'article', title: 'A randomised trial of lamps' }],
    ['book', { type: 'book', title: 'A systematic review of lamps' }],
    ['chapter', { type: 'chapter', publicationTypes: ['review'] }],
    ['thesis', { type: 'thesis' }],
    ['dataset', { type: 'dataset' }],
    ['report', { type: 'report' }],
    ['document', { type: 'article-journal', title: 'Retraction: Lamps and gulls' }],
    ['document', { type: 'article-journal', title: 'Correction to: A randomised trial of lamps' }],
    ['document', { publicationTypes: ['Published Erratum'] }],
    ['document', {}],
  ])('is %s for %j', (kind, ground) => {
    expect(kindOf(ground)).toBe(kind);
  });

  it('is the most telling of those that several records give', () => {
    expect(strongest(['study', 'trial', undefined])).toBe('trial');
    expect(strongest(['trial', 'protocol'])).toBe('protocol');
    expect(strongest([])).toBe('document');
  });
});
