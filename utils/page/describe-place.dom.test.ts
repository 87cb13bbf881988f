import { describe, expect, it, vi } from 'vitest';
import { SELECTOR } from '../model/site-rule';
import { ruleAgainst, ruleFavouring } from './describe-place';
import type { PageCitation } from './door';
import { isRuledOut, taughtIn } from './scan-taught';

/** The test's document has none. */
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(edges: StaticRangeInit) {
      Object.assign(this, edges);
    }
  },
);

/** A page and its links as citations. */
function pageOf(html: string): PageCitation[] {
  document.body.innerHTML = html;
  return [...document.querySelectorAll('a')].map((link, cluster) => ({
    citation: { kind: 'document-link', label: link.textContent ?? '', identifiers: [], confidence: 1 },
    range: new StaticRange({ startContainer: link, startOffset: 0, endContainer: link, endOffset: 1 }),
    link,
    cluster,
  }));
}

const labels = (all: readonly PageCitation[]) => all.map(({ citation }) => citation.label);
const TEXT =
  '<article class="text"><p><a class="ref" href="#a">[1]</a><a class="ref" href="#b">[2]</a><a class="ref" href="#c">[3]</a><a class="ref" href="#d">[4]</a></p></article>';
const PAGER =
  '<div class="pager is-open css-1x3"><a href="/2">2</a> <a href="/3">3</a> <a href="/next">Next page</a></div>';

describe('a rule against a citation', () => {
  it('takes what is like it in the same part of the page, and nothing else', () => {
    const all = pageOf(TEXT + PAGER);
    const rule = ruleAgainst('a.example', all[4]!, all, [])!;
    expect(rule).toEqual({ site: 'a.example', says: 'not', selector: 'div.pager a', shape: '0' });
    expect(labels(all.filter((one) => isRuledOut([rule], one)))).toEqual(['2', '3']);
  });

  it('takes this one alone where it would take most of the page, and all once the reader says it again', () => {
    const all = pageOf(TEXT + PAGER);
    const once = ruleAgainst('a.example', all[0]!, all, [])!;
    expect(labels(all.filter((one) => isRuledOut([once], one)))).toEqual(['[1]']);
    const again = ruleAgainst('a.example', all[1]!, all, [once])!;
    expect(labels(all.filter((one) => isRuledOut([again], one)))).toEqual(['[1]', '[2]', '[3]', '[4]']);
  });

  it.each([
    ['classes and addresses that need escapes', '<a class="a:b c\\d" href="x&quot;y\\z">1</a>'],
    ['elements of the page’s own', '<my-el class="1 é"><a href="#\n">1</a></my-el>'],
    ['long names', `<p class="${'x'.repeat(500)}"><a href="${'y'.repeat(5000)}">1</a></p>`],
  ])('is one that can be stored, of %s', (_name, html) => {
    const all = pageOf(html);
    const rule = ruleAgainst('a.example', all[0]!, all, [])!;
    expect(rule.selector).toMatch(SELECTOR);
    expect(isRuledOut([rule], all[0]!)).toBe(true);
    expect(ruleFavouring('a.example', all[0]!.link!, '1').selector).toMatch(SELECTOR);
  });
});

describe('a rule for a link', () => {
  it.each([
    ['its like, where its label is that of a marker', '2', ['2', '3']],
    ['itself alone, where its label is words', 'Next page', ['Next page']],
  ])('finds %s', (_name, label, found) => {
    const all = pageOf(TEXT + PAGER);
    const { link } = all.find(({ citation }) => citation.label === label)!;
    const rule = ruleFavouring('a.example', link!, label);
    const taught = taughtIn(document, [rule], [], (element) => ({
      citation: { kind: 'document-link', label: element.textContent ?? '', identifiers: [], confidence: 1 },
      cluster: 1,
    }));
    expect(labels(taught)).toEqual(found);
    expect(taughtIn(document, [rule], all, () => ({ citation: all[0]!.citation, cluster: 1 }))).toEqual([]);
  });
});
