import { SELECTOR, type SiteRule, shapeOf } from '../model/site-rule';
import { asElement, attributeOf, parentOf, tagOf } from './dom';
import type { PageCitation } from './door';
import { fitsPlace, placeOfCitation } from './scan-taught';

/** Elements that say by themselves what part of a page they are. */
const PART = /^(?:nav|aside|figure|table|header|footer|main|article|dl|blockquote)$/;

/** Classes that a page gives for a moment, or that a build makes anew. */
const PASSING =
  /^(?:is|has|js|css|sc|jsx|svelte)-|^(?:active|current|odd|even|first|last|open|visited|selected|hover)$/i;

/** Classes of one element, and parts around it, that are named. */
const MOST_CLASSES = 2;
const MOST_PARTS = 2;
/** How far up a part is looked for. */
const FARTHEST = 12;

/** `a.ref`: an element by its name and the classes that will be there tomorrow. */
function namedBy(element: Element): string {
  const name = tagOf(element);
  const classes = (attributeOf(element, 'class') ?? '')
    .split(/\s+/)
    .filter((word) => /^[a-z_][a-z_-]{1,40}$/i.test(word) && !PASSING.test(word));
  const tag = /^[a-z][a-z0-9-]*$/.test(name) ? name : '*';
  return (
    tag +
    classes
      .map((word) => `.${word}`)
      .slice(0, MOST_CLASSES)
      .join('')
  );
}

/** `article.text p.lead a.ref`: an element and the nearest parts around it that have names. */
function selectorOf(element: Element): string {
  const href = attributeOf(element, 'href');
  const parts = [namedBy(element) + (href?.startsWith('#') ? '[href^="#"]' : '')];
  let at = asElement(parentOf(element));
  for (let depth = 0; at && depth < FARTHEST && parts.length <= MOST_PARTS; depth++, at = asElement(parentOf(at))) {
    const name = namedBy(at);
    if (tagOf(at) === 'body') break;
    if (name.includes('.') || PART.test(tagOf(at))) parts.unshift(name);
  }
  return parts.join(' ');
}

/** A rule with the very address of its link, or the very words of its label, in place of what they are like. */
function narrowed(rule: SiteRule, element: Element, label: string): SiteRule {
  const href = attributeOf(element, 'href');
  const selector = rule.selector.replace(/\[[^\]]*\]$/, '') + (href ? `[href="${href}"]` : '');
  return href && SELECTOR.test(selector) ? { ...rule, selector } : { ...rule, shape: `=${label}`.slice(0, 60) };
}

/** A rule about what is like a place: the same element in the same parts of the page, with a label of the same shape. */
export const ruleFor = (site: string, says: SiteRule['says'], element: Element, shape: string): SiteRule => ({
  site,
  says,
  selector: selectorOf(element),
  shape,
});

/** Citations that a rule may take at once, whatever share of the page's they are. */
const FEW = 3;

/**
 * The rule by which a citation, and what is like it, is none. Where that would take most of what the page cites, it is about
 * this one alone, until the reader says the same of another like it.
 *
 * @param citations - Those of the page.
 * @param rules - What was taught about the site before.
 */
export function ruleAgainst(
  site: string,
  one: PageCitation,
  citations: readonly PageCitation[],
  rules: readonly SiteRule[],
): SiteRule | undefined {
  const element = asElement(placeOfCitation(one));
  if (!element) return undefined;
  const { label, kind } = one.citation;
  const wide = ruleFor(site, 'not', element, shapeOf(label, kind));
  const taken = citations.filter((other) => fitsPlace(wide, placeOfCitation(other), other.citation)).length;
  const narrow = narrowed(wide, element, label);
  const bare = (selector: string) => selector.replace(/\[[^\]]*\]$/, '');
  const isSaidAgain = rules.some((rule) => rule.says === 'not' && bare(rule.selector) === bare(wide.selector));
  return taken <= FEW || taken * 2 <= citations.length || isSaidAgain ? wide : narrow;
}

/** The rule by which a link is a citation: with what is like it where its label or class is one of a marker. */
export function ruleFavouring(site: string, link: Element, label: string): SiteRule {
  const wide = ruleFor(site, 'is', link, shapeOf(label));
  const isMarker = /[0y*†‡§¶]/.test(wide.shape) || (wide.shape !== 'words' && namedBy(link).includes('.'));
  return isMarker ? wide : narrowed(wide, link, label);
}
