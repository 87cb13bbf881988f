import { type Citation, citationIdentifiers } from '../model/citation';
import { type Identifier, identifierKey } from '../model/identifier';
import type { Work } from '../model/work';
import type { Source } from '../sources/source';
import { mergeWorks } from '../works/merge';
import { cacheKey, type RecordCache } from './look-up-ports';

/**
 * What the cache already knows of a citation's work, merged from all services, without any request. Names learnt from one
 * record (a PMID beside the DOI) are followed once to the records under them.
 *
 * @returns The work; undefined where no service has been asked, or none knew it.
 */
export async function findKnownWork(
  citation: Citation,
  cache: RecordCache,
  sources: readonly Source[],
): Promise<Work | undefined> {
  const recordsOf = async (ids: readonly Identifier[]): Promise<Work[]> => {
    const keys = sources.flatMap((source) =>
      ids.filter(({ scheme }) => source.answers.includes(scheme)).map((id) => cacheKey(source.id, id)),
    );
    return (await cache.get(keys)).flatMap(({ work }) => work ?? []);
  };
  const named = citationIdentifiers(citation);
  const works = await recordsOf(named);
  if (works.length === 0) return undefined;
  const known = new Set(named.map(identifierKey));
  const learnt = works.flatMap(({ ids }) => ids).filter((id) => !known.has(identifierKey(id)));
  return mergeWorks([...works, ...(await recordsOf(learnt))]);
}
