import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { flatten } from '../../tests/english';

const german = flatten(JSON.parse(readFileSync(join(import.meta.dirname, '../../locales/de.json'), 'utf8')));

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

it('says a failure in the language of the browser, and what has no words there as it is', async () => {
  vi.stubGlobal('chrome', {
    i18n: { getMessage: (name: string) => german.get(name) ?? '', getUILanguage: () => 'de' },
  });
  const { errorText, failureText } = await import('./failure-text');
  const { FailureError } = await import('../../utils/model/failure');
  const full = { kind: 'storage', stage: 'passages.save', message: 'No room left.', says: ['full'] } as const;
  const odd = { kind: 'invalid', stage: 'guards', message: 'A damaged message.' } as const;
  expect(failureText(full)).toBe(german.get('failure_full'));
  expect(failureText(odd)).toBe('A damaged message.');
  expect(errorText(new FailureError(full))).toBe(german.get('failure_full'));
  expect(errorText(new Error('broken'))).toBe('broken');
  expect(errorText('cheese')).toBe('cheese');
});
