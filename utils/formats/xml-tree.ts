import { XmlElement as Parsed, parseXml } from '@rgrove/parse-xml';

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

/** Namespaces by the prefix that they have where an element stands; the empty one is that of names without. */
type Spaces = Readonly<Record<string, string>>;

/** The name with the usual prefix of its namespace, or as the file has it where that is none of these. */
function named(own: string, spaces: Spaces, isAttribute = false): string {
  const colon = own.indexOf(':');
  if (colon < 0 && isAttribute) return own;
  const prefix = PREFIXES[spaces[own.slice(0, Math.max(colon, 0))] ?? ''];
  return prefix ? `${prefix}:${own.slice(colon + 1)}` : own;
}

function treeOf(parsed: Parsed, around: Spaces): XmlElement {
  const told = Object.entries(parsed.attributes);
  const declared = told.filter(([name]) => /^xmlns(?::|$)/.test(name));
  const spaces =
    declared.length > 0
      ? { ...around, ...Object.fromEntries(declared.map(([name, space]) => [name.slice('xmlns:'.length), space])) }
      : around;
  return {
    name: named(parsed.name, spaces),
    attributes: Object.fromEntries(told.map(([name, value]) => [named(name, spaces, true), value])),
    children: parsed.children.flatMap((child) => (child instanceof Parsed ? [treeOf(child, spaces)] : [])),
    text: parsed.text,
  };
}

/**
 * The root of an XML text. A worker has no DOMParser, and what it makes of ten thousand entries holds a page up for seconds.
 *
 * @returns undefined where the text is not well-formed, is nested deeper than the stack, or declares entities of its own,
 *   which could grow without end.
 */
export function readXmlTree(text: string): XmlElement | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return undefined;
  try {
    const { root } = parseXml(text.trim());
    return root ? treeOf(root, {}) : undefined;
  } catch {
    return undefined;
  }
}
