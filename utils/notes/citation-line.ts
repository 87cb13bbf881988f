import type { CslItem, CslName } from '../model/work';

/** The citation line in its three parts, so that the middle one can be set in italics; any may be missing. */
export interface CitationLine {
  /** `Manning V., Best D., Faulkner N. et al.` */
  readonly authors?: string;
  /** `Drug and Alcohol Dependence` */
  readonly container?: string;
  /** Between the container and the rest: a journal is followed by a colon, a publisher by a comma. */
  readonly separator: ': ' | ', ';
  /** `2012, 126(1–2), p. 131–137.` */
  readonly rest?: string;
}

const MOST_AUTHORS = 3;
const LONGEST_NAME = 120;

const clip = (text: string): string => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text);

/** `Jean-Paul M.` as `J.-P.M.` */
function initials(given: string): string {
  return given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((name) =>
      name
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...part][0]?.toUpperCase()}.`)
        .join('-'),
    )
    .join('');
}

function nameText(name: CslName): string {
  if (name.literal) return clip(name.literal.trim());
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  const family = [particle, name.family].filter(Boolean).join(' ');
  const given = name.given && family ? initials(name.given) : name.given;
  return clip([family, given, name.suffix].filter(Boolean).join(' '));
}

/** The first authors, `et al.` for the rest; undefined where none is named. */
function authorsText(names: readonly CslName[] | undefined): string | undefined {
  const all = (names ?? []).map(nameText).filter(Boolean);
  if (all.length === 0) return undefined;
  const first = all.slice(0, MOST_AUTHORS).join(', ');
  if (all.length > MOST_AUTHORS) return `${first} et al.`;
  return first.endsWith('.') ? first : `${first}.`;
}

const dashed = (range: string): string => range.trim().replace(/\s*[-‐–—]{1,2}\s*/g, '–');

/**
 * A work's citation line in the manner of the Effectiveness Bank: authors, container or publisher, year, volume(issue),
 * pages. Nothing is printed for what is not known, so no sentence is built round an empty value.
 */
export function citationLine(csl: CslItem): CitationLine {
  const year = csl.issued?.['date-parts']?.[0]?.[0];
  const volume = csl.volume && (csl.issue ? `${csl.volume}(${dashed(csl.issue)})` : csl.volume);
  const page = csl.page && (/^[\d\s,–—-]+$/.test(csl.page) ? `p. ${dashed(csl.page)}` : dashed(csl.page));
  const parts = [year, volume || (csl.issue && `no. ${dashed(csl.issue)}`), page].filter(Boolean);
  const rest = parts.length > 0 ? `${parts.join(', ')}.` : undefined;
  const container = csl['container-title'] ?? csl.publisher;
  return {
    ...(authorsText(csl.author ?? csl.editor) && { authors: authorsText(csl.author ?? csl.editor) }),
    ...(container && { container: clip(container) }),
    separator: csl['container-title'] ? ': ' : ', ',
    ...(rest && { rest }),
  };
}

/** The same as one string. */
export function citationText({ authors, container, separator, rest }: CitationLine): string {
  const source = container && rest ? `${container}${separator}${rest}` : (container ?? rest);
  return [authors, source].filter(Boolean).join(' ');
}
