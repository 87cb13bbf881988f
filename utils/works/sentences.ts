/** A sentence in a text: UTF-16 offsets, end exclusive, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations after which a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(["“])(?:e\.g|i\.e|cf|vs|et al|al|Fig|Figs|Eq|Eqs|Ref|Refs|No|Nos|approx|ca|Dr|Prof|Mr|Mrs|Ms|St|resp|etc|Inc|Ltd|Co|Vol|pp|p|min|max|wt|vol|sp|spp|var|subsp|ssp|incl|ed|eds|viz|U\.S|U\.K|D\.C|[A-Z])\.$/;

/** Runs are bounded, so that a line of ten thousand dots costs no more than any other. */
const BOUNDARY = /[.!?]{1,6}["”’')\]]{0,4}(?=\s{1,4}["“‘'([]{0,3}[\p{Lu}\p{N}])|[。！？]{1,6}[」』”）]{0,4}/gu;

/** A text's sentences, in order; a text without words has none. Cautious: rather one sentence too long than one cut in two. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const add = (to: number) => {
    const part = text.slice(from, to);
    const start = from + (part.length - part.trimStart().length);
    const end = from + part.trimEnd().length;
    if (/[\p{L}\p{N}]/u.test(part)) sentences.push({ start, end });
    from = to;
  };
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(from, end - 12), end))) continue;
    // "p = 0. 05" and "1. Introduction": a lone number before a full stop opens rather than ends something.
    if (/^\s*\(?\d{1,2}\.$/.test(text.slice(from, end))) continue;
    add(end);
  }
  add(text.length);
  return sentences;
}
