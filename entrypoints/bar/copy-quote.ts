import { citedQuote, linkedQuote } from '../../utils/formats/cited-quote';
import type { PageAbout } from '../../utils/model/page-about';
import { copyForms } from '../../utils/page/clipboard';
import type { Linker } from '../../utils/page/door';

/**
 * Puts a quote on the clipboard with a link that leads to its words, or to the page where no link tells them from others.
 *
 * @param ranges - Where the quote stands.
 * @param about - What the page says of itself, where the quote shall be cited; else it has its page's title only.
 * @returns Whether it is there.
 */
export async function copyQuote(
  document: Document,
  linker: Linker | undefined,
  words: string,
  ranges: readonly Range[],
  about?: PageAbout,
): Promise<boolean> {
  const url = linker?.linkTo(ranges) ?? document.location.href.split(':~:')[0]!;
  const title = document.title.trim() || document.location.hostname;
  const quote = { words, url, title };
  return copyForms(document, about ? citedQuote(quote, about) : linkedQuote(quote));
}
