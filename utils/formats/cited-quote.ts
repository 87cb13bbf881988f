import type { PageAbout } from '../model/page-about';
import { escapeHtml } from './html-escape';
import { plainMarkdown } from './markdown';
import { oneLine } from './rich';

/** One thing in the forms in which programs take it. */
export interface CopyForms {
  readonly plain: string;
  readonly html: string;
  readonly markdown?: string;
}

/** Words of a page and where they stand. */
export interface PageQuote {
  readonly words: string;
  /** Leads to the words. */
  readonly url: string;
  readonly title: string;
}

/** Most authors that are named. */
const MOST_AUTHORS = 3;

/** A quote with its page's title, which is a link to the words. */
export function linkedQuote({ words, url, title }: PageQuote): CopyForms {
  const quote = oneLine(words);
  return {
    plain: `“${quote}” — ${title}, ${url}`,
    html: `<blockquote>${escapeHtml(quote)}</blockquote><p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p>`,
  };
}

/** `A. Tarn, B. Weld (2012)`; as much of it as the page says. */
function head({ authors, published }: PageAbout): string {
  // Names printed back to front have commas of their own.
  const comma = authors.some((name) => name.includes(',')) ? '; ' : ', ';
  const who =
    authors.slice(0, MOST_AUTHORS).map(oneLine).join(comma) + (authors.length > MOST_AUTHORS ? ' et al.' : '');
  const year = published?.slice(0, 4);
  return [who, year && `(${year})`].filter(Boolean).join(' ');
}

/**
 * A quote with a line that says what it is from: authors, year, title and container as the page tells them of itself, and a link
 * to the words.
 */
export function citedQuote({ words, url, title: pageTitle }: PageQuote, about: PageAbout): CopyForms {
  const quote = oneLine(words);
  const title = oneLine(about.title ?? pageTitle);
  const who = head(about);
  const from = who ? `${who}: ` : '';
  const container = about.container && about.container !== title ? oneLine(about.container) : '';
  const stop = /[.?!…]$/.test(title) ? '' : '.';
  return {
    plain: `“${quote}”\n\n— ${from}${title}${stop}${container && ` ${container}.`} ${url}\n`,
    markdown: `> ${plainMarkdown(quote)}\n>\n> — ${plainMarkdown(from)}[${plainMarkdown(title)}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)${stop}${container && ` *${plainMarkdown(container)}*.`}\n`,
    html: `<blockquote cite="${escapeHtml(url)}"><p>${escapeHtml(quote)}</p><footer>— ${escapeHtml(from)}<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>${stop}${container && ` <cite>${escapeHtml(container)}</cite>.`}</footer></blockquote>`,
  };
}
