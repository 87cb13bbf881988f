import { describe, expect, it } from 'vitest';
import { createAnchorer } from './anchorer';
import { describeQuote } from './describe-quote';

const FILLER = [
  'The ferry leaves at nine and comes back after dark, when the harbour lamps are lit.',
  'Nobody had counted the bricks since the wall was built, and nobody meant to begin now.',
  'A kettle that sings too early is a kettle with little water in it.',
  'Seven of the letters were read aloud, and the eighth was kept for the winter.',
  'They measured the field twice and wrote down two different answers.',
];
const PASSAGE = 'Among 214 patients, brief advice lowered weekly drinking by nearly a third within six months.';
const page = (...middle: string[]) => [...FILLER, ...middle, ...[...FILLER].reverse()].join('\n');
const PAGE = page('Before the trial began.', PASSAGE, 'After the trial ended.');

/** Saves `words` of one page and looks for them in another. */
function found(words: string, changed: string, original = PAGE, hint = true): string | null {
  const start = original.indexOf(words);
  const quote = describeQuote(original, start, start + words.length);
  const place = createAnchorer(changed)({ ...quote, hintStart: hint ? start : null });
  return place && changed.slice(place.start, place.end);
}

describe('a quote is found', () => {
  const changes: [name: string, passage: string, expected?: string][] = [
    ['where nothing changed', PASSAGE],
    ['with its white space reflowed', PASSAGE.replaceAll(' ', '\n   ')],
    ['with no-break spaces', PASSAGE.replaceAll(' ', '\u00a0')],
    ['with soft hyphens', PASSAGE.replaceAll('ee', 'e\u00ade')],
    ['hyphenated at line breaks', PASSAGE.replace('patients', 'pa-\ntients').replace('drinking', 'drink-\ning')],
    ['with reference markers put in', PASSAGE.replace('advice', 'advice[12]').replace('third', 'third[3–5, 7]')],
    ['with an editor’s mark put in', PASSAGE.replace('advice', 'advice[citation needed]')],
    ['in capitals', PASSAGE.toUpperCase()],
    ['with a typing error mended', PASSAGE.replace('weekly', 'weeky')],
    ['with words changed', PASSAGE.replace('nearly', 'almost').replace('lowered', 'cut')],
    ['with a word taken out', PASSAGE.replace('weekly ', '')],
    ['with words put in', PASSAGE.replace('patients', 'adult male patients')],
    ['with its first word changed', PASSAGE.replace('Among', 'Of')],
    ['with its last word changed', PASSAGE.replace('months.', 'weeks.')],
  ];
  it.each(changes)('%s', (_name, passage) => {
    expect(found(PASSAGE, page('Before the trial began.', passage, 'After the trial ended.'))).toBe(passage);
  });

  it.each([
    ['smart quotes', `She said "it's over" and left.`, 'She said “it’s over” and left.'],
    ['guillemets', 'He called it "a draw" again.', 'He called it « a draw » again.'],
    [
      'decomposed accents',
      'Une étude à Genève, bientôt répétée.',
      'Une étude à Genève, bientôt répétée.'.normalize('NFD'),
    ],
    ['composed Hangul', '연구는 두 번 되풀이되었다.'.normalize('NFD'), '연구는 두 번 되풀이되었다.'],
    ['ligatures', 'The first office of the official staff.', 'The ﬁrst oﬃce of the oﬃcial staﬀ.'],
    ['full-width digits', 'Table 12 lists 45 trials of this kind.', 'Table １２ lists ４５ trials of this kind.'],
    ['an ellipsis', 'And then... nothing more was heard of it.', 'And then… nothing more was heard of it.'],
    ['kinds of dashes', 'Between 1990-1995 — or so — it rained.', 'Between 1990–1995 – or so – it rained.'],
  ])('written with %s', (_name, before, after) => {
    expect(found(before, page(after), page(before))).toBe(after);
  });

  it('in Japanese, with two characters changed', () => {
    const before = '短い助言は半年のうちに週当たりの飲酒量を三割近く減らしたと報告されている。';
    const after = before.replace('半年', '六ヶ月').replace('報告', '記述');
    expect(found(before, page(after), page(before))).toBe(after);
  });

  it('far from where it stood', () => {
    const moved = `${'New words on top of the page, many of them. '.repeat(200)}${PAGE}`;
    expect(found(PASSAGE, moved)).toBe(PASSAGE);
  });

  it('in another paragraph order', () => {
    expect(found(PASSAGE, [PASSAGE, ...FILLER].join('\n'))).toBe(PASSAGE);
  });

  it('with a dash or marker at its own ends', () => {
    const quote = '— the answer was no.[4]';
    expect(found(quote, page(`As they said — the answer  was no.[4] Then`), page(`As they said ${quote} Then`))).toBe(
      '— the answer  was no.[4]',
    );
  });

  it('when it is longer than most pages', () => {
    const long = Array.from({ length: 9000 }, (_, i) => `word${(i * 7919) % 10007}`).join(' ');
    const changed = long.replaceAll('word11 ', 'changed ').replaceAll('word5000 ', '');
    expect(found(long, page(changed), page(long))).toBe(changed);
  });
});

describe('of several like places', () => {
  const twice = page(
    'In the north: they all agreed at once. So it ended.',
    'In the south: they all agreed at once. So it began.',
  );
  const placeOf = (text: string, prefix: string, suffix: string, hintStart: number | null = null) =>
    createAnchorer(text)({ exact: 'they all agreed at once', prefix, suffix, hintStart });

  it('the one in the right context is taken', () => {
    expect(placeOf(twice, 'In the south: ', '. So it began.')?.start).toBe(twice.lastIndexOf('they all agreed'));
    expect(placeOf(twice, 'In the north: ', '. So it ended.')?.start).toBe(twice.indexOf('they all agreed'));
  });

  it('the nearest is taken where there is no context', () => {
    const far = `they all agreed at once\n${page(...FILLER, ...FILLER)}\nthey all agreed at once`;
    const last = far.lastIndexOf('they all');
    expect(placeOf(far, '', '', last - 6)?.start).toBe(last);
    expect(placeOf(far, '', '', 4)?.start).toBe(0);
  });

  it('none is taken where nothing tells them apart', () => {
    expect(placeOf(twice, '', '')).toBeNull();
  });

  it('an edited passage in its own context wins over its verbatim copy elsewhere', () => {
    const edited = PASSAGE.replace('nearly', 'about');
    const text = `Quoted by others: ${PASSAGE} And so on.\n${page('Before the trial began.', edited, 'After the trial ended.')}`;
    expect(found(PASSAGE, text, PAGE, false)).toBe(edited);
  });
});

describe('a quote is not found', () => {
  it.each([
    ['when it was taken out', page('Before the trial began.', 'After the trial ended.')],
    [
      'when other words stand in its place',
      page(
        'Before the trial began.',
        'Rain fell on the marquee while the band played on regardless.',
        'After the trial ended.',
      ),
    ],
    [
      'when only its sibling is left',
      page('Before the trial began.', 'After the trial ended.') +
        '\nAmong 87 students, a long lecture raised weekly reading by nearly a half within ten months.',
    ],
    ['in an empty text', ''],
  ])('%s', (_name, text) => {
    expect(found(PASSAGE, text)).toBeNull();
  });

  it.each(['', ' \n ', '—'])('when it has no words: %j', (exact) => {
    expect(createAnchorer(PAGE)({ exact, prefix: '', suffix: '', hintStart: 0 })).toBeNull();
  });
});
