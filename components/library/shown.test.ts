import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import type { Passage } from '../../utils/model/passage';
import { fileName, hostOf, samePage } from './shown';

const passage = recorded.passages[0] as Passage;
const on = (url: string, keys: readonly string[]): Passage => ({ ...passage, page: { url, title: '', keys } });

describe('samePage', () => {
  it.each([
    ['one address with and without www', 'clean:example.org/a', 'clean:example.org/a', true],
    ['two addresses', 'clean:example.org/a', 'clean:example.org/b', false],
  ])('of %s', (_name, a, b, isSame) => {
    expect(samePage(on('https://www.example.org/a', ['url:x', a]), on('http://example.org/a', [b]))).toBe(isSame);
  });

  it('goes by the address where there is no key', () => {
    expect(samePage(on('https://example.org/a', []), on('https://example.org/a', []))).toBe(true);
    expect(samePage(on('https://example.org/a', []), on('https://example.org/b', []))).toBe(false);
  });
});

describe('hostOf', () => {
  it.each([
    ['https://example.org:81/a', 'example.org:81'],
    ['no address', ''],
  ])('of %s is %j', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});

describe('fileName', () => {
  it('holds the day where the reader is', () => {
    expect(fileName('library', 'md', new Date(2026, 0, 5))).toBe('ibid-library-2026-01-05.md');
  });
});
