import { describe, expect, it } from 'vitest';
import { parseTextDirectives, type TextDirective, writeTextDirective } from './text-fragment';

describe('the text directives of an address', () => {
  it.each<[string, string, TextDirective[]]>([
    ['words', '#:~:text=old%20harbour', [{ start: 'old harbour' }]],
    ['words with their ends named', 'https://x.example/a#:~:text=the,quay', [{ start: 'the', end: 'quay' }]],
    [
      'context',
      '#part:~:text=at%20the-,old,quay,-was',
      [{ prefix: 'at the', start: 'old', end: 'quay', suffix: 'was' }],
    ],
    ['escaped marks', '#:~:text=%2D%2C%26', [{ start: '-,&' }]],
    ['several', '#:~:text=one&other&text=two,-three', [{ start: 'one' }, { start: 'two', suffix: 'three' }]],
    ['a character cut in two', '#:~:text=caf%C3', [{ start: 'caf%C3' }]],
    ['none of another name', '#:~:TEXT=one&texts=two', []],
    ['none without a delimiter', '#text=one', []],
    ['none with too many parts', '#:~:text=a,b,c', []],
    ['none with five parts', '#:~:text=a-,b,c,d,-e', []],
    ['none of commas', '#:~:text=,,,,,', []],
    ['none with context alone', '#:~:text=a-,-b', []],
    ['none with an empty part', '#:~:text=a,', []],
    ['none with empty context', '#:~:text=-,a', []],
  ])('are %s', (_name, address, expected) => {
    expect(parseTextDirectives(address)).toEqual(expected);
  });

  it('are read as they were written', () => {
    const directive = { prefix: 'so - a', start: 'b, & c', end: '(“d”) 100 %', suffix: "it's" };
    expect(parseTextDirectives(`#:~:${writeTextDirective(directive)}`)).toEqual([directive]);
  });
});
