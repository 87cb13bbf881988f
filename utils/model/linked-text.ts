/** A work as JSON-LD describes it, as written there. */
export interface LinkedWork {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly container?: string;
  readonly language?: string;
  readonly published?: string;
  readonly revised?: string;
  /** Everything that may be an identifier. */
  readonly names: readonly string[];
}

/** Types of schema.org that are documents (schema.org/CreativeWork). */
const DOCUMENT =
  /(?:^|[/:#])(?:(?:Medical)?ScholarlyArticle|Article|NewsArticle|TechArticle|BlogPosting|Report|Book|Chapter|Thesis|Dataset)$/;

type Node = { readonly [name: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, 200) : value === undefined ? [] : [value];

/** A text, or the name or value of what stands in its place. */
function textOf(value: unknown): string | undefined {
  const plain = isNode(value) ? (value.name ?? value.value ?? value['@value'] ?? value['@id']) : value;
  return typeof plain === 'string' && plain.trim() ? plain.replace(/\s+/g, ' ').trim().slice(0, 1000) : undefined;
}
const texts = (value: unknown): readonly string[] =>
  listOf(value)
    .map(textOf)
    .filter((text) => text !== undefined);

/**
 * The documents that JSON-LD describes at its top, in `@graph`, or as the main thing of a page. What they cite is not looked at.
 *
 * @param scripts - Texts of `<script type="application/ld+json">`; broken ones are passed over.
 */
export function worksInLinkedText(scripts: readonly string[]): readonly LinkedWork[] {
  const works: LinkedWork[] = [];
  const read = (value: unknown, depth: number): void => {
    for (const node of listOf(value)) {
      if (!isNode(node)) continue;
      if (depth < 3) {
        read(node['@graph'], depth + 1);
        read(node.mainEntity, depth + 1);
      }
      if (listOf(node['@type']).some((type) => typeof type === 'string' && DOCUMENT.test(type)))
        works.push(workOf(node));
    }
  };
  for (const script of scripts) {
    try {
      read(JSON.parse(script), 0);
    } catch {
      // Not JSON: the page says nothing here.
    }
  }
  return works;
}

function workOf(node: Node): LinkedWork {
  const title = textOf(node.headline ?? node.name);
  const container = texts(node.isPartOf)[0];
  const language = texts(node.inLanguage)[0];
  const published = textOf(node.datePublished);
  const revised = textOf(node.dateModified);
  return {
    ...(title && { title }),
    authors: texts(node.author ?? node.creator),
    ...(container && { container }),
    ...(language && { language }),
    ...(published && { published }),
    ...(revised && { revised }),
    names: [node.doi, node.identifier, node['@id'], node.sameAs].flatMap(texts),
  };
}
