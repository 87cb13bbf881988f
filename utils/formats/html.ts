import { COLOURS, type Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { arranged, groupsOf, inWords } from './arrange';
import type { Format, Taken, WriteOptions } from './format';
import { escapeHtml, linkHtml } from './html-escape';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE } from './html-page';
import { numbersByTag, relatedHtml } from './html-related';
import { topicHead, topicsHtml } from './html-topic';
import { citationHtml, dateHtml, remarkAndTags, workHtml } from './html-work';
import { passageAddress } from './passage-address';
import { groupByPage } from './passages-by-page';
import { sortPassages } from './passages-of-works';
import type { Plan } from './plan';
import { oneLine } from './rich';

const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${PAGE_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;

/** Sentences for which a work was met cited, each with its number; undefined where there is none. */
function claimsHtml(item: ReadingItem, at: number): string | undefined {
  const claims = item.encounters.map((met, place) => {
    if (!met.sentence) return '';
    const from = linkHtml(escapeHtml(met.title || met.url), met.url);
    return `<p class="claim" dir="auto">${escapeHtml(met.sentence)} ${citationHtml(at, item, String(place))} <span class="aside">${from}, ${dateHtml(met.at)}</span></p>\n`;
  });
  return claims.join('') || undefined;
}

/** A passage, to which others on the page may lead: arriving there marks it, and so does a press. */
function passageHtml(passage: Passage, number: number): string {
  const { selectors, colour, created } = passage;
  const words = escapeHtml(selectors.quote.exact).replaceAll('\n', '<br>');
  return `<div class="passage" id="p${number}"><blockquote class="${COLOURS.includes(colour) ? colour : 'yellow'}" dir="auto" tabindex="0" role="button" aria-pressed="false">${words}</blockquote>
<p class="aside">${linkHtml('Open at this passage', passageAddress(passage))}, ${dateHtml(created)}</p>${remarkAndTags(passage)}</div>
`;
}

/** Links to the passages that were marked in a work. */
function referredTo(passages: readonly Passage[], numbers: ReadonlyMap<string, number>): string {
  if (passages.length === 0) return '';
  const links = passages.map((passage) => {
    const words = oneLine(passage.selectors.quote.exact);
    const short = words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words;
    return `<li><a href="#p${numbers.get(passage.id)}" dir="auto">${escapeHtml(short)}</a></li>`;
  });
  return `<details><summary>Passages marked in it</summary><ul>${links.join('')}</ul></details>`;
}

const head = (title: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title><style>${PAGE_STYLE}</style></head><body>
`;

function* worksHtml({ items, passages }: Taken, numbers: ReadonlyMap<string, number>, { groupBy }: WriteOptions): Plan {
  yield '<section aria-labelledby="works"><h2 id="works">Works</h2>\n';
  const byTag = numbersByTag(items);
  const { ofWork } = sortPassages({ items, passages });
  let at = 0;
  for (const group of groupsOf(items, groupBy)) {
    if (group.heading) yield `<p class="group" dir="auto">${escapeHtml(group.heading)}</p>\n`;
    const before = at;
    yield {
      type: 'works',
      works: group.items,
      beside: (item) => ofWork.get(item.id) ?? [],
      write: (item, i, marked) =>
        workHtml(before + i, item, referredTo(marked, numbers) + relatedHtml(before + i, item, items, byTag)),
    };
    at += group.items.length;
  }
  yield '</section>\n';
}

function* sections(taken: Taken, options: WriteOptions): Plan {
  const { items, passages } = taken;
  const pages = groupByPage(passages);
  const numbers = new Map(pages.flat().map(({ id }, i) => [id, i + 1]));
  yield {
    type: 'works',
    works: items,
    write: claimsHtml,
    around: ['<section aria-labelledby="claims"><h2 id="claims">What they were cited for</h2>\n', '</section>\n'],
  };
  if (items.length > 0) yield* worksHtml(taken, numbers, options);
  if (passages.length > 0) {
    yield '<section aria-labelledby="passages"><h2 id="passages">Passages</h2>\n';
    const colours = COLOURS.map((colour) => `<span class="${colour}"><i></i>${inWords(colour)}</span>`).join('');
    yield `<p class="aside legend">Colours of passages: ${colours}</p>\n`;
    for (const group of pages) {
      const { title, url } = group[0]!.page;
      yield `<h3 dir="auto">${linkHtml(escapeHtml(title.trim() || 'Untitled page'), url)}</h3>\n`;
      yield {
        type: 'passages',
        passages: group,
        write: (passage) => passageHtml(passage, numbers.get(passage.id)!),
      };
    }
    yield '</section>\n';
  }
  yield* topicsHtml(items);
}

/**
 * Reading list, claims and passages as one page about a topic, in the manners of the Effectiveness Bank. It needs no network and runs
 * nothing but its own few lines of script, whose hash is in its policy: an introduction with notes on hover and focus, a key,
 * prepared searches, quotes highlighted by a click, unfolding summaries, what belongs to each work with kind and year, other topics.
 */
export const html: Format = {
  id: 'html',
  label: 'Web page',
  extension: 'html',
  mediaType: 'text/html',
  holdsPassages: true,
  *parts(given, options) {
    const taken = arranged(given, 'kept', options.groupBy ?? 'none');
    yield head(options.topic?.title.trim() || 'Reading list');
    yield* topicHead(taken, options);
    yield '<main>\n';
    yield* sections(taken, options);
    yield `</main><script>${PAGE_SCRIPT}</script></body></html>\n`;
  },
};
