/** An element of XML. Names have the prefix that is usual for their namespace, whatever the file's own: `dc:title`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its text and that of all within. */
  readonly text: string;
}

/** Usual prefixes by namespace; a file may use others. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.zotero.org/namespaces/export#': 'z',
  'http://purl.org/net/biblio#': 'bib',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://xmlns.com/foaf/0.1/': 'foaf',
  'http://prismstandard.org/namespaces/1.2/basic/': 'prism',
  'http://nwalsh.com/rdf/vCard#': 'vcard',
};

/** Nothing that an exporter writes is nested deeper. */
const DEEPEST = 60;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its references as the characters they stand for; numbers of no character stay. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()]!;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Comment or instruction; CDATA section; tag; text. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/="'!?]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([^\s<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Namespaces by the prefix that they have where an element stands; the empty one is that of names without. */
type Spaces = Readonly<Record<string, string>>;

interface Open {
  readonly own: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly spaces: Spaces;
  text: string;
}

/** The name with the usual prefix of its namespace, or as the file has it where that is none of these. */
function named(own: string, spaces: Spaces, isAttribute = false): string {
  const colon = own.indexOf(':');
  if (colon < 0 && isAttribute) return own;
  const prefix = PREFIXES[spaces[own.slice(0, Math.max(colon, 0))] ?? ''];
  return prefix ? `${prefix}:${own.slice(colon + 1)}` : own;
}

function opened(own: string, rest: string, around: Spaces): Open {
  const told = [...rest.matchAll(ATTRIBUTE)].map(([, name, double, single]): [string, string] => [
    name!,
    decoded(double ?? single ?? ''),
  ]);
  const declared = told.filter(([name]) => /^xmlns(?::|$)/.test(name));
  const spaces =
    declared.length > 0
      ? { ...around, ...Object.fromEntries(declared.map(([name, space]) => [name.slice('xmlns:'.length), space])) }
      : around;
  const attributes = Object.fromEntries(told.map(([name, value]) => [named(name, spaces, true), value]));
  return { own, name: named(own, spaces), attributes, children: [], spaces, text: '' };
}

/**
 * The root of an XML text. A worker has no DOMParser, and what it makes of ten thousand entries holds a page up for seconds. Linear in the
 * text's length.
 *
 * @returns undefined where the text is not well-formed, or declares entities of its own, which could grow without end.
 */
export function readXmlTree(text: string): XmlElement | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return undefined;
  const open: Open[] = [];
  let root: XmlElement | undefined;
  const close = ({ name, attributes, children, text }: Open): void => {
    const done = { name, attributes, children, text };
    const parent = open.at(-1);
    if (!parent) {
      root = done;
      return;
    }
    parent.text += done.text;
    if (open.length <= DEEPEST) parent.children.push(done);
  };
  TOKEN.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    const [, characters, slash, own, rest = '', isEmpty, words] = found;
    const inside = open.at(-1);
    if (own === undefined) {
      const more = characters ?? (words === undefined ? '' : decoded(words));
      if (inside) inside.text += more;
      else if (more.trim()) return undefined;
    } else if (slash) {
      if (inside?.own !== own) return undefined;
      close(open.pop()!);
    } else {
      if (!inside && root) return undefined;
      const element = opened(own, rest, inside?.spaces ?? {});
      if (isEmpty) close(element);
      else open.push(element);
    }
  }
  return open.length === 0 ? root : undefined;
}
