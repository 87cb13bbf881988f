import { HEADING_WORDS } from './heading-words';

/** What bioRxiv's and medRxiv's conversion of files leaves in abstracts: `O_…` opens something, `C_…` closes it, `M_…` stands between. */
const TOKEN =
  /[OCM]_(?:ST_ABS|LINKSMALLFIG|INLINEFIG|FIGCAPTION|TABLECAPTION|TEXTBOX|FLOATNOLINK|EXTLINK|SCPLOW|SCPCAP|LINK|TBL|FIG|CAPS|QD|LI|HD|BX|LT|UL)/;
const ANY = new RegExp(TOKEN.source, 'g');
/** Figures, tables and boxes with all that they hold: addresses and sizes of pictures. */
const FIGURES =
  /(?:(?:Graphical|Visual) abstract\s{0,4}(?:<p>)?)?\s{0,4}O_(FIG|TBL|INLINEFIG)(?!CAPTION)(?:(?!O_(?:FIG|TBL|INLINEFIG)(?!CAPTION))[\s\S]){0,6000}?C_\1(?!CAPTION)/gi;
/** The same cut off. */
const REST_OF_FIGURE = /O_LINKSMALLFIG[^<>]{0,400}>?|View larger version \([^()]{1,20}\):|org\.highwire\.\S{1,120}/g;
const HEADING = /(?:<(?:\w+:)?(?:title|h\d|p|b)>\s*)?O_ST_ABS([\s\S]{1,80}?)C_ST_ABS/g;

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const SIGNS = new Map([
  ...GREEK.flatMap((name, i): [string, string][] => [
    [name, String.fromCharCode(0x3b1 + i)],
    [name[0]!.toUpperCase() + name.slice(1), String.fromCharCode(0x391 + i)],
  ]),
  ['varepsilon', 'ε'],
  ['varphi', 'φ'],
  ['degrees', '°'],
  ['+/-', '±'],
  ['micro', 'µ'],
  ['le', '≤'],
  ['ge', '≥'],
  ['approx', '≈'],
  ['times', '×'],
  ['middle dot', '·'],
]);
/** `{beta}` in running text, as against TeX. */
const SIGN = /(?<![\\^_$}]|\\[A-Za-z]{1,20})\{([A-Za-z+/ -]{2,10})\}/g;

const withSigns = (markup: string): string => markup.replace(SIGN, (whole, name: string) => SIGNS.get(name) ?? whole);

/** Headings of which only the line end before the text was lost: "…awake. MethodsWe lit lamps." */
const GLUED = new RegExp(
  String.raw`(^|[>\n]|[.!?)\]}]\s*)(${HEADING_WORDS.replace(/\b[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)})(?=[A-Z0-9]|\s*<p>)`,
  'g',
);

/** Headings glued to their texts as headings of their own, where an abstract begins with one and has another. */
function unglued(markup: string): string {
  const found = [...markup.matchAll(GLUED)].filter(([, , words]) => /^[A-Z]/.test(words!));
  if (!markup.includes('<title>')) {
    const before = markup.slice(0, found[0]?.index ?? 0).replace(/<[^<>]*>/g, '');
    const isStructured = new Set(found.map(([, , words]) => words!.toLowerCase())).size > 1;
    if (!isStructured || !/^\W*(?:abstract|summary)?\W*$/i.test(before)) return markup;
  }
  return markup.replace(GLUED, (whole, mark: string, words: string) =>
    /^[A-Z]/.test(words) ? `${mark}<title>${words}</title><p>` : whole,
  );
}

/**
 * An abstract without the tokens that bioRxiv and medRxiv leave in it, whoever passes it on: headings as headings, items as
 * paragraphs, figures gone. Markup in, markup out; linear in its length. Any other abstract stays as it is.
 */
export function withoutTokens(markup: string): string {
  const hasTokens = TOKEN.test(markup);
  if (!hasTokens && markup.search(GLUED) < 0) return withSigns(markup);
  const isPlain = !/<(?:\w+:)?(?:p|sec|title|h\d|div)\b/i.test(markup);
  const parted = isPlain ? markup.replace(/\n\s*\n/g, '\n<p>') : markup;
  const cleared = hasTokens
    ? parted
        .replace(FIGURES, '<p>')
        .replace(REST_OF_FIGURE, ' ')
        .replace(HEADING, '<title>$1</title><p>')
        .replace(/[OC]_(?:SCPLOW|SCPCAP|CAPS)/g, '')
        .replace(/[OC]_(?:LI|TEXTBOX|HD|BX)/g, '<p>')
        .replace(ANY, ' ')
    : parted;
  return withSigns(unglued(cleared));
}
