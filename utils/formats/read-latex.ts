import { type Inline, plainText } from '../model/rich-text';

/** Combining marks by accent command. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands that print something of their own. */
const PRINTS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textasciigrave: '`',
  textquotesingle: "'",
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textendash: '–',
  textemdash: '—',
  textellipsis: '…',
  ldots: '…',
  dots: '…',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  pounds: '£',
  S: '§',
  P: '¶',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
};

/** Commands that mark their argument. */
const MARKS: Readonly<Record<string, Exclude<Inline, string>['mark']>> = {
  emph: 'em',
  textit: 'em',
  mkbibemph: 'em',
  textbf: 'strong',
  mkbibbold: 'strong',
  textsubscript: 'sub',
  textsuperscript: 'sup',
};

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega';
/** Greek letters by command, small and capital. */
const LETTERS = new Map(
  GREEK.split(' ').flatMap((name, i) => [
    [name, String.fromCharCode(0x3b1 + i)],
    [name[0]!.toUpperCase() + name.slice(1), String.fromCharCode(0x391 + i)],
  ]),
);

/** Mathematics that other programs write for what is none: a letter, or something low or high (`$_{\\textrm{2}}$` is Zotero's). */
function readMaths(inner: string): readonly Inline[] {
  if (/^[<>`]+$/.test(inner)) return [inner];
  const letter = LETTERS.get(/^\\([A-Za-z]+)$/.exec(inner)?.[1] ?? '');
  if (letter) return [letter];
  const [, sign, one, many] =
    /^([_^])(?:([^{\\])|\{(?:\\(?:textrm|mathrm|text|rm)\b ?)?\{?([^{}\\$^_]+)\}?\})$/.exec(inner) ?? [];
  return sign
    ? [{ mark: sign === '_' ? 'sub' : 'sup', children: [one ?? many!] }]
    : [{ mark: 'formula', children: [inner] }];
}

/** Depth of braces beyond which text is given as it stands. */
const DEEPEST = 40;

/** LaTeX text as rich text, one line. Commands that are not known are left out and their arguments kept. */
export function readLatex(source: string): Inline[] {
  const text = source.replace(/\s+/g, ' ').trim();
  let at = 0;

  const argument = (depth: number): Inline[] => {
    while (text[at] === ' ') at++;
    if (text[at] === '{') {
      at++;
      return group('}', depth + 1);
    }
    const nodes = new Nodes();
    one(nodes, depth + 1);
    return nodes.done();
  };

  const command = (nodes: Nodes, depth: number): void => {
    const name = /[a-zA-Z]+|[\s\S]/y;
    name.lastIndex = at + 1;
    const word = name.exec(text)?.[0] ?? '';
    at += 1 + word.length;
    if (/^[a-zA-Z]{2,}$/.test(word) || PRINTS[word]) while (text[at] === ' ') at++;
    const mark = MARKS[word];
    const accent = ACCENTS[word];
    if (mark) nodes.mark(mark, argument(depth));
    else if (PRINTS[word] !== undefined) {
      nodes.add(PRINTS[word]!);
      if (text.startsWith('{}', at)) at += 2;
    } else if (accent) nodes.add(accented(plainText(argument(depth)), accent));
    else if (!/[a-zA-Z]/.test(word)) nodes.add(word === '\\' ? ' ' : word);
  };

  const one = (nodes: Nodes, depth: number): void => {
    const character = text[at]!;
    if (character === undefined) return;
    if (character === '\\' && depth < DEEPEST) {
      command(nodes, depth);
      return;
    }
    if (character === '{' && depth < DEEPEST) {
      at++;
      for (const node of group('}', depth + 1)) nodes.add(node);
      return;
    }
    if (character === '$') {
      const end = text.indexOf('$', at + 1);
      if (end > at) {
        const inner = text.slice(at + 1, end);
        for (const node of readMaths(inner)) nodes.add(node);
        at = end + 1;
        return;
      }
    }
    const joined = ['---', '--', '``', "''"].find((sign) => text.startsWith(sign, at));
    nodes.add(joined ? JOINED[joined]! : character === '~' ? ' ' : character);
    at += joined?.length ?? 1;
  };

  const group = (end: string, depth: number): Inline[] => {
    const nodes = new Nodes();
    while (at < text.length && text[at] !== end) one(nodes, depth);
    at++;
    return nodes.done();
  };

  const nodes = new Nodes();
  while (at < text.length) {
    if (text[at] === '}') at++;
    else one(nodes, 0);
  }
  return nodes.done();
}

const JOINED: Readonly<Record<string, string>> = { '---': '—', '--': '–', '``': '"', "''": '"' };

/** A letter with its accent; a dotless one gets its dot's place filled. An accent alone stands for the sign it is named by. */
function accented(letter: string, accent: string): string {
  if (letter.trim() === '') return { '\u0300': '`', '\u0302': '^', '\u0303': '~' }[accent] ?? '';
  const base = letter.replace('ı', 'i').replace('ȷ', 'j');
  const first = [...base][0]!;
  return `${(first + accent).normalize('NFC')}${base.slice(first.length)}`;
}

/** Collects nodes, joining neighbouring strings. */
class Nodes {
  readonly #nodes: Inline[] = [];
  #text = '';

  add(node: Inline): void {
    if (typeof node === 'string') this.#text += node;
    else this.mark(node.mark, node.children);
  }

  mark(mark: Exclude<Inline, string>['mark'], children: readonly Inline[]): void {
    this.#flush();
    if (children.length > 0) this.#nodes.push({ mark, children });
  }

  done(): Inline[] {
    this.#flush();
    return this.#nodes;
  }

  #flush(): void {
    if (this.#text) this.#nodes.push(this.#text);
    this.#text = '';
  }
}

/** LaTeX text without marks. */
export const readLatexText = (source: string): string => plainText(readLatex(source));
