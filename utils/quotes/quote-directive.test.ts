import { expect, it } from 'vitest';
import { quoteDirective } from './quote-directive';
import { writeTextDirective } from './text-fragment';

const TEXT =
  'One bird came. Two birds were lost.\nOne bird came - twice, it is said & sung. Nobody knows why it came so late in the year, or who had called it from the north where it had been so well.\nEnd.';
const of = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  const end = start + words.length;
  const quote = { exact: words, prefix: TEXT.slice(Math.max(0, start - 80), start), suffix: TEXT.slice(end, end + 80) };
  const directive = quoteDirective(quote);
  return directive && writeTextDirective(directive);
};

it('writes short unique words out', () => {
  expect(of('Two birds were lost.')).toBe('text=Two%20birds%20were%20lost.');
});
it('escapes what divides the parts of a fragment', () => {
  expect(of('came - twice, it is said & sung')).toBe('text=came%20%2D%20twice%2C%20it%20is%20said%20%26%20sung');
});
it('names long words by their ends', () => {
  expect(of(TEXT.slice(TEXT.indexOf('Nobody'), TEXT.indexOf('\nEnd')))).toBe(
    'text=Nobody%20knows%20why%20it%20came,it%20had%20been%20so%20well.',
  );
});
it('names words in several blocks by their ends', () => {
  expect(of('Two birds were lost.\nOne bird came')).toBe('text=Two%20birds%20were%20lost.,One%20bird%20came');
});
it('adds context where words are not unique', () => {
  expect(of('One bird came', 5)).toBe('text=One%20bird%20came,-%2D%20twice%2C%20it');
  expect(of('came', 5)).toBe('text=One%20bird-,came,-.%20Two%20birds');
});
it('has nothing for nothing', () => {
  expect(quoteDirective({ exact: ' ', prefix: 'a', suffix: 'b' })).toBeUndefined();
});
