import { type Citation, citationIdentifiers } from './citation';
import { identifierKey } from './identifier';
import type { PageSays } from './page-names';

/** A work or note that a page cites, with all its places. */
export interface OutlinedWork {
  /** The citation that tells most of it: the first that names an identifier or has an entry, else the first. */
  readonly citation: Citation;
  /** Numbers of its citations, in document order. */
  readonly places: readonly number[];
}

/** What one frame tells the side panel of itself. */
export interface Outline {
  readonly says: PageSays;
  /** The document's own title, as written. */
  readonly title: string;
  /** Whether everything that was on the page has been looked at. */
  readonly settled: boolean;
  /** Works in order of appearance. */
  readonly works: readonly OutlinedWork[];
  /** Numbers of all citations in document order. A number stays with its citation as long as the page has it. */
  readonly order: readonly number[];
  /** Ids of saved passages that are not found on the page. */
  readonly missing: readonly string[];
}

/** A citation with the number it is known by. */
export interface Numbered {
  readonly citation: Citation;
  readonly place: number;
}

/** Names under which two citations of one work meet: identifiers, the entry, else the address, else what is printed. */
function namesOf(citation: Citation): readonly string[] {
  const ids = citationIdentifiers(citation).map(identifierKey);
  const { reference, url, label, kind } = citation;
  if (reference) return [...ids, `entry:${reference.text}`];
  if (ids.length > 0) return ids;
  return [url ? `url:${url.split('#')[0]}` : `${kind}:${label}`];
}

const tells = ({ reference, identifiers }: Citation): number => (reference ? 2 : 0) + (identifiers.length > 0 ? 1 : 0);

/** Puts citations of one work together. Give it more of a page's citations, in document order, as often as there are some. */
export function createGrouping(): { add(citations: readonly Numbered[]): void; works(): readonly OutlinedWork[] } {
  const groups: { citation: Citation; places: number[] }[] = [];
  const byName = new Map<string, (typeof groups)[number]>();
  return {
    add(citations) {
      for (const { citation, place } of citations) {
        const names = namesOf(citation);
        let group = names.map((name) => byName.get(name)).find((known) => known !== undefined);
        if (!group) {
          group = { citation, places: [] };
          groups.push(group);
        }
        group.places.push(place);
        if (tells(citation) > tells(group.citation)) group.citation = citation;
        for (const name of names) if (!byName.has(name)) byName.set(name, group);
      }
    },
    works: () => groups,
  };
}
