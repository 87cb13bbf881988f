type Value = string | number | readonly string[] | undefined;

/** A text as YAML. Strings of JSON are YAML (https://yaml.org/spec/1.2.2/#13-terminology), so nothing in one can end it or begin a field. */
const scalar = (value: string | number): string =>
  typeof value === 'number' ? String(value) : JSON.stringify(value.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ''));

/** The fields at the head of a note in Markdown, as YAML between lines of hyphens; what is empty is left out. */
export function frontMatter(fields: Readonly<Record<string, Value>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    if (typeof value === 'string' || typeof value === 'number') return [`${name}: ${scalar(value)}`];
    return value.length > 0 ? [`${name}:`, ...value.map((each) => `  - ${scalar(each)}`)] : [];
  });
  return `---\n${lines.map((line) => `${line}\n`).join('')}---\n\n`;
}

/** A tag as note-taking programs take it: no spaces, no signs with a meaning. */
export const asTag = (tag: string): string =>
  tag
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
