import CSL from 'citeproc';
import type { Bibliography } from './bibliography-page';
import { escapeHtml } from './html-escape';

/** Why a style cannot be used. Never anything that a reader could not understand. */
export class StyleFault extends Error {}

/** The marks that citeproc writes and word processors know. */
const KEPT =
  /^<(?:\/?(?:i|b|sup|sub)|\/span|span style="(?:font-variant:\s?small-caps|text-decoration:\s?underline|font-style:\s?normal|font-weight:\s?normal|font-variant:\s?normal);")>$/;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/** The characters that markup without elements stands for. */
const decoded = (markup: string): string =>
  markup.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? whole),
  );

const tidy = (text: string): string => text.replace(/[ \t\n]+/g, ' ').trim();

/** An entry of citeproc's own markup as marks that are allowed: of its boxes only the space between them is left. */
function entry(markup: string): { readonly html: string; readonly text: string } {
  const spaced = markup.replace(/<\/?div[^>]*>/g, ' ');
  const html = spaced
    .split(/(<[^>]*>)/)
    .map((part, i) => (i % 2 ? (KEPT.test(part) ? part : '') : escapeHtml(decoded(part))));
  return { html: tidy(html.join('')), text: tidy(decoded(spaced.replace(/<[^>]*>/g, ''))) };
}

/**
 * Works as a bibliography in a style of the Citation Style Language, by citeproc-js. Long lists take seconds: run it in a worker.
 *
 * @param records - CSL-JSON, as `csl-json.ts` writes it.
 * @param style - A CSL style that stands by itself.
 * @param locales - Words of the languages there are, by tag; the first is taken for those that are not.
 * @throws {StyleFault} Where the style cannot be used.
 */
export function bibliographyOf(
  records: string,
  style: string,
  locales: Readonly<Record<string, string>>,
): Bibliography {
  if (!/<style\b/.test(style)) throw new StyleFault('This is not a style of the Citation Style Language.');
  const parent = /<link\b[^>]*\brel="independent-parent"[^>]*>/.exec(style)?.[0];
  if (parent) {
    const name = /href="[^"]*?([^/"]+)"/.exec(parent)?.[1] ?? 'another style';
    throw new StyleFault(`This style only points to another one, ${name}. Open that one.`);
  }
  if (!/<bibliography\b/.test(style)) throw new StyleFault('This style has no bibliography.');
  const items = new Map((JSON.parse(records) as { id: string }[]).map((item) => [item.id, item]));
  const first = Object.values(locales)[0]!;
  let entries: readonly string[];
  try {
    const engine = new CSL.Engine(
      { retrieveLocale: (language) => locales[language] ?? first, retrieveItem: (id) => items.get(id) },
      style,
    );
    engine.updateItems([...items.keys()]);
    entries = (engine.makeBibliography() || [undefined, []])[1];
  } catch (error) {
    throw new StyleFault(`This style cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = entries.map(entry);
  return { html: read.map(({ html }) => html), text: read.map(({ text }) => text) };
}
