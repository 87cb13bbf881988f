import { expect, it } from 'vitest';
import { quotedWords } from './quoted-words';

it.each([
  ['They wrote that “amber lamps are kinder to gulls,” which is so.', 'amber lamps are kinder to gulls'],
  ['Er nennt das «ein langes und dunkles Jahr am Kai».', 'ein langes und dunkles Jahr am Kai'],
  ['Sie schreibt: „Die Möwen schliefen wieder gut.“', 'Die Möwen schliefen wieder gut'],
  ['"Nobody counted them" and "nobody ever counted them again" stand there.', 'nobody ever counted them again'],
  ['The so-called “lamp effect” is small.', undefined],
  ['Nothing is quoted here, whatever it’s about.', undefined],
  [`“${'a'.repeat(5000)}`, undefined],
])('of %j are quoted: %j', (claim, words) => {
  expect(quotedWords(claim)).toBe(words);
});
