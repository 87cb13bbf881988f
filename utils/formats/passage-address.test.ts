import { describe, expect, it } from 'vitest';
import { samplePassage } from '../../tests/formats/samples';
import { passageAddress } from './passage-address';

const at = (url: string, exact: string): string =>
  passageAddress(samplePassage(exact, { page: { url, title: '', keys: [] } }));

describe('the address of a passage', () => {
  it.each([
    ['points to its words', 'https://x.example/a', 'some words', 'https://x.example/a#:~:text=some%20words'],
    ['keeps a fragment', 'https://x.example/a#part', 'words', 'https://x.example/a#part:~:text=words'],
    ['replaces an older directive', 'https://x.example/a#p:~:text=old', 'words', 'https://x.example/a#p:~:text=words'],
    [
      'hides what a directive reads',
      'https://x.example/',
      'well-known, a & b',
      'https://x.example/#:~:text=well%2Dknown%2C%20a%20%26%20b',
    ],
    [
      'gives both ends of a quote over several blocks',
      'https://x.example/',
      'one two\nthree four',
      'https://x.example/#:~:text=one%20two,three%20four',
    ],
    ['gives a single word whole', 'https://x.example/', 'word\n', 'https://x.example/#:~:text=word'],
  ])('%s', (_name, url, exact, expected) => {
    expect(at(url, exact)).toBe(expected);
  });

  it('gives both ends of a long quote', () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${i}`);
    expect(at('https://x.example/', words.join(' '))).toBe(
      'https://x.example/#:~:text=word0%20word1%20word2%20word3%20word4,word95%20word96%20word97%20word98%20word99',
    );
  });
});
