/** Words that say nothing of what a sentence is about. */
const STOP = new Set(
  (
    'a about above after again all also although an and any are as at be because been before being below between both but by can could did do does ' +
    'doing down during each either et few for from further had has have having he her here hers him his how however i if in into is it its itself ' +
    'may me might more most must my no nor not of off on once only or other our ours out over own per same she should so some such than that ' +
    'the their theirs them then there these they this those through thus to too under until up us very was we were what when where whether which ' +
    'while who whom why will with within without would you your al eg ie vs via'
  ).split(' '),
);

const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu σ sigma τ tau φ phi χ chi ψ psi ω omega'
    .match(/\S+ \S+/g)!
    .map((pair) => pair.split(' ') as [string, string]),
);

/** What needs more than lower case. */
const BEYOND_ASCII = /[^\0-\x7f]/;

/** A text in lower case without accents, Greek letters by name (`IFN-γ`), British spellings as American ones. */
export function fold(text: string): string {
  const plain = BEYOND_ASCII.test(text)
    ? text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter)
    : text.toLowerCase();
  // Looking back is dear, and most sentences have nothing of the sort.
  const short = /[ao]e/.test(plain) ? plain.replace(/(?<=[hpfcln]|\b)[ao]e(?=[dmnst])/g, 'e') : plain;
  return short.includes('our') ? short.replace(/(?<=[a-z]{3})our/g, 'or') : short;
}

/** Scripts that put no space between words: there the browser's own dictionary tells words apart. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u;
/** A particle or an ending. */
const LONE_KANA = /^[\p{sc=Hiragana}ー]$/u;
let segmenter: Intl.Segmenter | undefined;
const LATIN = /^[a-z0-9.,·]+$/;

/** A word's stem, roughly: English endings that change no meaning here. Two words are alike if their stems are. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word
    .replace(/(ss)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/([^su])s$/, '$1');
  const shorter = root
    .replace(/(?:ational|ation|ations|ative|ator|ating|ated|ates)$/, 'ate')
    .replace(/(?:izing|ized|izes|isation|ization|ising|ised|ises|ise)$/, 'ize')
    .replace(
      /(?:ments?|ness|fully|ful|ingly|edly|ably|ible|able|ally|ity|ities|ive|ous|ence|ance|ency|ancy|ently|antly)$/,
      '',
    )
    .replace(/(?:ing|ed|ly|er|ers|or|ion|ions|al|ic|ical|ant|ent)$/, '');
  if (shorter.length >= 3) root = shorter;
  return root.replace(/(.)\1$/, '$1').replace(/[ey]$/, '');
}

/** Stems found so far: the same words are met in every abstract. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 5000;

const WORD = /\p{N}+(?:[.,·]\p{N}+)*|[\p{L}\p{N}]+/gu;

/**
 * The stems of a folded text's words in their order, numbers among them, without those that say nothing.
 */
export function stemsOf(folded: string): string[] {
  const found: string[] = [];
  if (known.size > MOST_KNOWN) known.clear();
  for (const word of folded.match(WORD) ?? []) {
    let stems = known.get(word);
    if (!stems) {
      stems = stemsOfWord(word);
      known.set(word, stems);
    }
    for (const each of stems) found.push(each);
  }
  return found;
}

function stemsOfWord(word: string): readonly string[] {
  if (!LATIN.test(word) && UNSPACED.test(word)) {
    segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
    const words = Array.from(segmenter.segment(word), ({ segment }) => segment);
    return words.filter((each) => !LONE_KANA.test(each));
  }
  return STOP.has(word) || (word.length < 2 && !/\p{N}/u.test(word)) ? [] : [stem(word)];
}
