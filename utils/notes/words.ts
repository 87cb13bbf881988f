import type { WorkKind } from '../model/work';
import type { Say as SayOf, WordOf } from '../words/words';

/** The name of one thing that a note can say. */
export type Word = WordOf<'note'>;

/** Says something in the reader's language. */
export type Say = SayOf<Word>;

/** `case-report` as `CaseReport`. */
type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name>;

/** The word for a kind of work: `kindCaseReport` for `case-report`. */
export const kindWord = (kind: WorkKind) =>
  `kind${kind.replace(/(?:^|-)(.)/g, (_all, letter: string) => letter.toUpperCase())}` as `kind${Pascal<WorkKind>}`;
