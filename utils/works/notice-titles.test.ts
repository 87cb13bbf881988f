import { describe, expect, it } from 'vitest';
import { isNoticeTitle, noticeFromAbstract, noticeFromTitle, titleBefore } from './notice-titles';

describe('the title of a work', () => {
  it.each([
    ['RETRACTED: Lamps and gulls', 'retraction'],
    ['Retracted Article: Lamps and gulls', 'retraction'],
    ['RETRACTED ARTICLE: Lamps and gulls', 'retraction'],
    ['RETRACTED CHAPTER: Lamps and gulls', 'retraction'],
    ['Article retracted: Lamps and gulls', 'retraction'],
    ['Retracted and replaced: Lamps and gulls', 'retraction'],
    ['[RETRACTED] Lamps and gulls', 'retraction'],
    ['[Retracted]: Lamps and gulls', 'retraction'],
    ['RETRACTED – Lamps and gulls', 'retraction'],
    ['RETRACTED ARTICLE Lamps and gulls', 'retraction'],
    ['Lamps and gulls [Retracted]', 'retraction'],
    ['(Retracted) Lamps and gulls', 'retraction'],
    ['Lamps and gulls (Retracted article. See vol. 3, pg. 4, 2012)', 'retraction'],
    ['Lamps and gulls – RETRACTED', 'retraction'],
    ['Lamps and gulls - RETRACTED ARTICLE', 'retraction'],
    ['WITHDRAWN: Lamps for gulls', 'withdrawal'],
    ['[WITHDRAWN] Lamps for gulls', 'withdrawal'],
    ['Lamps for gulls (WITHDRAWN)', 'withdrawal'],
    ['Withdrawn Preprint: Lamps for gulls', 'withdrawal'],
    ['WITHDRAWN — Administrative Duplicate Publication: Lamps for gulls', 'withdrawal'],
    ['WITHDRAWN by the authors: Lamps for gulls', 'withdrawal'],
    ['REMOVED: Lamps for gulls', 'withdrawal'],
    ['TEMPORARY REMOVAL: Lamps for gulls', 'withdrawal'],
    ['Notice of Violation of IEEE Publication Principles: Lamps for gulls', 'concern'],
    ['Why gulls were retracted', undefined],
    ['Removed lamps for gulls', undefined],
    ['Retracted potential of lamps', undefined],
    ['Retracted articles: how gulls cite them', undefined],
    ['A study of retracted articles', undefined],
    ['Citing of articles [retracted articles] by gulls', undefined],
    ['Retraction: Lamps and gulls', undefined],
    ['Withdrawn gulls under lamps', undefined],
  ])('%j says %s of it', (title, kind) => {
    expect(noticeFromTitle(title, 'x')?.kind).toBe(kind);
    expect(isNoticeTitle(title)).toBe(title.startsWith('Retraction:'));
    if (kind) expect(titleBefore(title)).toMatch(/^Lamps (?:and|for) gulls$/);
  });

  it('in proceedings, which print no notices, is marked with the words of one', () => {
    const title = 'Notice of Retraction: Lamps and gulls';
    expect(noticeFromTitle(title, 'x', 'paper-conference')?.kind).toBe('retraction');
    expect(isNoticeTitle(title, 'paper-conference')).toBe(false);
    expect(noticeFromTitle(title, 'x', 'article-journal')).toBeUndefined();
    expect(isNoticeTitle(title, 'article-journal')).toBe(true);
  });
});

describe('the title of a notice', () => {
  it.each([
    'Retraction: Lamps and gulls',
    'Retraction to: Lamps and gulls',
    'Retraction Note: Lamps and gulls',
    'Retraction Note to: Lamps and gulls',
    'Retraction notice to “Lamps and gulls” [Ann. Gulls 12 (2012) 1–9]',
    'Retraction of “Lamps and gulls”',
    'Retraction of Tarn et al. Lamps and gulls',
    'Retraction of: Lamps and gulls. Ann Gulls 2012;12:1-9',
    'Retraction for Tarn et al., Lamps and gulls',
    'RETRACTION: Lamps and gulls',
    'Retraction Statement: Lamps and gulls',
    'Statement of Retraction: Lamps and gulls',
    'Notice of Retraction: Lamps and gulls',
    'Notice of Retraction. Tarn A. Lamps and gulls',
    'Notice of Retraction and Replacement. Tarn A. Lamps and gulls',
    'Partial Retraction: Lamps and gulls',
    'Editorial Retraction: Lamps and gulls',
    'Retraction',
    'Withdrawal notice to: Lamps and gulls',
    'Withdrawal: “Lamps and gulls”',
    'Notice of Withdrawal: Lamps and gulls',
    'Removal notice to “Lamps and gulls”',
    'Reinstatement: Lamps and gulls',
    'Expression of Concern: Lamps and gulls',
    'Expression of Concern for Tarn et al., Lamps and gulls',
    'Editorial Expression of Concern: Lamps',
    'Editorial Note: Expression of Concern: Lamps and gulls',
    'Editor’s Note of Concern: Lamps and gulls',
    'Notice of Expression of Concern: Lamps and gulls',
    'Correction: Lamps and gulls',
    'Correction to: Lamps and gulls',
    'Correction to “Lamps and gulls”',
    'Correction for Tarn et al., Lamps and gulls',
    'Correction',
    'Corrections and Clarifications',
    'Author Correction: Lamps and gulls',
    'Publisher Correction: Lamps and gulls',
    'Publisher’s Note: Lamps and gulls',
    'Publisher Erratum: Lamps and gulls',
    'Corrigendum to “Lamps and gulls” [Ann. Gulls 12 (2012) 1–9]',
    'Corrigendum: Lamps and gulls',
    'Corrigendum and Addendum: Lamps and gulls',
    'Erratum to: Lamps and gulls',
    'ERRATUM: Lamps and gulls',
    'Erratum: Lamps and gulls (Ann Gulls (2012) 12 (1-9))',
    'Errata',
    'Addendum: Lamps and gulls',
    'Amendments: Author Correction: Lamps and gulls',
    'Clarification: Lamps and gulls',
    'Department of Error',
    'Berichtigung: Lampen und Möwen',
    'Erratum zu: Lampen und Möwen',
    'Rétractation : Lampes et mouettes',
    'Fe de erratas: Lámparas y gaviotas',
  ])('%j is one', (title) => {
    expect(isNoticeTitle(title)).toBe(true);
    expect(noticeFromTitle(title, 'x')).toBeUndefined();
  });

  it.each([
    'Withdrawal: what gulls go through without lamps',
    'Withdrawal of lamps from gulls: a randomised trial',
    'Retraction of landing gear by gulls',
    'Retractions of articles on gulls',
    'Retraction of the eyelid in gulls',
    'Correction of anaemia in gulls',
    'Correction for multiple testing in counts of gulls',
    'Corrections officers and gulls',
    'Corrective lenses for gulls',
    'Expressions of concern in letters of gulls',
    'Expression of concern proteins in gulls',
    'Amendment of the Lamps Act and gulls',
    'Clarification of beer with gulls',
    'Publisher notes on gulls',
    'Reinstatement of extinguished fear in gulls',
    'Addenda of lamps',
    'Error in counts of gulls',
  ])('%j is none', (title) => {
    expect(isNoticeTitle(title)).toBe(false);
    expect(noticeFromTitle(title, 'x')).toBeUndefined();
  });
});

it.each([
  ['This article has been retracted: please see the policy on withdrawal.', 'retraction'],
  ['This manuscript has been withdrawn by the authors.', 'withdrawal'],
  ['The authors have withdrawn this manuscript owing to errors. They do not wish it to be cited.', 'withdrawal'],
  ['The authors have retracted this article.', 'retraction'],
  ['This preprint was withdrawn.', 'withdrawal'],
  ['This article (Lamps) has been temporarily removed.', 'withdrawal'],
  ['This study has been designed to see gulls withdrawn from lamps.', undefined],
  ['This article is about gulls that were withdrawn.', undefined],
  ['The article by Tarn has been retracted.', undefined],
  ['Gulls were withdrawn from this study.', undefined],
])('an abstract that begins %j says %s of its work', (opening, kind) => {
  expect(noticeFromAbstract(opening, 'x')?.kind).toBe(kind);
});
