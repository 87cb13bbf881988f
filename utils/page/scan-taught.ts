import type { Citation } from '../model/citation';
import { fitsLabel, type SiteRule } from '../model/site-rule';
import { isLeftAlone } from './blocks';
import { all, asElement, parentOf, tagOf } from './dom';
import type { PageCitation } from './door';
import { endOf } from './scan-links';

/** Whether a rule is about a place: the element that the label is, or stands in. */
export const fitsPlace = (
  rule: SiteRule,
  element: Node | null | undefined,
  citation: Pick<Citation, 'kind' | 'label'>,
): boolean =>
  fitsLabel(rule, citation) &&
  asElement(element) !== undefined &&
  Element.prototype.matches.call(element, rule.selector);

/** The element by which a citation's place is known: its link, or what its words stand in. */
export const placeOfCitation = ({ link, range }: Pick<PageCitation, 'link' | 'range'>): Node | null => {
  const at = range.startContainer;
  return link ?? (asElement(at) ? at : parentOf(at));
};

/** Whether the reader said of its like that it is no citation. */
export const isRuledOut = (rules: readonly SiteRule[], one: PageCitation): boolean =>
  rules.some((rule) => rule.says === 'not' && fitsPlace(rule, placeOfCitation(one), one.citation));

/**
 * Links of which the reader said that they are citations, where nobody found them.
 *
 * @param known - The citations of the page.
 * @param cite - What stands for a link.
 */
export function taughtIn(
  root: Document | ShadowRoot,
  rules: readonly SiteRule[],
  known: readonly PageCitation[],
  cite: (link: Element) => Pick<PageCitation, 'citation' | 'cluster'>,
): PageCitation[] {
  const links = new Set<Element>();
  for (const rule of rules) {
    if (rule.says === 'not') continue;
    for (const link of all(root, rule.selector)) {
      const label = (link.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (fitsLabel(rule, { kind: 'document-link', label }) && tagOf(link) === 'a' && !isLeftAlone(link))
        links.add(link);
    }
  }
  if (links.size > 0) for (const { link } of known) if (link) links.delete(link);
  return [...links].map((link) => {
    const range = new StaticRange({ startContainer: link, startOffset: 0, endContainer: link, endOffset: endOf(link) });
    return { ...cite(link), range, link };
  });
}
