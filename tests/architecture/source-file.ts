import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';

/** One import, re-export or dynamic import. */
export interface Import {
  /** Path of the file from the project's root without extension, or the name of a package as written. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Whether nothing but types comes in. */
  readonly isType: boolean;
  readonly isAlias: boolean;
}

/** What the architecture test knows of one file. */
export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names read that the file does not declare, and clocks and dice: `fetch`, `Date.now`, `new Date()`, `Math.random`. */
  readonly globals: readonly string[];
  /** Exported names without a docstring right before them. */
  readonly undocumented: readonly string[];
  /** Exported constants with their declared type and, where they are object literals, their `id`. */
  readonly constants: readonly { readonly name: string; readonly type?: string; readonly id?: string }[];
  /** Names that stand in array literals, in any order. */
  readonly listed: readonly string[];
  /** Words in the markup that a reader would see or hear as they stand, whatever the language. */
  readonly spoken: readonly string[];
}

// The tree is read as loosely as it is typed: any node of ESTree or TS-ESTree.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Node = any;

/** Calls back for every node of a tree with its parent and the name under which the parent holds it. */
function walk(node: Node, visit: (node: Node, parent: Node, key: string) => void, parent?: Node, key = ''): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, parent, key);
  } else if (node && typeof node.type === 'string') {
    visit(node, parent, key);
    for (const [name, child] of Object.entries(node)) {
      if (typeof child === 'object') walk(child, visit, node, name);
    }
  }
}

/** Names that a pattern binds. */
function bound(pattern: Node): readonly string[] {
  const names: string[] = [];
  walk(pattern, (node, parent, key) => {
    const isName = parent?.type !== 'Property' || key === 'value';
    const isDefault = parent?.type === 'AssignmentPattern' && key === 'right';
    if (node.type === 'Identifier' && isName && !isDefault) names.push(node.name);
  });
  return names;
}

function declaredNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator') for (const name of bound(node.id)) names.add(name);
    if (node.params) for (const name of bound(node.params.items ?? node.params)) names.add(name);
    if (node.type === 'CatchClause' && node.param) for (const name of bound(node.param)) names.add(name);
    if (/Declaration$/.test(node.type) && node.id?.name) names.add(node.id.name);
    if (/^Import.*Specifier$/.test(node.type)) names.add(node.local.name);
  });
  return names;
}

/** Whether an identifier is only a label here: a property's name, a key, part of a type. */
function isLabel(node: Node, parent: Node, key: string): boolean {
  if (!parent) return true;
  if (parent.type === 'MemberExpression' && key === 'property') return !parent.computed;
  if (/Property|Method/.test(parent.type) && key === 'key')
    return !parent.computed && !(parent.shorthand && parent.value === node);
  return (
    /^TS|^Export|^Import|^Labeled|^Break|^Continue|^JSX/.test(parent.type) &&
    !/^TS(As|NonNull|Satisfies)/.test(parent.type)
  );
}

function globalsRead(program: Node): readonly string[] {
  const declared = declaredNames(program);
  const found = new Set<string>();
  walk(program, (node, parent, key) => {
    if (node.type === 'Identifier' && !declared.has(node.name) && !isLabel(node, parent, key)) found.add(node.name);
    if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
      const name = `${node.object.name}.${node.property.name}`;
      if (['Date.now', 'Math.random'].includes(name)) found.add(name);
    }
    const isDate = node.callee?.type === 'Identifier' && node.callee.name === 'Date';
    if (isDate && (node.type === 'CallExpression' || node.arguments.length === 0)) found.add('new Date()');
  });
  return [...found];
}

function exportedNames(
  program: Node,
): readonly { readonly name: string; readonly start: number; readonly declaration: Node }[] {
  return program.body
    .filter((node: Node) => node.type === 'ExportNamedDeclaration' && node.declaration)
    .flatMap((node: Node) =>
      (node.declaration.declarations ?? [node.declaration]).map((declaration: Node) => ({
        name: declaration.id?.name ?? '?',
        start: node.start,
        declaration,
      })),
    );
}

function constantsOf(program: Node): SourceFile['constants'] {
  return exportedNames(program)
    .filter(({ declaration }) => declaration.type === 'VariableDeclarator')
    .map(({ name, declaration }) => ({
      name,
      type: declaration.id.typeAnnotation?.typeAnnotation?.typeName?.name,
      id: declaration.init?.properties?.find((property: Node) => property.key?.name === 'id')?.value?.value,
    }));
}

/** Where an import leads: `./x` from the file's own folder, `@/x` and `~/x` from the project's root, all else a package. */
function target(path: string, written: string): Omit<Import, 'isType'> {
  const bare = written.replace(/\?.*$/, '').replace(/\.(ts|tsx)$/, '');
  if (/^[@~]\//.test(bare)) return { to: bare.slice(2), isPackage: false, isAlias: true };
  if (bare.startsWith('.')) return { to: normalize(join(dirname(path), bare)), isPackage: false, isAlias: false };
  return { to: bare, isPackage: true, isAlias: false };
}

function importsOf(path: string, module: Node, program: Node, code: string): readonly Import[] {
  const found: Import[] = [];
  for (const node of program.body) {
    if (!node.source) continue;
    const specifiers: readonly Node[] = node.specifiers ?? [];
    const kinds = specifiers.map((specifier) => specifier.importKind ?? specifier.exportKind);
    const isType =
      (node.importKind ?? node.exportKind) === 'type' || (kinds.length > 0 && kinds.every((kind) => kind === 'type'));
    found.push({ ...target(path, node.source.value), isType });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = code.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, '');
    found.push({ ...target(path, written), isType: false });
  }
  return found;
}

/** Attributes whose value is shown or read out. */
const SPOKEN = /^(title|alt|placeholder|label|aria-(label|description|placeholder|roledescription|valuetext))$/;

/** The constants that an expression of the markup can come to: `a ? 'x' : 'y'`, `isOpen && 'x'`. */
function outcomes(node: Node): readonly string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map((quasi: Node) => quasi.value.cooked);
    case 'ConditionalExpression':
      return [...outcomes(node.consequent), ...outcomes(node.alternate)];
    case 'LogicalExpression':
      return [...outcomes(node.left), ...outcomes(node.right)];
    case 'JSXExpressionContainer':
      return outcomes(node.expression);
    default:
      return [];
  }
}

function spokenIn(program: Node): readonly string[] {
  const found: string[] = [];
  walk(program, (node, parent) => {
    if (node.type === 'JSXText') found.push(node.value);
    if (node.type === 'JSXAttribute' && SPOKEN.test(node.name.name)) found.push(...outcomes(node.value));
    if (node.type === 'JSXExpressionContainer' && parent?.type === 'JSXElement') found.push(...outcomes(node));
  });
  return found.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
}

/** Reads one file's text. */
export function readSource(path: string, code: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, code);
  if (errors.length) throw new Error(`${path}: ${errors[0]!.message}`);
  const documentedAt = new Set(
    comments
      .filter((comment) => comment.type === 'Block' && comment.value.startsWith('*'))
      .map((comment) => comment.end + (/^\s*/.exec(code.slice(comment.end))?.[0].length ?? 0)),
  );
  const listed = new Set<string>();
  walk(program, (node) => {
    if (node.type === 'ArrayExpression') for (const item of node.elements) if (item?.name) listed.add(item.name);
  });
  return {
    path,
    imports: importsOf(path, module, program, code),
    globals: globalsRead(program),
    undocumented: exportedNames(program)
      .filter(({ start }) => !documentedAt.has(start))
      .map(({ name }) => name),
    constants: constantsOf(program),
    listed: [...listed],
    spoken: spokenIn(program),
  };
}

/** Every source file under some folders of the project, tests and declarations apart. */
export function readFolders(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path))
      .sort()
      .map((path) => readSource(path, readFileSync(join(root, path), 'utf8'))),
  );
}
