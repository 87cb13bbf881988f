import { describe, expect, it } from 'vitest';
import type { Citation } from '../model/citation';
import type { Work } from '../model/work';
import type { Source } from '../sources/source';
import { findKnownWork } from './known-work';
import { type CachedRecord, cacheKey, type RecordCache } from './look-up-ports';
import { thinWork } from './thin-work';

const DOI = { scheme: 'doi', value: '10.5555/a' } as const;
const PMID = { scheme: 'pmid', value: '7' } as const;
const CITATION: Citation = { kind: 'identifier-link', label: '1', identifiers: [DOI], confidence: 1 };
const SOURCES = [
  { id: 'crossref', answers: ['doi'] },
  { id: 'europe-pmc', answers: ['doi', 'pmid'] },
] as unknown as readonly Source[];

const record = (source: string, id: typeof DOI | typeof PMID, work: Work | null): CachedRecord => ({
  key: cacheKey(source, id),
  source,
  fetchedAt: 1,
  work,
});
const cache = (...records: CachedRecord[]): RecordCache => ({
  get: async (keys) => records.filter(({ key }) => keys.includes(key)),
  put: async () => {},
});
const work = (source: string, more: Partial<Work>): Work => ({
  ...thinWork(CITATION, 1),
  provenance: { title: { source, at: 1 } },
  ...more,
});

describe('findKnownWork', () => {
  it('knows nothing where nothing was asked, or no service knew', async () => {
    expect(await findKnownWork(CITATION, cache(), SOURCES)).toBeUndefined();
    expect(await findKnownWork(CITATION, cache(record('crossref', DOI, null)), SOURCES)).toBeUndefined();
  });

  it('merges what services said, and follows a name learnt from one of them', async () => {
    const abstract = [{ paragraphs: [['What was found.']] }];
    const known = await findKnownWork(
      CITATION,
      cache(
        record(
          'crossref',
          DOI,
          work('crossref', { ids: [DOI, PMID], csl: { id: 'a', type: 'book', title: 'A title' } }),
        ),
        record('europe-pmc', PMID, work('europe-pmc', { ids: [PMID], abstract })),
      ),
      SOURCES,
    );
    expect(known).toMatchObject({ csl: { title: 'A title' }, ids: [DOI, PMID], abstract });
  });
});
