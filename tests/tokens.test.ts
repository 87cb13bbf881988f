import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../components/${name}.css`, import.meta.url), 'utf8');
const [usual = '', more = ''] = `${read('mark-tokens')}${read('tokens')}`.split('@media (prefers-contrast: more)');

/** The colour of a token, `#rrggbb`, for who wants colours of a scheme; where `isMore`, for who asks for more contrast. */
function colourOf(name: string, scheme: 'light' | 'dark', isMore = false): string {
  const own = isMore ? new RegExp(`--${name}: var\\(--([\\w-]+)\\)`).exec(more)?.[1] : undefined;
  if (own) return colourOf(own, scheme);
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(usual) ?? [];
  const colour = scheme === 'light' ? light : dark;
  if (!colour) throw new Error(`There is no colour --${name}.`);
  return colour;
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const PAPERS = ['paper', 'paper-sunk', 'paper-raised'];
const INKS = ['ink', 'ink-soft', 'ink-faint', 'link', 'kind', 'alarm', 'care', 'good'];
const ON_OWN = [
  ['on-accent', 'accent'],
  ['paper', 'alarm'],
  ['alarm', 'alarm-paper'],
  ['care', 'care-paper'],
  ['good', 'good-paper'],
  ...['yellow', 'green', 'blue', 'pink', 'purple'].map((name) => ['ink', `mark-${name}`] as const),
] as const;
const PAIRS = [...INKS.flatMap((ink) => PAPERS.map((paper) => [ink, paper] as const)), ...ON_OWN];

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  it.each(PAIRS)('%s can be read on %s', (ink, paper) => {
    expect(contrast(colourOf(ink!, scheme), colourOf(paper!, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['ink-soft', 'ink-faint', 'line', 'line-strong'])('%s stands out for who asks for more contrast', (name) => {
    for (const paper of PAPERS)
      expect(contrast(colourOf(name, scheme, true), colourOf(paper, scheme))).toBeGreaterThanOrEqual(7);
  });
});
