import { describe, expect, it } from 'vitest';
import { samplePassage } from '../../tests/formats/samples';
import { passageAddress } from './passage-address';

const at = (url: string, exact: string, prefix = '', suffix = ''): string =>
  passageAddress(
    samplePassage(exact, { page: { url, title: '', keys: [] }, selectors: { quote: { exact, prefix, suffix } } }),
  );

describe('the address of a passage', () => {
  it.each([
    ['points to its words', 'https://x.example/a', 'some words', 'https://x.example/a#:~:text=some%20words'],
    ['keeps a fragment', 'https://x.example/a#part', 'words', 'https://x.example/a#part:~:text=words'],
    ['replaces an older directive', 'https://x.example/a#p:~:text=old', 'words', 'https://x.example/a#p:~:text=words'],
    ['is that of the page where the quote is empty', 'https://x.example/a', ' ', 'https://x.example/a'],
    ['is that of the place where the quote is empty', 'https://x.example/a#p', '', 'https://x.example/a#p'],
  ])('%s', (_name, url, exact, expected) => {
    expect(at(url, exact)).toBe(expected);
  });

  it('says what stands around words that stand there twice', () => {
    expect(at('https://x.example/', 'it', 'before ', ' after it')).toBe(
      'https://x.example/#:~:text=before-,it,-after%20it',
    );
  });
});
