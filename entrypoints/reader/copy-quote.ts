import type { Selectors } from '../../utils/model/passage';
import { copyForms } from '../../utils/page/clipboard';
import { pageText } from '../../utils/page/page-text';
import { textFragment } from '../../utils/quotes/text-fragment';

const forMarkup = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Puts a quote on the clipboard with its page's title and a link that leads to the passage. @returns Whether it is there. */
export function copyQuote(document: Document, { quote, position }: Selectors): Promise<boolean> {
  const { model } = pageText(document.body ?? document.documentElement);
  const directive = position && textFragment(model.text, position.start, position.end);
  const address = document.location.href.split(':~:')[0]!;
  const url = directive ? `${address.includes('#') ? address : `${address}#`}:~:${directive}` : address;
  const title = document.title.trim() || document.location.hostname;
  const words = quote.exact.replace(/\s+/g, ' ');
  return copyForms(document, {
    plain: `“${words}” — ${title}, ${url}`,
    html: `<blockquote>${forMarkup(words)}</blockquote><p><a href="${forMarkup(url)}">${forMarkup(title)}</a></p>`,
  });
}
