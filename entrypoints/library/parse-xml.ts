import type { XmlElement } from '../../utils/formats/read-zotero-rdf';

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

/** The name with the usual prefix of its namespace, or as the file has it where that is none of these. */
function named(node: Element | Attr, own: string): string {
  const prefix = PREFIXES[node.namespaceURI ?? ''];
  return prefix ? `${prefix}:${node.localName}` : own;
}

function tree(element: Element, depth: number): XmlElement {
  return {
    name: named(element, element.tagName),
    attributes: Object.fromEntries([...element.attributes].map((one) => [named(one, one.name), one.value])),
    children: depth < DEEPEST ? [...element.children].map((one) => tree(one, depth + 1)) : [],
    text: element.textContent ?? '',
  };
}

/** The root of an XML text; undefined where it is not well-formed, or declares entities of its own, which could grow without end. */
export function parseXml(text: string): XmlElement | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return undefined;
  const { documentElement } = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ''), 'application/xml');
  return documentElement.getElementsByTagName('parsererror').length > 0 || documentElement.localName === 'parsererror'
    ? undefined
    : tree(documentElement, 0);
}
