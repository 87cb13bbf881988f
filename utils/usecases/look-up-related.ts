import type { Failure, Result } from '../model/failure';
import { type Identifier, identifierKey, sameIdentifier } from '../model/identifier';
import type { RelatedWork } from '../model/look-up';
import { type Relation, type Work, workYear } from '../model/work';
import type { SeveralWorks, Source } from '../sources/source';
import { type CachedRecord, cacheKey } from './look-up-ports';

/** What asking about related works takes, handed in. */
export interface RelatedNeeds {
  /** Those that may be asked, in order of preference. */
  readonly sources: readonly Source[];
  /** Stored records among these keys. */
  readonly read: (keys: readonly string[]) => Promise<readonly CachedRecord[]>;
  readonly ask: (source: Source, asked: SeveralWorks) => Promise<Result<CachedRecord>>;
}

const several = (ids: readonly Identifier[]): SeveralWorks => ({
  scheme: 'several',
  value: ids.map(identifierKey).join(' '),
  ids,
});

/**
 * The works that a work's relations lead to, with their titles, kinds and years: from the cache, and of the rest one request to
 * each source at most. A work that nobody tells anything of is known by its identifier.
 */
export async function relatedWorks(
  relations: readonly Relation[],
  { sources, read, ask }: RelatedNeeds,
): Promise<{ readonly works: readonly RelatedWork[]; readonly failures: readonly Failure[] }> {
  const found: Work[] = [];
  const failures: Failure[] = [];
  const workOf = (id: Identifier) => found.find((work) => work.ids.some((own) => sameIdentifier(own, id)));
  const ids = relations.map(({ id }) => id);
  const keys = sources.flatMap((source) =>
    ids.filter(({ scheme }) => source.answers.includes(scheme)).map((id) => cacheKey(source.id, id)),
  );
  found.push(...(await read(keys)).flatMap(({ work }) => work ?? []));
  for (const source of sources) {
    const unknown = ids.filter((id) => source.answers.includes(id.scheme) && !workOf(id));
    if (!source.several || unknown.length === 0) continue;
    const asked = several(unknown);
    const [kept] = await read([cacheKey(source.id, asked)]);
    const answer = kept ? { ok: true as const, value: kept } : await ask(source, asked);
    if (answer.ok) found.push(...(answer.value.works ?? []));
    else failures.push(answer.failure);
  }
  return {
    failures,
    works: relations.map((relation) => {
      const work = workOf(relation.id);
      const year = (work && workYear(work)) ?? (Number.parseInt(relation.date ?? '', 10) || undefined);
      return {
        relation: relation.kind,
        source: relation.source,
        id: work?.ids[0] ?? relation.id,
        ...(work?.csl.title && { title: work.csl.title, kind: work.kind }),
        ...(year && { year }),
        isRetracted: work?.notices.some(({ kind }) => kind === 'retraction' || kind === 'withdrawal') ?? false,
      };
    }),
  };
}
