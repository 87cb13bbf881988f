import { COLOURS } from '../model/passage';

/** What is painted, weakest first: what comes later is painted above. */
export const LAYERS = [...COLOURS, 'claim', 'target'] as const;
/** One of {@link LAYERS}. */
export type Layer = (typeof LAYERS)[number];

interface Look {
  /** Ground and line on light pages and on dark ones. */
  readonly light: readonly [ground: string, line: string];
  readonly dark: readonly [ground: string, line: string];
  /** The second cue, for readers who do not see the colours apart. */
  readonly line: string;
}

/** As in `entrypoints/passages.css`. Grounds are translucent, so that whatever the page prints in stays readable; the line tells the colours apart. */
const LOOKS: Record<Layer, Look> = {
  yellow: { light: ['#ffe16699', '#a58200'], dark: ['#e0c24d47', '#e0c24d'], line: 'solid' },
  green: { light: ['#9fe09699', '#3c8a45'], dark: ['#84cf8c47', '#84cf8c'], line: 'dashed' },
  blue: { light: ['#a5cffa99', '#2f74b8'], dark: ['#86bdf247', '#86bdf2'], line: 'dotted' },
  pink: { light: ['#f8b4cb99', '#b8426b'], dark: ['#f094b347', '#f094b3'], line: 'double' },
  purple: { light: ['#cdb8f499', '#7650b8'], dark: ['#bfa3f04d', '#bfa3f0'], line: 'wavy' },
  claim: { light: ['#ffd98a66', '#8a4a0c'], dark: ['#e3ac6c40', '#e3ac6c'], line: 'solid' },
  target: { light: ['#ffb347b3', '#8a4a0c'], dark: ['#e3ac6c73', '#ffd9a0'], line: 'solid' },
};

/**
 * Name under which a layer is registered, on a light ground or a dark one, as `entrypoints/passages.css` has it. The page can
 * see it, so it says nothing of whose it is.
 */
export const nameOf = (layer: Layer, isDark: boolean): string =>
  `mark-${LAYERS.indexOf(layer) + 1}${isDark ? '-dark' : ''}`;

/** Colours of one layer. */
export const coloursOf = (layer: Layer, isDark: boolean): readonly [ground: string, line: string] =>
  LOOKS[layer][isDark ? 'dark' : 'light'];

/** The border that stands for a layer's line where text cannot be underlined. Borders know no waves. */
const borderOf = (layer: Layer, isDark: boolean): string => {
  const { line } = LOOKS[layer];
  const style = line === 'wavy' ? 'ridge' : line;
  return `${style === 'double' || style === 'ridge' ? 3 : 2}px ${style} ${coloursOf(layer, isDark)[1]}`;
};

/** How a box stands for a layer that cannot be painted. */
export const boxLook = (layer: Layer, isDark: boolean): Readonly<Record<string, string>> => ({
  mixBlendMode: isDark ? 'screen' : 'multiply',
  background: coloursOf(layer, isDark)[0],
  borderBottom: borderOf(layer, isDark),
});

/**
 * How a box stands for a layer where colours are forced: passages by the style of their line, as everywhere, a wave by two
 * lines; claims and targets by a frame.
 * All in the reader's own colour for what is highlighted, and nothing over the words.
 */
export function forcedLook(layer: Layer): Readonly<Record<string, string>> {
  // The name as a style declaration has it.
  const all = { forcedColorAdjust: 'none' };
  const own = 'solid Highlight';
  if (layer === 'claim' || layer === 'target') return { ...all, outline: `${layer === 'claim' ? 1 : 3}px ${own}` };
  const { line } = LOOKS[layer];
  if (line !== 'wavy') return { ...all, borderBottom: `3px ${line} Highlight` };
  return { ...all, borderTop: `1px ${own}`, borderBottom: `2px ${own}` };
}

/**
 * The rules for shadow roots, for browsers in which highlights inherit nothing from the document's root. Forced colours are
 * the reader's own, and left to the browser there.
 */
export const shadowCss = (): string =>
  LAYERS.flatMap((layer) =>
    [false, true].map((isDark) => {
      const [ground, line] = coloursOf(layer, isDark);
      return `::highlight(${nameOf(layer, isDark)}){background-color:${ground};text-decoration:underline ${LOOKS[layer].line} ${line} 1.5px}`;
    }),
  ).join('');
