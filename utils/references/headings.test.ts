import { describe, expect, it } from 'vitest';
import { listNamed } from './headings';

describe('a heading says that references are under it', () => {
  it.each([
    ...[
      'References',
      '7. Works Cited',
      'Literaturverzeichnis',
      'Einzelnachweise',
      'Références',
      'Bibliografía',
      'Referências',
    ],
    ...[
      'Riferimenti',
      'Literatuur',
      'Källor',
      'Referanser',
      'Lähteet',
      'Przypisy',
      'Források',
      'Kaynakça',
      'Tài liệu tham khảo',
      'List of references',
      'Article sources',
      'VI. References',
      '📚 References',
      'b. Secondary Sources',
      'Список использованной литературы',
      'Spis literatury',
    ],
    ...[
      'Литература',
      'Джерела',
      'Βιβλιογραφία',
      'المراجع',
      'منابع',
      'ביבליוגרפיה',
      '参考文献',
      '參考資料',
      '참고 문헌',
      'อ้างอิง',
    ],
    ...[
      'संदर्भ',
      'Daftar pustaka',
      'Referințe',
      'Referències',
      'Izvori',
      'Šaltiniai',
      'Viited',
      'Източници',
      'তথ্যসূত্র',
      'حوالہ جات',
    ],
  ])('%s', (heading) => expect(listNamed(heading)).toBe('references'));
});

describe('a heading says that notes are under it', () => {
  it.each(['Notes', 'Footnotes', 'Notes and references', 'Anmerkungen', 'Notas', 'Poznámky', '注释', '주석'])(
    '%s',
    (heading) => expect(listNamed(heading)).toBe('notes'),
  );
});

describe('a heading says nothing of the kind', () => {
  it.each([
    '',
    'Results',
    'Notable gulls',
    'Izvoz',
    'Reference laboratory of the harbour, its people and the history of its lamps and boats, in ten parts',
    'News',
  ])('%j', (heading) => expect(listNamed(heading)).toBeUndefined());
});
