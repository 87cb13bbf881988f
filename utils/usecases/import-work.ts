import type { ReadItem } from '../formats/read-file';
import { canonicalIdentifier, identifierFromUrl } from '../model/canonical';
import { type Identifier, identifierKey, type Scheme, sameIdentifier } from '../model/identifier';
import { plainText } from '../model/rich-text';
import type { CslItem, Work } from '../model/work';
import { workFromReference } from '../works/from-reference';
import { kindOf } from '../works/kind';

/** What provenance says of fields that came from a file. */
export const IMPORTED = 'import';

/** How many characters of a printed reference stand as a title. */
const TITLE_LENGTH = 300;

/** Every identifier that a record names its work by, canonical, each once. Parts of books share their ISBN, and are not named by it. */
function identifiersOf(csl: CslItem): readonly Identifier[] {
  const named: readonly (readonly [Scheme, string | undefined])[] = [
    ['doi', csl.DOI],
    ['pmid', csl.PMID],
    ['pmcid', csl.PMCID],
    ['isbn', csl.type === 'book' ? csl.ISBN?.split(/[\s,;]+(?=97|\d{9})/)[0] : undefined],
  ];
  const found = [
    ...named.map(([scheme, value]) => value && canonicalIdentifier(scheme, value)),
    csl.URL && identifierFromUrl(csl.URL),
  ].filter((id) => typeof id === 'object');
  return found.filter((id, i) => found.findIndex((other) => sameIdentifier(other, id)) === i);
}

/** The work of an entry in a file. A reference that was only printed is read as those on pages are, and keeps its words as its title where none is plain. */
export function importedWork(item: ReadItem, at: number): Work {
  const ids = identifiersOf(item.csl);
  const read =
    item.printed === undefined
      ? undefined
      : workFromReference({ identifiers: ids, referenceText: item.printed, url: item.csl.URL }, at);
  const { abstract, ...told } = { ...read?.csl, ...item.csl };
  const printed =
    item.printed && item.printed.length > TITLE_LENGTH
      ? `${item.printed.slice(0, TITLE_LENGTH).trimEnd()}…`
      : item.printed;
  const url = told.URL;
  const title = plainText(item.title).trim() || told.title || printed || (ids[0] ? identifierKey(ids[0]) : url);
  const csl: CslItem = {
    ...told,
    ...(title && { title }),
    id: ids[0] ? identifierKey(ids[0]) : `import:${(title ?? url ?? '').slice(0, 80)}`,
    ...(printed !== undefined && printed !== item.printed && title === printed && { note: item.printed }),
  };
  return {
    csl,
    ...(item.title.length > 0 && { title: item.title }),
    ids,
    kind: kindOf({ type: csl.type, title: csl.title, container: csl['container-title'] }).kind,
    abstract: abstract ? [{ paragraphs: abstract.split(/\n+/).map((paragraph) => [paragraph]) }] : [],
    notices: [],
    freeCopies: [],
    provenance: Object.fromEntries(Object.keys(csl).map((field) => [field, { source: IMPORTED, at }])),
  };
}

/** Whether too little is told of a work for it to be found anywhere: no identifier, no address, and no title with a name or year. */
export const isUnclear = ({ ids, csl }: Work, item: ReadItem): boolean =>
  ids.length === 0 &&
  !csl.URL &&
  (csl.title === undefined ||
    csl.title === item.printed ||
    (!csl.author?.length && !csl.editor?.length && !csl.issued));
