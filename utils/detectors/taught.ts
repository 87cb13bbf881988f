import type { Citation } from '../model/citation';
import type { PageSnapshot, SnapshotLink } from '../model/snapshot';
import { addressOf } from './find';
import { toReference } from './to-reference';

/** The citation that a link is by the reader's own word, whatever the detectors say. */
export function taughtCitation(
  { href, label, identifier }: Pick<SnapshotLink, 'href' | 'label' | 'identifier'>,
  url: string,
  targetOf: PageSnapshot['target'],
): Citation {
  const target = href.startsWith('#') ? targetOf(href.slice(1)) : undefined;
  return {
    kind: identifier ? 'identifier-link' : target ? 'marker' : 'document-link',
    label: label.replace(/\s+/g, ' ').trim().slice(0, 300),
    identifiers: identifier ? [identifier] : [],
    reference: target && toReference(target),
    url: addressOf(href, url),
    confidence: 1,
  };
}
