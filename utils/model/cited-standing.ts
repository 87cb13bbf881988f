/** What this device knows of works that a page cites: their indexes among those asked about. */
export interface CitedStanding {
  /** Retracted, or in doubt, by the lists on this device. */
  readonly fallen: readonly number[];
  /** In the reading list, and not read yet. */
  readonly listed: readonly number[];
  /** In the reading list, and read. */
  readonly read: readonly number[];
}
