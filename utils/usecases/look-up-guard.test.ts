import { expect, it } from 'vitest';
import { GULLS, source } from '../../tests/look-up-world';
import { DEFAULT_SETTINGS } from '../model/settings';
import { makeRequest } from './look-up-guard';

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
