import { readHypothesis, readWebAnnotation } from './read-annotations';
import { readBibtex } from './read-bibtex';
import { readCslJson } from './read-csl-json';
import { brokenEntry, type ReadFile, unreadable } from './read-file';
import { readList } from './read-list';
import { readNbib } from './read-nbib';
import { readReadwise } from './read-readwise';
import { readRis } from './read-ris';
import { readZoteroRdf } from './read-zotero-rdf';
import { readXmlTree } from './xml-tree';

export type { BrokenEntry, ReadFile, ReadItem, ReadPassage } from './read-file';

/** How one kind of file is recognised and read. Pure; never throws. */
export interface Reader {
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** Whether a text looks like a file of this kind, from its beginning. */
  recognises(beginning: string): boolean;
  read(text: string): ReadFile;
}

const JSON_START = /^\s*[[{]/;

/** Every kind of file that is read, the most telling first; the last takes anything. */
export const READERS: readonly Reader[] = [
  {
    id: 'web-annotation',
    label: 'Web Annotation',
    recognises: (text) =>
      JSON_START.test(text) && /ns\/anno|TextQuoteSelector/.test(text) && !/"rows"|"uri"\s*:/.test(text),
    read: readWebAnnotation,
  },
  {
    id: 'hypothesis',
    label: 'Hypothesis JSON',
    recognises: (text) => JSON_START.test(text) && /"rows"\s*:|"annotations"\s*:|"uri"\s*:/.test(text),
    read: readHypothesis,
  },
  {
    id: 'zotero-rdf',
    label: 'Zotero RDF',
    recognises: (text) => /<rdf:RDF[\s>]|www\.zotero\.org\/namespaces\/export#/.test(text) && /^\s*</.test(text),
    read(text) {
      const root = readXmlTree(text);
      if (root) return readZoteroRdf(root);
      // Of a file that was cut, the entries before the cut are whole.
      const cut = text.lastIndexOf('\n    </') + 1;
      const end = cut && text.indexOf('>', cut) + 1;
      const before = end ? readXmlTree(`${text.slice(0, end)}</rdf:RDF>`) : undefined;
      if (!before) return unreadable('whyNotXml', text);
      const read = readZoteroRdf(before);
      return { ...read, broken: [...read.broken, brokenEntry(['file'], 'whyNotXml', text.slice(end).trim())] };
    },
  },
  { id: 'csl-json', label: 'CSL-JSON', recognises: (text) => JSON_START.test(text), read: readCslJson },
  {
    id: 'readwise',
    label: 'Readwise CSV',
    recognises: (text) => /^\uFEFF?[^\n]*\bhighlight\b[^\n]*,/i.test(text),
    read: readReadwise,
  },
  { id: 'ris', label: 'RIS', recognises: (text) => /^\s*TY {1,2}- /m.test(text), read: readRis },
  { id: 'nbib', label: 'PubMed', recognises: (text) => /^(?:PMID|OWN|STAT) *- /m.test(text), read: readNbib },
  {
    id: 'bibtex',
    label: 'BibTeX, BibLaTeX',
    recognises: (text) => /^\s*@[a-z]+\s*[{(]/im.test(text),
    read: readBibtex,
  },
  { id: 'list', label: 'List of identifiers or references', recognises: () => true, read: readList },
];

/** How much of a file its kind is told by, characters. */
const BEGINNING = 20_000;

/** The reader for a text: whatever its name, a file is what its content says. */
export const readerFor = (text: string): Reader => {
  const beginning = text.slice(0, BEGINNING).replace(/^\uFEFF/, '');
  return READERS.find((reader) => reader.recognises(beginning))!;
};
