import { fillSearch, type SearchTemplate } from '../model/search-template';
import type { Work } from '../model/work';
import { workYear } from '../model/work';
import type { Say } from './words';
import type { WorkText } from './work-text';

/** What can be done with a work elsewhere: addresses that open there, and nothing of ours asks for. */
export interface FurtherView {
  readonly searches: readonly { readonly label: string; readonly url: string }[];
  /** Prepared messages. Nobody gets one before the reader sends it. */
  readonly mails: readonly { readonly label: string; readonly url: string }[];
}

/** The page that a work is cited on. */
export interface CitingPage {
  readonly url: string;
  readonly title: string;
  /** Whom the page names to be written to. */
  readonly email?: string;
  /** The words that the citation supports. */
  readonly claim?: string;
}

/** Longest body of a message: mail programs cut long addresses at about two thousand characters. */
const LONGEST = 500;

const mailto = (to: string | undefined, subject: string, lines: readonly (string | undefined)[]): string =>
  `mailto:${to ?? ''}?subject=${encodeURIComponent(subject.slice(0, 150))}&body=${encodeURIComponent(
    lines.flatMap((line) => (line ? [line.slice(0, LONGEST)] : [])).join('\n'),
  )}`;

/** The searches and prepared messages for a work. */
export function viewFurther(
  text: WorkText,
  work: Work | undefined,
  page: CitingPage,
  searches: readonly SearchTemplate[],
  say: Say,
): FurtherView {
  const { title, url, line } = text;
  const values = {
    title,
    author: work?.csl.author?.[0]?.family,
    year: work && String(workYear(work) ?? ''),
    doi: work?.ids.find(({ scheme }) => scheme === 'doi')?.value,
  };
  return {
    searches: searches.map((search) => ({ label: search.label, url: fillSearch(search, values) })),
    mails: [
      { label: say('mail'), url: mailto('', title, [title, line, url]) },
      {
        label: say('comment'),
        url: mailto(page.email, page.title, [page.title, page.url, page.claim && `“${page.claim}”`, title, url]),
      },
      { label: say('request'), url: mailto('', say('requestSubject', title), [say('requestText'), title, line, url]) },
    ],
  };
}
