import { describe, expect, it } from 'vitest';
import { createDirectiveFinder } from './find-text-directive';
import { makeTextDirective } from './make-text-directive';
import { parseTextDirectives, writeTextDirective } from './text-fragment';
import type { BlockText } from './word-edges';

/** Every line is a block; `|` breaks lines within one. */
const page = (text: string): BlockText => ({
  text: text.replaceAll('|', '\n'),
  blockAt(offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    return { start, end: end < 0 ? text.length : end };
  },
});
const HARBOUR = [
  'Old boats lay in the old harbour. Nobody counted them, or so it’s said.',
  'a a b b b c',
  'In 3.5 hours the harbour filled. Café owners counted the old boats twice.',
  'The harbour|was silent after the war — and dark.',
  'End of it all',
].join('\n');

const leadsTo = (value: string) => {
  const { text } = page(HARBOUR);
  const [directive] = parseTextDirectives(`#:~:text=${value}`);
  const place = createDirectiveFinder(page(HARBOUR))(directive!);
  return place && text.slice(place.start, place.end);
};

describe('a text directive', () => {
  it.each([
    ['words', 'counted', 'counted'],
    ['words in other letters', 'CAFE owners', 'Café owners'],
    ['words with other quotation marks', "it's", 'it’s'],
    ['words across a line break', 'harbour was', 'harbour\nwas'],
    ['a range', 'nobody,said', 'Nobody counted them, or so it’s said'],
    [
      'a range across blocks',
      'filled,silent',
      'filled. Café owners counted the old boats twice.\nThe harbour\nwas silent',
    ],
    ['words behind others', 'the%20old-,boats', 'boats'],
    ['the rest of a word', 'har-,bour', 'bour'],
    ['the beginning of a word', 'har,-bour', 'har'],
    ['words before others', 'harbour,-filled', 'harbour'],
    ['words behind the end of a block', 'all', 'all'],
    ['words whose context is in another block', 'c-,In', 'In'],
    ['words behind the second of two overlapping places', 'a a-,b', 'b'],
    ['words before the third of overlapping places', 'b b,-c', 'b b'],
    ['a range whose end has the right words behind it', 'twice,the,-war', 'twice.\nThe harbour\nwas silent after the'],
  ])('leads to %s', (_name, value, expected) => {
    expect(leadsTo(value)).toBe(expected);
  });

  it.each([
    ['what is not there', 'lighthouse'],
    ['the middle of a word', 'arbou'],
    ['the beginning of a word alone', 'har'],
    ['the beginning of a word before a range', 'har,silent'],
    ['the end of a word as the end of a range', 'old,bour'],
    ['a part of a number', '5'],
    ['a part of a word with an apostrophe', 's'],
    ['words divided by the end of a block', 'said a'],
    ['context from the middle of a word', 'ar-,bour'],
    ['words that do not follow their context', 'old-,counted'],
    ['words that are their own context', 'old boats-,boats twice'],
    ['context that is not there', 'lighthouse-,boats'],
    ['words before part of a word', 'harbour,-fil'],
    ['a range that is inside out', 'dark,Nobody'],
    ['context at the end', 'it all-,and'],
  ])('does not lead to %s', (_name, value) => {
    expect(leadsTo(value)).toBeUndefined();
  });
});

describe('the directive made for a place', () => {
  const made = (start: number, end: number) => {
    const directive = makeTextDirective(page(HARBOUR), createDirectiveFinder(page(HARBOUR)), start, end);
    return directive && writeTextDirective(directive);
  };
  const of = (words: string, from = 0) => {
    const start = page(HARBOUR).text.indexOf(words, from);
    return made(start, start + words.length);
  };
  it.each([
    ['is its words', 'Nobody counted', 0, 'text=Nobody%20counted'],
    ['has the word behind it where its words come earlier, too', 'harbour', 60, 'text=harbour,-filled'],
    ['has the word before it where that tells more', 'boats', 100, 'text=boats,-twice'],
    ['has the rest of a word that it begins in', 'bour', 60, 'text=har-,bour,-filled'],
    ['has the rest of a word that it ends in', 'Caf', 0, 'text=Caf,-%C3%A9'],
    ['names the ends of what is in several blocks', 'b b c\nIn 3.5 hours', 0, 'text=b%20b%20c,In%203.5%20hours'],
  ])('%s', (_name, words, from, expected) => {
    expect(of(words, from)).toBe(expected);
  });

  it('leads back to that place, for every two ends; next to line breaks there may be none', () => {
    const { text } = page(HARBOUR);
    const find = createDirectiveFinder(page(HARBOUR));
    const lost: string[] = [];
    let made = 0;
    let none = 0;
    for (let start = 0; start < text.length; start += 3) {
      for (let end = start + 1; end < text.length; end += 7) {
        const words = text.slice(start, end);
        if (/^\s|\s$/.test(words)) continue;
        const directive = makeTextDirective(page(HARBOUR), find, start, end);
        const written = directive && parseTextDirectives(`#:~:${writeTextDirective(directive)}`)[0]!;
        const place = written && find(written);
        made += 1;
        if (!written) none += 1;
        else if (place?.start !== start || place.end !== end) lost.push(words);
      }
    }
    expect(lost).toEqual([]);
    expect(none / made).toBeLessThan(0.1);
  });
});
