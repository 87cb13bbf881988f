import { FORMATS, type Format } from '../../utils/formats';
import type { Grouping, WrittenOrder } from '../../utils/formats/arrange';
import type { Choice } from '../../utils/formats/choice';
import { KEY_TEMPLATE } from '../../utils/formats/citation-key';
import type { Scope } from '../../utils/formats/scope';
import { NO_TOPIC, type TopicPage } from '../../utils/formats/topic-page';

/** A part of the library that can be taken away. */
export interface Part {
  /** What tells it from others. */
  readonly id: string;
  /** In the reader's words. */
  readonly label: string;
  readonly scope: Scope;
}

/** What the reader wants written, and how. */
export interface Wanted {
  readonly part: Part;
  readonly format: Format;
  readonly choice: Choice;
  readonly keyTemplate: string;
  readonly order: WrittenOrder;
  readonly groupBy: Grouping;
  /** Of Markdown: whether it begins with the fields that note-taking programs read. */
  readonly frontMatter: boolean;
  /** Of Markdown: the reader's own template; undefined for Ibid's way of writing it. */
  readonly template: string | undefined;
  /** Of Markdown: a file for each work, packed in one. */
  readonly isDivided: boolean;
  /** Of a web page: what it says of its topic. */
  readonly topic: TopicPage;
}

/** What is offered first. */
export const FIRST_WISH: Omit<Wanted, 'part'> = {
  format: FORMATS[0]!,
  choice: { passages: true, remarks: true, summaries: true },
  keyTemplate: KEY_TEMPLATE,
  order: 'kept',
  groupBy: 'none',
  frontMatter: false,
  template: undefined,
  isDivided: false,
  topic: NO_TOPIC,
};
