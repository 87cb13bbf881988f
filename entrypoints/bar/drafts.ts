import type { Subject } from './subject';

/** What the reader has begun to write about passages, kept as long as the page is open. */
export interface Drafts {
  remark(one: Subject): string;
  /** A tag that is not finished. */
  tag(one: Subject): string;
  write(one: Subject, draft: Draft): void;
  /** What was written before a passage was saved is the passage's from now on. To be called when its subject has it. */
  adopt(one: Subject): void;
  forget(one: Subject): void;
}

interface Draft {
  readonly remark?: string;
  readonly tag?: string;
}

/** No drafts yet. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  const unsavedKey = (one: Subject) => one.selectors.quote.exact;
  const keyOf = (one: Subject) => one.passage?.id ?? unsavedKey(one);
  return {
    remark: (one) => drafts.get(keyOf(one))?.remark ?? one.passage?.remark ?? '',
    tag: (one) => drafts.get(keyOf(one))?.tag ?? '',
    write: (one, draft) => void drafts.set(keyOf(one), { ...drafts.get(keyOf(one)), ...draft }),
    adopt(one) {
      const draft = drafts.get(unsavedKey(one));
      if (!draft) return;
      drafts.delete(unsavedKey(one));
      drafts.set(keyOf(one), draft);
    },
    forget: (one) => void drafts.delete(keyOf(one)),
  };
}
