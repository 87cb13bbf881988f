import { identifierKey } from '../model/identifier';
import { RELATION_KINDS, type Relation, type RelationKind } from '../model/work';

/** What services call relations between works, as letters alone: `is-preprint-of`, `IsPreprintOf` and `Preprint of` are one. */
const NAMES: Readonly<Record<RelationKind, string>> = {
  notice:
    'retractionin partialretractionin erratumin expressionofconcernin retractedandrepublishedin correctedandrepublishedin',
  'newer-version':
    'preprintof previousversionof obsoletedby replacedby updatein republishedin newversion newedition retractedandrepublishedin',
  'older-version':
    'haspreprint preprintin newversionof obsoletes replaces updateof republishedfrom correctedandrepublishedfrom retractedandrepublishedfrom',
  version:
    'versionof hasversion identicalto variantformof manifestationof hasmanifestation translationof hastranslation reprintin reprintof originalreportin',
  registration: 'registration',
  result: 'result derived',
  comment: 'commentin hascomment hasreview reviewedby hasreply summaryforpatientsin',
  commented:
    'commenton reviewof replyto commentof reviews retractionof erratumfor expressionofconcernfor partialretractionof',
  supplement:
    'supplementedby supplement hassupplement documentedby databasis hasrelatedmaterial sourceof associateddataset',
  supplemented:
    'supplementto documents databasisfor derivedfrom relatedmaterial associatedpublication datasetdescribedin',
  part: 'haspart collects',
  whole: 'partof publishedin collectedby',
  similar: 'similar',
  cited: 'cites references',
};

const KINDS = new Map(
  RELATION_KINDS.flatMap((kind) => NAMES[kind].split(' ').map((name): [string, RelationKind] => [name, kind])),
);

/** The kind of relation that a service's word stands for, from the work to the other; undefined for one that tells a reader nothing. */
export const relationKind = (words: string): RelationKind | undefined =>
  KINDS.get(
    words
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/^is(?=[a-z]{4})/, ''),
  );

/** Relations kept of one record, and shown of a work. */
export const MOST_RELATED = 10;

/**
 * Relations of several records as one list, those that matter most to a reader first. Of two to the same work the more telling one stays,
 * with what either says of it; none is to the work itself.
 *
 * @param own - Keys of the work's own identifiers.
 */
export function uniteRelations(relations: readonly Relation[], own: ReadonlySet<string>): Relation[] {
  const united = new Map<string, Relation>();
  const sorted = relations
    .filter(({ id }) => !own.has(identifierKey(id)))
    .map((relation, at) => ({ relation, at }))
    .sort((a, b) => RELATION_KINDS.indexOf(a.relation.kind) - RELATION_KINDS.indexOf(b.relation.kind) || a.at - b.at);
  for (const { relation } of sorted) {
    const key = identifierKey(relation.id);
    const known = united.get(key);
    united.set(key, known ? { ...relation, ...known } : relation);
  }
  return [...united.values()].slice(0, MOST_RELATED);
}
