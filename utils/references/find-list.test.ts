import { describe, expect, it } from 'vitest';
import { type CandidateList, listVerdict } from './find-list';

const ENTRIES = [
  'Tarn, A., & Weld, B. (2012). White lamps and sleeping gulls. Annals of Harbour Birds, 4(1), 1–9.',
  'Moor C. Gulls at night. Birds. 2011;6:1–9. doi:10.5555/night',
  'Weld, B. (2010). Lamps at home. Gull Press.',
  'Fern, D. “Red Lamps.” Journal of Lamps 4 (2009): 1–9.',
];
const NEWS = [
  'Harbour opens again after storm, by A. Tarn, 12 March 2021',
  'Lamps stolen from pier, by B. Weld, 11 March 2021',
  'Gulls return, by C. Moor, 10 March 2021',
  'Market report, by D. Fern, 9 March 2021',
];
const LINKS = ['About the harbour', 'How to find us', 'Opening hours', 'Prices and tickets'];
const ADDRESSES = ['https://harbour.example/lamps', 'https://gulls.example/a/2', 'www.lamps.example'];
const INSTITUTIONS = [
  'State Laboratory of Lamps, 10115 Quay, Norland',
  'Institute of Gulls, University of Quay, Norland',
];
const NOTES = [
  'The harbour was then a village.',
  'Here and below, lamps are oil lamps unless the text says otherwise.',
  'Weld thought so, too; but see Moor 2011.',
];
const list = (part: Partial<CandidateList>): CandidateList => ({
  heading: '',
  hints: '',
  items: [],
  linked: 0,
  ...part,
});

describe('a list', () => {
  it.each([
    ['with a heading', list({ heading: 'References', items: ENTRIES }), 'bibliography'],
    ['in German', list({ heading: 'Literaturverzeichnis', items: ENTRIES }), 'bibliography'],
    [
      'in Chinese',
      list({ heading: '参考文献', items: ['王伟. 灯与海鸥[J]. 海鸥学报, 2012.', '李娜. 海鸥学. 北京, 2010.'] }),
      'bibliography',
    ],
    ['with a class alone', list({ hints: 'ol ref-list', items: ENTRIES }), 'bibliography'],
    ['by its looks alone', list({ items: ENTRIES }), 'bibliography'],
    [
      'with a role, whatever it looks like',
      list({ hints: 'doc-bibliography', items: ['One.', 'Two.', 'Three.'] }),
      'bibliography',
    ],
    ['of one entry under its heading', list({ heading: 'Reference', items: ENTRIES.slice(0, 1) }), 'bibliography'],
    [
      'of web pages that were read on a day',
      list({ heading: 'References', items: NEWS.map((item) => `${item}. Retrieved 2 May 2021`) }),
      'bibliography',
    ],
    ['of remarks', list({ heading: 'Notes', hints: 'footnotes', items: NOTES }), 'notes'],
    ['of entries under Notes', list({ heading: 'Notes', items: ENTRIES }), 'bibliography'],
    ['of films', list({ heading: 'Filmography', items: ENTRIES }), 'none'],
    ['of news', list({ items: NEWS }), 'none'],
    ['of news in a box of news', list({ hints: 'latest-news', items: NEWS, linked: 0.8 }), 'none'],
    ['of links', list({ items: LINKS, linked: 1 }), 'none'],
    ['of links under Sources', list({ heading: 'Sources', items: LINKS, linked: 1 }), 'none'],
    [
      'of contents',
      list({ hints: 'toc', items: ['1 Introduction', '2 Methods', '3 Results', '4 References'], linked: 1 }),
      'none',
    ],
    [
      'of years',
      list({ heading: 'Publications', items: ['2021 (34)', '2020 (12)', '2019 (9)', '2018 (3)'], linked: 0.7 }),
      'none',
    ],
    [
      'of related articles',
      list({ hints: 'related-articles', items: ENTRIES.map((entry) => entry.slice(0, 60)), linked: 1 }),
      'none',
    ],
    ['of paragraphs', list({ items: NOTES }), 'none'],
    ['of addresses under Sources', list({ heading: 'Sources', items: ADDRESSES, linked: 1 }), 'bibliography'],
    ['of addresses in lines with numbers', list({ hints: 'p bibitem', items: ADDRESSES, linked: 1 }), 'bibliography'],
    ['of addresses alone', list({ items: ADDRESSES, linked: 1 }), 'none'],
    ['of institutions with raised numbers', list({ hints: 'p doc-endnotes', items: INSTITUTIONS }), 'none'],
    ['of nothing', list({ heading: 'References' }), 'none'],
  ])('%s', (_name, candidate, kind) => {
    expect(listVerdict(candidate).kind).toBe(kind);
  });

  it('is surer where more speaks for it', () => {
    const sure = (part: Partial<CandidateList>) => listVerdict(list({ items: ENTRIES, ...part })).confidence;
    expect(sure({ heading: 'References', hints: 'ref-list' })).toBeGreaterThan(sure({ heading: 'References' }));
    expect(sure({ heading: 'References' })).toBeGreaterThan(sure({}));
    expect(listVerdict(list({})).confidence).toBe(0);
  });

  it.each(['a ', '1', '12 ', 'may 1', '(', 'references ', '“a'])('of %j many times over is short work', (piece) => {
    const long = piece.repeat(50_000);
    expect(listVerdict(list({ heading: long, hints: long, items: [long, long] })).kind).toBeTypeOf('string');
  });
});
