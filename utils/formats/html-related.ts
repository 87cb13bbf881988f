import { identifierUrl } from '../model/identifier-url';
import type { ReadingItem } from '../model/reading-item';
import type { Relation } from '../model/work';
import { escapeHtml, linkHtml, richHtml } from './html-escape';
import { kindLine, titleOf } from './html-work';
import { langHtml, type PageVoice } from './page-words';

/** Most related works that are named below one. */
const MOST_RELATED = 5;

/** Numbers of the works that share a tag, by tag: what is related is what the reader has put together. */
export function numbersByTag(items: readonly ReadingItem[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [i, { tags }] of items.entries()) {
    for (const tag of tags) {
      const numbers = found.get(tag);
      if (numbers) numbers.push(i);
      else found.set(tag, [i]);
    }
  }
  return found;
}

/** What a service says belongs to a work: how, when and where. */
function relationHtml({ kind, id, date }: Relation, voice: PageVoice): string {
  const words = escapeHtml([voice.relation(kind), date].filter(Boolean).join(' '));
  return `<li><span class="kind">${words}</span> ${linkHtml(escapeHtml(id.value), identifierUrl(id))}</li>`;
}

/** Documents that belong to a work, each with its kind and year, unfolding: what services relate to it, and what shares a tag. */
export function relatedHtml(
  at: number,
  { tags, work }: ReadingItem,
  items: readonly ReadingItem[],
  byTag: ReadonlyMap<string, readonly number[]>,
  voice: PageVoice,
): string {
  const others = new Set<number>();
  for (const tag of tags) {
    for (const other of byTag.get(tag) ?? []) {
      if (others.size === MOST_RELATED) break;
      if (other !== at) others.add(other);
    }
  }
  const relations = (work.related ?? []).map((relation) => relationHtml(relation, voice));
  if (others.size + relations.length === 0) return '';
  const own = [...others].map((other) => {
    const item = items[other]!;
    return `<li>${kindLine(item, voice)} <a href="#w${other + 1}"${langHtml(item)}>${richHtml(titleOf(item, voice))}</a></li>`;
  });
  return `<details><summary>${voice.html('related')}</summary><ul>${[...relations, ...own].join('')}</ul></details>`;
}
