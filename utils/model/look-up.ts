import type { Failure } from './failure';
import type { Identifier } from './identifier';
import type { RelationKind, Work, WorkKind } from './work';

/** What a note wants to know about one citation. */
export interface LookUpQuestion {
  /** Canonical identifiers known from the page, best first; may be empty. */
  readonly identifiers: readonly Identifier[];
  /** The page's own reference, as printed; at most 4,000 characters. */
  readonly referenceText?: string;
  /** Address of the cited document, where the citation is a link. */
  readonly url?: string;
  /** The words of the page that the citation supports. Stays on the device: only used to rank sentences. */
  readonly claim?: string;
  /**
   * The reader says which of the candidates the reference names; without an identifier, that what was picked before is not it.
   * It is remembered with the reference.
   */
  readonly pick?: { readonly identifier?: Identifier };
  /**
   * The reader says which work the citation means, whatever the page names; without an identifier, that what was said before is
   * taken back. It is remembered with the page's entry or link.
   */
  readonly correct?: { readonly identifier?: Identifier };
  /** The reader wants to see the works related to it: asked instead of what a note asks when it opens. */
  readonly wantsRelated?: true;
}

/** A number, negation or hedge that only a claim or only a sentence has, as printed there; numbers may stand against each other. */
export interface Difference {
  readonly kind: 'number' | 'negation' | 'hedge';
  readonly claim?: string;
  readonly sentence?: string;
}

/** The sentence of an abstract closest to the claim: a likeness, never a verdict. */
export interface ClosestSentence {
  /** Index into `Work.abstract`. */
  readonly section: number;
  /** UTF-16 offsets into `sectionText` of that section, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly score: number;
  /** What differs between the two and is worth a look. */
  readonly differences: readonly Difference[];
}

/** What a reader wants to see of a study first, in this order. */
export const GLANCE_PARTS = ['participants', 'design', 'comparison', 'numbers'] as const;

/** One of {@link GLANCE_PARTS}. */
export type GlancePart = (typeof GLANCE_PARTS)[number];

/** The sentence of an abstract that tells one thing of a study; `section`, `start` and `end` as in {@link ClosestSentence}. */
export interface GlancePoint {
  readonly part: GlancePart;
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

/** Where an abstract names another work by identifier; `section`, `start` and `end` as in {@link ClosestSentence}. */
export interface NamedWork {
  readonly identifier: Identifier;
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

/** What different sources say of one field of a work. */
export interface Disagreement {
  readonly field: 'title' | 'year';
  /** By source id; `page` is the citing page's own reference. */
  readonly said: readonly { readonly source: string; readonly value: string }[];
}

/** A work related to another, as far as it is known. */
export interface RelatedWork {
  readonly relation: RelationKind;
  /** Id of the source that relates the two. */
  readonly source: string;
  readonly id: Identifier;
  readonly title?: string;
  readonly kind?: WorkKind;
  readonly year?: number;
  readonly isRetracted: boolean;
}

/** What a look-up tells its note, in any number of steps, each replacing what the one before said of the same matter. */
export type LookUpUpdate =
  | {
      /** The work as known so far. */
      readonly type: 'work';
      readonly work: Work;
      readonly closest?: ClosestSentence;
      /** At a glance: see `works/glance.ts`. */
      readonly glance?: readonly GlancePoint[];
      /** Works that the abstract names: see `works/named.ts`. */
      readonly named?: readonly NamedWork[];
      readonly disagreements?: readonly Disagreement[];
      /** Works that the printed reference may name, likeliest first, where none is to be believed without the reader. */
      readonly candidates?: readonly Work[];
      /** Whether the reader picked the work among the candidates. */
      readonly isPicked?: boolean;
      /** What the reader has said the citation means, in place of what the page names. */
      readonly corrected?: Identifier;
      /** Whether the reading list holds it, and as one that was read. */
      readonly listed: boolean;
      readonly isRead?: boolean;
      /** What the reader has remarked on it there. */
      readonly remark?: string;
    }
  | {
      /**
       * Nothing further is asked until the reader allows it. `unasked`: no answer to the consent question yet; `on-press`:
       * the reader presses for each. `services` are the labels of those that would be asked.
       */
      readonly type: 'needs-consent';
      readonly state: 'unasked' | 'on-press';
      readonly services: readonly string[];
    }
  | {
      /** In answer to `wantsRelated`, once. */
      readonly type: 'related';
      readonly works: readonly RelatedWork[];
    }
  | { /** Labels of the services being asked now. */ readonly type: 'asking'; readonly services: readonly string[] }
  | {
      /** The end: no further update comes. `asked` are the labels of services asked (or answered from the cache). */
      readonly type: 'done';
      readonly asked: readonly string[];
      readonly failures: readonly Failure[];
    };
