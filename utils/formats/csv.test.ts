import { describe, expect, it } from 'vitest';
import { csvCell, csvRow, csvRows, unguarded } from './csv-cell';

describe('a cell', () => {
  it.each([
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', '"\'\t=1"'],
    ['＝1', "'＝1"],
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['two\nlines', '"two\nlines"'],
    ['nul\0', 'nul'],
    ['', ''],
  ])('%j is written %j, and runs nothing', (text, expected) => {
    expect(csvCell(text)).toBe(expected);
  });

  it('comes back as it went', () => {
    const cells = ['=1', 'a"b', 'two\nlines, and more', ' x ', '', '-'];
    expect(csvRows(`\uFEFF${csvRow(cells)}${csvRow(['last'])}`).map((row) => row.map(unguarded))).toEqual([
      cells,
      ['last'],
    ]);
  });
});
