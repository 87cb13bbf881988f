import type { Taken } from './format';

/** What a reader chooses to take along. */
export interface Choice {
  readonly passages: boolean;
  /** What the reader wrote about works and passages. */
  readonly remarks: boolean;
  /** Abstracts. */
  readonly summaries: boolean;
}

/** The part of a library that was chosen. */
export function chosenOf({ items, passages }: Taken, choice: Choice): Taken {
  const bare = choice.remarks ? {} : { remark: '' };
  return {
    passages: choice.passages ? passages.map((passage) => ({ ...passage, ...bare })) : [],
    items: items.map((item) => {
      if (choice.summaries) return { ...item, ...bare };
      const { abstract: _abstract, ...csl } = item.work.csl;
      return { ...item, ...bare, work: { ...item.work, csl, abstract: [] } };
    }),
  };
}
