import { type Stretch, sentencesOf } from './sentences';

/** The label of a citation in a text. Marks with the same cluster number are one. */
export interface Mark extends Stretch {
  readonly cluster: number;
}

/** What a citation supports: the stretch it covers, and its words without any citation's label. */
export interface ClaimStretch extends Stretch {
  readonly text: string;
}

/** Fewer words than this say nothing alone; the whole sentence up to the citation is taken then. */
const LEAST_WORDS = 4;
/** Fewest words of a sentence up to a citation that say something. */
const FEWEST_WITH_OPENING = 3;
/** Characters that count as a word where words are not divided by spaces. */
const IDEOGRAPHS_A_WORD = 2;

const DIVIDER = /[,;:—–]\s|[，；：]|\s(?:and|but|while|whereas|although|yet|or|und|aber|et|mais|y|pero)\s/g;
const STARTS_CLAUSE = /^\s*(?:[,;:—–，；：]|(?:and|but|while|whereas|although|yet|und|aber|et|mais|y|pero)\s)/;
const ONLY_BETWEEN_MARKS = /^[\s,;.&–—-]*(?:and|und|et|y)?[\s,;.&–—-]*$/;

const wordCount = (text: string): number =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).reduce(
    (sum, word) => sum + (/[\u2e80-\ud7ff]/.test(word) ? Math.ceil(word.length / IDEOGRAPHS_A_WORD) : 1),
    0,
  );

/** Whether a label is part of what is said, like a linked title, rather than a sign for a work. */
const isSaid = (label: string): boolean =>
  PLAIN_WORDS.test(label) ||
  (wordCount(label) >= LEAST_WORDS &&
    !/\b(?:1[5-9]|20)\d\d[a-z]?\W*$|^[\p{Lu}“"].*\s\d[\d–-]*$/u.test(label) &&
    !/\b10\.\d{4}/.test(label));

/** Words that lead to a work, in the middle of what is said: `as {a study} found`. */
const PLAIN_WORDS = /^(?!note|ref|ibid)\p{Ll}[\p{Ll}’'-]* \p{Ll}[\p{L}\s’'-]*$/u;

/** The year behind names that are part of what is said: `Tarn (2012) found`. */
const NARRATIVE = /(?<=\S\s?[(（[]\s?)(?:1[5-9]|20)\d\d[a-z]?(?=[)）\]]?$)/;
/** Brackets with nothing in them but what leads to works and their pages: names are left where only the years are links. */
const EMPTY =
  /[([{（［][\s,;.&–—-]*(?:(?:and|see|also|(?:e\.g|cf|vgl)\.|(?:(?:pp?|S|с)\.|:)\s?\d[\d–-]{0,9}|\p{Lu}[\p{L}’'-]{1,30}(?:\set al\.?)?(?=\s*[,&]|\sand\s\p{Lu}))[\s,;.&–—-]*)*[)\]}）］]/gu;

/** Takes labels out of a text, with the brackets that held nothing else; lengths stay, so offsets hold. */
function blanked(text: string, all: readonly Mark[]): string {
  const marks = all.filter(({ start, end }) => !isSaid(text.slice(start, end)));
  let plain = text;
  for (const { start, end } of marks) {
    const year = NARRATIVE.exec(text.slice(start, end));
    const from = start + (year?.index ?? 0);
    const to = year ? from + year[0].length : end;
    plain = plain.slice(0, from) + ' '.repeat(to - from) + plain.slice(to);
  }
  return plain.replace(EMPTY, (brackets, at: number) =>
    marks.some(({ start, end }) => start < at + brackets.length && at < end) ? ' '.repeat(brackets.length) : brackets,
  );
}

/** Characters between two labels beyond which something else stands between them. */
const MOST_BETWEEN = 60;

const AT_END = /[\s,;:–—]/;
/** Where a text ends without white space and punctuation that leads on; a pattern would look at every run of them anew. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && AT_END.test(text[end - 1]!)) end -= 1;
  return end;
}

/** What a clause does not begin with. */
const LEADING = /^[\s,;:–—.)\]，；：]+(?:が、)?|^が、/;

/** Words for people: no labels, no doubled white space, none before a full stop. */
const tidy = (plain: string): string =>
  plain
    .slice(0, endOf(plain))
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,;:!?…)\]”’»。、！？]|\.(?!\d))/g, '')
    .replace(/(\p{L}\.)\.$/u, '$1')
    .replace(LEADING, '')
    .trim();

interface Sentence extends Stretch {
  /** Marks behind its full stop belong to it as well. */
  readonly reach: number;
}

/** Puts a capital where a label opens a sentence, as a name would: `Two were lost. [3] found them again.` */
function withOpeners(plain: string, marks: readonly Mark[]): string {
  let text = plain;
  for (const { start } of marks)
    if (
      /[.!?]\s+$/.test(text.slice(Math.max(0, start - 8), start)) &&
      /^\s+\p{Ll}/u.test(text.slice(start, start + 24))
    )
      text = `${text.slice(0, start)}X${text.slice(start + 1)}`;
  return text;
}

/**
 * Sentences with the marks that follow their full stop: `It was lost.[3] Next` and `It was lost.³ Next`, but not
 * `It was lost. [3] found it again`, where the sentence goes on behind the mark.
 */
function withMarks(plain: string, marks: readonly Mark[]): Sentence[] {
  const sentences = sentencesOf(withOpeners(plain, marks));
  return sentences.map(({ start, end }, index) => {
    const next = sentences[index + 1]?.start ?? plain.length;
    const between = marks.filter((mark) => mark.start >= end && mark.end <= next);
    const isOwn = between.length > 0 && (next >= plain.length || !/^\p{Ll}/u.test(plain.slice(next)));
    return { start, end, reach: isOwn ? between.at(-1)!.end : end };
  });
}

/**
 * The sentence or clause of a block that a citation supports. Where a sentence has several citations, each takes what
 * stands before it, up to the one before; the last also takes the rest.
 *
 * @param marks - Every citation of the block, in order.
 * @param target - One of them.
 * @returns undefined where nothing is said.
 */
export function claimStretch(text: string, marks: readonly Mark[], target: Mark): ClaimStretch | undefined {
  const plain = blanked(text, marks);
  const sentences = withMarks(plain, marks);
  const sentence = sentences.find(({ reach }) => target.start < reach) ?? sentences.at(-1);
  if (!sentence) return undefined;
  const previous = sentences[sentences.indexOf(sentence) - 1];
  const from = Math.max(previous?.reach ?? 0, 0);
  const groups: Mark[][] = [];
  for (const mark of marks) {
    if (mark.start < from || mark.start >= Math.max(sentence.reach, sentence.end)) continue;
    const last = groups.at(-1)?.at(-1);
    const isNext =
      last &&
      (last.cluster === mark.cluster ||
        (mark.start - last.end <= MOST_BETWEEN && ONLY_BETWEEN_MARKS.test(plain.slice(last.end, mark.start))));
    if (isNext) groups.at(-1)!.push(mark);
    else groups.push([mark]);
  }
  const at = groups.findIndex((group) => group.includes(target));
  const result = (start: number, end: number): ClaimStretch | undefined => {
    const raw = plain.slice(start, end);
    const words = tidy(raw);
    if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
    const lead = raw.length - raw.replace(LEADING, '').length;
    const tail = raw.length - endOf(raw);
    return { start: start + lead, end: end - tail, text: words };
  };
  if (previous && ONLY_POINTS.test(plain.slice(sentence.start, sentence.end)))
    return result(previous.start, previous.end);
  const begin = sentence.start;
  if (at < 0 || groups.length === 1) return result(begin, sentence.end);

  const start = at === 0 ? begin : dividerBetween(plain, groups[at - 1]!, groups[at]!, begin);
  const next = groups[at + 1];
  let end = next ? dividerBetween(plain, groups[at]!, next, begin) : sentence.end;
  // Who says it says nothing yet: `As Tarn (2012) says, …`.
  if (next && SAID_BY.test(plain.slice(start, end))) end = next[0]!.start;
  if (end <= start || wordCount(plain.slice(start, end)) < LEAST_WORDS) {
    const upTo = Math.max(end, start);
    // Names before what they are named for say nothing yet: `Both Tarn [1] and Weld [2] found …`.
    const isEnough = at === groups.length - 1 || wordCount(plain.slice(sentence.start, upTo)) >= FEWEST_WITH_OPENING;
    return (isEnough ? result(sentence.start, upTo) : undefined) ?? result(sentence.start, sentence.end);
  }
  return result(start, end);
}

/** What a sentence begins with that tells who says the rest of it. */
const SAID_BY = /^\s*(?:As|According to|Following|Wie|Laut|Nach|Según|Selon|Secondo|Segundo)\s[^,，]{0,80}$/;

/** A sentence that only leads to works for what the one before it says: `See [1], and [2].` */
const ONLY_POINTS =
  /^\W*(?:(?:see|also|cf|compare|and|or|in|for|a|reviews?|details?|siehe|auch|vgl|und|voir|aussi|et|véase|también|y)\b\W*)+$/i;

/** Where the words of one citation end and those of the next begin. */
function dividerBetween(plain: string, one: readonly Mark[], next: readonly Mark[], begin: number): number {
  const from = one.at(-1)!.end;
  const between = plain.slice(from, next[0]!.start);
  // `… was shown [1], but …`: the first citation closes its clause. `Smith [1] found …, while Jones [2] …`: it opens it.
  // Behind a word or two it opens it, too: `According to Tarn [1], …`.
  if (STARTS_CLAUSE.test(between) && wordCount(plain.slice(begin, one[0]!.start)) >= LEAST_WORDS) return from;
  const dividers = [...between.matchAll(DIVIDER)];
  const last = dividers.at(-1);
  return last ? from + last.index : from;
}
