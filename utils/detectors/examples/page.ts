import type { PageSnapshot, SnapshotLink, SnapshotTarget } from '../../model/snapshot';
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

/** An example of one block, in which `{label|address}` is a link and `^{…}` a raised one. */
export function exampleOf(
  name: string,
  source: string,
  finds: readonly string[],
  targets: readonly SnapshotTarget[] = [],
): Example {
  return { name, page: pageOf([source], targets), finds };
}

/** A page of blocks written as {@link exampleOf} takes them. */
function pageOf(sources: readonly string[], targets: readonly SnapshotTarget[] = []): PageSnapshot {
  const known = new Map(targets.map((target) => [target.id, target]));
  return {
    url: 'https://page.example/',
    own: [{ scheme: 'doi', value: '10.5555/self' }],
    blocks: sources.map((source) => {
      let text = '';
      const links: SnapshotLink[] = [];
      const seams: number[] = [];
      for (const [whole, up, label, href] of source.matchAll(/(\^?)\{([^|}]*)\|([^}]*)\}|[\s\S]/g)) {
        const start = text.length;
        text += label ?? whole;
        if (label === undefined) continue;
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
          isInside: false,
          isRaised: up === '^',
          hints: '',
          points: [],
          ids: [],
        });
      }
      return { text, place: 'text', links, seams };
    }),
    target: (fragment) => known.get(fragment),
  };
}
