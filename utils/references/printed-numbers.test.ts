import { describe, expect, it } from 'vitest';
import { type NumberStyle, printedNumbers } from './printed-numbers';

const has = (number: number) => number >= 1 && number <= 20;

/** Markers in a text in which `^{…}` is raised. */
function said(source: string, style: NumberStyle): string[] {
  let text = '';
  const raised: { start: number; end: number }[] = [];
  for (const [whole, up] of source.matchAll(/\^\{([^}]*)\}|[\s\S]/g)) {
    if (up !== undefined) raised.push({ start: text.length, end: text.length + up.length });
    text += up ?? whole;
  }
  return printedNumbers(text, style, raised, has).map(
    ({ start, end, numbers }) => `${text.slice(start, end)}: ${numbers.join(' ')}`,
  );
}

describe('numbers in square brackets', () => {
  it.each([
    ['Lamps are white [3]. Gulls sleep [4][5].', ['[3]: 3', '[4]: 4', '[5]: 5']],
    ['Lamps are white[3–6, 9], too.', ['[3–6, 9]: 3 4 5 6 9']],
    ['Lamps are white [1 2 3].', ['[1 2 3]: 1 2 3']],
    ['Lamps are white [7, p. 12] at night [refs. 8,9].', ['[7, p. 12]: 7', '[refs. 8,9]: 8 9']],
    ['By [1, Theorem 2.3] and [4, §5; 7, Ch. 2] lamps are white.', ['[1, Theorem 2.3]: 1', '[4, §5; 7, Ch. 2]: 4 7']],
    ['Lamps are white [3 and 5] or red [2, 4, and 6].', ['[3 and 5]: 3 5', '[2, 4, and 6]: 2 4 6']],
    ['灯是白色的[1-2]。', ['[1-2]: 1 2']],
    ['In this case [3], and as was the case. [4]', ['[3]: 3', '[4]: 4']],
    ['It says no [3], and is an example [4] of that.', ['[3]: 3', '[4]: 4']],
    ['등대는 희다[3].', ['[3]: 3']],
    ['Lamps are white.[^3]', ['[^3]: 3']],
    ['[3] found that lamps are white.', ['[3]: 3']],
    ['The results of Tarn [3] and (see [4]) are white.', ['[3]: 3', '[4]: 4']],
  ])('%s', (text, expected) => {
    expect(said(text, 'square')).toEqual(expected);
  });

  it.each([
    'Lamps of the interval [1, 2] and x ∈ [2, 3].',
    'Values in [0, 1] or [0,5].',
    'Let n be in [1, 5].',
    'All n of [1, 3) and [2, 3) are small.',
    'Of part [1] and step [2], see example [3] and No. [4].',
    'See Figure [3], Figures 2, [3] and Eq. [4].',
    'The plane [010] and t[1] and row_id[3] and f(x)[2].',
    'Written in [2010] of [21] lamps.',
    '[3] The third entry.',
    'A list\n[4] on its own line',
    'Lamps [3–99] and [6–3].',
  ])('says nothing of %j', (text) => {
    expect(said(text, 'square')).toEqual([]);
  });
});

describe('raised numbers', () => {
  it.each([
    ['All the lamps are white.^{1,2} Gulls sleep^{3–5}, too^{[6]}.', ['1,2: 1 2', '3–5: 3 4 5', '[6]: 6']],
    ['All the lamps are white.¹ Gulls sleep,²,³ too⁴⁻⁶.', ['¹: 1', '²,³: 2 3', '⁴⁻⁶: 4 5 6']],
    ['הנמל היה סגור במשך שנים רבות.^{1} איש לא ידע¹²', ['1: 1', '¹²: 12']],
    ['A hall of 5 cm², 40 m², x² and σ² of the lamps is 10³ times as big as all of the 30 €² lamps of £³', []],
    ['The lamps of the harbour are 30 €^{2} each', []],
    ['灯是白色的海鸥^{[1-2]} ^{[3]}。', ['[1-2]: 1 2', '[3]: 3']],
    ['5 cm^{2}, m^{2}, x^{2}, 10^{3}, R^{2}, ^{14}C and 1^{st}', []],
    ['Ada Tarn,^{1,2} Bert Weld^{3} and Cem Moor^{4}', []],
    ['The lamps of the harbour are 30 Å^{2} wide', []],
    ['Lamps^{a} and gulls^{†} of the 19^{th} century', []],
  ])('%s', (text, expected) => {
    expect(said(text, 'raised')).toEqual(expected);
  });
});

describe('numbers in round brackets', () => {
  it.each([
    ['Illness is common (1) and rarely reported (2,3).', ['(1): 1', '(2,3): 2 3']],
    ['Harbours were closed in winter (2–4) by storms.', ['(2–4): 2 3 4']],
    ['It has parts: (1) dredge, (2) wait. Crews (3) may wait (4).', ['(4): 4']],
    ['The sum of (2) and crews (3) is high.', []],
    ['In boats (2) and on land (3) it was calm (Tarn 2012).', []],
    ['Nine (9) boats, or (3) of them', []],
    ['Of the crews (n = 8) some (4) went home early', []],
    ['Two (2) boats, phase (3) and equation (4) of it', []],
    ['Ring the harbour (5) 555 or (6)(7).', []],
  ])('%s', (text, expected) => {
    expect(said(text, 'round')).toEqual(expected);
  });
});

it.each(['[1', '[1,', '[1–2', '1, ', '[[', 'Figure 1, ', '[ '])('is short work for %j many times over', (piece) => {
  expect(printedNumbers(piece.repeat(50_000), 'square', [], has).length).toBeLessThan(2);
});
