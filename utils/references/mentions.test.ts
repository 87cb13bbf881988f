import { describe, expect, it } from 'vitest';
import { indexEntries } from './entry-index';
import { mentionsIn } from './mentions';

const ENTRIES = [
  ['smith10a', 'Smith, A., Tarn, B., & Weld, C. (2010a). Lamps at sea. Birds, 4, 1–9.'],
  ['smith10b', 'Smith, A., Tarn, B., & Moor, D. (2010b). Lamps at home. Birds, 4, 10–19.'],
  ['smith11', 'Smith, A. (2011). Lamps alone. Birds, 5, 1–9.'],
  ['smithjones', 'Smith, A., & Jones, P. (2010). Lamps for two. Birds, 5, 10–19.'],
  ['lee', 'Lee K. Gulls at night. Birds. 2012b;6:1–9.'],
  ['who', 'World Harbour Organization. (2003). Report on white lamps. Geneva.'],
  ['berg', 'van der Berg, J. J. (1999). Dunkle Lampen und Möwen. Vögel, 1, 1–9.'],
  ['obrien', 'O’Brien, P. and García López, M., 2015. Lámparas blancas. Anales, vol. 4.'],
  ['muller', 'Müller-Lüd, J. (2001): Weiße Lampen im Hafen. Vögel 4, S. 1–9.'],
  ['cobbe', 'Karl Cobbe, et al. “Lamps at Sea.” arXiv preprint (2021).'],
  ['adler', 'Fold lamps in harbours M Adler U Alon (2018) Birds 8:81–89.'],
  ['wang', '王伟, 李娜. 灯与海鸥的研究[J]. 海鸥学报, 2012, 4(1): 1-9.'],
  ['yamada', '山田太郎（2010）「灯台の研究」『海鳥学』4巻.'],
  ['ivanov', 'Иванов И. И., Петров П. П. Лампы и чайки // Птицы. 2012. № 4. С. 1–9.'],
  ['ivanov13', '–––, 2013. Чайки и лампы // Птицы. № 5. С. 1–9.'],
  ['gray', 'Gray, A., Moss, B., & Fern, C. (in press). Lamps to come. Birds.'],
  ['brown1', 'Brown, A. (2005). Red lamps at sea. Birds, 1, 1–9.'],
  ['brown2', 'Brown, Z. (2005). Green lamps at sea. Birds, 1, 10–19.'],
].map(([id, text]) => ({ id: id!, text: text!, label: '' }));

const index = indexEntries(ENTRIES);
const said = (text: string) =>
  mentionsIn(text, index).map(
    ({ start, end, entries, cluster }) =>
      `${cluster} «${text.slice(start, end)}» ${entries.map(({ id }) => id).join('|')}`,
  );

/** Scripts in which every word could be a name. */
it('are known without capitals by the names of authors alone', () => {
  const own = indexEntries(
    [
      'כהן, א׳ (2012). קינים של שנת החורף. כתב העת לחופים, 4, 3–9.',
      'طارق أحمد. أعشاش في عام البرد. مجلة الشواطئ، 2012.',
    ].map((text) => ({
      text,
      label: '',
    })),
  );
  const labels = (text: string) => mentionsIn(text, own).map(({ start, end }) => text.slice(start, end));
  expect(labels('השחפיות מקננות בשנת 2012 מאוחר (כהן, 2012), כך כהן (2012).')).toEqual(['כהן, 2012', 'כהן (2012)']);
  expect(labels('تعشش الطيور في عام 2012 متأخرة (طارق، 2012) في الشواطئ (2012)، وقال طارق 2012.')).toEqual([
    'طارق، 2012',
  ]);
});

/** Authors with pages, as languages and literature cite. */
describe('names and pages', () => {
  it.each([
    ['Lamps are red (Smith 5).', ['0 «Smith 5» smith11']],
    ['Lamps are red (see Lee, pp. 5–6).', ['0 «Lee, pp. 5–6» lee']],
    ['Lamps are red (Smith and Jones 12; Lee 4).', ['0 «Smith and Jones 12» smithjones', '0 «Lee 4» lee']],
    ['Lamps are red (Brown 3).', ['0 «Brown 3» brown1|brown2']],
    ['Lamps are red (Gray et al. 3).', ['0 «Gray et al. 3» gray']],
    ['Lamps are red (Jones 12), by (Moor 5).', []],
    ['Smith (5) won, and in the end Smith 5) lost.', []],
    ['Lamps are red (Smith, who won in May 5).', []],
    ['Lamps are red (Smith 2011, 5).', ['0 «Smith 2011» smith11']],
  ])('%s', (text, mentions) => expect(said(text)).toEqual(mentions));
});

describe('author–year citations', () => {
  it.each([
    ['As Smith et al. (2010a, 2011) say, it is.', ['0 «Smith et al. (2010a» smith10a', '0 «2011» smith11']],
    ['In Smith (2011) it is.', ['0 «Smith (2011)» smith11']],
    [
      'Smith and Jones (2010) found it; Lee’s (2012b) did not.',
      ['0 «Smith and Jones (2010)» smithjones', '1 «Lee’s (2012b)» lee'],
    ],
    [
      'It is (Smith & Jones 2010; see also Lee, 2012b, p. 4; World Harbour Organization 2003).',
      ['0 «Smith & Jones 2010» smithjones', '0 «Lee, 2012b» lee', '0 «World Harbour Organization 2003» who'],
    ],
    ['It is so (WHO, 2003).', ['0 «WHO, 2003» who']],
    ['It is so ([WHO] 2003), as the [WHO] (2003) says.', ['0 «[WHO] 2003» who', '1 «[WHO] (2003)» who']],
    ['It is so (World Harbour Organization [WHO], 2003).', ['0 «World Harbour Organization [WHO], 2003» who']],
    ['Lamps (Figure) 2003 and the [ABC] (2003) are other things.', []],
    ['It is so (van der Berg 1999: 45).', ['0 «van der Berg 1999» berg']],
    [
      'O’Brien and García López (2015) agree, as does Müller-Lüd (2001).',
      ['0 «O’Brien and García López (2015)» obrien', '1 «Müller-Lüd (2001)» muller'],
    ],
    ['It is so (Smith/Jones 2010).', ['0 «Smith/Jones 2010» smithjones']],
    ['It is so (SMITH; JONES, 2010, p. 4).', ['0 «SMITH; JONES, 2010» smithjones']],
    ['Scaling helps (Cobbe and others, 2021).', ['0 «Cobbe and others, 2021» cobbe']],
    ['So say Smith et al. (2010a,b).', ['0 «Smith et al. (2010a» smith10a', '0 «b» smith10b']],
    ['It folds (Adler and Alon 2018).', ['0 «Adler and Alon 2018» adler']],
    ['According to Jones, Lee 2012b is wrong.', ['0 «Lee 2012b» lee']],
    ['Two of them (Brown 2005).', ['0 «Brown 2005» brown1|brown2']],
    ['Which of them (Smith et al. 2010)?', ['0 «Smith et al. 2010» smith10a|smith10b']],
    ['研究表明（王伟等，2012）如此。', ['0 «王伟等，2012» wang']],
    ['山田（2010）によれば、そうである。', ['0 «山田（2010）» yamada']],
    ['Так пишет Иванов и др. (2012).', ['0 «Иванов и др. (2012)» ivanov']],
    ['Он же пишет (Иванов 2013).', ['0 «Иванов 2013» ivanov13']],
    ['Soon (Gray et al., in press).', ['0 «Gray et al., in press» gray']],
    ['A name misspelt (Smith & Johns, 2010).', ['0 «Smith & Johns, 2010» smithjones']],
    ['Shown (Smith, 2011Smith, A. (2011). Lamps alone. Birds, 5, 1–9.).', ['0 «Smith, 2011» smith11']],
    ['Not on the page (Miller & Moor, 2017).', ['0 «Miller & Moor, 2017» ']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    'In May (2010) the lamps (June 2012) went out.',
    'It cost Smith $2010 and 2011.5 lamps.',
    'Born in Harbour City (2 May 1999).',
    'The Lamp Show (2017) was fun; Windows 2000 was not.',
    'Smith (2014) is another.',
    'The gulls of 2010 and 2011.',
    'https://lamps.example/Smith/2011',
    'Lamps (see Figure 2010).',
    'The herring gull (Poey, 1860) is large.',
    ENTRIES[0]!.text,
    `Lamps at sea, by ${ENTRIES[7]!.text}`,
  ])('says nothing of %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    'Since',
    'Until',
    'After',
    'Before',
    'By',
    'From',
    'In',
    'January',
    'Sept',
    'Spring',
    'Q4',
    'Version',
    'Windows',
    'Copyright',
    'Edition',
    'Act',
    'Updated',
    'Published',
    'Revised',
    'Accessed',
  ])('takes “%s” before a year for no name', (word) => {
    expect(said(`It was lit again (Smith & Jones 2010; ${word} 2019).`)).toEqual(['0 «Smith & Jones 2010» smithjones']);
  });

  it('expects no names in brackets of a list without names and years', () => {
    const plain = indexEntries([{ id: 'a', label: '1', text: 'The lamps of 1950 and after. News.' }]);
    expect(mentionsIn('Not on the page (Miller & Moor, 2017).', plain)).toEqual([]);
  });

  it.each([
    'Smith ',
    'Smith, ',
    'Smith 2010, ',
    '(2010',
    '(',
    'van ',
    '[A',
    '[AB] ',
    '2010 ',
    'Aa & ',
    '王',
    "S'",
    '2010a,',
    'Smith et al. ',
  ])('is short work for %j many times over', (piece) => {
    expect(mentionsIn(piece.repeat(20_000), index).length).toBeLessThan(50_000);
  });
});
