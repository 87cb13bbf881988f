import { canonicalIdentifier, identifiersInText } from '../model/canonical';
import { type Identifier, identifierKey, type Scheme } from '../model/identifier';
import type { CslItem } from '../model/work';
import { type BrokenEntry, brokenEntry, known, type ReadFile, type ReadItem } from './read-file';

/** Longest line that is taken for a reference. */
const LONGEST = 4000;

/** What only the source of a page has: its words are no reference, but what it names can be known. Marks in titles are other tags. */
const MARKUP =
  /<(?:!doctype|\/?(?:html|head|body|main|div|p|li|[uod]l|table|t[rdh]|a|span|script|style|meta|link|h[1-6])[\s>])/i;

/** A line that is nothing but an identifier without its name: only schemes that cannot be mistaken. */
function bareIdentifier(line: string): Identifier | undefined {
  if (/^\d{5,8}$/.test(line)) return canonicalIdentifier('pmid', line);
  if (/^\d{4}\.\d{4,5}(?:v\d+)?$/.test(line)) return canonicalIdentifier('arxiv', line);
  return /^[\d -]{9,17}[\dXx]$/.test(line) ? canonicalIdentifier('isbn', line) : undefined;
}

/** The fields of a record that its identifiers fill. */
function identified(ids: readonly Identifier[]): Partial<CslItem> {
  const value = (scheme: Scheme): string | undefined => ids.find((id) => id.scheme === scheme)?.value;
  const arxiv = value('arxiv');
  return known({
    DOI: value('doi'),
    PMID: value('pmid'),
    PMCID: value('pmcid'),
    ISBN: value('isbn'),
    URL: arxiv && `https://arxiv.org/abs/${arxiv}`,
  });
}

/**
 * Works of a list, one a line: identifiers, addresses or printed references. Numbering before a reference is left out; a line that is
 * neither is broken.
 */
export function readList(text: string): ReadFile {
  const items: ReadItem[] = [];
  const broken: BrokenEntry[] = [];
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/[\r\n\u2028\u2029]+/)
    .entries()) {
    const line = raw.trim().replace(/^(?:\[\d{1,4}\]|\d{1,4}[.)]|[-*•])\s+/, '');
    if (!line) continue;
    const bare = bareIdentifier(line);
    const found = line.length <= LONGEST ? identifiersInText(line) : [];
    const named = new Map(found.map(({ identifier }) => [identifierKey(identifier), identifier]));
    const ids = bare ? [bare] : [...named.values()];
    const words = found.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), line);
    const isPrinted =
      /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(words) && words.length >= 20 && line.length <= LONGEST && !MARKUP.test(line);
    const isAddress = /^https?:\/\/\S+$/i.test(line);
    if (ids.length === 0 && !isPrinted && !isAddress) {
      broken.push(brokenEntry(['line', i + 1], 'whyNeither', line));
      continue;
    }
    // Several names without words between them are several works.
    const groups = isPrinted || ids.length === 0 ? [ids] : ids.map((id) => [id]);
    for (const group of groups) {
      items.push({
        csl: {
          id: '',
          type: 'document',
          ...identified(group),
          ...(isAddress && group.length === 0 ? { URL: line } : {}),
        },
        title: [],
        remark: '',
        tags: [],
        ...(isPrinted && { printed: line }),
      });
    }
  }
  return { items, passages: [], broken };
}
