/**
 * Text of a service or page after sanitising: a tree of allowed nodes, never markup. Whatever shows it makes elements of
 * its own; nothing in it can be executed. Plain strings are leaves.
 */
export type Inline =
  | string
  | { readonly mark: 'em' | 'strong' | 'sub' | 'sup' | 'formula'; readonly children: readonly Inline[] };

/** One section of an abstract. `heading` is the abstract's own ("Methods"); undefined in an unstructured one. */
export interface Section {
  readonly heading?: string;
  /** Paragraphs. */
  readonly paragraphs: readonly (readonly Inline[])[];
}

/** The characters of a piece of rich text, without its marks. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : plainText(node.children))).join('');
}

/** The characters of a section, paragraphs separated by a space, without its heading. */
export const sectionText = (section: Section): string => section.paragraphs.map(plainText).join(' ');
