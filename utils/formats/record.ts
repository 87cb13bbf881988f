import type { Scheme } from '../model/identifier';
import type { ReadingItem } from '../model/reading-item';
import { type Inline, sectionText } from '../model/rich-text';
import type { CslItem } from '../model/work';

/** The marked-up title of an item; empty where it has none. */
export function itemTitle(item: ReadingItem): readonly Inline[] {
  return item.work.title ?? (item.work.csl.title ? [item.work.csl.title] : []);
}

/**
 * The record that every format writes: the work's CSL fields, completed from what is known beside them (identifiers,
 * abstract as text with its headings, one paragraph a line).
 */
export function itemRecord(item: ReadingItem): CslItem {
  const { csl, ids, abstract } = item.work;
  const named = (scheme: Scheme): string | undefined => ids.find((id) => id.scheme === scheme)?.value;
  const text = abstract
    .map((section) => (section.heading ? `${section.heading}: ${sectionText(section)}` : sectionText(section)))
    .join('\n');
  const arxiv = named('arxiv');
  const known = {
    DOI: csl.DOI ?? named('doi'),
    PMID: csl.PMID ?? named('pmid'),
    PMCID: csl.PMCID ?? named('pmcid'),
    ISBN: csl.ISBN ?? named('isbn'),
    URL: csl.URL ?? named('url') ?? (arxiv ? `https://arxiv.org/abs/${arxiv}` : undefined),
    abstract: text || csl.abstract,
  };
  return { ...csl, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value)) };
}
