/** The year of a reference, as printed: `2010a`. */
export interface PrintedYear {
  readonly year: number;
  /** The letter behind it; empty where there is none. */
  readonly suffix: string;
  /** Where its brackets begin and end, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1: sure in brackets or alone, a guess where several years are printed. */
  readonly confidence: number;
}

const BRACKETED =
  /[([（［]\s?(?:ca?\.\s?|[^\d()]{3,12},?\s)?((?:1[5-9]|20)\d\d)([a-z])?(?:[/–-]\d{2,4}(?:-\d\d)?)?(?=\s?[),;.:\]）］,年])[^()[\]（）［］]{0,40}[)\]）］]/u;

const ADDRESSES = /https?:\S+|10\.\d{4,9}\/\S+|arxiv:\S+/gi;
/** Where no year is meant: ranges of pages, days of access. */
const OTHER_NUMBERS =
  /[A-Za-z]?\d+[-–—]\d+(?:-\d+)?|\b(?:accessed|retrieved|viewed|visited|cited|access(?:ed)? on|archived|abgerufen|consult\p{L}*|acess\p{L}*|引用日期)\b[^.;\])]{0,40}/giu;

/** Behind Arabic letters, also those of the Hijra. */
const YEAR = /(?<![\d\p{L}])((?:1[5-9]|20|(?<=[\u0600-\u06ff]\P{L}{0,3})1[34])\d\d)([a-z])?(?![\d\p{L}]|\.\d)/gu;

const blank = (text: string): string => ' '.repeat(text.length);

/** Every year in a text that can be that of a work, with the letter behind it, in order. */
export function yearsPrinted(reference: string): Omit<PrintedYear, 'confidence'>[] {
  return [...reference.replace(ADDRESSES, blank).replace(OTHER_NUMBERS, blank).matchAll(YEAR)].map((match) => ({
    year: Number(match[1]),
    suffix: match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The year of the work that a reference names: the one in brackets, else the one behind the authors, else the only one. */
export function yearPrinted(reference: string): PrintedYear | undefined {
  const text = reference.slice(0, 2000);
  const bracketed = BRACKETED.exec(text);
  if (bracketed) {
    const start = bracketed.index;
    const confidence = 0.95;
    return {
      year: Number(bracketed[1]),
      suffix: bracketed[2] ?? '',
      start,
      end: start + bracketed[0].length,
      confidence,
    };
  }
  const years = yearsPrinted(text);
  const [first] = years;
  if (!first) return undefined;
  if (new Set(years.map(({ year }) => year)).size === 1) return { ...first, confidence: 0.9 };
  // Between marks of its own: `Tarn, A., 2012. Lamps of 1950`, `J Gulls 2012;4`.
  const apart = years.find(
    ({ start, end }) => /[,.;:]\s$/.test(text.slice(0, start)) && /^[.,;:]/.test(text.slice(end)),
  );
  return apart && { ...apart, confidence: 0.6 };
}
