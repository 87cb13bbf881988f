import { identifierFromUrl } from '../../model/canonical';
import type { PageSnapshot, SnapshotLink, SnapshotList, SnapshotTarget } from '../../model/snapshot';
import type { Example } from '../detector';

/** Entries that examples may lead to. */
export const REFERENCES: readonly SnapshotTarget[] = [
  {
    id: 'r1',
    tag: 'li',
    hints: 'ref',
    heading: 'References',
    text: 'Miller J. A study of examples. Journal of Examples 2001;1:2–3. doi:10.5555/one',
    label: '1',
    hrefs: [],
    backLinks: [],
    peers: 3,
    isSection: false,
  },
  {
    id: 'f1',
    tag: 'figure',
    hints: 'fig',
    heading: '',
    text: 'Figure 1. A curve',
    label: '',
    hrefs: [],
    backLinks: [],
    peers: 1,
    isSection: true,
  },
  {
    id: 'methods',
    tag: 'h2',
    hints: '',
    heading: '',
    text: 'Methods',
    label: '',
    hrefs: [],
    backLinks: [],
    peers: 1,
    isSection: true,
  },
  {
    id: 'cite1',
    tag: 'sup',
    hints: 'cite',
    heading: '',
    text: '1',
    label: '',
    hrefs: [],
    backLinks: [],
    peers: 1,
    isSection: false,
  },
];

/** A list of references whose items are printed so; the number, if any, before a bar: `3|Tarn, A. (2012)`. */
export function listOf(items: readonly string[], part: Partial<SnapshotList> = {}): SnapshotList {
  const heading = 'References';
  const entries = items.map((item, index): SnapshotTarget => {
    const [text = '', label = ''] = item.split('|').reverse();
    return {
      id: `e${index + 1}`,
      tag: 'li',
      hints: '',
      heading,
      text,
      label,
      hrefs: text.match(/https:\S+/g) ?? [],
      backLinks: [],
      peers: items.length,
      isSection: false,
    };
  });
  return {
    heading,
    hints: '',
    linked: 0,
    isLinkedByNumber: false,
    size: entries.length,
    entry: (index) => entries[index]!,
    ...part,
  };
}

/** An example of one block, in which `{label|address}` is a link, `^{…|…}` a raised one, and `^{…|}` raised without a link. */
export function exampleOf(
  name: string,
  source: string,
  finds: readonly string[],
  targets: readonly SnapshotTarget[] = [],
  lists: readonly SnapshotList[] = [],
): Example {
  return { name, page: pageOf([source], targets, lists), finds };
}

/** A page of blocks written as {@link exampleOf} takes them. */
function pageOf(
  sources: readonly string[],
  targets: readonly SnapshotTarget[],
  lists: readonly SnapshotList[],
): PageSnapshot {
  const known = new Map(targets.map((target) => [target.id, target]));
  return {
    url: 'https://page.example/',
    own: [{ scheme: 'doi', value: '10.5555/self' }],
    blocks: sources.map((source) => {
      let text = '';
      const links: SnapshotLink[] = [];
      const seams: number[] = [];
      const raised: { start: number; end: number }[] = [];
      for (const [whole, up, label, href] of source.matchAll(/(\^?)\{([^|}]*)\|([^}]*)\}|[\s\S]/g)) {
        const start = text.length;
        text += label ?? whole;
        if (label === undefined) continue;
        if (href === '') {
          raised.push({ start, end: text.length });
          continue;
        }
        seams.push(start, text.length);
        const at = links.length;
        links.push({
          label,
          get before() {
            return text.slice(0, start);
          },
          get after() {
            return text.slice(start + label.length);
          },
          get gap() {
            const previous = links[at - 1];
            return previous && text.slice(previous.end, start);
          },
          start,
          end: text.length,
          href: href ?? '',
          identifier: href?.startsWith('#') ? undefined : identifierFromUrl(href ?? ''),
          isInside: false,
          isRaised: up === '^',
          hints: '',
          points: [],
          ids: [],
        });
      }
      return { text, place: 'text', links, seams, raised };
    }),
    target: (fragment) => known.get(fragment),
    lists: () => lists,
    follows: () => true,
  };
}
