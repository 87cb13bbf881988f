import { expect, it } from 'vitest';
import { createCorpus } from './corpus';
import { crossCounts } from './cross-count';
import { buildShard } from './shard';

const doc = (id: string, ...facets: string[]) => ({
  table: 'items' as const,
  id,
  at: 1,
  texts: [],
  facets,
  within: [id, id] as const,
});
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

it('counts pairs of values, entries of several rows in each, and those of no row under none', () => {
  const shard = buildShard(
    [
      doc('a', 'collection:x', 'collection:y', 'kind:trial'),
      doc('b', 'collection:x', 'kind:trial'),
      doc('c', 'kind:review'),
      doc('d', 'collection:y'),
    ],
    (text) => segmenter.segment(text),
  );
  const corpus = createCorpus([{ shard, dead: new Uint8Array(4) }]);
  const counted = crossCounts(corpus, corpus.newest, 'collection', 'kind');
  expect([...counted].sort((a, b) => (a.row < b.row ? -1 : 1))).toEqual([
    { row: '', column: 'review', count: 1 },
    { row: 'x', column: 'trial', count: 2 },
    { row: 'y', column: 'trial', count: 1 },
  ]);
});
