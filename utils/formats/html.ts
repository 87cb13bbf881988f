import { COLOURS, type Passage, quotedWords } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { arranged, groupsOf } from './arrange';
import type { Format, Taken, WriteOptions } from './format';
import { escapeHtml, linkHtml } from './html-escape';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE } from './html-page';
import { numbersByTag, relatedHtml } from './html-related';
import { topicHead, topicsHtml } from './html-topic';
import { citationHtml, dateHtml, remarkAndTags, workHtml } from './html-work';
import { IN_ENGLISH, langHtml, type PageVoice, voiceOf } from './page-words';
import { passageAddress } from './passage-address';
import { groupByPage } from './passages-by-page';
import { sortPassages } from './passages-of-works';
import type { Plan } from './plan';
import { oneLine } from './rich';

const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${PAGE_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;

/** Sentences for which a work was met cited, each with its number; undefined where there is none. */
function claimsHtml(item: ReadingItem, at: number, voice: PageVoice): string | undefined {
  const claims = item.encounters.map((met, place) => {
    if (!met.sentence) return '';
    const from = linkHtml(escapeHtml(met.title || met.url), met.url);
    return `<p class="claim" dir="auto"><span${langHtml()}>${escapeHtml(met.sentence)}</span> ${citationHtml(at, item, String(place), voice)} <span class="aside">${from}, ${dateHtml(met.at)}</span></p>\n`;
  });
  return claims.join('') || undefined;
}

/** A passage, to which others on the page may lead: arriving there marks it, and so does a press. */
function passageHtml(passage: Passage, number: number, voice: PageVoice): string {
  const { selectors, colour, created } = passage;
  const words = escapeHtml(quotedWords(selectors)).replaceAll('\n', '<br>');
  return `<div class="passage" id="p${number}"><blockquote class="${COLOURS.includes(colour) ? colour : 'yellow'}" dir="auto"${langHtml()} tabindex="0" role="button" aria-pressed="false">${words}</blockquote>
<p class="aside">${linkHtml(voice.html('open'), passageAddress(passage))}, ${dateHtml(created)}</p>${remarkAndTags(passage)}</div>
`;
}

/** Links to the passages that were marked in a work. */
function referredTo(passages: readonly Passage[], numbers: ReadonlyMap<string, number>, voice: PageVoice): string {
  if (passages.length === 0) return '';
  const links = passages.map((passage) => {
    const words = oneLine(quotedWords(passage.selectors));
    const short = words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words;
    return `<li><a href="#p${numbers.get(passage.id)}" dir="auto"${langHtml()}>${escapeHtml(short)}</a></li>`;
  });
  return `<details><summary>${voice.html('marked')}</summary><ul>${links.join('')}</ul></details>`;
}

const head = (title: string, voice: PageVoice): string => `<!doctype html>
<html lang="${escapeHtml(voice.language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title><style>${PAGE_STYLE}</style></head><body data-copied="${voice.html('copied')}" data-not-copied="${voice.html('notCopied')}" data-found="${voice.html('found', '{0}')}">
`;

function* worksHtml(
  { items, passages }: Taken,
  numbers: ReadonlyMap<string, number>,
  { groupBy }: WriteOptions,
  voice: PageVoice,
): Plan {
  yield `<section aria-labelledby="works"><h2 id="works">${voice.html('works')}</h2>\n`;
  const byTag = numbersByTag(items);
  const { ofWork } = sortPassages({ items, passages });
  let at = 0;
  for (const group of groupsOf(items, groupBy, voice.groups)) {
    if (group.heading) yield `<p class="group" dir="auto">${escapeHtml(group.heading)}</p>\n`;
    const before = at;
    yield {
      type: 'works',
      works: group.items,
      beside: (item) => ofWork.get(item.id) ?? [],
      write: (item, i, marked) =>
        workHtml(
          before + i,
          item,
          referredTo(marked, numbers, voice) + relatedHtml(before + i, item, items, byTag, voice),
          voice,
        ),
    };
    at += group.items.length;
  }
  yield '</section>\n';
}

function* sections(taken: Taken, options: WriteOptions, voice: PageVoice): Plan {
  const { items, passages } = taken;
  const pages = groupByPage(passages);
  const numbers = new Map(pages.flat().map(({ id }, i) => [id, i + 1]));
  const places = new Map(items.map((item, at) => [item.id, at]));
  yield {
    type: 'works',
    works: items.filter(({ encounters }) => encounters.some(({ sentence }) => sentence)),
    write: (item) => claimsHtml(item, places.get(item.id)!, voice),
    around: [`<section aria-labelledby="claims"><h2 id="claims">${voice.html('claims')}</h2>\n`, '</section>\n'],
  };
  if (items.length > 0) yield* worksHtml(taken, numbers, options, voice);
  if (passages.length > 0) {
    yield `<section aria-labelledby="passages"><h2 id="passages">${voice.html('passages')}</h2>\n`;
    const colours = COLOURS.map((colour) => `<span class="${colour}"><i></i>${voice.html(colour)}</span>`).join('');
    yield `<p class="aside legend">${voice.html('colours')} ${colours}</p>\n`;
    for (const group of pages) {
      const { title, url } = group[0]!.page;
      yield `<h3 dir="auto"${title.trim() ? langHtml() : ''}>${linkHtml(escapeHtml(title.trim() || voice.text('untitledPage')), url)}</h3>\n`;
      yield {
        type: 'passages',
        passages: group,
        write: (passage) => passageHtml(passage, numbers.get(passage.id)!, voice),
      };
    }
    yield '</section>\n';
  }
  yield* topicsHtml(items, voice);
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
    const voice = voiceOf(options.page ?? IN_ENGLISH, options.topic?.grades);
    const taken = arranged(given, 'kept', options.groupBy ?? 'none', voice.groups);
    yield head(options.topic?.title.trim() || voice.text('title'), voice);
    yield* topicHead(taken, options, voice);
    yield '<main>\n';
    yield* sections(taken, options, voice);
    yield `</main><script>${PAGE_SCRIPT}</script></body></html>\n`;
  },
};
