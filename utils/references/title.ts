/** A stretch of a reference that is one of its parts. */
export interface Part {
  readonly text: string;
  /** Offset behind it, UTF-16 units. */
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Longest title that is believed, UTF-16 units; longer ones are the whole reference. */
const LONGEST_TITLE = 300;

const QUOTED = /^[\s.,:;(]*["“„«‘「『《']([^"“”„«»」』》]{4,300}?)[.,]?["”“»’」』》'](?![\p{L}])/u;
/** `题名[J]`, `Title [Internet]`. */
const TYPED = /^[\s.,:;]*([^[\].]{4,300}?)\s?\[(?:[A-Z](?:\/OL)?|Internet|online|electronic[^\]]*)\]/iu;
const PLAIN =
  /^[\s.,:;)\]）］*]*([^\s.,:;)\]][^.?!。]{3,300}(?:[.?!。]+(?=[\p{Ll}\d])[^.?!。]{0,300}){0,4}[.?!。]?)(?=\s|$|(?<=。)|[)「『])/u;

/** A journal with its numbers, an address, the links of a publisher. */
const NO_TITLE =
  /^(?:https?:|doi|in:? |vol\.|journal of|proceedings|&|\d+[,\s–-]|google scholar|cas\b)|,\s(?:1[89]|20)\d\d,|\d:\s?\d+[-–]\d/i;

/** Whether a text is more than a name or an abbreviation. */
const isTitle = (text: string): boolean =>
  text.length <= LONGEST_TITLE &&
  (/\p{L}{2,}.*[\s-]\p{L}/u.test(text) || /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4,}/u.test(text)) &&
  !NO_TITLE.test(text);

/**
 * The title that stands behind authors or year.
 *
 * @param from - Offset behind them.
 * @param isPlain - Authors or year are known, so that what follows them is the title even without quotation marks.
 */
export function titleAt(reference: string, from: number, isPlain: boolean): Part | undefined {
  // `Title // Journal`, as in GOST 7.0.5.
  const rest = reference.slice(from, from + 1000).split(/\s\/\/\s/, 1)[0]!;
  const quoted = QUOTED.exec(rest);
  if (quoted && isTitle(quoted[1]!)) return part(quoted, from, 0.95);
  if (!isPlain) return undefined;
  const typed = TYPED.exec(rest);
  if (typed && isTitle(typed[1]!)) return part(typed, from, 0.9);
  const plain = PLAIN.exec(rest);
  return plain && isTitle(plain[1]!) ? part(plain, from, 0.85) : undefined;
}

const part = (match: RegExpExecArray, from: number, confidence: number): Part => ({
  text: match[1]!
    .trim()
    .replace(/\s\((?:\d\w{1,4}|[\p{L}.]{2,12}) ed(?:ition|n)?\.?\)?$/u, '')
    .replace(/[.,。]$/, ''),
  end: from + match[0].length,
  confidence,
});
