/** A piece of markup: text, or the edge of an element. Names are lower case without namespace prefix (`jats:p` is `p`). */
export type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open' | 'close' | 'empty'; readonly name: string };

/** Elements whose words are not the author's: code, pictures, and MathML's second spellings of the same formula. */
const SILENT = new Set(
  'script style noscript template iframe object svg graphic inline-graphic annotation annotation-xml tex-math'.split(
    ' ',
  ),
);

/**
 * HTML, JATS and MathML names as services send them. Anything else between angle brackets without a prefix is text: titles
 * do say "p<q and r>s" and "the <canvas> element".
 */
const KNOWN = new Set(
  (
    'a abbr abstract abstracttext alternatives b bold br break caption cite code collab dd def-list disp-formula disp-quote div dl ' +
    'dt em email ext-link fig fn font h1 h2 h3 h4 h5 h6 i img inf inline-formula inline-supplementary-material ins italic ' +
    'label large li list list-item math monospace named-content ol overline p pre q related-article roman s sans-serif sc scp sec ' +
    'section small span strike strong styled-content sub sup table table-wrap tbody td th thead title tr tt u ul underline ' +
    'uri var xref'
  ).split(' '),
);

/** Whether an unprefixed name is read as an element. MathML's names all begin with m and occur nowhere else. */
const isElement = (name: string): boolean =>
  KNOWN.has(name) ||
  SILENT.has(name) ||
  /^m(?:athml|[inos]|row|text|sub|sup|subsup|frac|sqrt|root|over|under|underover|multiscripts|prescripts|table|td|tr|style|space|padded|phantom|enclose|fenced|error|action)$/.test(
    name,
  ) ||
  name === 'none' ||
  name === 'semantics';

const TAG = /<(\/?)([a-z][\w.-]*:)?([a-z][\w.-]*)([^<>]*)>/iy;

/**
 * Cuts markup into tokens in one pass, whatever its state: unclosed, crossed or half a tag. Comments, declarations and the
 * contents of silent elements are left out. Entities in text are left as they are.
 */
export function tokens(markup: string): Token[] {
  const found: Token[] = [];
  let text = '';
  let silentUntil = '';
  const flush = () => {
    if (text && !silentUntil) found.push({ type: 'text', text });
    text = '';
  };
  let at = 0;
  while (at < markup.length) {
    const next = markup.indexOf('<', at);
    if (next < 0) {
      text += markup.slice(at);
      break;
    }
    text += markup.slice(at, next);
    const end = skipDeclaration(markup, next);
    if (end) {
      if (markup.startsWith('<![CDATA[', next)) text += markup.slice(next + 9, end - 3);
      at = end;
      continue;
    }
    TAG.lastIndex = next;
    const tag = TAG.exec(markup);
    const name = tag?.[3]?.toLowerCase() ?? '';
    if (!tag || !(tag[2] || isElement(name))) {
      text += '<';
      at = next + 1;
      continue;
    }
    flush();
    at = TAG.lastIndex;
    const closes = tag[1] === '/';
    const empty = !closes && tag[4]?.endsWith('/');
    if (silentUntil) {
      if (closes && name === silentUntil) silentUntil = '';
    } else if (SILENT.has(name)) {
      if (!closes && !empty) silentUntil = name;
    } else found.push({ type: closes ? 'close' : empty ? 'empty' : 'open', name });
  }
  flush();
  return found;
}

/** End of a comment, CDATA section, declaration or processing instruction that begins at `at`; undefined where none does. */
function skipDeclaration(markup: string, at: number): number | undefined {
  const second = markup[at + 1];
  if (second !== '!' && second !== '?') return undefined;
  const closer = markup.startsWith('<!--', at) ? '-->' : markup.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const end = markup.indexOf(closer, at + 2);
  // Half a comment hides the rest: showing it would show what its author had hidden.
  return end < 0 ? markup.length : end + closer.length;
}
