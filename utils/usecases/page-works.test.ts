import { describe, expect, it, vi } from 'vitest';
import type { Citation } from '../model/citation';
import type { Outline } from '../model/outline';
import { citedWorks, createPageReader, keysOfPage } from './page-works';

const doi = (value: string) => ({ scheme: 'doi', value: `10.5555/${value}` }) as const;
const citation = (more: Partial<Citation>): Citation => ({
  kind: 'marker',
  label: '1',
  identifiers: [],
  confidence: 1,
  ...more,
});
const outline = (...citations: Citation[]): Outline => ({
  says: { url: 'https://a.example/', names: [] },
  title: 'A page',
  settled: true,
  works: citations.map((one, index) => ({ citation: one, places: [index + 1, index + 9] })),
  order: [],
  missing: [],
});

describe('the works that a frame cites', () => {
  it.each([
    ['its identifiers', citation({ identifiers: [doi('a')], url: 'https://a.example/x' }), ['doi:10.5555/a']],
    [
      'the identifiers of its entry',
      citation({ reference: { text: 'Tarn 2012', identifiers: [doi('b')] } }),
      ['doi:10.5555/b'],
    ],
    ['its printed entry', citation({ reference: { text: 'Tarn, 2012.', identifiers: [] } }), ['text:tarn 2012']],
  ])('are sought in the library by %s', (_name, one, keys) => {
    expect(citedWorks(3, outline(one), createPageReader(0))[0]).toMatchObject({
      keys,
      places: [
        { frameId: 3, number: 1 },
        { frameId: 3, number: 9 },
      ],
    });
  });

  it('always have a title, and each is read once however often the page tells of it', () => {
    const read = createPageReader(0);
    const [first] = citedWorks(0, outline(citation({ url: 'https://a.example/x' })), read);
    const [again] = citedWorks(0, outline(citation({ url: 'https://a.example/x' })), vi.fn(read));
    expect(first?.work.csl.title).toBe('https://a.example/x');
    expect(again?.work).toBe(first?.work);
  });
});

it('a page is known by its address and by the work it says to be', () => {
  const names = [{ name: 'citation_doi', content: '10.5555/page' }];
  expect(keysOfPage({ url: 'https://www.a.example/p?utm_source=x#top', names })).toEqual([
    'url:https://www.a.example/p?utm_source=x',
    'clean:a.example/p',
    'doi:10.5555/page',
  ]);
});
