import { describe, expect, it } from 'vitest';
import type { Work } from '../model/work';
import { matchReference } from './match-reference';

function work(
  title: string,
  more: { names?: string; year?: number; venue?: string; doi?: string; preprint?: boolean } = {},
): Work {
  const { names = '', year, venue, doi, preprint } = more;
  return {
    csl: {
      id: title,
      type: preprint ? 'article' : 'article-journal',
      title,
      ...(names && { author: names.split(' ').map((family) => ({ family })) }),
      ...(year && { issued: { 'date-parts': [[year]] } }),
      ...(venue && { 'container-title': venue }),
      ...(doi && { DOI: doi }),
    },
    ids: doi ? [{ scheme: 'doi', value: doi }] : [],
    kind: preprint ? 'preprint' : 'study',
    abstract: [],
    notices: [],
    freeCopies: [],
    provenance: {},
  };
}

const LAMPS = 'White lamps and the sleep of gulls';
const OF_TARN = work(LAMPS, { names: 'Tarn Weld', year: 2012, venue: 'Annals of Harbour Birds' });

describe('a printed reference', () => {
  it.each([
    ['Vancouver', `Tarn A, Weld B. ${LAMPS}. Ann Harb Birds. 2012;4(2):1-9.`],
    ['APA', `Tarn, A., & Weld, B. (2012). ${LAMPS}. Annals of Harbour Birds, 4(2), 1–9.`],
    ['IEEE', `A. Tarn and B. Weld, “${LAMPS},” Ann. Harb. Birds, vol. 4, no. 2, pp. 1–9, 2012.`],
    ['another spelling', 'Tarn A, Weld B. White-lamps and the sleep of Gulls. Ann Harb Birds. 2012;4(2):1-9.'],
    ['the year online', `Tarn A, Weld B. ${LAMPS}. Ann Harb Birds. 2011;4(2):1-9.`],
    ['a title alone', LAMPS],
    ['a title and a year', `${LAMPS}. 2012.`],
  ])('is believed to be the work it names: %s', (_style, text) => {
    expect(matchReference(text, [work('Gulls', { names: 'Tarn', year: 2012 }), OF_TARN])).toEqual({
      work: OF_TARN,
      believed: true,
    });
  });

  it.each([
    ['by other people', `Lark G. ${LAMPS}. Ann Harb Birds. 2012;4(2):1-9.`],
    ['of another year', `Tarn A, Weld B. ${LAMPS}. Ann Harb Birds. 2019;4(2):1-9.`],
    ['with more of a title', `Tarn A, Weld B. ${LAMPS} that were never counted. Ann Harb Birds. 2012;4(2):1-9.`],
    ['about it', `Tarn A, Weld B. Comment on ${LAMPS}. Ann Harb Birds. 2012;4(2):1-9.`],
    ['of a preprint', `Tarn A, Weld B. ${LAMPS}. bioRxiv preprint. 2012.`],
    ['with another DOI', `Tarn A, Weld B. ${LAMPS}. Ann Harb Birds. 2012;4:1-9. doi:10.5555/ibid.other`],
  ])('is only a candidate for a work of its title where it is %s', (_why, text) => {
    const named = { ...OF_TARN, ids: [{ scheme: 'doi' as const, value: '10.5555/ibid.lamps' }] };
    expect(matchReference(text, [named])?.believed).toBe(false);
  });

  it('is nothing that was found where no title is in it', () => {
    expect(matchReference('Tarn A. The cheese of terns. J Cheese. 2012;1:1.', [OF_TARN])).toBeUndefined();
    expect(matchReference('', [OF_TARN])).toBeUndefined();
    expect(matchReference(LAMPS, [])).toBeUndefined();
  });

  it('tells the preprint from the article of one title', () => {
    const preprint = work(LAMPS, { names: 'Tarn Weld', year: 2011, preprint: true });
    const both = [preprint, OF_TARN];
    const article = `Tarn A, Weld B. ${LAMPS}. Annals of Harbour Birds. 2012;4(2):1-9.`;
    expect(matchReference(article, both)).toEqual({ work: OF_TARN, believed: true });
    expect(matchReference(article, [preprint])).toEqual({ work: preprint, believed: false });
    expect(matchReference(`Tarn A, Weld B. ${LAMPS}. bioRxiv. 2011.`, both)).toEqual({
      work: preprint,
      believed: true,
    });
  });

  it('does not choose between works of one title by different people where it names none', () => {
    const others = work(LAMPS, { names: 'Lark', year: 2012 });
    expect(matchReference(LAMPS, [OF_TARN, others])?.believed).toBe(false);
    expect(matchReference(`Lark G. ${LAMPS}. J Birds. 2012;1:1-2.`, [OF_TARN, others])).toEqual({
      work: others,
      believed: true,
    });
  });

  it.each([
    ['a reply', `Tarn A. Reply to Lark: ${LAMPS}. Annals of Harbour Birds. 2012;4:90.`],
    ['a comment by the same people', `Tarn A, Weld B. Comment on: ${LAMPS}. Annals of Harbour Birds. 2012;4:90.`],
    ['a correction', `Tarn A, Weld B. Erratum to: ${LAMPS}. Annals of Harbour Birds. 2012;4:90.`],
    ['a retraction notice', `Tarn A, Weld B. Retraction: ${LAMPS}. Annals of Harbour Birds. 2012;4:90.`],
    ['a later part', `Tarn A, Weld B. ${LAMPS}: a follow-up. Annals of Harbour Birds. 2012;4:90.`],
    ['a protocol', `Tarn A, Weld B. ${LAMPS}: protocol of a trial. Annals of Harbour Birds. 2011;4:90.`],
    ['a printing in another place', `Tarn A, Weld B. ${LAMPS}. Vogelwarte. 2012;9(1):90-99.`],
  ])('is not believed to be a study where it names %s', (_what, text) => {
    const placed = { ...OF_TARN, csl: { ...OF_TARN.csl, volume: '4', page: '1-9' } };
    expect(matchReference(text, [placed])?.believed).not.toBe(true);
  });

  it.each([
    ['its protocol', work(`${LAMPS}: study protocol`, { names: 'Tarn Weld', year: 2012, venue: 'Ann Harb Birds' })],
    ['a notice of its title', { ...OF_TARN, kind: 'document' as const }],
    [
      'its data',
      {
        ...work(LAMPS, { names: 'Tarn Weld', year: 2012 }),
        csl: { ...OF_TARN.csl, 'container-title': 'Gull Data', type: 'dataset' },
      },
    ],
  ])('is not believed to name %s', (_what, other) => {
    const text = `Tarn A, Weld B. ${LAMPS}. Ann Harb Birds. 2012;4(2):1-9.`;
    expect(matchReference(text, [other])?.believed).not.toBe(true);
    expect(matchReference(text, [other, OF_TARN])).toEqual({ work: OF_TARN, believed: true });
  });

  const printed = (type: string, more: object = {}): Work => {
    const { csl, ...rest } = OF_TARN;
    return { ...rest, csl: { ...csl, type, volume: '12', issue: '3', page: '131-137', ...more } };
  };

  it.each([
    ['a meeting’s abstract', '[abstract]. Proceedings of the Harbour Congress 2012; S44.', printed('article-journal')],
    ['a supplement', 'Annals of Harbour Birds 2012;12(Suppl 1):S44.', printed('article-journal')],
    ['a thesis', '[PhD thesis]. Quay University; 2012.', printed('article-journal')],
    ['a poster', '[poster]. Harbour Symposium; 2012.', printed('article-journal')],
    ['another edition, in words', 'Second edition. Quay Press; 2012.', printed('book', { edition: '3' })],
  ])('is not believed to be a work of its title and people where it is of %s', (_form, place, found) => {
    expect(matchReference(`Tarn A, Weld B. ${LAMPS}. ${place}`, [found])?.believed ?? false).toBe(false);
  });

  it.each([
    [
      'a journal of proceedings',
      'Proc Natl Acad Sci U S A. 2012.',
      { 'container-title': 'Proceedings of the National Academy of Sciences' },
    ],
    ['its own supplement', 'Annals of Harbour Birds 2012;12 Suppl 1:S44-9.', { issue: 'Suppl 1', page: 'S44-S49' }],
  ])('is believed where it is of %s', (_form, place, more) => {
    const found = printed('article-journal', more);
    expect(matchReference(`Tarn A, Weld B. ${LAMPS}. ${place}`, [found])?.believed).toBe(true);
  });

  it('to a chapter is not believed to be the book that it is in', () => {
    const text =
      'Lark C. Lamps. In: Tarn A, Weld B, editors. White lamps and the sleep of gulls. Quay Press; 2012. p. 3-9.';
    expect(matchReference(text, [printed('book')])?.believed ?? false).toBe(false);
    const [itself] = text.split('In: ').slice(1);
    expect(matchReference(itself!, [printed('book')])?.believed).toBe(true);
  });

  it('finds a work that was retracted after it was cited', () => {
    for (const title of [`RETRACTED ARTICLE: ${LAMPS}`, `[Retracted] ${LAMPS}`, `${LAMPS} (Retracted)`]) {
      const retracted = work(title, { names: 'Tarn Weld', year: 2012, venue: 'Annals of Harbour Birds' });
      const text = `Tarn A, Weld B. ${LAMPS}. Ann Harb Birds. 2012;4(2):1-9.`;
      expect(matchReference(text, [retracted]), title).toEqual({ work: retracted, believed: true });
    }
  });

  it('tells the parts of one main title apart, and a record without the subtitle from neither', () => {
    const part = work('Lamps and gulls in harbours: part 1', { names: 'Tarn', year: 2012, venue: 'Harbour Birds' });
    const main = work('Lamps and gulls in harbours', { names: 'Tarn', year: 2012, venue: 'Harbour Birds' });
    const text = 'Tarn A. Lamps and gulls in harbours: part 2. Harbour Birds. 2012;4(2):1-9.';
    expect(matchReference(text, [part])?.believed).toBe(false);
    expect(matchReference(text, [main])?.believed).toBe(false);
    expect(matchReference(text.replace('part 2', 'what they eat'), [main])?.believed).toBe(true);
  });

  it('does not take a heading that thousands have for a title', () => {
    const other = work('Editorial', { names: 'Tarn', year: 2012, venue: 'The Lark' });
    const text = 'Tarn A. Editorial. Annals of Harbour Birds. 2012;4:1.';
    expect(matchReference(text, [other])?.believed).toBe(false);
    const named = work('Editorial', { names: 'Tarn', year: 2012, venue: 'Annals of Harbour Birds' });
    expect(matchReference(text, [named])?.believed).toBe(true);
  });

  it('does not choose between printings of other years where only the title is printed', () => {
    const later = work(LAMPS, { names: 'Tarn Weld', year: 2019, venue: 'Vogelwarte' });
    expect(matchReference(LAMPS, [OF_TARN, later])?.believed).toBe(false);
  });

  it('is known by its DOI whatever else is missing', () => {
    const named = work('Gulls', { doi: '10.5555/ibid.gulls' });
    expect(matchReference('Tarn A. Gulls. 1999. doi:10.5555/ibid.gulls', [named])?.believed).toBe(true);
  });
});
