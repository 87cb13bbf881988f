import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MARK_LINES } from './mark-looks';

const namesIn = (path: string): ReadonlySet<string> => {
  const css = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  return new Set([...css.matchAll(/::highlight\(([\w-]+)\)/g)].map(([, name]) => name!));
};

it('has a line of its own for every mark of the style sheet', () => {
  const names = namesIn('entrypoints/marks.css');
  expect(names).toEqual(namesIn('components/own-marks.css'));
  expect([...names].sort()).toEqual(Object.keys(MARK_LINES).sort());
  expect(new Set(Object.values(MARK_LINES).map((look) => JSON.stringify(look))).size).toBe(names.size);
});
