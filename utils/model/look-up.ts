import type { Failure } from './failure';
import type { Identifier } from './identifier';
import type { Work } from './work';

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
}

/** What a look-up tells its note, in any number of steps, each replacing what the one before said of the same matter. */
export type LookUpUpdate =
  | {
      /** The work as known so far. */
      readonly type: 'work';
      readonly work: Work;
      readonly closest?: ClosestSentence;
      /** Whether the reading list holds it. */
      readonly listed: boolean;
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
  | { /** Labels of the services being asked now. */ readonly type: 'asking'; readonly services: readonly string[] }
  | {
      /** The end: no further update comes. `asked` are the labels of services asked (or answered from the cache). */
      readonly type: 'done';
      readonly asked: readonly string[];
      readonly failures: readonly Failure[];
    };
