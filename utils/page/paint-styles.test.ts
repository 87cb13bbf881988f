import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coloursOf, forcedLook, LAYERS, nameOf, shadowCss } from './paint-styles';

const css = readFileSync(new URL('../../entrypoints/passages.css', import.meta.url), 'utf8');

it.each(LAYERS.flatMap((layer) => [false, true].map((isDark) => ({ layer, isDark }))))(
  'the style sheet paints $layer as boxes do (dark: $isDark), in both browsers, and says so by its line',
  ({ layer, isDark }) => {
    const [ground, line] = coloursOf(layer, isDark);
    const rules = [...css.matchAll(/(\S*)::highlight\(([\w-]+)\) \{([^}]*decoration: underline[^}]*)\}/g)];
    const own = rules.filter(([, , name]) => name === nameOf(layer, isDark));
    expect(own.map(([, before]) => before)).toEqual([':root', '']);
    expect(shadowCss()).toContain(`::highlight(${nameOf(layer, isDark)}){background-color:${ground};`);
    for (const [, , , declared] of own) {
      expect(declared).toContain(`background-color: ${ground};`);
      expect(declared).toMatch(new RegExp(`underline (solid|dashed|dotted|double|wavy) ${line}`));
    }
  },
);

it('tells all layers apart where colours are forced, by lines and frames alone', () => {
  const looks = LAYERS.map((layer) => forcedLook(layer));
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(LAYERS.length);
  for (const look of looks) expect(JSON.stringify(look)).not.toMatch(/background|#|rgb/);
});
