import { describe, expect, it } from 'vitest';
import { parseEntry } from './parse-entry';

/** A parsed entry in one line: authors, year, title, container, volume(issue), pages. */
const said = (reference: string): string => {
  const { authors, isMore, year, suffix, title, in: at } = parseEntry(reference);
  const names = authors.map(({ family, given }) => (given ? `${family}/${given}` : family)).join('; ');
  const place = `${at.container ?? ''} ${at.volume ?? ''}${at.issue ? `(${at.issue})` : ''} ${at.pages ?? ''}`;
  return [names + (isMore ? ' +' : ''), `${year ?? ''}${suffix}`, title ?? '', place.trim()].join(' | ');
};

describe('a printed reference', () => {
  it.each([
    [
      'APA',
      'Tarn, A. B., & van der Weld, B. (2012a). White lamps and sleeping gulls. Annals of Harbour Birds, 4(1), 1–9.',
      'Tarn/A. B.; van der Weld/B. | 2012a | White lamps and sleeping gulls | Annals of Harbour Birds 4(1) 1–9',
    ],
    [
      'APA with a question and a month',
      'O’Tarn, P., & d’Arc, J. (2012, March 4). Do gulls sleep under lamps? Harbour Birds, 4, 1–9.',
      'O’Tarn/P.; d’Arc/J. | 2012 | Do gulls sleep under lamps? | Harbour Birds 4 1–9',
    ],
    [
      'a group',
      'World Harbour Organization. (2010). Report on white lamps. Geneva: Author.',
      'World Harbour Organization | 2010 | Report on white lamps | ',
    ],
    [
      'a chapter',
      'Tarn, A. (2012). White lamps at sea. In B. Weld & C. Moor (Eds.), Handbook of harbour lamps (pp. 12–34). Gull Press.',
      'Tarn/A. | 2012 | White lamps at sea | Handbook of harbour lamps  12–34',
    ],
    [
      'Vancouver',
      'Tarn AB, Weld C, et al. White lamps and sleeping gulls. Ann Harb Birds. 2012;4(2):1–9.',
      'Tarn/AB; Weld/C + | 2012 | White lamps and sleeping gulls | Ann Harb Birds 4(2) 1–9',
    ],
    [
      'BMC',
      'Tarn A, Weld B, Moor C: White lamps and sleeping gulls. Ann Harb Birds 2012, 4:1-9.',
      'Tarn/A; Weld/B; Moor/C | 2012 | White lamps and sleeping gulls | Ann Harb Birds 4 1-9',
    ],
    [
      'Harvard in capitals',
      'TARN, A., WELD, B. and MOOR, C., 2019. White lamps and gulls. Annals of Birds [online], vol. 4, no. 2, pp. 1-9.',
      'TARN/A.; WELD/B.; MOOR/C. | 2019 | White lamps and gulls | Annals of Birds 4(2) 1-9',
    ],
    [
      'Chicago, author and date',
      'Tarn, Ada, and Bert Weld. 2012. “White Lamps and Gulls.” Annals of Harbour Birds 4 (2): 1–9.',
      'Tarn/Ada; Weld/Bert | 2012 | White Lamps and Gulls | Annals of Harbour Birds 4(2) 1–9',
    ],
    [
      'MLA',
      'Tarn, Ada. “White Lamps and Sleeping Gulls.” Annals of Harbour Birds, vol. 4, no. 2, 2012, pp. 1–9.',
      'Tarn/Ada | 2012 | White Lamps and Sleeping Gulls | Annals of Harbour Birds 4(2) 1–9',
    ],
    [
      'IEEE',
      'A. Tarn, B. C. van der Weld, and D. Moor, "White lamps and sleeping gulls," Ann. Harb. Birds, vol. 4, no. 2, pp. 1–9, 2012.',
      'Tarn/A.; van der Weld/B. C.; Moor/D. | 2012 | White lamps and sleeping gulls | Ann. Harb. Birds 4(2) 1–9',
    ],
    [
      'a specification',
      'Tarn, A., Weld, B., and C. Moor, "The Lamp Exchange Protocol", RFC 9999, July 2012.',
      'Tarn/A.; Weld/B.; Moor/C. | 2012 | The Lamp Exchange Protocol | RFC 9999',
    ],
    [
      'an encyclopaedia',
      'Tarn, Ada; Weld, Bert (2012-05-01). "White lamps and gulls". The Harbour. 4 (2): 1–9.',
      'Tarn/Ada; Weld/Bert | 2012 | White lamps and gulls | The Harbour 4(2) 1–9',
    ],
    [
      'given names first',
      'Ada Tarn, et al. “Lamps at Sea.” arXiv preprint (2021).',
      'Tarn/Ada + | 2021 | Lamps at Sea | arXiv preprint',
    ],
    [
      'German',
      'Müller-Lüd, J. und Weiß, K. (2012): Weiße Lampen im Hafen. In: Zeitschrift für Möwen 4, S. 1–9.',
      'Müller-Lüd/J.; Weiß/K. | 2012 | Weiße Lampen im Hafen | Zeitschrift für Möwen 4 1–9',
    ],
    [
      'French',
      'Tarn A., Weld B., 2012, « Des lampes et des mouettes », Revue des ports, vol. 4, n° 2, p. 1-9.',
      'Tarn/A.; Weld/B. | 2012 | Des lampes et des mouettes | Revue des ports 4(2) 1-9',
    ],
    [
      'Brazilian',
      'TARN, A.; WELD, B. Lâmpadas e gaivotas brancas. Anais do Porto, v. 4, n. 2, p. 1-9, 2012.',
      'TARN/A.; WELD/B. | 2012 | Lâmpadas e gaivotas brancas | Anais do Porto 4(2) 1-9',
    ],
    [
      'Spanish',
      'García López, M., y Ruiz, P. (2012). Lámparas blancas y gaivotas. Anales del Puerto, 4(2), 1-9.',
      'García López/M.; Ruiz/P. | 2012 | Lámparas blancas y gaivotas | Anales del Puerto 4(2) 1-9',
    ],
    [
      'Russian',
      'Тарн А. Б., Велд В. В. Лампы и чайки // Птицы гавани. 2012. Т. 4. № 2. С. 1–9.',
      'Тарн/А. Б.; Велд/В. В. | 2012 | Лампы и чайки | Птицы гавани 4(2) 1–9',
    ],
    [
      'Chinese',
      '王伟, 李娜. 灯与海鸥的研究[J]. 海鸥学报, 2012, 4(1): 1-9.',
      '王伟; 李娜 | 2012 | 灯与海鸥的研究 | 海鸥学报 4(1) 1-9',
    ],
    ['Japanese', '山田太郎（2010）「灯台の研究」『海鳥学』4巻, 1-9.', '山田太郎 | 2010 | 灯台の研究 | 海鳥学  1-9'],
    [
      'an original and its reprint',
      'Tarn, A. (1984/2003). Lamps at sea. Gull Press.',
      'Tarn/A. | 1984 | Lamps at sea | ',
    ],
    [
      'a day of access',
      'Tarn, A. Lamps at sea. Retrieved 4 May 2019 from https://gulls.example/2018/',
      'Tarn/A. |  | Lamps at sea | ',
    ],
    [
      'a chemist’s',
      'J. Tarn, L.-S. Weld and C. Moor, J. Harb. Chem. Soc., 2012, 4, 11–17',
      'Tarn/J.; Weld/L.-S.; Moor/C. | 2012 |  | ',
    ],
    ['a second edition', 'Tarn, A. (2012). Lamps at sea (2nd ed.). Gull Press.', 'Tarn/A. | 2012 | Lamps at sea | '],
    ['physics without titles', 'Ann. Harb. Birds 4, 1 (2012)', ' | 2012 |  | '],
    ['no reference', 'See above.', ' |  |  | '],
    ['nothing', '', ' |  |  | '],
  ])('%s', (_style, reference, expected) => {
    expect(said(reference)).toBe(expected);
  });

  it('is surer of a year in brackets than of one among several', () => {
    const bracketed = parseEntry('Tarn, A. (2012). Lamps of 1950 at sea. Birds.');
    const apart = parseEntry('Tarn, A., 2012. Lamps of 1950 at sea. Birds.');
    expect([bracketed.year, apart.year]).toEqual([2012, 2012]);
    expect(bracketed.confidence.year).toBeGreaterThan(apart.confidence.year);
  });

  it.each(['A. ', 'A, ', 'Aa, A., ', 'Aa A, ', '“a', '1', '(2012', 'Van ', 'A-', ' ', '. ', '王', 'de '])(
    'is short work for %j many times over',
    (piece) => {
      expect(parseEntry(piece.repeat(50_000)).suffix).toBe('');
    },
  );
});
