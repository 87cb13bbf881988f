/** Where in Zotero things arrive at this moment: what is chosen in its window. */
export interface ZoteroPlace {
  readonly library: string;
  /** Undefined where the library itself is chosen. */
  readonly collection?: string;
  /** Whether anything may be put there. */
  readonly isEditable: boolean;
}
