import type { SourceFile } from './source-file';

/** Who may import what. `types` are folders of which only types may come in; `packages` may end in `/*`. */
interface Rule {
  readonly folders: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

/** The pure folders: no document, clock, network or dice; what they need is handed in. */
export const PURE = [
  'model',
  'detectors',
  'references',
  'claims',
  'sources',
  'works',
  'quotes',
  'search',
  'formats',
  'notes',
] as const;

/** Arrows from one pure folder to another beside `model`, without cycles, each with its reason. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  // A label means something only beside the bibliography it points into.
  detectors: ['references'],
  // The address of a passage leads to its quote.
  formats: ['quotes'],
  // A sentence ends in the same places on a page and in an abstract; a reference is read the same wherever it is printed.
  works: ['claims', 'references'],
  // What a service says is cleaned, and its kind judged, by the same words for all services.
  sources: ['works'],
};

/** The table of decision 0001. A new arrow needs a decision of its own. */
export const TABLE: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(PURE.map((folder) => [folder, { folders: ['model', ...(ARROWS[folder] ?? [])] }])),
  // Zip, Mustache, CSL and XML are other people's subjects, and their packages only compute (decisions 0015 and 0017). The page of a topic speaks
  // English where nobody gives it other words: its messages are data.
  formats: {
    folders: ['model', 'quotes', 'locales'],
    packages: ['fflate', 'mustache', 'citeproc', '@rgrove/parse-xml'],
  },
  model: { folders: [] },
  // What is said depends on the words' types alone; who speaks asks the browser for them (decision 0014).
  notes: { folders: ['model'], types: ['words'] },
  words: { folders: ['platform'], types: ['locales'] },
  page: { folders: ['model', 'quotes'] },
  platform: { folders: ['model'], packages: ['wxt/*', 'webextension-polyfill'] },
  // The shapes of what storage keeps for the use cases are the use cases' own (decision 0006).
  storage: { folders: ['model', 'search'], types: ['usecases'], packages: ['dexie'] },
  usecases: { folders: [...PURE], types: ['page', 'platform', 'storage'] },
  components: {
    folders: ['model', 'notes', 'formats', 'quotes', 'words'],
    packages: ['preact', 'preact/*', '@preact/signals'],
  },
};

/** Names that pure folders must not read. */
const IMPURE = new Set(
  'document window self globalThis top parent navigator location history screen fetch XMLHttpRequest WebSocket crypto localStorage sessionStorage indexedDB caches browser chrome process require Buffer console performance setTimeout setInterval setImmediate requestAnimationFrame requestIdleCallback queueMicrotask DOMParser getSelection Date.now Math.random'
    .split(' ')
    .concat('new Date()'),
);

/** What an entry point must not reach through any chain of imports: these run in other people's pages. */
const OUT_OF_REACH: Readonly<
  Record<
    | 'scan'
    | 'finder'
    | 'hand'
    | 'reader'
    | 'bar'
    | 'linker'
    | 'mender'
    | 'further'
    | 'nester'
    | 'glossary'
    | 'walker'
    | 'guide'
    | 'standing'
    | 'teacher'
    | 'liner'
    | 'outliner',
    readonly string[]
  >
> = {
  scan: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  finder: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  hand: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  reader: ['dexie', 'webextension-polyfill', 'utils/storage', 'utils/sources', 'utils/usecases'],
  bar: ['dexie', 'webextension-polyfill', 'utils/storage', 'utils/sources', 'utils/usecases'],
  linker: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  mender: ['dexie', 'webextension-polyfill', 'utils/storage', 'utils/sources', 'utils/usecases'],
  further: ['dexie', 'webextension-polyfill', 'utils/storage', 'utils/sources', 'utils/usecases'],
  nester: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  glossary: ['dexie', 'webextension-polyfill', 'utils/storage', 'utils/sources', 'utils/usecases'],
  guide: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  walker: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  outliner: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  standing: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  liner: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
  teacher: ['dexie', 'webextension-polyfill', 'preact', 'utils/storage', 'utils/sources', 'utils/usecases'],
};

/** `model` for `utils/model/work.ts`, `components` for everything in there. */
export const folderOf = (path: string): string => /^utils\/([^/]+)/.exec(path)?.[1] ?? path.split('/')[0]!;

const matches = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => (pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));

/** Sentences about imports that the table does not allow. */
export function forbiddenImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const from = folderOf(file.path);
    const rule = TABLE[from];
    const isUtils = file.path.startsWith('utils/');
    return file.imports.flatMap((one) => {
      const complaint = (why: string) => [`${file.path} imports ${one.to}: ${why}`];
      if (one.to.includes('shared')) return complaint('nothing comes from outside the project');
      if (isUtils && one.isAlias) return complaint('imports in utils are relative');
      if (!rule) return from === 'entrypoints' ? [] : complaint(`the table does not know the folder ${from}`);
      if (one.isPackage) {
        return matches(one.to, rule.packages ?? [])
          ? []
          : complaint(`${from} may use ${rule.packages?.join(', ') ?? 'no package'}`);
      }
      const to = folderOf(one.to);
      if (to === from || rule.folders.includes(to)) return [];
      if (rule.types?.includes(to)) return one.isType ? [] : complaint(`${from} may take only types from ${to}`);
      return complaint(`${from} may import ${rule.folders.join(', ') || 'nothing'}`);
    });
  });
}

/** Sentences about globals read in pure folders. */
export const forbiddenGlobals = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter((file) => (PURE as readonly string[]).includes(folderOf(file.path)) && file.path.startsWith('utils/'))
    .flatMap((file) =>
      file.globals
        .filter((name) => IMPURE.has(name))
        .map((name) => `${file.path} reads ${name}: pure folders are handed what they need`),
    );

/** The cycles among folders, as `a > b > a`; imports of types count. */
export function cycles(files: readonly SourceFile[], among: readonly string[]): readonly string[] {
  const arrows = new Map<string, Set<string>>();
  for (const file of files) {
    const from = folderOf(file.path);
    for (const one of file.imports) {
      const to = folderOf(one.to);
      if (one.isPackage || to === from || !among.includes(from) || !among.includes(to)) continue;
      arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  const found: string[] = [];
  const follow = (trail: readonly string[]): void => {
    for (const next of arrows.get(trail.at(-1)!) ?? []) {
      if (next === trail[0]) found.push([...trail, next].join(' > '));
      else if (!trail.includes(next) && next > trail[0]!) follow([...trail, next]);
    }
  };
  for (const folder of arrows.keys()) follow([folder]);
  return found;
}

/** Sentences about what the scripts in other people's pages reach and must not, with the chain of files that leads there. */
export function reachedFromPages(files: readonly SourceFile[]): readonly string[] {
  const byName = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const find = (name: string) => byName.get(name) ?? byName.get(`${name}/index`);
  return Object.entries(OUT_OF_REACH).flatMap(([entry, forbidden]) => {
    const found: string[] = [];
    const seen = new Set<string>();
    const follow = (file: SourceFile, chain: readonly string[]): void => {
      if (seen.has(file.path)) return;
      seen.add(file.path);
      for (const one of file.imports) {
        if (one.isType) continue;
        const hit = forbidden.find((name) => one.to === name || one.to.startsWith(`${name}/`));
        if (hit) found.push(`${[...chain, file.path].join(' > ')} reaches ${hit}`);
        const next = one.isPackage ? undefined : find(one.to);
        if (next) follow(next, [...chain, file.path]);
      }
    };
    const start = find(`entrypoints/${entry}`);
    if (!start) return [`there is no entrypoints/${entry}`];
    follow(start, []);
    return found;
  });
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Sentences about a registry: every file that defines a unit is in the list of `index.ts`, under the name of its file: by its id, or, where
 * a unit is a function, by its own name.
 */
export function registryGaps(files: readonly SourceFile[], folder: string, type: string): readonly string[] {
  const own = files.filter((file) => folderOf(file.path) === folder);
  const listed = own.find((file) => file.path === `utils/${folder}/index.ts`)?.listed ?? [];
  return own.flatMap((file) =>
    file.constants
      .filter((constant) => constant.type === type)
      .flatMap(({ name, id = kebab(name) }) => {
        const expected = file.path.split('/').at(-1)!.replace(/\.ts$/, '');
        return [
          ...(id === expected ? [] : [`${file.path}: the id of ${name} is ${id}, not ${expected}`]),
          ...(listed.includes(name) ? [] : [`${file.path}: ${name} is not in the list of utils/${folder}/index.ts`]),
        ];
      }),
  );
}
