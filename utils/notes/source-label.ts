/** Says the label of a source id. */
export type Label = (source: string) => string;

const kebab = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The label of a source id: one of those that the look-up named, else made from the id. */
export const sourceLabel =
  (labels: readonly string[]): Label =>
  (id) =>
    labels.find((label) => kebab(label) === id) ??
    id.replace(/(^|-)([a-z])/g, (_all, dash, first) => (dash ? ' ' : '') + first.toUpperCase());
