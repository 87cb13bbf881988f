import { topicPage as ENGLISH } from '../../locales/en.json';
import type { Grade } from '../model/collection';
import type { ReadingItem } from '../model/reading-item';
import type { Notice, RelationKind, WorkKind } from '../model/work';
import { type GroupNames, inWords } from './arrange';
import { escapeHtml } from './html-escape';

/** The name of one thing that the page of a topic says. */
export type PageWord = keyof typeof ENGLISH;

/** The words of the page of a topic, which the file carries with it. Values stand where `{0}` and `{1}` are. */
export interface PageLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly words: Readonly<Record<PageWord, string>>;
  /** What kinds of works are called; in English where it is not said. */
  readonly kinds: Readonly<Partial<Record<WorkKind, string>>>;
}

/** English, for who says nothing else. */
export const IN_ENGLISH: PageLanguage = { language: 'en', words: ENGLISH, kinds: {} };

const RELATIONS: Readonly<Record<RelationKind, PageWord>> = {
  notice: 'notice',
  'newer-version': 'newerVersion',
  'older-version': 'olderVersion',
  version: 'version',
  registration: 'registration',
  result: 'result',
  comment: 'commentary',
  commented: 'commented',
  supplement: 'supplement',
  supplemented: 'supplemented',
  part: 'part',
  whole: 'whole',
  similar: 'similar',
  cited: 'cited',
};

const NOTICES: Readonly<Record<Notice['kind'], PageWord>> = {
  retraction: 'retraction',
  withdrawal: 'withdrawal',
  'partial-retraction': 'partialRetraction',
  reinstatement: 'reinstatement',
  concern: 'concern',
  correction: 'correction',
  'newer-version': 'newerVersion',
};

const GRADES: Readonly<Record<Grade, PageWord>> = {
  seminal: 'gradeSeminal',
  key: 'gradeKey',
  review: 'gradeReview',
  guidance: 'gradeGuidance',
};

/** Who speaks on the page of a topic. */
export interface PageVoice {
  readonly language: string;
  /** @returns HTML. @param values - HTML that stands in the message. */
  html(word: PageWord, ...values: readonly string[]): string;
  /** @returns Plain text. */
  text(word: PageWord, ...values: readonly string[]): string;
  kind(kind: WorkKind): string;
  relation(kind: RelationKind): string;
  notice(kind: Notice['kind']): string;
  /** What a work is to the topic; undefined where the reader has not said. */
  grade(item: ReadingItem): string | undefined;
  readonly groups: GroupNames;
}

const filled = (message: string, values: readonly string[]): string =>
  message.replace(/\{(\d)\}/g, (_all, index: string) => values[Number(index)] ?? '');

/** The voice of a page in a language, about a topic whose works are graded by their ids. */
export function voiceOf(
  { language, words, kinds }: PageLanguage,
  grades: Readonly<Record<string, Grade>> = {},
): PageVoice {
  const text = (word: PageWord, ...values: readonly string[]) => filled(words[word], values);
  const kind = (of: WorkKind) => kinds[of] ?? inWords(of);
  return {
    language,
    html: (word, ...values) => filled(escapeHtml(words[word]), values),
    text,
    kind,
    relation: (of) => (RELATIONS[of] ? text(RELATIONS[of]) : inWords(of)),
    notice: (of) => (NOTICES[of] ? text(NOTICES[of]) : inWords(of)),
    grade({ id }) {
      const word = Object.hasOwn(grades, id) && GRADES[grades[id]!];
      return word ? text(word) : undefined;
    },
    groups: { kind, noYear: text('noYear'), noTopic: text('noTopic') },
  };
}

/** The attribute that says in which language the words of others are: of a work the one of its record, unknown otherwise. */
export function langHtml(item?: ReadingItem): string {
  const tag = item?.work.csl.language?.trim() ?? '';
  return ` lang="${/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : ''}"`;
}
