import { describe, expect, it } from 'vitest';
import type { Example } from './detector';
import { linkMayCite, textMayCite } from './gate';

const MODULES = import.meta.glob<{ examples?: readonly Example[] }>('./examples/*.ts', { eager: true });
const EXAMPLES = Object.values(MODULES).flatMap(({ examples = [] }) => examples);

/** As the gate sees an example: links by address, label and markup, and the words. */
const mayCite = ({ page }: Example): boolean =>
  page.blocks.some(
    ({ links, text, raised = [] }) =>
      textMayCite(text) ||
      // Raised numbers are a sign by markup alone.
      raised.length > 0 ||
      links.some(
        ({ href, start, end, isRaised, points, sign }) =>
          isRaised || points.length > 0 || sign || linkMayCite(href, text.slice(start, end)),
      ),
  );

describe('the gate opens for everything that a detector finds', () => {
  const found = EXAMPLES.filter(({ finds }) => finds.length > 0);
  it.each(found.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    expect(mayCite(example)).toBe(true);
  });
  it('has examples to hold', () => expect(found.length).toBeGreaterThan(5));
});

describe('the gate opens for words', () => {
  it.each([
    'Лампы белые [1, с. 15].',
    'Lamps are white [2; 5].',
    'Lamps are white.¹',
    'Lamps are “white”²',
    'So is this³.',
    '[^lamps]: Of glass and brass.',
  ])('%s', (text) => {
    expect(textMayCite(text)).toBe(true);
  });
});

describe('the gate stays shut', () => {
  it.each([
    ['a word that leads to another page', '/about', 'About us'],
    ['a link that skips to the text', '#main', 'Skip to content'],
    ['a heading of a table of contents', '#history', 'History'],
    ['the top of the page', '#', 'Top'],
    ['a long headline', '/2026/11/25/headline', 'Council votes to keep 14 libraries open after a long debate'],
  ])('%s', (_name, href, label) => {
    expect(linkMayCite(href, label)).toBe(false);
  });
  it('before words without identifiers', () => {
    expect(
      textMayCite(
        'Chapter 10. We left at 11. It cost $10.50, or 10.5 each. It was so in 2010, and until 2012. A hall of 40 m², 10³. Use [^a-z].',
      ),
    ).toBe(false);
  });
});
