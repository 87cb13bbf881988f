import type { Citation } from '../model/citation';
import { citationIdentifiers } from '../model/citation';
import type { Failure } from '../model/failure';
import type { LookUpQuestion, LookUpUpdate, RelatedWork } from '../model/look-up';

/** What is known so far for one entry of a note. */
export interface Progress extends Partial<Omit<Extract<LookUpUpdate, { type: 'work' }>, 'type'>> {
  /** `idle`: not asked, and nothing to wait for. */
  readonly stage: 'idle' | 'starting' | 'asking' | 'needs-consent' | 'on-press' | 'done' | 'broken';
  readonly listed: boolean;
  /** Labels of the services being asked, or that would be. */
  readonly services: readonly string[];
  /** Labels of the services asked once it is done. */
  readonly asked: readonly string[];
  readonly failures: readonly Failure[];
  /** Undefined until the reader has asked for them, and an answer came. */
  readonly related?: readonly RelatedWork[];
}

/** Before anything was asked. */
export const NOT_ASKED: Progress = { stage: 'idle', listed: false, services: [], asked: [], failures: [] };
/** Asked, with no answer yet. */
export const STARTING: Progress = { ...NOT_ASKED, stage: 'starting' };

/** Adds one update of a look-up to what is known. */
export function withUpdate(progress: Progress, update: LookUpUpdate): Progress {
  switch (update.type) {
    case 'work': {
      const { stage, services, asked, failures, related } = progress;
      const { type: _type, ...known } = update;
      return { stage, services, asked, failures, ...(related && { related }), ...known };
    }
    case 'related':
      return { ...progress, related: update.works };
    case 'needs-consent':
      return {
        ...progress,
        stage: update.state === 'unasked' ? 'needs-consent' : 'on-press',
        services: update.services,
      };
    case 'asking':
      return { ...progress, stage: 'asking', services: update.services };
    case 'done':
      return { ...progress, stage: 'done', asked: update.asked, failures: update.failures };
  }
}

/** Added when the connection to the background broke: what is known stays. */
export const withBreak = (progress: Progress, failure: Failure): Progress =>
  progress.stage === 'done' || progress.stage === 'idle'
    ? progress
    : { ...progress, stage: 'broken', failures: [...progress.failures, failure] };

const LONGEST_REFERENCE = 4000;

/**
 * What to ask about a citation; undefined where it names no work: a remark of the page, a footnote that is one.
 *
 * @param claim - The words of the page that it supports, where known.
 */
export function questionOf(citation: Citation, claim?: string): LookUpQuestion | undefined {
  const identifiers = citationIdentifiers(citation);
  const isRemark = citation.kind === 'page-note' || citation.kind === 'footnote';
  if (identifiers.length === 0 && (isRemark || !(citation.reference || citation.url))) return undefined;
  const referenceText = citation.reference?.text.slice(0, LONGEST_REFERENCE);
  return {
    identifiers,
    ...(referenceText && { referenceText }),
    ...(citation.url && /^https?:/i.test(citation.url) && { url: citation.url }),
    ...((claim ?? citation.claim) && { claim: claim ?? citation.claim }),
  };
}
