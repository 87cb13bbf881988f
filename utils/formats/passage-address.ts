import { type Passage, placesOf } from '../model/passage';
import { quoteDirective } from '../quotes/quote-directive';
import { writeTextDirective } from '../quotes/text-fragment';

/**
 * The address of a saved passage: its page with a text fragment, at which browsers scroll to the quote and mark it. A fragment
 * of the page's own is kept.
 */
export function passageAddress({ page, selectors }: Passage): string {
  const directives = placesOf(selectors).flatMap(({ quote }) => quoteDirective(quote) ?? []);
  const [address = '', hash = ''] = page.url.split('#');
  const own = hash.split(':~:')[0]!;
  if (directives.length > 0) return `${address}#${own}:~:${directives.map(writeTextDirective).join('&')}`;
  return own ? `${address}#${own}` : address;
}
