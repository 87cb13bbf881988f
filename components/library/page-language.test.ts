import { expect, it } from 'vitest';
import '../../tests/english';
import { IN_ENGLISH, voiceOf } from '../../utils/formats/page-words';
import { pageLanguage } from './page-language';

it('hands over every word of a topic page in the reader’s language, with the places of its values', () => {
  const page = structuredClone(pageLanguage());
  expect(page.language).toBe('en');
  expect(page.words).toEqual(IN_ENGLISH.words);
  expect(voiceOf(page).kind('systematic-review')).toBe('Systematic review');
  expect(voiceOf(page).html('counts', '1', '<b>2</b>')).toBe('Works: 1. Passages: <b>2</b>.');
});
