import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const USE = 'npm run new:source NAME, where NAME is kebab-case: it becomes the file name and the id, for ever.';

/** `europe-pmc` as `europePmc`. */
const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());

const target = (line: string): string => /from '(.+)'/.exec(line)?.[1] ?? '';

/** The list of sources with one more at its end, and its import in its place. */
export function withSource(index: string, name: string): string {
  const lines = index.split('\n');
  const rest = lines.filter((line) => !line.startsWith('import '));
  const imports = [
    ...lines.filter((line) => line.startsWith('import ')),
    `import { ${camel(name)} } from './${name}';`,
  ];
  imports.sort((one, other) => (target(one) < target(other) ? -1 : 1));
  return [...imports, ...rest]
    .join('\n')
    .replace(/(readonly Source\[\] = \[[^\]]*)\]/, (_all, list: string) => `${list}  ${camel(name)},\n]`);
}

/** The first draft of a source. */
export const draft = (name: string): string => `import { type Result, success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { kindOf } from '../works/kind';
import { nameFromText } from '../works/names';
import { readJson } from './answer';
import { idFrom, workFrom } from './record';
import { isoDateParts, list, type Shape, shape, text } from './shape';
import type { Source } from './source';

/** What this service is, and what it alone gives. */
export const ${camel(name)}: Source = {
  id: '${name}',
  label: '',
  docs: 'https://',
  origins: ['https://api.example.org'],
  limit: { requestsPerSecond: 1, concurrent: 1, stated: '' },
  answers: ['doi'],
  request({ identifier }) {
    return { url: \`https://api.example.org/\${encodeURIComponent(identifier.value)}\`, accept: 'application/json' };
  },
  parse(answer): Result<Work | undefined> {
    const json = readJson('${name}', '', answer);
    return json.ok ? success(json.value === undefined ? undefined : readRecord(shape(json.value))) : json;
  },
};

function readRecord(item: Shape): Work | undefined {
  const title = cleanInline(text(item.title));
  const type = 'article-journal';
  return workFrom('${name}', {
    type,
    kind: kindOf({ type, title: plainText(title) }),
    title,
    ids: [idFrom('doi', text(item.doi))],
    authors: list(item.authors).map((name) => nameFromText(text(name))),
    issued: isoDateParts(item.date),
    csl: { 'container-title': cleanText(text(item.journal)) },
    abstract: cleanAbstract(text(item.abstract)),
  });
}
`;

/** Writes a new source's file and its line in the list, and says what comes next. */
export function main([name = '']: readonly string[]): number {
  const file = `utils/sources/${name}.ts`;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    console.error(USE);
    return 1;
  }
  if (existsSync(file)) {
    console.error(`${file} is there already.`);
    return 1;
  }
  writeFileSync(file, draft(name));
  const index = 'utils/sources/index.ts';
  writeFileSync(index, withSource(readFileSync(index, 'utf8'), name));
  mkdirSync(`tests/fixtures/sources/${name}`, { recursive: true });
  console.log(`Wrote ${file} and its line in ${index}. Next:
  1. Fill in the facts, then request, then parse. The order of the list is the order of preference.
  2. npm run record ${name} SCHEME:VALUE   (a known work, and one that is not known there)
  3. npx vitest run utils/sources          (says what is missing)
  4. A line in CHANGELOG.md; name the service in docs/permissions.md.`);
  return 0;
}
