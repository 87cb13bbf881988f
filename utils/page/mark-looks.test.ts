import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MARK_LINES } from './mark-looks';

it('has a line of its own for every mark of the style sheet', () => {
  const css = readFileSync(new URL('../../entrypoints/marks.css', import.meta.url), 'utf8');
  const names = new Set([...css.matchAll(/::highlight\(([\w-]+)\)/g)].map(([, name]) => name!));
  expect([...names].sort()).toEqual(Object.keys(MARK_LINES).sort());
  expect(new Set(Object.values(MARK_LINES).map((look) => JSON.stringify(look))).size).toBe(names.size);
});
