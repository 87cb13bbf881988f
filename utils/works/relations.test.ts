import { describe, expect, it } from 'vitest';
import type { Relation, RelationKind } from '../model/work';
import { MOST_RELATED, relationKind, uniteRelations } from './relations';

const to = (kind: RelationKind, value: string, more: Partial<Relation> = {}): Relation => ({
  kind,
  id: { scheme: 'doi', value: `10.5555/${value}` },
  source: 'crossref',
  ...more,
});

describe('the word for a relation', () => {
  it.each<[RelationKind | undefined, string]>([
    ['newer-version', 'is-preprint-of'],
    ['newer-version', 'IsPreviousVersionOf'],
    ['newer-version', 'UpdateIn'],
    ['older-version', 'has-preprint'],
    ['older-version', 'IsNewVersionOf'],
    ['version', 'IsIdenticalTo'],
    ['notice', 'Retraction in'],
    ['comment', 'CommentIn'],
    ['comment', 'has-review'],
    ['commented', 'Comment on'],
    ['supplemented', 'IsSupplementTo'],
    ['whole', 'IsPartOf'],
    ['result', 'RESULT'],
    ['cited', 'Cites'],
    [undefined, 'BACKGROUND'],
    [undefined, 'is-same-as-it-ever-was'],
    [undefined, ''],
  ])('is %s for %j', (kind, words) => {
    expect(relationKind(words)).toBe(kind);
  });
});

describe('relations of several records', () => {
  it('are in the order in which they matter, each work once, with all that is said of it', () => {
    const united = uniteRelations(
      [to('similar', 'b'), to('cited', 'a'), to('comment', 'a', { date: '2013' }), to('newer-version', 'c')],
      new Set(),
    );
    expect(united.map(({ kind, id, date }) => [kind, id.value, date])).toEqual([
      ['newer-version', '10.5555/c', undefined],
      ['comment', '10.5555/a', '2013'],
      ['similar', '10.5555/b', undefined],
    ]);
  });

  it('never lead back to the work itself', () => {
    expect(uniteRelations([to('version', 'a'), to('version', 'b')], new Set(['doi:10.5555/a']))).toEqual([
      to('version', 'b'),
    ]);
  });

  it('are ten at most', () => {
    const many = Array.from({ length: 40 }, (_none, i) => to('cited', String(i)));
    expect(uniteRelations(many, new Set())).toHaveLength(MOST_RELATED);
  });
});
