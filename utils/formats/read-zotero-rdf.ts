import { plainText } from '../model/rich-text';
import type { CslItem, CslName } from '../model/work';
import { readIsoDate, readPrintedDate } from './read-date';
import { type BrokenEntry, brokenEntry, known, type ReadFile, type ReadItem, tagsFrom } from './read-file';
import { readTitle } from './read-title';
import type { XmlElement } from './xml-tree';

/** Zotero's item types by CSL's; `document` for any other. */
const TYPES: Readonly<Record<string, string>> = {
  artwork: 'graphic',
  bill: 'bill',
  blogPost: 'post-weblog',
  book: 'book',
  bookSection: 'chapter',
  case: 'legal_case',
  computerProgram: 'software',
  conferencePaper: 'paper-conference',
  dataset: 'dataset',
  dictionaryEntry: 'entry-dictionary',
  encyclopediaArticle: 'entry-encyclopedia',
  film: 'motion_picture',
  hearing: 'hearing',
  interview: 'interview',
  journalArticle: 'article-journal',
  letter: 'personal_communication',
  magazineArticle: 'article-magazine',
  manuscript: 'manuscript',
  map: 'map',
  newspaperArticle: 'article-newspaper',
  patent: 'patent',
  preprint: 'article',
  presentation: 'speech',
  report: 'report',
  standard: 'standard',
  statute: 'legislation',
  thesis: 'thesis',
  webpage: 'webpage',
};

/** Elements of the list that are no works: what a work refers to, notes, files and collections. */
const BESIDE = /^(?:bib:(?:Journal|Memo|Periodical|Series)|z:(?:Attachment|Collection|UserItem|BlogSite|Website))$/;

const child = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined =>
  element?.children.find(({ name }) => names.includes(name));
const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((one) => one.name === name) ?? [];
const words = (element: XmlElement | undefined): string | undefined =>
  element?.text.replace(/\s+/g, ' ').trim() || undefined;

function names(element: XmlElement | undefined): readonly CslName[] {
  return all(child(element, 'rdf:Seq'), 'rdf:li').flatMap((entry): CslName[] => {
    const person = child(entry, 'foaf:Person');
    const family = words(child(person, 'foaf:surname'));
    const given = words(child(person, 'foaf:givenName', 'foaf:givenname'));
    if (!family) return given ? [{ literal: given }] : [];
    return [given ? { family, given } : { literal: family }];
  });
}

/** What an element is part of: written within it, or elsewhere in the file under an address. */
function hosts(work: XmlElement, byAddress: ReadonlyMap<string, XmlElement>): readonly XmlElement[] {
  return all(work, 'dcterms:isPartOf').flatMap((part) => {
    const elsewhere = byAddress.get(part.attributes['rdf:resource'] ?? '');
    return elsewhere ? [elsewhere] : part.children;
  });
}

/** `DOI 10.1000/1`: what follows the name in the identifiers of a work and of what it is in. */
function identifier(elements: readonly XmlElement[], scheme: string): string | undefined {
  for (const element of elements)
    for (const one of all(element, 'dc:identifier')) {
      const found = new RegExp(`^\\s*${scheme}:?\\s*(\\S.*)$`, 'i').exec(one.text);
      if (found) return found[1]!.trim();
    }
  return undefined;
}

function readWork(work: XmlElement, byAddress: ReadonlyMap<string, XmlElement>): ReadItem {
  const within = hosts(work, byAddress);
  const series = within.find(({ name }) => name === 'bib:Series');
  const host = within.find((one) => one !== series);
  const from = [work, ...within];
  const first = (name: string): string | undefined => from.map((one) => words(child(one, name))).find(Boolean);
  const type = TYPES[words(child(work, 'z:itemType')) ?? ''] ?? 'document';
  const isPeriodical = /^article-/.test(type);
  const publisher = child(child(work, 'dc:publisher'), 'foaf:Organization');
  const address = all(work, 'dc:identifier')
    .map((one) => words(child(one, 'dcterms:URI')))
    .find(Boolean);
  const about = work.attributes['rdf:about'] ?? '';
  const date = words(child(work, 'dc:date'));
  const number = first('prism:number');
  const title = readTitle(words(child(work, 'dc:title')) ?? '');
  const memos = all(work, 'dcterms:isReferencedBy').map(({ attributes }) =>
    byAddress.get(attributes['rdf:resource'] ?? ''),
  );
  const csl: CslItem = {
    id: '',
    type,
    ...known({
      title: plainText(title),
      author: names(child(work, 'bib:authors', 'z:inventors', 'z:programmers', 'z:presenters')),
      editor: names(child(work, 'bib:editors')),
      translator: names(child(work, 'z:translators')),
      'container-title': words(child(host, 'dc:title')),
      'collection-title': words(child(series, 'dc:title')),
      issued: readIsoDate(date) ?? readPrintedDate(date) ?? (date ? { literal: date } : undefined),
      volume: first('prism:volume'),
      [isPeriodical ? 'issue' : 'number']: number,
      page: words(child(work, 'bib:pages')),
      edition: words(child(work, 'prism:edition')),
      publisher: words(child(publisher, 'foaf:name')),
      'publisher-place': words(child(child(child(publisher, 'vcard:adr'), 'vcard:Address'), 'vcard:locality')),
      genre: words(child(work, 'z:type')),
      language: words(child(work, 'z:language')),
      abstract: words(child(work, 'dcterms:abstract')),
      accessed: readIsoDate(words(child(work, 'dcterms:dateSubmitted'))?.slice(0, 10)),
      DOI: identifier(from, 'DOI'),
      ISBN: identifier(from, 'ISBN'),
      ISSN: identifier(from, 'ISSN'),
      URL: address ?? (/^https?:/i.test(about) ? about : undefined),
    }),
  };
  return {
    csl,
    title,
    // Notes are markup in text; only their words are taken.
    remark: memos
      .map((memo) =>
        words(child(memo, 'rdf:value'))
          ?.replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(Boolean)
      .join('\n\n'),
    tags: tagsFrom(all(work, 'dc:subject').map(({ text }) => text)),
  };
}

/** Works of a Zotero RDF export, with their notes as remarks and their tags. */
export function readZoteroRdf(root: XmlElement): ReadFile {
  const byAddress = new Map<string, XmlElement>();
  for (const one of root.children) if (one.attributes['rdf:about']) byAddress.set(one.attributes['rdf:about'], one);
  const items: ReadItem[] = [];
  const broken: BrokenEntry[] = [];
  for (const [i, element] of root.children.entries()) {
    if (BESIDE.test(element.name)) continue;
    const { csl, ...rest } = readWork(element, byAddress);
    if (csl.title || csl.DOI || csl.ISBN || csl.URL) items.push({ csl, ...rest });
    else broken.push(brokenEntry(['entry', i + 1], 'whyNoTitle', element.text.trim()));
  }
  return { items, passages: [], broken };
}
