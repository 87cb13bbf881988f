import { expect, it } from 'vitest';
import { GULLS, source } from '../../tests/look-up-world';
import { DEFAULT_SETTINGS } from '../model/settings';
import { makeRequest, readAnswer } from './look-up-guard';

const made = (of: Parameters<typeof source>[1], keys = {}) =>
  makeRequest(source('aa', of), GULLS, () => ({ ...DEFAULT_SETTINGS, keys }));

it.each([
  ['authorization', { authorization: 'Bearer k-1' }],
  ['x-api-key', { 'x-api-key': 'k-1' }],
] as const)('sends the reader’s own key as %s to its own source', async (keyHeader, key) => {
  const mine = await made({ keyHeader }, { aa: 'k-1' });
  expect(mine.ok && mine.value.request).toMatchObject({ key, url: expect.not.stringContaining('k-1') });
});

it('sends no key where there is none, it is another’s, or the source takes none', async () => {
  for (const each of [
    await made({ keyHeader: 'x-api-key' }),
    await made({ keyHeader: 'x-api-key' }, { bb: 'k-1' }),
    await made({}, { aa: 'k-1' }),
  ])
    expect(each.ok && each.value.request).not.toHaveProperty('key');
});

it.each([
  ['https://aa.example/', false],
  ['https://aa.example/en/', false],
  ['https://aa.example/index.html', false],
  ['https://aa.example/gulls/2012/', true],
  ['https://aa.example/?id=9', true],
])('of a page that led to %s is something told: %s', (led, isTold) => {
  const pages = source('aa', { answers: ['url'] });
  const asked = { scheme: 'url', value: 'https://aa.example/gulls.html' } as const;
  const answer = { status: 200, contentType: 'text/plain', body: 'Lamps for All', url: led };
  expect(readAnswer(pages, asked, { url: asked.value, accept: '' }, answer).ok).toBe(isTold);
  expect(readAnswer(pages, asked, { url: 'https://aa.example/', accept: '' }, answer).ok).toBe(true);
});
