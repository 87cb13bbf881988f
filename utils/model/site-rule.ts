import type { Citation } from './citation';

/** What the reader taught about one kind of place on the pages of a site. */
export interface SiteRule {
  /** As {@link siteOf} gives it. */
  readonly site: string;
  /** `not`: what fits is no citation. `is`: it is one. */
  readonly says: 'not' | 'is';
  /** The element that the label stands in or is, as a style selector of the form {@link SELECTOR}. */
  readonly selector: string;
  /** What labels must be like: a {@link labelShape}, or `=` and the very words. */
  readonly shape: string;
}

/** Where the rules are kept in `storage.local`: a list. */
export const RULES_KEY = 'siteRules';

/** Most rules that are kept. */
export const MOST_RULES = 1000;

const COMPOUND =
  '(?:[a-z][a-z0-9-]*|\\*)(?:\\.-?[A-Za-z_][\\w-]*){0,3}(?:\\[[a-z-]{1,20}\\^?="[^"\\\\\\n\\r\\f]{1,400}"\\])?';

/** The selectors that rules are made of: always valid, and cheap to try, whoever wrote them into a file. */
export const SELECTOR = /* @__PURE__ */ new RegExp(`^${COMPOUND}(?: (?:> )?${COMPOUND}){0,3}$`);

/** Longest shape, UTF-16 units. */
export const LONGEST_SHAPE = 60;

/** The site of an address: its host without `www.`, or its scheme where it has none. */
export const siteOf = ({ hostname, protocol }: Pick<Location, 'hostname' | 'protocol'>): string =>
  hostname.replace(/^www\./, '') || protocol;

/** What a label is like: `[0]` for `[3]`, `a y` for `Tarn 2012`, `words` for four of them and more. */
export function labelShape(label: string): string {
  const parts = label.slice(0, 300).match(/\p{L}[\p{L}\p{M}’'-]*|\d+|[^\p{L}\d\s]+|\s+/gu) ?? [];
  const words = parts.filter((part) => /^\p{L}{2}/u.test(part)).length;
  if (words > 3) return 'words';
  const kinds = parts.map((part) => {
    if (/^\s/.test(part)) return ' ';
    if (/^\p{L}/u.test(part)) return 'a';
    return /^\d/.test(part) ? (/^(?:1[5-9]|20)\d\d$/.test(part) ? 'y' : '0') : part;
  });
  return kinds
    .join('')
    .trim()
    .replace(/a(?: a)+/g, 'a')
    .replace(/0(?: ?[,;–-] ?0)+/g, '0')
    .slice(0, LONGEST_SHAPE);
}

/** A label of a shape, to show: `[3]` for `[0]`. */
export const shapeExample = (shape: string): string =>
  shape.startsWith('=') ? shape.slice(1) : shape.replace(/[a0y]/g, (part) => ({ a: 'Tarn', y: '2012' })[part] ?? '3');

/** Whether a rule's shape fits a label. */
export const fitsLabel = ({ shape }: Pick<SiteRule, 'shape'>, { kind, label }: Pick<Citation, 'kind' | 'label'>) =>
  shape === shapeOf(label, kind) || shape === `=${label}`.slice(0, LONGEST_SHAPE);

/** The shape of a citation's label. */
export const shapeOf = (label: string, kind?: Citation['kind']): string =>
  kind === 'bare-identifier' ? 'identifier' : labelShape(label);

/** Whether two rules say the same of the same. */
export const sameRule = (a: SiteRule, b: SiteRule): boolean =>
  a.site === b.site && a.says === b.says && a.selector === b.selector && a.shape === b.shape;

/** Rules with some added, latest first, and some taken away. */
export function changedRules(
  rules: readonly SiteRule[],
  { add, remove }: { readonly add: readonly SiteRule[]; readonly remove: readonly SiteRule[] },
): readonly SiteRule[] {
  const gone = [...add, ...remove];
  return [...add, ...rules.filter((rule) => !gone.some((other) => sameRule(rule, other)))].slice(0, MOST_RULES);
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= most;

/** Rules from whatever is stored or in a file: what cannot be one is left out. */
export function readRules(stored: unknown): readonly SiteRule[] {
  const rows: readonly unknown[] = Array.isArray(stored) ? stored.slice(0, MOST_RULES) : [];
  return rows.flatMap((row) => {
    const { site, says, selector, shape } = (row ?? {}) as Record<string, unknown>;
    if (!isText(site, 255) || (says !== 'not' && says !== 'is') || !isText(shape, LONGEST_SHAPE)) return [];
    return isText(selector, 1000) && SELECTOR.test(selector) ? [{ site, says, selector, shape }] : [];
  });
}

/** Rules as the text of a file, to be read by {@link rulesInFile}. */
export const rulesFile = (rules: readonly SiteRule[]): string =>
  `${JSON.stringify({ ibid: 'rules', rules }, null, 2)}\n`;

/** The rules in a file; undefined where it is none of {@link rulesFile}. */
export function rulesInFile(text: string): readonly SiteRule[] | undefined {
  try {
    const file = JSON.parse(text) as { readonly ibid?: unknown; readonly rules?: unknown } | null;
    return file?.ibid === 'rules' ? readRules(file.rules) : undefined;
  } catch {
    return undefined;
  }
}
