/** Words that say nothing of what a sentence is about. */
const STOP = new Set(
  (
    'a about above after again all also although an and any are as at be because been before being below between both but by can could did do does ' +
    'doing down during each either et few for from further had has have having he her here hers him his how however i if in into is it its itself ' +
    'may me might more most must my no nor not of off on once only or other our ours out over own per same she should since so some such than that ' +
    'the their theirs them then there these they this those through thus to too under until up us very was we were what when where whether which ' +
    'while who whom why will with within without would you your al eg ie vs via'
  ).split(' '),
);

/** A word's stem, roughly: English endings that change no meaning here. Two words are alike if their stems are. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word
    .replace(/(?:'s|’s)$/, '')
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

const words = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => !STOP.has(word) && (word.length > 1 || /\p{N}/u.test(word)))
    .map(stem);

/** BM25's two constants, set on the development halves of public claim–sentence sets. */
const K1 = 2;
const B = 0.25;

/** How much of the claim a sentence covers, by BM25 over the sentences themselves, between 0 and 1. */
function overlap(claim: string, sentences: readonly string[]): number[] {
  const query = [...new Set(words(claim))];
  const bags = sentences.map(words);
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / (bags.length || 1) || 1;
  const idf = new Map(
    query.map((word) => {
      const holding = bags.filter((bag) => bag.includes(word)).length;
      return [word, Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5))];
    }),
  );
  const most = query.reduce((sum, word) => sum + idf.get(word)!, 0) || 1;
  return bags.map((bag) => {
    let score = 0;
    for (const word of query) {
      const times = bag.filter((other) => other === word).length;
      if (times) score += (idf.get(word)! * times * (K1 + 1)) / (times + K1 * (1 - B + (B * bag.length) / average));
    }
    return score / most;
  });
}

/** Wordings that report a finding, and those that only announce one. */
const FINDING =
  /\bp\s*(?:-?value)?\s*[<>=≤]\s*0?[.·]\d|95\s*%|\bCI\b|\bsignifican|\b(?:increas|decreas|reduc|improv|higher|lower|greater|fewer|associated|resulted|show(?:s|ed|n)?\b|demonstrat|found|reveal|suggest|conclu|no differen|did not|was not|were not|effective|superior|similar)|\b(?:OR|RR|HR)\b|\d\s*%|±/gi;
const AIM =
  /\b(?:aim(?:s|ed)?|objectives?|purpose|goals?|hypothesi[sz]ed?|to (?:determine|evaluate|assess|investigate|compare|examine|explore|test|study|identify)|we (?:investigated|evaluated|assessed|examined|compared|tested|studied|aimed|sought|conducted)|were (?:randomi[sz]ed|assigned|allocated|enrolled|recruited|included)|randomly|outcomes? (?:was|were|measures?)|trial registration|unclear|unknown|remains?)\b/i;

/** What tells an abstract that reports measurements on patients, animals or cells from any other text. */
const CLINICAL =
  /\b(?:patients?|participants?|women|men|children|mice|rats?|cells?|clinical|disease|treatment|therapy|placebo|randomi[sz]ed|cohort|mortality|protein|gene|receptor|infection|cancer|trial|dose|mg|serum|plasma|tissue|blood|symptoms?|risk)\b/gi;

/** How far a text is one of measurements, 0 to 1: only there do findings have a wording of their own. */
function clinicalShare(sentences: readonly string[]): number {
  const hits = sentences.reduce((sum, sentence) => sum + (sentence.match(CLINICAL)?.length ?? 0), 0);
  // The square root: a few such words are enough to tell; their number is a matter of style.
  return Math.sqrt(Math.min(1, hits / Math.max(1, sentences.length)));
}

/**
 * Scores from here on are shown. On the development half of SciFact three of four sentences so shown are the right ones, and
 * two of five claims that have one get one.
 */
export const threshold = 0.45;

/**
 * How like each sentence of a text is to the claim that rests on it: the share of the claim's words that it has, weighted by
 * their rarity, about 0 to 1; in reports of measurements findings count for more, and aims, which repeat the claim without
 * answering it, for less. Scores of different texts can be compared.
 */
export function rankSentences(claim: string, sentences: readonly string[]): number[] {
  const cues = clinicalShare(sentences);
  return overlap(claim, sentences).map((likeness, i) => {
    const sentence = sentences[i]!;
    const finding = Math.min(sentence.match(FINDING)?.length ?? 0, 4) / 4;
    const aim = AIM.test(sentence) ? 1 : 0;
    return likeness + cues * (0.3 * finding - 0.4 * aim);
  });
}
