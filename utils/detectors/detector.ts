import type { Found, PageSnapshot } from '../model/snapshot';

/**
 * A small page and what must be found in it. Every detector has some in `examples/<id>.ts`: apart from the detector, because
 * detectors are put into every page and examples are not.
 */
export interface Example {
  /** The behaviour shown. */
  readonly name: string;
  readonly page: PageSnapshot;
  /** Labels as printed, with the kind and what each names; empty where nothing must be found. */
  readonly finds: readonly string[];
}

/**
 * Finds one kind of citation in a piece of a page. Pure: the same piece gives the same answer. In any order; may overlap what other
 * detectors find: the one listed first wins.
 */
export type Detector = (page: PageSnapshot) => Found[];
