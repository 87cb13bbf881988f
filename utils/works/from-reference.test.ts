import { describe, expect, it } from 'vitest';
import { workFromReference } from './from-reference';

const csl = (referenceText: string) => workFromReference({ identifiers: [], referenceText }, 7).csl;

describe('the title in a printed reference', () => {
  it.each([
    [
      'Tarn, A., & Weld, B. (2012). White lamps and sleeping gulls. Annals of Harbour Birds, 4(1), 1–9.',
      'White lamps and sleeping gulls',
    ],
    ['Tarn, A. (2012a). Do gulls sleep under lamps? Annals of Harbour Birds.', 'Do gulls sleep under lamps?'],
    ['Tarn A, Weld B. White lamps and sleeping gulls. Ann Harb Birds. 2012;4:1–9.', 'White lamps and sleeping gulls'],
    [
      'Tarn A, Weld B, Moor C: White lamps and sleeping gulls. Ann Harb Birds 2012, 4:1-9.',
      'White lamps and sleeping gulls',
    ],
    ['A. Tarn, "White lamps and sleeping gulls," Ann. Harb. Birds, vol. 4, 2012.', 'White lamps and sleeping gulls'],
    [
      'Tarn, Ada. “White Lamps and Sleeping Gulls.” Annals of Harbour Birds 4 (2012): 1–9.',
      'White Lamps and Sleeping Gulls',
    ],
    ['See above.', undefined],
    ['Ann. Harb. Birds 4, 1 (2012)', undefined],
    ['', undefined],
  ])('%j', (reference, title) => {
    expect(csl(reference).title).toBe(title);
  });
});

describe('the year in a printed reference', () => {
  it.each([
    ['Tarn, A. (2012). Lamps of 1950.', 2012],
    ['Tarn A. Lamps. Ann Harb Birds. 2012;4:1–9.', 2012],
    ['Tarn A. Lamps. 2012;1999–2005. https://doi.org/10.5555/x.2015', 2012],
    ['Tarn A. Lamps of 1950. 2012.', undefined],
    ['Tarn A. Lamps.', undefined],
  ])('%j', (reference, year) => {
    expect(csl(reference).issued?.['date-parts']?.[0]?.[0]).toBe(year);
  });
});

describe('a work known from the page alone', () => {
  it('has what the page says, from the page, and nothing else', () => {
    const work = workFromReference(
      {
        identifiers: [{ scheme: 'doi', value: '10.5555/gulls' }],
        referenceText: 'Tarn, A. (2012). White lamps and sleeping gulls. Harbour Birds.',
        url: 'https://doi.org/10.5555/gulls',
      },
      7,
    );
    expect(work.csl).toEqual({
      id: 'doi:10.5555/gulls',
      type: 'document',
      title: 'White lamps and sleeping gulls',
      author: [{ family: 'Tarn', given: 'A.' }],
      'container-title': 'Harbour Birds',
      issued: { 'date-parts': [[2012]] },
      URL: 'https://doi.org/10.5555/gulls',
      DOI: '10.5555/gulls',
    });
    expect(new Set(Object.values(work.provenance).map(({ source, at }) => `${source} ${at}`))).toEqual(
      new Set(['page 7']),
    );
  });

  it('has no title where the page has none, and no address that is not of the web', () => {
    const work = workFromReference({ identifiers: [], url: 'javascript:alert(1)' }, 7);
    expect(work.csl).toEqual({ id: 'page:', type: 'document' });
    expect(work.kind).toBe('document');
  });
});
