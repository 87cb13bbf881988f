/** An author as a reference prints it; a group has a family name alone. */
export interface PrintedAuthor {
  readonly family: string;
  readonly given?: string;
}

/** The authors at the beginning of a reference. */
export interface PrintedAuthors {
  readonly authors: readonly PrintedAuthor[];
  /** More authors than are printed: `et al.`. */
  readonly isMore: boolean;
  /** Offset at which they end, UTF-16 units. */
  readonly end: number;
  /** 0 to 1; below a half, the words before the year or title, whoever they name. */
  readonly confidence: number;
}

/** Letters of scripts that know no capitals: Hebrew, Arabic, those of India. */
export const UNCASED = '\\u05d0-\\u06ff\\u0904-\\u0dff';
const UNCASED_WORD = new RegExp(`^[${UNCASED}]`);

/** Whether a text begins in such a script. */
export const isUncased = (text: string): boolean => UNCASED_WORD.test(text);

/** What stands before family names, as a pattern. */
export const PARTICLE =
  '(?:d|van|von|vom|de|der|den|des|di|da|do|dos|das|du|del|della|la|le|el|al|ter|ten|te|zu|zur|af|av|bin|ibn|y|ben|dal|lo)';
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’‐-]+";
const FAMILY = `(?:${PARTICLE}[ '’-]){0,3}(?:(?:Van|De|Di|Da|La|Le|Du|Von|El|Al|St\\.) (?:${PARTICLE} )?)?${WORD}(?: (?:${PARTICLE} )?${WORD}){0,2}`;
const INITIALS = '(?:\\p{Lu}\\p{Ll}?\\.(?:[ -]|(?=\\p{Lu}))?){1,5}';
const GIVEN = '\\p{Lu}\\p{Ll}+(?:[ -](?:\\p{Lu}\\.?|\\p{Lu}\\p{Ll}+)){0,2}';
const AND = '(?:(?:&|and|und|et|y|e|i|och|og|en|ve|ja|oraz|и)\\s)?';
const END = '(?:,?\\s(?:Jr|Sr|II|III)\\b\\.?)?(?:\\s?[,;&]\\s?|\\s?(?=[.:([]|$)|\\s)';

/** How references print one author after another, each with the groups `family` and `given`; tried in this order. */
const STYLES: readonly { readonly pattern: () => RegExp; readonly confidence: number }[] = [
  // Tarn, A. B., & van der Weld, C.
  {
    pattern: author(`${AND}(?<family>${FAMILY}|[\\p{Lu}'’ -]{2,40}),\\s?(?<given>${INITIALS})${END}`),
    confidence: 0.95,
  },
  // Tarn, Ada; Weld, Bert (2012)
  { pattern: author(`(?<family>${FAMILY}),\\s(?<given>${GIVEN})(?:;\\s|(?=\\s?[([]))`), confidence: 0.9 },
  // Tarn A. B., Weld C.
  { pattern: author(`(?<family>${FAMILY})\\s(?<given>${INITIALS})${END}`), confidence: 0.9 },
  // Tarn AB, Weld C
  {
    pattern: author(`${AND}(?<family>${FAMILY}),?\\s(?<given>\\p{Lu}(?:-?\\p{Lu}){0,3})(?![\\p{L}\\p{N}])${END}`),
    confidence: 0.9,
  },
  // A. B. Tarn and C. Weld
  { pattern: author(`${AND}(?<given>${INITIALS})\\s?(?<family>${FAMILY})${END}`), confidence: 0.9 },
];

/** Tarn, Ada, and Bert Weld: the first author only is turned round. */
const TURNED = author(`(?<family>${FAMILY}),\\s(?<given>${GIVEN})(?:,?\\s|(?=[.(,]))`);
/** Ada B. Tarn, Bert Weld and Cem Moor. */
const FULL = author(
  `${AND}(?<given>\\p{Lu}\\p{Ll}+(?:[ -](?:\\p{Lu}\\.?|\\p{Lu}\\p{Ll}+))??)\\s(?<family>(?:${PARTICLE}\\s){0,2}${WORD})(?:,\\s|\\s(?=(?:and|und|et|&)\\s)|(?=[.(]|\\s[(“"«]|$))`,
);
/** 王伟, 李娜. */
const UNSPACED = author(
  '(?<family>[\\u3400-\\u9fff々\\uac00-\\ud7af\\u30a0-\\u30fa\\u30fc-\\u30ff]{2,6})(?:[,，、;；・·]\\s?|(?=等|他|外|ら|[.．。:：(（「『\\s]|$))',
);

/** What is printed for authors that are not, as a pattern. */
export const MORE_AUTHORS =
  /(?<!\p{L})(?:et\.?\s?al(?:ii|\.)?|and (?:others|colleagues|co-?workers)|u\.\s?a|m\.\s?fl|ym|e\.\s?a|i in|a kol|vd|dkk|ve (?:ark|diğ)|et coll|и (?:др|соавт)|та ін|κ\.\s?[άα]|ואח['׳]|وآخرون|و همکاران|y (?:otros|cols?)|e (?:outros|cols?)|und (?:andere|Mitarbeiter))\.?|等人?|ら|他|외|등/u
    .source;
const MORE = new RegExp(`^[\\s,;]*(?:&\\s)?(?:${MORE_AUTHORS})`, 'iu');

const GROUP =
  /\b(?:organi[sz]ation|ministry|department|association|society|institute|agency|committee|council|nations|group|commission|foundation|university|cent(?:er|re)|office|bureau|union|service)/i;

/** Beyond this nobody looks for authors, UTF-16 units. */
const LONGEST = 1500;

/** A pattern that is compiled at its first use: most pages never need one. */
function author(source: string): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= new RegExp(source, 'uy');
    return pattern;
  };
}

/** Before the last author. */
const FINAL = /^(?:&|and|und|et|y|e|и)\s/;

interface Reading {
  readonly authors: readonly PrintedAuthor[];
  readonly end: number;
  /** The last author has been read: what looks like another is a journal. */
  readonly isClosed?: boolean;
}

/** Matches of one pattern, one after another from an offset. */
function repeated(patternOf: () => RegExp, text: string, from: number): Reading {
  const pattern = patternOf();
  const authors: PrintedAuthor[] = [];
  let end = from;
  for (;;) {
    pattern.lastIndex = end;
    const { family, given } = pattern.exec(text)?.groups ?? {};
    if (!family || pattern.lastIndex <= end) return { authors, end };
    authors.push({ family: family.trim(), ...(given && { given: given.trim() }) });
    const isLast = FINAL.test(text.slice(end, end + 5));
    end = pattern.lastIndex;
    if (isLast) return { authors, end, isClosed: true };
  }
}

/** The authors that a reference begins with, in the style that reads most of them. */
export function authorsIn(reference: string): PrintedAuthors {
  const text = reference.slice(0, LONGEST);
  const readings = STYLES.map(({ pattern, confidence }) => ({ ...repeated(pattern, text, 0), confidence }));
  const turned = firstOf(TURNED, text);
  if (turned) {
    const others = repeated(FULL, text, turned.end);
    readings.push({ authors: [...turned.authors, ...others.authors], end: others.end, confidence: 0.8 });
  }
  const full = repeated(FULL, text, 0);
  const isList =
    full.authors.length > 1 || MORE.test(text.slice(full.end)) || /^[\s,.]*[("“«]/.test(text.slice(full.end));
  if (!GROUP.test(text.slice(0, full.end))) readings.push({ ...full, confidence: isList ? 0.75 : 0.4 });
  readings.push({ ...repeated(UNSPACED, text, 0), confidence: 0.8 });
  const best = readings.reduce((a, b) => (b.end > a.end ? b : a));
  if (best.authors.length === 0) return group(text);
  const { authors, end } = goOn(best, text);
  const more = MORE.exec(text.slice(end));
  return { authors, confidence: best.confidence, isMore: more !== null, end: end + (more?.[0].length ?? 0) };
}

/** Authors behind others that are printed in another style: `Tarn, A., and B. Weld`. */
function goOn({ authors, end, isClosed }: Reading, text: string): Reading {
  const isOpen = /[,;&]\s?$/.test(text.slice(0, end)) || FINAL.test(text.slice(end, end + 5));
  if (isClosed || !isOpen) return { authors, end };
  const [next] = STYLES.map(({ pattern }) => repeated(pattern, text, end)).sort((a, b) => b.end - a.end);
  return next!.end > end ? goOn({ ...next!, authors: [...authors, ...next!.authors] }, text) : { authors, end };
}

function firstOf(patternOf: () => RegExp, text: string): Reading | undefined {
  const pattern = patternOf();
  pattern.lastIndex = 0;
  const { family, given } = pattern.exec(text)?.groups ?? {};
  return family && given ? { authors: [{ family, given }], end: pattern.lastIndex } : undefined;
}

/** What stands where authors stand: a group, or a name in a style of its own. */
function group(text: string): PrintedAuthors {
  const end = text.slice(0, 200).search(/[.,:]?\s*[([]?(?:1[5-9]|20)\d\d|[.:]\s|[“"«„]|,\s\p{Ll}|$/u);
  const family = text.slice(0, end).trim();
  const isNamed = (/^\p{Lu}/u.test(family) || isUncased(family)) && family.split(/\s/).length <= 8;
  return { authors: isNamed ? [{ family }] : [], isMore: false, end, confidence: isNamed ? 0.4 : 0 };
}
