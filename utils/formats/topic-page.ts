import type { Grade } from '../model/collection';

/** What a reader says on the page of a topic beyond the works and passages themselves. Plain text. */
export interface TopicPage {
  /** Empty for the usual title. */
  readonly title: string;
  /** Why the topic matters: paragraphs, divided by empty lines. `[@key]` is a citation of the work with that citation key. */
  readonly introduction: string;
  /** The address that comments and queries are mailed to; empty for none. */
  readonly contact: string;
  /** What works are to the topic, by their ids. */
  readonly grades?: Readonly<Record<string, Grade>>;
}

/** A page about which nothing more is said. */
export const NO_TOPIC: TopicPage = { title: '', introduction: '', contact: '' };
