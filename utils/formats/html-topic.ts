import type { ReadingItem } from '../model/reading-item';
import { citationKeys } from './citation-key';
import type { Taken, WriteOptions } from './format';
import { escapeHtml, linkHtml, richHtml } from './html-escape';
import { numbersByTag } from './html-related';
import { citationHtml, dateHtml, kindLine, titleOf } from './html-work';
import { langHtml, type PageVoice } from './page-words';
import type { Part, Plan } from './plan';
import { NO_TOPIC } from './topic-page';

/** Searches of others, asked about the topic in one press: name, and address before the words. */
const SEARCHES = [
  ['PubMed', 'https://pubmed.ncbi.nlm.nih.gov/?term='],
  ['Europe PMC', 'https://europepmc.org/search?query='],
  ['OpenAlex', 'https://openalex.org/works?search='],
  ['Google Scholar', 'https://scholar.google.com/scholar?q='],
] as const;

/** Links that search for some words; nothing where there are none. */
const searchLinks = (words: string): string =>
  SEARCHES.map(([name, address]) => linkHtml(name, address + encodeURIComponent(words.toWellFormed()))).join(', ');

/** A link that writes a letter. Line breaks and signs of the subject stay what they are. */
function mailLink(words: string, to: string, fields: Readonly<Record<string, string>>): string {
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`);
  return `<a href="mailto:${escapeHtml(encodeURIComponent(to.toWellFormed()).replaceAll('%40', '@'))}?${escapeHtml(query.join('&'))}">${words}</a>`;
}

/** Paragraphs of the introduction, its `[@key]`s as numbers whose notes open on hover. */
function introductionOf(
  text: string,
  items: readonly ReadingItem[],
  keys: readonly string[],
  voice: PageVoice,
): readonly Part[] {
  let place = 0;
  const citation = (at: number): Part => {
    const name = `i${place++}`;
    return { type: 'works', works: [items[at]!], write: (item) => citationHtml(at, item, name, voice) };
  };
  const paragraph = (words: string): Part[] =>
    words.split(/(\[@[\w.:+-]+\])/).map((part, i) => {
      const at = i % 2 ? keys.indexOf(part.slice(2, -1)) : -1;
      return at < 0 ? escapeHtml(part) : citation(at);
    });
  const paragraphs = text.split(/\n\s*\n/).filter((words) => words.trim());
  return paragraphs.flatMap((words) => ['<p class="lead" dir="auto">', ...paragraph(words.trim()), '</p>\n']);
}

/** What can be done with the page's words, each shown in the style it names, where the page has it. */
function legend({ items, passages }: Taken, hasNotes: boolean, voice: PageVoice): string {
  const hasFolds = items.some(({ work, tags }) => work.abstract.length > 0 || work.csl.abstract || tags.length > 0);
  const parts = [
    ...(items.length > 0 ? [`<a href="#works">${voice.html('keyLinks')}</a>`] : []),
    ...(hasNotes ? [`<span class="like-note">${voice.html('keyNotes')} [1]</span>`] : []),
    ...(passages.length > 0 ? [`<mark class="tools" hidden>${voice.html('keyPassages')}</mark>`] : []),
    ...(hasFolds ? [`<span class="like-fold">${voice.html('keyFolds')}</span>`] : []),
  ];
  return parts.length > 0 ? `<p class="key aside">${voice.html('key')} ${parts.join(' ')}</p>\n` : '';
}

/** First and last day on which anything on the page was kept or changed; nothing where there is nothing. */
function dates({ items, passages }: Taken, voice: PageVoice): string {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { added, modified } of items) [first, last] = [Math.min(first, added), Math.max(last, modified)];
  for (const { created, modified } of passages) [first, last] = [Math.min(first, created), Math.max(last, modified)];
  return last === 0 ? '' : ` ${voice.html('revised', dateHtml(last))} ${voice.html('first', dateHtml(first))}`;
}

/** The head of the page: title, why the topic matters, key, tools, search, dates. */
export function* topicHead(
  taken: Taken,
  { generatedAt, topic = NO_TOPIC, keyTemplate }: WriteOptions,
  voice: PageVoice,
): Plan {
  const title = topic.title.trim() || voice.text('title');
  const { items, passages } = taken;
  const introduction = topic.introduction.trim()
    ? introductionOf(topic.introduction, items, citationKeys(items, keyTemplate), voice)
    : [];
  const hasNotes =
    introduction.some((part) => typeof part !== 'string') ||
    items.some(({ encounters }) => encounters.some((met) => met.sentence));
  const tools = [
    ...(topic.contact.trim()
      ? [mailLink(voice.html('comment'), topic.contact.trim(), { subject: voice.text('commentOn', title) })]
      : []),
    mailLink(voice.html('mail'), '', { subject: title, body: `${title}\n` }),
    ...(topic.title.trim() ? [`${voice.html('more')} ${searchLinks(title)}`] : []),
  ];
  yield `<header><h1 dir="auto">${escapeHtml(title)}</h1>\n`;
  yield* introduction;
  yield `${legend(taken, hasNotes, voice)}<p class="bar">${tools.join(' <span aria-hidden="true">|</span> ')}</p>
<p class="tools" hidden><button type="button" id="copy-page">${voice.html('copy')}</button> <button type="button" id="share-page" hidden>${voice.html('share')}</button> <button type="button" id="unfold">${voice.html('unfold')}</button> <label>${voice.html('find')} <input type="search" id="find"></label> <span id="found" role="status"></span></p>
<p class="aside">${voice.html('counts', String(items.length), String(passages.length))} ${voice.html('written', dateHtml(generatedAt.getTime()))}${dates(taken, voice)}</p></header>
`;
}

/** Other topics: the reader's tags, each unfolding to its works with kind and year, and a search for more. */
export function* topicsHtml(items: readonly ReadingItem[], voice: PageVoice): Iterable<string> {
  const byTag = [...numbersByTag(items)].sort(([a], [b]) => a.localeCompare(b, 'en'));
  if (byTag.length === 0) return;
  yield `<section aria-labelledby="topics"><h2 id="topics">${voice.html('topics')}</h2>\n`;
  for (const [tag, numbers] of byTag) {
    const works = numbers.map((at) => {
      const item = items[at]!;
      return `<li>${kindLine(item, voice)} <a href="#w${at + 1}"${langHtml(item)}>${richHtml(titleOf(item, voice))}</a></li>`;
    });
    yield `<details class="topic"><summary dir="auto">${escapeHtml(tag)} (${numbers.length})</summary><ul>${works.join('')}</ul><p class="aside">${voice.html('searchMore')} ${searchLinks(tag)}</p></details>\n`;
  }
  yield '</section>\n';
}
