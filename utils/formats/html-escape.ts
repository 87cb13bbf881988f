import type { Inline } from '../model/rich-text';
import { renderRich } from './rich';

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in an element or a quoted attribute. Control characters are dropped. */
export const escapeHtml = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[&<>"']/g, (character) => NAMED[character]!);

const ELEMENTS = { em: 'em', strong: 'strong', sub: 'sub', sup: 'sup', formula: 'span' } as const;

/** Rich text as markup of a few harmless elements. */
export const richHtml = (nodes: readonly Inline[]): string =>
  renderRich(nodes, escapeHtml, (mark, inner) => `<${ELEMENTS[mark]}>${inner}</${ELEMENTS[mark]}>`);

/** Words as a link that opens elsewhere; the words alone where the address is not one of the web. `words` is markup already. */
export function linkHtml(words: string, url: string | undefined): string {
  if (!url || !/^https?:\/\//i.test(url)) return words;
  return `<a href="${escapeHtml(url.toWellFormed())}" target="_blank" rel="noopener noreferrer">${words}</a>`;
}
