import type { Identifier } from '../model/identifier';
import { identifierUrl } from '../model/identifier-url';
import type { GlancePart, RelatedWork } from '../model/look-up';
import { sectionText } from '../model/rich-text';
import { commentatorOf, type RelationKind, type Work } from '../model/work';
import { citationLine } from './citation-line';
import type { Progress } from './progress';
import type { Label } from './source-label';
import { kindWord, type Say, type Word } from './words';

/** One thing told at a glance: its name, and the sentence of the summary that tells it. */
export interface GlanceView {
  readonly label: string;
  readonly text: string;
  /** Where the sentence stands: index of its section, and offsets as in `markStretch`. */
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

/** A work that the printed reference may name. */
export interface CandidateView {
  readonly id: Identifier;
  readonly title: string;
  readonly line: string;
}

/** A related work: what it is, why it is here, and where it can be opened. */
export interface RelatedView {
  readonly id: Identifier;
  readonly kindLine: string;
  readonly title: string;
  readonly reason: string;
  readonly url?: string;
  readonly isRetracted: boolean;
}

const GLANCE_WORDS: { readonly [Part in GlancePart]: Word } = {
  participants: 'glanceParticipants',
  design: 'glanceDesign',
  comparison: 'glanceComparison',
  numbers: 'glanceNumbers',
};

const RELATION_WORDS: { readonly [Kind in RelationKind]: Word } = {
  notice: 'relatedNotice',
  'newer-version': 'relatedNewer',
  'older-version': 'relatedOlder',
  version: 'relatedVersion',
  registration: 'relatedRegistration',
  result: 'relatedResult',
  comment: 'relatedComment',
  commented: 'relatedCommented',
  supplement: 'relatedSupplement',
  supplemented: 'relatedSupplemented',
  part: 'relatedPart',
  whole: 'relatedWhole',
  similar: 'relatedSimilar',
  cited: 'relatedCited',
};

/** Says whose words the summary is in, where they are not the work's own. */
export function voiceOf(work: Work | undefined, say: Say, label: Label): string | undefined {
  const source = work && commentatorOf(work);
  if (source) return say('commentary', label(source));
  // Beside a work, what its page says in its first lines need not be the authors' summary.
  const isOfPage = work?.provenance.abstract?.source === 'linked-page' && work.csl.type !== 'webpage';
  return isOfPage ? say('onLinkedPage') : undefined;
}

/** What is to be seen first of a study, with the sentence that tells it. */
export function glanceViews({ work, glance }: Progress, say: Say): readonly GlanceView[] {
  return (glance ?? []).flatMap(({ part, ...place }) => {
    const section = work?.abstract[place.section];
    const text = section && sectionText(section).slice(place.start, place.end).trim();
    return text ? [{ ...place, label: say(GLANCE_WORDS[part]), text }] : [];
  });
}

/** The candidates, each with enough to be known again. */
export const candidateViews = ({ candidates = [] }: Progress): readonly CandidateView[] =>
  candidates.flatMap(({ csl, ids }) => {
    const { authors, container, rest } = citationLine(csl);
    const line = [authors, container, rest].filter(Boolean).join(' ');
    return ids[0] ? [{ id: ids[0], title: csl.title ?? '', line }] : [];
  });

const identifierText = ({ scheme, value }: Identifier): string => `${scheme.toUpperCase()} ${value}`;

/** One related work, as it is listed. */
export function relatedView(related: RelatedWork, say: Say, label: Label): RelatedView {
  const url = identifierUrl(related.id);
  return {
    id: related.id,
    kindLine: [related.kind && say(kindWord(related.kind)), related.year].filter(Boolean).join(' '),
    title: related.title ?? identifierText(related.id),
    reason: say(RELATION_WORDS[related.relation], label(related.source)),
    ...(url && /^https?:/i.test(url) && { url }),
    isRetracted: related.isRetracted,
  };
}
