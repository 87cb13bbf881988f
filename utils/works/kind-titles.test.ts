import { expect, it } from 'vitest';
import type { WorkKind } from '../model/work';
import { type KindSigns, kindOf } from './kind';

const journal = (title: string, more: KindSigns = {}): KindSigns => ({ type: 'article-journal', title, ...more });

it.each<[WorkKind, KindSigns]>([
  // Reviews.
  ['scoping-review', journal('Lamps for roosting gulls: a scoping review')],
  [
    'scoping-review',
    journal('Lamps for roosting gulls: a scoping review', { publicationTypes: ['Systematic Review'] }),
  ],
  ['scoping-review', journal('Lamps', { publicationTypes: ['Scoping Review', 'Journal Article'] })],
  ['systematic-review', journal('Lamps for gulls: an umbrella review of meta-analyses')],
  ['systematic-review', journal('Interventions for gulls: an overview of systematic reviews')],
  ['systematic-review', journal('How gulls live with lamps: a meta-ethnography')],
  ['systematic-review', journal('Keepers and gulls: a qualitative evidence synthesis')],
  ['systematic-review', journal('Lamps: systematic literature search and review')],
  ['systematic-review', journal('Lamps and sleep: a systematic and critical review')],
  ['systematic-review', journal('We systematically reviewed gulls: a systematic review of lamps')],
  ['review', journal('Systematic desensitisation of gulls: a review')],
  ['review', journal('Lamps in harbours: a rapid review')],
  ['review', journal('Lamps in harbours: a realist review')],
  ['review', journal('Lamps', { publicationTypes: ['Journal Article', 'Review'] })],
  ['meta-analysis', journal('Lamps: a network meta-analysis')],
  ['meta-analysis', journal('Lamps', { publicationTypes: ['Network Meta-Analysis'] })],
  ['meta-analysis', journal('Lamps: an individual participant data meta-analysis of randomised trials')],
  ['meta-analysis', journal('Lamps for gulls: two systematic reviews and meta-analyses')],
  ['study', journal('Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement')],
  ['study', journal('Registration of systematic reviews of gulls, 2010 to 2020')],
  ['cross-sectional', journal('Quality of systematic reviews of gulls: a cross-sectional study')],
  ['study', journal('How to read a systematic review')],
  ['study', journal('Gulls in wards: a retrospective chart review')],
  ['study', journal('Gulls in wards: a chart review')],
  // Trials, and what is written about them.
  ['trial', journal('Lamps for gulls: a stepped-wedge trial')],
  ['trial', journal('Lamps for gulls: a double-blind, placebo-controlled crossover study')],
  ['trial', journal('Lamps for gulls: an open-label, phase 2 study')],
  ['trial', journal('Feasibility randomised controlled trial of lamps')],
  ['trial', journal('Lamps', { publicationTypes: ['Letter', 'Randomized Controlled Trial'] })],
  ['trial', journal('Lamps', { publicationTypes: ['Pragmatic Clinical Trial'] })],
  ['study', journal('Why randomised controlled trials of gulls fail')],
  ['study', journal('Economic evaluation of lamps alongside a randomised controlled trial')],
  ['study', journal('Predictors of sleep: secondary analysis of a randomised controlled trial')],
  ['study', journal('Recruitment to a randomised trial of lamps: lessons learned')],
  ['qualitative', journal('Recruitment to a randomised trial of lamps: a qualitative study')],
  ['study', journal('Lamps and gulls: a Mendelian randomization analysis')],
  ['study', journal('Light and gulls: an interrupted time series')],
  // Plans.
  ['protocol', journal('Protocol for a systematic review of lamps')],
  ['protocol', journal('Lamps for gulls: study protocol for a cluster randomised trial')],
  ['protocol', journal('Rationale and design of the LAMP trial')],
  ['protocol', journal('Lamps for gulls: statistical analysis plan for a randomised trial')],
  ['protocol', journal('Lamps', { publicationTypes: ['Clinical Trial Protocol', 'Journal Article'] })],
  ['study', journal('Validation of a protocol for a rapid test of lamps')],
  ['study', journal('Two protocols for lighting lamps compared')],
  // Other designs.
  ['cohort', journal('Cohort profile: the Harbour Gull Cohort')],
  ['cohort', journal('Lamps and death of gulls: a registry-based cohort study')],
  ['study', journal('Gulls under lamps: a mixed-methods study with qualitative interviews')],
  ['study', journal('A quantitative and qualitative study of gulls')],
  ['case-report', journal('Gulls blinded by lamps: a case series')],
  ['case-report', journal('Lamp blindness: report of seven cases')],
  ['case-report', journal('A rare case of lamp blindness')],
  ['case-report', journal('Lamp blindness in a 34-year-old keeper')],
  ['case-report', journal('Lamp blindness', { publicationTypes: ['Case Reports', 'Review'] })],
  ['study', journal('A case study of lamp policy')],
  ['study', journal('The case for lamps')],
  ['study', journal('Lamps', { publicationTypes: ['Journal Article', 'Multicenter Study', 'Observational Study'] })],
  // Guidance.
  ['guideline', journal('Lamps in wards: a position statement')],
  ['guideline', journal('Lamps', { publicationTypes: ['Consensus Statement'] })],
  ['guideline', journal('LAMP 2020 statement: guidelines for reporting of lamps')],
  // What is said about studies.
  ['editorial', journal('Lamps', { publicationTypes: ['Editorial', 'Comment'] })],
  ['editorial', journal('Editorial: who minds the gulls?')],
  ['editorial', journal('Introduction to the special issue on lamps')],
  ['editorial', journal('Foreword')],
  ['commentary', journal('Lamps', { publicationTypes: ['Letter'] })],
  ['commentary', journal('Lamps', { publicationTypes: ['letter'] })],
  ['commentary', journal('Lamps', { publicationTypes: ['article-commentary'] })],
  ['commentary', journal('Comment on: Lamps and gulls')],
  ['commentary', journal('Re: Lamps and gulls: a randomized controlled study')],
  ['commentary', journal('Letter to the editor: lamps')],
  ['commentary', journal('Commentary on Tarn et al. (2012): lamps')],
  ['commentary', journal('Lamps and gulls: a commentary')],
  ['commentary', journal('Viewpoint: leave gulls in the dark')],
  ['commentary', journal('Rejoinder: lamps again')],
  ['commentary', journal('Book review: A History of Lamps')],
  ['commentary', { type: 'review', title: 'Review of: Lamps' }],
  ['study', journal('Debate teams and gulls')],
  ['study', journal('Reply rates to letters about gulls')],
  ['document', journal('Ada Tarn', { publicationTypes: ['Biography', 'Historical Article', 'Journal Article'] })],
  ['document', journal('Lamps', { publicationTypes: ['Retraction Notice'] })],
  ['document', journal('Lamps', { publicationTypes: ['Expression of Concern'] })],
  // Tools and data.
  ['method', journal('lampr: an R package for gulls')],
  ['method', journal('Lamper: open-source software for counting gulls')],
  ['method', journal('lamper', { container: 'Journal of Open Source Software' })],
  ['method', journal('A new method for counting gulls')],
  ['dataset', journal('Lamps of all harbours: a global dataset of lights')],
  ['dataset', journal('Lamps of all harbours', { container: 'Scientific Data' })],
  ['study', journal('A method to the madness of gulls')],
  ['trial', journal('LampApp: a smartphone app for keepers: a randomised controlled trial')],
])('%s: %j', (kind, signs) => {
  expect(kindOf(signs).kind).toBe(kind);
});

it('says by which words of a title or of a service it was told', () => {
  expect(kindOf(journal('Gulls: a scoping review')).ground).toEqual({ by: 'title', words: 'scoping review' });
  expect(kindOf(journal('Gulls', { container: 'Scientific Data' })).ground).toEqual({
    by: 'container',
    words: 'Scientific Data',
  });
  expect(kindOf(journal('Gulls', { publicationTypes: ['Letter'] })).ground).toEqual({ by: 'type', words: 'Letter' });
});
