import { describe, expect, it } from 'vitest';
import type { KindGround, WorkKind } from '../model/work';
import { type KindSigns, kindOf, strongest } from './kind';

describe('the kind of a work', () => {
  it.each<[WorkKind, KindSigns]>([
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
    ['commentary', { type: 'article-journal', title: 'Commentary: who minds the gulls?' }],
    ['commentary', { type: 'article-journal', title: 'Response to: Lamps and gulls' }],
    ['commentary', { type: 'article-journal', title: 'Response to “Lamps and gulls”' }],
    ['commentary', { type: 'article-journal', title: 'Authors’ reply' }],
    ['commentary', { type: 'article-journal', title: 'Reply to Tarn' }],
    ['study', { type: 'article-journal', title: 'Response to lamps among gulls' }],
    ['study', { type: 'article-journal', title: 'Perspective taking among gulls' }],
    ['study', { type: 'article-journal', title: 'Correspondence analysis of gulls' }],
    ['study', { type: 'article-journal', title: 'Editorial independence of gulls' }],
    [
      'cohort',
      { type: 'article-journal', title: 'Adherence to clinical practice guidelines for lamps: a cohort study' },
    ],
    ['study', { type: 'article-journal', title: 'Impact of treatment guidelines on gulls' }],
    ['study', { type: 'article-journal', title: 'Guideline-concordant lamps under treatment guidelines' }],
    [
      'qualitative',
      {
        type: 'article-journal',
        title: 'Barriers to taking part in a randomised controlled trial: a qualitative study',
      },
    ],
    ['protocol', { type: 'article-journal', title: 'Lamps and gulls: a cohort study protocol' }],
    ['meta-analysis', { type: 'article-journal', title: 'Lamps: a cohort study and meta-analysis' }],
    ['study', { type: 'article-journal', title: 'Correction for multiple testing in counts of gulls' }],
    ['study', { type: 'article-journal', title: 'Correction of anaemia in gulls' }],
    ['document', { type: 'article-journal', title: 'Correction for Tarn et al., Lamps and gulls' }],
    ['document', { type: 'article-journal', title: 'Retraction of “Lamps and gulls”' }],
    ['document', { type: 'article-journal', title: 'Notice of Retraction: Lamps and gulls' }],
    ['document', { type: 'article-journal', title: 'Editorial Expression of Concern: Lamps' }],
    ['document', { type: 'article-journal', title: 'Publisher’s Correction' }],
    ['document', { type: 'article-journal', title: 'Department of Error' }],
    ['cohort', { type: 'article-journal', title: 'Lamps and sleep of gulls: a prospective cohort study' }],
    [
      'cohort',
      { type: 'article-journal', publicationTypes: ['Journal Article'], subjects: ['Gulls', 'Cohort Studies'] },
    ],
    ['case-control', { type: 'article-journal', title: 'Lamps and sleep: a nested case–control study' }],
    ['cross-sectional', { type: 'article-journal', title: 'Sleep of gulls: a cross-sectional survey' }],
    ['qualitative', { type: 'article-journal', title: 'How keepers see gulls: a qualitative interview study' }],
    ['qualitative', { type: 'article-journal', subjects: ['Qualitative Research'] }],
    ['case-report', { type: 'article-journal', publicationTypes: ['Case Reports', 'Journal Article'] }],
    ['case-report', { type: 'article-journal', title: 'A gull asleep: case report' }],
    ['trial', { publicationTypes: ['Randomized Controlled Trial'], subjects: ['Prospective Studies'] }],
    ['meta-analysis', { type: 'article-journal', title: 'Lamps: a meta-analysis of cohort studies' }],
    ['protocol', { type: 'article-journal', title: 'Lamps and sleep: protocol for a cohort study' }],
    ['study', { type: 'article-journal', title: 'The Danish cohort of lamps' }],
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
    expect(kindOf(ground).kind).toBe(kind);
  });

  it.each<[KindGround, KindSigns]>([
    [{ by: 'type', words: 'Randomized Controlled Trial' }, { publicationTypes: ['Randomized Controlled Trial'] }],
    [
      { by: 'title', words: 'randomised controlled trial' },
      { type: 'article-journal', title: 'Lamps: a randomised controlled trial' },
    ],
    [
      { by: 'subject', words: 'Cohort Studies' },
      { type: 'article-journal', publicationTypes: ['Journal Article'], subjects: ['Gulls', 'Cohort Studies'] },
    ],
    [
      { by: 'container', words: 'Cochrane Database of Systematic Reviews' },
      { type: 'article-journal', container: 'Cochrane Database of Systematic Reviews' },
    ],
    [
      { by: 'form', words: 'article-journal' },
      { type: 'article-journal', title: 'Lamps' },
    ],
    [
      { by: 'form', words: 'thesis' },
      { type: 'thesis', title: 'A systematic review of lamps' },
    ],
  ])('is told by %j', (ground, signs) => {
    expect(kindOf(signs).ground).toEqual(ground);
  });

  it('has no ground where nothing is known', () => {
    expect(kindOf({})).toEqual({ kind: 'document' });
  });

  it('is the most telling of those that several records give', () => {
    expect(strongest(['study', 'trial', undefined])).toBe('trial');
    expect(strongest(['trial', 'protocol'])).toBe('protocol');
    expect(strongest([])).toBe('document');
  });
});
