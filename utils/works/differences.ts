import type { Difference } from '../model/look-up';

/** Numbers up to twelve as words: papers print them so, pages often do not. */
const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * A number with its unit: `40%`, `2.5 mg`, `two hours`. Not the 6 of `IL-6`, a reference mark (`[12]`, `sleep.12`), a part
 * of a range's or an identifier's string of digits.
 */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}\\[/]|[\\p{L}\\p{N}][-–.,:·])(?:(\\d+(?:,\\d{3})*(?:[.·]\\d+)?)|\\b(${NUMBER_WORDS.join('|')})\\b)(?![\\p{N}\\]/])[-\\s]?(%|per ?cent\\b|\\p{L}+)?`,
  'giu',
);
const REFERENCE_MARKS = /\[\s*\d[\d\s,;–-]*\]|\(\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\)/g;
/** Years say when, not what. */
const YEAR = /^(?:1[5-9]|20)\d\d$/;

interface Quantity {
  readonly printed: string;
  readonly value: number;
  readonly decimals: number;
  /** Lower case, without the plural's s; empty where none is printed. */
  readonly unit: string;
}

function quantities(text: string): Quantity[] {
  return [...text.replace(REFERENCE_MARKS, ' ').matchAll(NUMBER)].flatMap((match): Quantity[] => {
    const [all, digits, word, unit = ''] = match;
    if (digits && YEAR.test(digits)) return [];
    const plain = digits?.replaceAll(',', '').replace('·', '.');
    const value = plain === undefined ? NUMBER_WORDS.indexOf(word!.toLowerCase()) : Number(plain);
    const decimals = plain?.split('.')[1]?.length ?? 0;
    // "One" is an article as often as a number.
    if (plain === undefined && value === 1) return [];
    const percent = /^(?:%|per ?cent)$/i.test(unit);
    return [
      {
        printed: percent ? all.trim() : (digits ?? word!),
        value,
        decimals,
        unit: percent ? '%' : unit.toLowerCase().replace(/s$/, ''),
      },
    ];
  });
}

/** Whether a number is the other, or the other rounded: 40 stands for 39.6. */
const isSame = (one: Quantity, other: Quantity): boolean => {
  const step = 10 ** -Math.min(one.decimals, other.decimals);
  return (one.unit === '%') === (other.unit === '%') && Math.abs(one.value - other.value) <= step / 2;
};

function numberDifferences(claim: string, sentence: string): Difference[] {
  const there = quantities(sentence);
  return quantities(claim)
    .filter((here) => !there.some((other) => isSame(here, other)))
    .map((here) => {
      const rivals = there.filter(({ unit }) => unit === here.unit && unit !== '');
      return { kind: 'number', claim: here.printed, ...(rivals.length === 1 && { sentence: rivals[0]!.printed }) };
    });
}

const NEGATION =
  /\b(?:no(?! (?:more|less|later|fewer) than)|not(?! only)|cannot|never|neither|none|without|unable|fail(?:s|ed)?(?= to)|lack(?:s|ed)?|\w+n['’]t)\b/i;
/** Without what sounds like one: odds (“twice as likely”), papers that appeared in a journal, trends over years. */
const HEDGE =
  /\b(?:may|might|could|possibl[ey]|probabl[ey]|perhaps|(?<!\b(?:more|less|as|equally)[ -])likely|unlikely|potential(?:ly)?|suggest(?:s|ed|ing)?|appear(?:s|ed)?(?= (?!(?:in|on|at|by|with|under|before|after|again|first|online|and|only)\b)\w)|seem(?:s|ed)?|tend(?:s|ed)?(?= to\b)|trends?(?= to)|preliminary|unclear|uncertain)\b/i;
/** The month, and its days. */
const MONTH = /\b(?:in|since|until|from|to|of|\d{1,2}) May\b|\bMay \d/g;
const ENGLISH = /\b(?:the|of|and|with|was|were|is|are|that|than|for|to|in|not|no)\b/i;

/** What one of the two says and the other does not, where both are English. */
function wordDifference(kind: 'negation' | 'hedge', words: RegExp, claim: string, sentence: string): Difference[] {
  const here = words.exec(claim.replace(MONTH, ' '))?.[0];
  const there = words.exec(sentence.replace(MONTH, ' '))?.[0];
  if (!here === !there) return [];
  return [here ? { kind, claim: here } : { kind, sentence: there! }];
}

/**
 * What differs between a claim and the sentence closest to it and is worth a look: numbers of the claim that the sentence
 * does not have, and negations and hedges that only one of them has. A sign to check, not a finding of error: the words
 * may stand for other things. Numbers in any language, the rest where both are English.
 */
export function differences(claim: string, sentence: string): Difference[] {
  const numbers = numberDifferences(claim, sentence);
  if (!ENGLISH.test(claim) || !ENGLISH.test(sentence)) return numbers;
  return [
    ...numbers,
    ...wordDifference('negation', NEGATION, claim, sentence),
    ...wordDifference('hedge', HEDGE, claim, sentence),
  ];
}
