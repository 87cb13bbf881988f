import { type Citation, citationIdentifiers } from '../model/citation';
import type { Identifier } from '../model/identifier';
import type { Outline } from '../model/outline';
import { pageAbout } from '../model/page-about';
import { pageKeys } from '../model/page-key';
import { factsOf, type PageSays } from '../model/page-names';
import type { Work } from '../model/work';
import { workKeys } from './reading-list';
import { thinWork } from './thin-work';

/** Where one citation stands in a tab. */
export interface Place {
  readonly frameId: number;
  /** Its number in the outline of that frame. */
  readonly number: number;
}

/** A work that a page cites, as far as the page itself tells. */
export interface CitedWork {
  readonly id: string;
  readonly citation: Citation;
  readonly work: Work;
  readonly identifiers: readonly Identifier[];
  /** Under which the reading list has it, if it does. */
  readonly keys: readonly string[];
  readonly places: readonly Place[];
}

/** Reads what a page says of cited works, each printed reference once: a page tells all of them anew whenever it changes. */
export function createPageReader(at: number): (citation: Citation) => Work {
  const known = new Map<string, Work>();
  return (citation) => {
    const { identifiers, reference, url, label } = citation;
    const key = JSON.stringify([identifiers, reference, url, label]);
    const work = known.get(key) ?? thinWork(citation, at);
    known.set(key, work);
    return work;
  };
}

/** The works cited in one frame, in order of appearance. */
export const citedWorks = (
  frameId: number,
  outline: Outline,
  read: (citation: Citation) => Work,
): readonly CitedWork[] =>
  outline.works.map(({ citation, places }) => {
    const identifiers = citationIdentifiers(citation);
    const question = { identifiers, referenceText: citation.reference?.text, url: citation.url };
    return {
      id: `${frameId} ${places[0]}`,
      citation,
      work: read(citation),
      identifiers,
      keys: workKeys({ ids: [] }, question),
      places: places.map((number) => ({ frameId, number })),
    };
  });

/** The keys under which passages of a document that says so are kept. */
export const keysOfPage = (says: PageSays): readonly string[] =>
  pageKeys({ ...factsOf(says), identifiers: pageAbout(says).identifiers });
