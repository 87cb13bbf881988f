import type { PageSays } from '../../utils/model/page-names';
import type { Colour, Passage, Selectors } from '../../utils/model/passage';
import { pageSays } from '../../utils/page/page-says';

/** A random UUID, also on pages without a secure context, where `crypto.randomUUID` is missing. */
function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What the page says of itself now. */
export function sayings(document: Document): PageSays {
  const window = document.defaultView!;
  const first = window.performance.getEntriesByType('navigation')[0]?.name.split('#')[0];
  const isMoved = first !== undefined && first !== window.location.href.split('#')[0];
  return pageSays(document, isMoved);
}

/** The passage that words of a page become. Under which keys it is kept is told by what the page says, in the background. */
export function newPassage(document: Document, selectors: Selectors, colour: Colour): Passage {
  const now = Date.now();
  return {
    id: newId(),
    page: { url: document.location.href, title: document.title.trim().slice(0, 500), keys: [] },
    selectors,
    colour,
    remark: '',
    tags: [],
    created: now,
    modified: now,
  };
}
