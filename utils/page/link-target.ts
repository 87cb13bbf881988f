import { first, idOf, tagOf } from './dom';

/** Fragments that are routes of an application, or directives for the browser. */
const NO_PLACE = /^#(?:[!/]|:~:|$)/;

/** The element that a link into its own page leads to; undefined where it leads elsewhere, or nowhere. */
export function linkTarget(link: Element): Element | undefined {
  const { href, hash, ownerDocument: document } = link as HTMLAnchorElement;
  if (typeof href !== 'string' || !hash || NO_PLACE.test(hash)) return undefined;
  if (href.split('#')[0] !== document.location.href.split('#')[0]) return undefined;
  const name = hash.slice(1).split(':~:')[0]!;
  let plain = name;
  try {
    plain = decodeURIComponent(name);
  } catch {
    // As it is written, then.
  }
  return document.getElementById(name) ?? document.getElementById(plain) ?? document.getElementsByName(plain)[0];
}

/** Longer places, UTF-16 units, are parts of the page rather than passages. */
const LONGEST = 1500;
const HEADS = 'h1, h2, h3, h4, h5, h6, legend, summary, dt, caption, figcaption, p';
const WHOLE = /^(?:html|body|main|article|nav|form)$/;
const BLOCK = /^(?:p|li|dd|dt|td|th|h[1-6]|figcaption|caption|blockquote|pre)$/;

/** A form may have a field of this name in place of its words. */
const wordsOf = ({ textContent }: Element): string => (typeof textContent === 'string' ? textContent.trim() : '');

/** Where the words of an empty anchor are: of the block it stands in, or of what follows it. */
function beside(target: Element): Element | null {
  for (let at = target.parentElement, depth = 0; at && depth < 3; at = at.parentElement, depth += 1)
    if (BLOCK.test(tagOf(at)) && wordsOf(at)) return at;
  let next = target.nextElementSibling;
  for (let steps = 0; next && !wordsOf(next) && steps < 4; steps += 1) next = next.nextElementSibling;
  return next ?? target.parentElement;
}

/**
 * The words of the passage that an element is, or begins; undefined where it is the page, or holds no words.
 */
export function passageAt(target: Element): Range | undefined {
  if (WHOLE.test(tagOf(target)) || target.getAttribute('role') === 'main' || /^(?:top|page-top)$/i.test(idOf(target)))
    return undefined;
  let place = wordsOf(target) ? target : beside(target);
  if (place && wordsOf(place).length > LONGEST) place = first(place, HEADS);
  const length = place ? wordsOf(place).length : 0;
  if (!place || length === 0 || length > LONGEST) return undefined;
  const range = target.ownerDocument.createRange();
  range.selectNodeContents(place);
  return range;
}
