import { describe, expect, it } from 'vitest';
import { createAnchorer } from './anchorer';
import { describeQuote } from './describe-quote';
import { foldText, startFolding } from './fold-text';

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

  it('the one is taken that moved as its neighbour did', () => {
    const chapter = page('Before the trial began.', PASSAGE, 'After the trial ended.');
    const text = `${chapter}\nChapter two, which repeats all that was said.\n${chapter}\nThe end.`;
    const moved = `${'A long notice on top of the page. '.repeat(60)}\n${text}`;
    const find = createAnchorer(moved);
    const look = (words: string, start: number) =>
      find({ ...describeQuote(text, start, start + words.length), hintStart: start })?.start;
    const shift = moved.length - text.length;
    expect(look('which repeats all', text.indexOf('which repeats'))).toBe(text.indexOf('which repeats') + shift);
    for (const start of [text.indexOf(PASSAGE), text.lastIndexOf(PASSAGE)])
      expect(look(PASSAGE, start)).toBe(start + shift);
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

describe('a long text', () => {
  const text = `${'Die Übermüdung der Möwen [12–15] wächst – ﬃ, ﷺ „so“. '.repeat(300)}${'ﷺ'.repeat(200)}`;

  it.each([1, 7, 1000])('is folded in slices of %i as it is at once', (slice) => {
    const folding = startFolding(text);
    while (folding.read(slice));
    const [sliced, whole] = [folding.folded(), foldText(text)];
    expect(sliced.length).toBe(whole.length);
    expect(sliced.codes.slice(0, sliced.length)).toEqual(whole.codes.slice(0, whole.length));
    expect(sliced.offsets.slice(0, sliced.length + 1)).toEqual(whole.offsets.slice(0, whole.length + 1));
  });

  it('is prepared in slices for quotes that have changed, and not at all for others', () => {
    const long = `${'Lamps and gulls and nothing else. '.repeat(4000)}${PASSAGE}`;
    const exact = 'gulls and nothing';
    const unchanged = { exact, prefix: 'Lamps and ', suffix: ' else. ', hintStart: 10 };
    const find = createAnchorer(long);
    expect(find.prepare(unchanged)).toBe(false);
    const changed = { exact: PASSAGE.replace('students', 'pupils'), prefix: '', suffix: '', hintStart: 5 };
    let slices = 1;
    while (find.prepare(changed)) slices += 1;
    expect(slices).toBeGreaterThan(2);
    expect(find(changed)).toEqual(createAnchorer(long)(changed));
    expect(find.prepare(changed)).toBe(false);
  });

  it('of a hundred thousand characters is found at both its ends, where some of its words are others', () => {
    const lines = Array.from(
      { length: 12_000 },
      (_none, i) => `Line ${i * 7919} tells of lamp ${(i * 104_729) % 9973}.`,
    );
    const original = lines.join('\n');
    const start = original.indexOf(lines[3000]!);
    const quote = describeQuote(original, start, start + 100_000);
    const changed = [
      'A line that was not there.',
      ...lines.map((line, i) => (i % 40 === 7 ? `${line} Indeed.` : line)),
    ].join('\n');
    const place = createAnchorer(changed)({ ...quote, hintStart: start });
    expect(place && changed.slice(place.start, place.start + 30)).toBe(quote.exact.slice(0, 30));
    expect(place && changed.slice(place.end - 30, place.end)).toBe(quote.exact.slice(-30));
  });
});
