import type { Passage } from '../model/passage';

/** Passages by the address of the page they were saved on, pages and passages in the order given. */
export function groupByPage(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const pages = new Map<string, Passage[]>();
  for (const passage of passages) {
    const group = pages.get(passage.page.url);
    if (group) group.push(passage);
    else pages.set(passage.page.url, [passage]);
  }
  return [...pages.values()];
}
