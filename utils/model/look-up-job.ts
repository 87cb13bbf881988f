/** What is looked up for many works: what is missing in their records, or whether they still stand. */
export const JOB_KINDS = ['facts', 'standing'] as const;

/** So many works are looked up at once at most: services are asked no faster than they allow. */
export const MOST_LOOK_UPS = 5000;

/** One of {@link JOB_KINDS}. */
export type JobKind = (typeof JOB_KINDS)[number];

/** A look-up of many works, as far as it has come; kept in the library, so that it goes on after the background died. */
export interface LookUpJob {
  /** There is one at a time. */
  readonly id: 'look-up';
  /** The caller's name for it: said twice, it is begun once. */
  readonly name: string;
  readonly kind: JobKind;
  /** Ids of the works, in the order in which they are looked up. */
  readonly ids: readonly string[];
  /** How many of them are done. */
  readonly done: number;
  /** Of those, how many have learnt something. */
  readonly changed: number;
  /** Of those, for how many a service could not be asked. */
  readonly failed: number;
  /** Titles of works of which it was learnt that they were retracted or are in doubt. */
  readonly fallen: readonly string[];
  readonly state: 'running' | 'cancelled' | 'done';
  /** Milliseconds since the epoch. */
  readonly begun: number;
}
