import { decodeEntities } from '../works/entities';
import { list, type Shape, shape } from './shape';

/** What is read of a web page: what it says of itself, and its headings and paragraphs in order, as markup. */
export interface HtmlPage {
  readonly title: string;
  /** Contents of meta elements by name or property in lower case, in the page's order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Objects of its JSON-LD, graphs unfolded. */
  readonly linkedData: readonly Shape[];
  readonly blocks: readonly { readonly tag: string; readonly markup: string }[];
}

/** Longest page that is looked through, UTF-16 units: what it says of itself and how it begins come early. */
const LONGEST = 1_500_000;
const MOST_BLOCKS = 400;

/** Elements with another subject than the page's: navigation, notices, forms, code. */
const ASIDE = /^(?:script|style|noscript|template|svg|nav|aside|footer|header|form|iframe|select|button|figure)$/i;
const BLOCK = /^(?:h[1-6]|p|li|dt|dd|td|blockquote)$/i;
const TAG = /<(?:(!--)|(\/?)([a-z][\w-]*)([^<>]*))>|<(!--)/gi;

const attribute = (raw: string, name: string): string => {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(raw);
  return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
};

/** The page in an HTML text, in whatever state that is. Scripts are never run, only JSON-LD is read. */
export function readHtml(body: string): HtmlPage {
  const html = body.slice(0, LONGEST);
  const meta = new Map<string, string[]>();
  const linkedData: Shape[] = [];
  const blocks: { tag: string; markup: string }[] = [];
  let title = '';
  let aside: { readonly name: string; depth: number } | undefined;
  let block: { readonly tag: string; readonly from: number } | undefined;
  const end = (at: number) => {
    if (block && blocks.length < MOST_BLOCKS) blocks.push({ tag: block.tag, markup: html.slice(block.from, at) });
    block = undefined;
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const [, , slash, rawName, rest = ''] = match;
    if (!rawName) {
      const close = html.indexOf('-->', match.index + 4);
      if (close < 0) break;
      TAG.lastIndex = close + 3;
      continue;
    }
    const name = rawName.toLowerCase();
    const isOpening = !slash;
    if (aside) {
      if (name === aside.name) aside.depth += isOpening ? 1 : -1;
      if (aside.depth === 0) aside = undefined;
      continue;
    }
    if (name === 'script' && isOpening) {
      const close = html.indexOf('</script', TAG.lastIndex);
      if (close < 0) break;
      if (/application\/ld\+json/i.test(rest)) linkedData.push(...unfold(html.slice(TAG.lastIndex, close)));
      TAG.lastIndex = close;
    } else if (ASIDE.test(name) && isOpening && !rest.endsWith('/')) {
      end(match.index);
      aside = { name, depth: 1 };
    } else if (name === 'meta' && isOpening) {
      const key = (attribute(rest, 'name') || attribute(rest, 'property')).toLowerCase();
      const content = attribute(rest, 'content').slice(0, 20_000);
      if (key && content) meta.set(key, [...(meta.get(key) ?? []), content].slice(0, 500));
    } else if (name === 'title' && isOpening && !title) {
      const close = html.indexOf('</title', TAG.lastIndex);
      title = decodeEntities(html.slice(TAG.lastIndex, close < 0 ? TAG.lastIndex : close)).trim();
    } else if (BLOCK.test(name)) {
      end(match.index);
      if (isOpening) block = { tag: name, from: TAG.lastIndex };
    } else if (block && /^(?:div|section|article|main|ul|ol|table|dl)$/.test(name)) end(match.index);
  }
  return { title, meta, linkedData, blocks };
}

function unfold(json: string): Shape[] {
  try {
    return list(JSON.parse(json))
      .slice(0, 50)
      .map(shape)
      .flatMap((item) => [item, ...list(item['@graph']).slice(0, 50).map(shape)]);
  } catch {
    // A page's broken JSON-LD is the page's matter; the rest of it still tells something.
    return [];
  }
}
