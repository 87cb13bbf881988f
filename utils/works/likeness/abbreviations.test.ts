import { describe, expect, it } from 'vitest';
import { abbreviationsIn } from './abbreviations';

describe('abbreviations that a text explains', () => {
  it.each([
    ['Gulls with short night sleep (SNS) were counted.', 'SNS', 'short night sleep'],
    ['Long-lasting lamps (LLLs) were lit.', 'LLL', 'Long-lasting lamps'],
    ['We asked about well-being at sea (WBS) twice.', 'WBS', 'well-being at sea'],
    ['Lamplight-induced waking factor 2 (LWF2) rose.', 'LWF2', 'Lamplight-induced waking factor 2'],
  ])('are found in “%s”', (text, short, long) => {
    expect(abbreviationsIn(text)).toEqual([{ short, long }]);
  });

  it.each([
    'Sixty gulls (SD 4) slept.',
    'Forty gulls (of two kinds) slept.',
    'Gulls slept (NS).',
    'Gulls slept less (p < 0.05) than terns (XYZ).',
    '(SNS) Sleep was short.',
    '',
  ])('are not made up for “%s”', (text) => {
    expect(abbreviationsIn(text)).toEqual([]);
  });

  it('take time in proportion to the text', () => {
    const found = abbreviationsIn('short night sleep (SNS) '.repeat(5000) + '('.repeat(50_000) + 'A'.repeat(50_000));
    expect(found).toHaveLength(5000);
  });
});
