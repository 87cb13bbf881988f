import type { Passage } from '../model/passage';
import { textFragment } from '../quotes/text-fragment';

/**
 * The address of a saved passage: its page with a text fragment, at which browsers scroll to the quote and mark it. A fragment
 * of the page's own is kept.
 */
export function passageAddress({ page, selectors }: Passage): string {
  const { prefix, exact, suffix } = selectors.quote;
  const directive = textFragment(prefix + exact + suffix, prefix.length, prefix.length + exact.length);
  const [address = '', hash = ''] = page.url.split('#');
  const own = hash.split(':~:')[0]!;
  if (directive) return `${address}#${own}:~:${directive}`;
  return own ? `${address}#${own}` : address;
}
