import { type Inline, plainText } from '../model/rich-text';
import { decodeEntities, decodeOnce } from './entities';
import { type Token, tokens } from './markup';
import { repairMojibake } from './mojibake';

type Mark = 'em' | 'strong' | 'sub' | 'sup' | 'formula';

const MARKS = new Map<string, Mark>([
  ['i', 'em'],
  ['em', 'em'],
  ['italic', 'em'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['bold', 'strong'],
  ['sub', 'sub'],
  ['inf', 'sub'],
  ['sup', 'sup'],
  ['math', 'formula'],
  ['inline-formula', 'formula'],
  ['disp-formula', 'formula'],
]);

/** MathML scripts: marks of the second and third part. Parts of a formula carry no separators of their own. */
const SCRIPTS = new Map<string, readonly [Mark, Mark]>([
  ['msub', ['sub', 'sub']],
  ['munder', ['sub', 'sub']],
  ['msup', ['sup', 'sup']],
  ['mover', ['sup', 'sup']],
  ['msubsup', ['sub', 'sup']],
  ['munderover', ['sub', 'sup']],
  ['mmultiscripts', ['sub', 'sup']],
]);

/** Deeper marks are dropped, their words kept: what shows and compares the tree walks it by recursion. */
const MAX_DEPTH = 12;

/** Longest text that is read, in UTF-16 units: more is no title or abstract. */
const MAX_LENGTH = 200_000;

/**
 * Invisible characters that break searching, and direction overrides that can make words read as others. Joiners stay:
 * Persian and Indian scripts need them.
 */
const UNSEEN = /(?![\t\n\r\u0600-\u0605]|\u200c|\u200d)[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

const ESCAPED_TAG =
  /&(?:amp;){0,2}lt;\/?(?:\w+:)?(?:a|i|b|em|strong|italic|bold|sub|sup|inf|p|sec|title|h[1-6]|br|span|div|math|script|style|sc|u)\b/i;

/** Markup as a service meant it: tags that were escaped as text are tags again. */
export function unescapeTags(raw: string): string {
  let markup = raw.slice(0, MAX_LENGTH);
  for (let round = 0; round < 3 && ESCAPED_TAG.test(markup); round += 1) markup = decodeOnce(markup);
  return markup;
}

/** Plain characters of one text token: entities read, mojibake repaired, invisible characters gone, composed (NFC). */
const characters = (text: string): string => {
  const read = repairMojibake(decodeEntities(text)).replace(UNSEEN, '');
  try {
    return read.normalize('NFC');
  } catch {
    return read;
  }
};

interface Frame {
  readonly name: string;
  readonly mark?: Mark;
  readonly children: Inline[];
  /** Of a MathML script, fraction or root: its finished parts. */
  readonly parts?: Inline[][];
}

/** Builds one run of inline nodes from tokens. White space is collapsed across marks. */
export class InlineBuilder {
  #stack: Frame[] = [{ name: '', children: [] }];
  #depth = 0;
  #spaced = true;

  get #top(): Frame {
    return this.#stack[this.#stack.length - 1]!;
  }

  /** Whether nothing but white space has been added. */
  get isEmpty(): boolean {
    return this.#stack.every((frame) => frame.children.length === 0 && !frame.parts?.length);
  }

  text(raw: string): void {
    // Indented JATS breaks lines around every mark, also inside brackets and before full stops.
    let text = characters(raw)
      .replace(/^\s*\n\s*(?=[),.;:\]])/, '')
      .replace(/([([])\s*\n\s*$/, '$1')
      .replace(/\s+/g, ' ');
    const inFormula = this.#stack.some((frame) => frame.name === 'math');
    if (inFormula) text = text.trim();
    else if (this.#spaced && text.startsWith(' ')) text = text.slice(1);
    // Some publishers lose the spaces around formulas: "in the<math>N</math>nucleus".
    else if (/^[a-z]{2}/.test(text) && isFormula(this.#top.children.at(-1))) text = ` ${text}`;
    if (!text) return;
    this.#spaced = text.endsWith(' ');
    append(this.#top.children, text);
  }

  open(name: string): void {
    // 60 open elements are enough for any abstract; more is an attack or an accident.
    if (this.#stack.length > 60) return;
    const known = this.#depth < MAX_DEPTH ? MARKS.get(name) : undefined;
    const mark = known === 'formula' && this.#stack.some((frame) => frame.mark === 'formula') ? undefined : known;
    if (mark) this.#depth += 1;
    const inParts = SCRIPTS.has(name) || name === 'mfrac' || name === 'msqrt' || name === 'mroot';
    this.#stack.push({ name, children: [], ...(mark && { mark }), ...(inParts && { parts: [] }) });
  }

  close(name: string): void {
    const place = this.#stack.findLastIndex((frame) => frame.name === name);
    if (place <= 0) return;
    while (this.#stack.length > place) this.#pop();
  }

  empty(name: string): void {
    if (name === 'mprescripts' || name === 'none') this.#part(name, []);
    else if (name === 'mspace' || name === 'br' || name === 'break') this.text(' ');
  }

  /** The finished run, trimmed, and a fresh start. */
  take(): Inline[] {
    while (this.#stack.length > 1) this.#pop();
    const nodes = trimEnd(this.#top.children);
    this.#stack = [{ name: '', children: [] }];
    this.#depth = 0;
    this.#spaced = true;
    return nodes;
  }

  #pop(): void {
    const frame = this.#stack.pop()!;
    if (frame.mark) this.#depth -= 1;
    const nodes = frame.parts ? assemble(frame.name, frame.parts, frame.children) : frame.children;
    const made = frame.mark && nodes.length > 0 ? [{ mark: frame.mark, children: nodes }] : nodes;
    this.#part(frame.name, made);
  }

  #part(name: string, nodes: readonly Inline[]): void {
    const parent = this.#top;
    if (parent.parts) parent.parts.push(name === 'mprescripts' ? [PRESCRIPTS] : [...nodes]);
    else for (const node of nodes) append(parent.children, node);
  }
}

const PRESCRIPTS = '\u0000prescripts';

function assemble(name: string, parts: readonly Inline[][], loose: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  const add = (nodes: readonly Inline[]) => {
    for (const node of nodes) append(out, node);
  };
  const scripts = SCRIPTS.get(name);
  if (scripts) {
    const cut = parts.findIndex((part) => part[0] === PRESCRIPTS);
    const script = (part: readonly Inline[], i: number): Inline[] =>
      part.length ? [{ mark: scripts[i % 2]!, children: part }] : [];
    // What is written before its base (an isotope's mass number) also reads before it.
    if (cut > 0) add(parts.slice(cut + 1).flatMap(script));
    add(parts[0] ?? []);
    add((cut > 0 ? parts.slice(1, cut) : parts.slice(1)).flatMap(script));
  } else if (name === 'mfrac') add(parts.flatMap((part, i) => (i ? ['/', ...part] : part)));
  else add(['√(', ...parts.flat(), ')']);
  add(loose);
  return out;
}

const isFormula = (node: Inline | undefined): boolean => typeof node === 'object' && node.mark === 'formula';

function append(nodes: Inline[], node: Inline): void {
  const last = nodes[nodes.length - 1];
  if (isFormula(node) && typeof last === 'string' && /[a-z]{2}$/.test(last)) nodes[nodes.length - 1] = `${last} `;
  if (typeof node === 'string' && typeof last === 'string') nodes[nodes.length - 1] = last + node;
  else nodes.push(node);
}

function trimEnd(nodes: readonly Inline[]): Inline[] {
  const out = [...nodes];
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    if (typeof last === 'string') {
      const text = last.trimEnd();
      if (text) {
        out[out.length - 1] = text;
        break;
      }
    } else {
      const children = trimEnd(last.children);
      if (children.length) {
        out[out.length - 1] = { mark: last.mark, children };
        break;
      }
    }
    out.pop();
  }
  return out;
}

/** Feeds a token to a builder as inline content. Every edge of a block is a space. */
export function feed(builder: InlineBuilder, token: Token): void {
  if (token.type === 'text') builder.text(token.text);
  else if (token.type === 'open') builder.open(token.name);
  else if (token.type === 'close') builder.close(token.name);
  else builder.empty(token.name);
}

/**
 * A title or other single line of a service (HTML, JATS, MathML or plain, well formed or not) as inline nodes: no markup,
 * no entities, white space collapsed. Empty where nothing is left. Linear in the length of `raw`; never throws.
 */
export function cleanInline(raw: string): Inline[] {
  const builder = new InlineBuilder();
  for (const token of tokens(unescapeTags(raw))) {
    if (token.type !== 'text' && /^(?:p|div|title|sec|li|list-item|br|break)$/.test(token.name)) builder.text(' ');
    feed(builder, token);
  }
  return builder.take();
}

/** The same as {@link cleanInline}, without its marks. */
export const cleanText = (raw: string): string => plainText(cleanInline(raw));
