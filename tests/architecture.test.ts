import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cycles, forbiddenGlobals, forbiddenImports, PURE, reachedFromPages, registryGaps } from './architecture/rules';
import { readFolders, readSource } from './architecture/source-file';

const ROOT = join(import.meta.dirname, '..');
const FILES = readFolders(ROOT, ['utils', 'components', 'entrypoints']);
const source = (path: string, code: string) => readSource(path, code);

describe('the tree', () => {
  it('imports only what the table allows', () => {
    expect(forbiddenImports(FILES)).toEqual([]);
  });

  it('has no cycle among the pure folders and what is built from them', () => {
    expect(cycles(FILES, [...PURE, 'page', 'usecases'])).toEqual([]);
  });

  it('reads no globals in the pure folders', () => {
    expect(forbiddenGlobals(FILES)).toEqual([]);
  });

  it('keeps the database, the network and the heavy libraries out of the scripts in other people’s pages', () => {
    expect(reachedFromPages(FILES)).toEqual([]);
  });

  it('has a docstring on every export of utils', () => {
    const gaps = FILES.filter((file) => file.path.startsWith('utils/')).flatMap((file) =>
      file.undocumented.map((name) => `${file.path}: ${name}`),
    );
    expect(gaps).toEqual([]);
  });

  it.each([
    ['detectors', 'Detector'],
    ['sources', 'Source'],
    ['formats', 'Format'],
  ])('lists everything in %s under the name of its file', (folder, type) => {
    expect(registryGaps(FILES, folder, type)).toEqual([]);
  });

  it('has no words in the markup but its name: all others stand in the message files', () => {
    const hard = FILES.flatMap((file) => file.spoken.map((text) => `${file.path}: ${text}`));
    expect(hard.filter((text) => !text.endsWith(': Ibid'))).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    // In two pieces, so that this file does not name them.
    const words = ['work/main', 'work/shared', 'tmp/brief'].map((path) => `/${path}`);
    const skipped = /^(node_modules|\.git|\.output|\.wxt|package-lock\.json$)/;
    const named = readdirSync(ROOT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
      .filter((path) => !skipped.test(path) && /\.(tsx?|mjs|js|json|md|html|css|svg|ya?ml)$/.test(path))
      .filter((path) => words.some((word) => readFileSync(join(ROOT, path), 'utf8').includes(word)));
    expect(named).toEqual([]);
  });
});

describe('the import table', () => {
  it.each([
    ['utils/model/a.ts', "import { x } from '../works/b';", 'model may import nothing'],
    ['utils/model/a.ts', "import type { x } from '../works/b';", 'model may import nothing'],
    ['utils/formats/a.ts', "export { x } from '../search/b';", 'formats may import model'],
    ['utils/works/a.ts', "export * from '../sources/b';", 'works may import model'],
    ['utils/works/a.ts', "const b = await import('../sources/b');", 'works may import model'],
    ['utils/quotes/a.ts', "import Dexie from 'dexie';", 'quotes may use no package'],
    ['utils/page/a.ts', "import '@/utils/model/b';", 'imports in utils are relative'],
    ['utils/usecases/a.ts', "import { x } from '../storage/b';", 'only types from storage'],
    ['utils/usecases/a.ts', "import { x, type Y } from '../storage/b';", 'only types from storage'],
    ['utils/elsewhere/a.ts', "import { x } from '../model/b';", 'does not know the folder elsewhere'],
    ['components/note/a.tsx', "import { x } from '@/utils/storage/b';", 'components may import model'],
    ['components/note/a.tsx', "import Dexie from 'dexie';", 'components may use preact'],
    ['entrypoints/a.ts', "import x from '../../shared/b';", 'nothing comes from outside'],
  ])('in %s does not allow %j', (path, code, why) => {
    expect(forbiddenImports([source(path, code)])).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    ['utils/works/a.ts', "import { x } from './b'; import { y } from '../model/c';"],
    ['utils/sources/a.ts', "import { x } from '../works/b';"],
    ['utils/usecases/a.ts', "import type { x } from '../storage/b'; export type { y } from '../platform/c';"],
    ['utils/usecases/a.ts', "import { type x, type y } from '../storage/b';"],
    ['utils/platform/a.ts', "import { storage } from 'wxt/utils/storage';"],
    ['components/note/a.tsx', "import { signal } from '@preact/signals'; import { x } from '@/utils/notes/b';"],
    ['entrypoints/background.ts', "import Dexie from 'dexie'; import { x } from '@/utils/storage/b';"],
    ['utils/model/a.ts', "// import { x } from '../works/b';\nconst text = \"import { x } from '../works/b'\";"],
  ])('in %s allows %j', (path, code) => {
    expect(forbiddenImports([source(path, code)])).toEqual([]);
  });

  it('sees a cycle, even of types', () => {
    const files = [
      source('utils/works/a.ts', "import type { x } from '../sources/b';"),
      source('utils/sources/b.ts', "import { y } from '../works/a';"),
    ];
    expect(cycles(files, PURE)).toEqual(['sources > works > sources']);
  });

  it('sees what a script reaches through other files', () => {
    const files = [
      source('entrypoints/reader/index.tsx', ''),
      source('entrypoints/finder/index.ts', ''),
      source('entrypoints/bar/index.ts', ''),
      source('entrypoints/hand/index.ts', ''),
      source('entrypoints/linker/index.ts', ''),
      source('entrypoints/mender/index.tsx', ''),
      source('entrypoints/further/index.tsx', ''),
      source('entrypoints/nester/index.ts', ''),
      source('entrypoints/glossary/index.ts', ''),
      source('entrypoints/walker/index.ts', ''),
      source('entrypoints/guide/index.ts', ''),
      source('entrypoints/outliner/index.ts', ''),
      source('entrypoints/standing/index.ts', ''),
      source('entrypoints/teacher/index.ts', ''),
      source('entrypoints/liner/index.ts', ''),
      source('entrypoints/scan.ts', "import { x } from '../utils/page/a';"),
      source('utils/page/a.ts', "import { y } from '../platform';"),
      source('utils/platform/index.ts', "import b from 'webextension-polyfill'; import type { z } from 'dexie';"),
    ];
    expect(reachedFromPages(files)).toEqual([
      'entrypoints/scan.ts > utils/page/a.ts > utils/platform/index.ts reaches webextension-polyfill',
    ]);
  });
});

describe('the check for globals', () => {
  const found = (code: string) => forbiddenGlobals([source('utils/works/a.ts', code)]).length;

  it.each([
    'document.title',
    'fetch("/")',
    'Date.now()',
    'new Date()',
    'Math.random()',
    'const f = () => ({ location })',
    'globalThis["fetch"]',
    'chrome.runtime.id',
    'const { title } = document;',
    'f(window as unknown)',
  ])('sees %j', (code) => {
    expect(found(code)).toBe(1);
  });

  it.each([
    'const f = (document: Document) => document.title;',
    'const f = ({ fetch }: Ports) => fetch("/");',
    'const f = (page: Page) => page.document;',
    'const x = { window: 1 };',
    'new Date(0)',
    'interface X { document: string; fetch(): void }',
    '// document\n"fetch"',
    'import { performance } from "./x"; performance();',
  ])('accepts %j', (code) => {
    expect(found(code)).toBe(0);
  });
});

describe('the check for docstrings', () => {
  const undocumented = (code: string) => source('utils/works/a.ts', code).undocumented;

  it.each([
    ['export const a = 1;', ['a']],
    ['// a comment\nexport function a() {}', ['a']],
    ['/* no docstring */\nexport interface A {}', ['A']],
    ['/** Of b. */\nconst b = 1;\nexport type A = 1;', ['A']],
    ['/** A. */\nexport const a = 1;', []],
    ['/**\n * A.\n */\nexport async function a() {}', []],
    ["export { a } from './b'; export * from './c';", []],
  ])('of %j finds %j', (code, names) => {
    expect(undocumented(code)).toEqual(names);
  });
});

describe('the check for hard-coded words', () => {
  const spoken = (code: string) => source('components/note/a.tsx', code).spoken;

  it.each([
    ['const a = <p>Close it</p>;', ['Close it']],
    ['const a = <button aria-label="Close" title={`Close it`} />;', ['Close', 'Close it']],
    ["const a = <p>{isOpen ? 'Fold' : say('more')}</p>;", ['Fold']],
    ["const a = <p>{isOpen && 'Fold'}</p>;", ['Fold']],
  ])('sees the words in %j', (code, words) => {
    expect(spoken(code)).toEqual(words);
  });

  it.each([
    'const a = <p class="quiet">{say(\'close\')} · ✓</p>;',
    'const a = <button type="button" aria-label={say(\'close\', name)}>×</button>;',
    "const a = <p style={{ top: 'auto' }} dir=\"auto\">{isOpen ? `·` : '–'}</p>;",
  ])('accepts %j', (code) => {
    expect(spoken(code)).toEqual([]);
  });
});

describe('the check of registries', () => {
  const index = source(
    'utils/formats/index.ts',
    "import { a } from './a';\nexport const FORMATS: readonly Format[] = [a];",
  );
  const file = (path: string, code: string) => registryGaps([index, source(path, code)], 'formats', 'Format');

  it('accepts what is listed under the name of its file, and files that define no unit', () => {
    expect(file('utils/formats/a.ts', "export const a: Format = { id: 'a' };")).toEqual([]);
    expect(file('utils/formats/a.ts', 'export const a: Format = () => [];')).toEqual([]);
    expect(file('utils/formats/words.ts', 'export const words = [];')).toEqual([]);
  });

  it('sees what is not listed or named otherwise', () => {
    expect(file('utils/formats/b.ts', "export const b: Format = { id: 'other' };")).toHaveLength(2);
    expect(file('utils/formats/b.ts', 'export const a: Format = () => [];')).toHaveLength(1);
  });
});
