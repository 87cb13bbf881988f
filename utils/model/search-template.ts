/** A service that the reader searches by hand: its name, and an address with places for what is searched for. */
export interface SearchTemplate {
  readonly label: string;
  /** `{title}`, `{author}`, `{year}` and `{doi}` are replaced, encoded for an address. */
  readonly url: string;
}

/** What is offered until the reader writes a list of their own. A topic bank without a search address is searched from outside. */
export const DEFAULT_SEARCHES: readonly SearchTemplate[] = [
  { label: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/?term={title}' },
  { label: 'Europe PMC', url: 'https://europepmc.org/search?query={title}' },
  { label: 'Google Scholar', url: 'https://scholar.google.com/scholar?q={title}+{author}' },
  { label: 'OpenAlex', url: 'https://openalex.org/works?filter=title_and_abstract.search%3A{title}' },
  { label: 'Effectiveness Bank', url: 'https://duckduckgo.com/?q=site%3Afindings.org.uk+{title}' },
];

/** Most services that are offered. */
const MOST = 20;

const isTemplate = (value: unknown): value is SearchTemplate => {
  const { label, url } = (value ?? {}) as Partial<SearchTemplate>;
  return (
    typeof label === 'string' && label !== '' && typeof url === 'string' && /^https?:\/\/[^\s/]+.*\{\w+\}/.test(url)
  );
};

/** Templates from whatever is stored; undefined where the reader has no list of their own. */
export const readSearches = (raw: unknown): readonly SearchTemplate[] | undefined =>
  Array.isArray(raw) ? raw.filter(isTemplate).slice(0, MOST) : undefined;

/** A template's address for one work; what is not known of it leaves its place empty. */
export const fillSearch = ({ url }: SearchTemplate, work: Readonly<Record<string, string | undefined>>): string =>
  url.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(work[name] ?? ''));

/** A list as the reader edits it: `PubMed = https://…`, one a line. */
export const searchesText = (searches: readonly SearchTemplate[]): string =>
  searches.map(({ label, url }) => `${label} = ${url}`).join('\n');

/**
 * A list from what the reader wrote.
 *
 * @returns The templates, and the numbers of the lines, from 1, that are none.
 */
export function parseSearches(text: string): {
  readonly searches: readonly SearchTemplate[];
  readonly broken: readonly number[];
} {
  const searches: SearchTemplate[] = [];
  const broken: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (!line.trim()) return;
    const at = line.indexOf('=');
    const template = { label: line.slice(0, at).trim(), url: line.slice(at + 1).trim() };
    if (at > 0 && isTemplate(template) && searches.length < MOST) searches.push(template);
    else broken.push(index + 1);
  });
  return { searches, broken };
}
