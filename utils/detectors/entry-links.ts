import { identifierFromUrl, identifiersInText } from '../model/canonical';
import type { PageReference } from '../model/citation';
import { type Identifier, identifierKey } from '../model/identifier';
import type { Found, PageSnapshot, SnapshotLink, SnapshotTarget } from '../model/snapshot';
import { entryVerdict } from '../references/entry';
import { referenceLikeness } from '../references/looks-like';
import type { Detector } from './detector';
import { referredTo } from './short-forms';

/** Links into the page's own bibliography or notes. */
export const entryLinks: Detector = {
  id: 'entry-links',
  label: 'Links to the page’s own references and notes',
  find(page: PageSnapshot): Found[] {
    const found: Found[] = [];
    page.blocks.forEach((block, index) => {
      block.links.forEach((link, number) => {
        const fragment = fragmentOf(link);
        const names = fragment === undefined ? link.points : [fragment];
        for (const name of names) {
          const target = page.target(name);
          if (!target && fragment === undefined) continue;
          const verdict = entryVerdict(link, block, name, target);
          if (!verdict || link.isInside) continue;
          const { start, end, identifier: address } = link;
          const reference = target && toReference(target, page);
          // A note that leads back to a work cites it.
          const isWork = verdict.kind === 'footnote' && reference?.printed && referenceLikeness(reference.text) >= 0.75;
          found.push({
            kind: isWork ? 'marker' : verdict.kind,
            block: index,
            start,
            end,
            link: number,
            identifiers: address ? [address] : [],
            reference: reference ?? { id: name, text: '', identifiers: [] },
            confidence: verdict.confidence,
          });
          break;
        }
      });
    });
    return found;
  },
};

function fragmentOf(link: SnapshotLink): string | undefined {
  if (!link.href.startsWith('#') || link.href.length < 2 || link.href.length > 300) return undefined;
  return link.href.slice(1);
}

/** Kept by target: many citations share one entry. */
const known = new WeakMap<SnapshotTarget, PageReference>();

/**
 * An entry as citations carry it, with the identifiers of its links and words; read when it is asked for, and plain when copied.
 *
 * @param page - Where an entry that only leads back to another finds it.
 */
export function toReference(target: SnapshotTarget, page?: PageSnapshot): PageReference {
  const kept = known.get(target);
  if (kept) return kept;
  let identifiers: readonly Identifier[] | undefined;
  let cited: SnapshotTarget | undefined;
  const entry = () => {
    cited ??= (page && referredTo(target, page)) ?? target;
    return cited;
  };
  const reference: PageReference = {
    ...(target.id && { id: target.id }),
    get text() {
      return entry().text;
    },
    get identifiers() {
      identifiers ??= identifiersOf(entry());
      return identifiers;
    },
    get printed() {
      return entry() === target ? undefined : target.text;
    },
  };
  known.set(target, reference);
  return reference;
}

function identifiersOf(target: SnapshotTarget): Identifier[] {
  const identifiers = new Map<string, Identifier>();
  const add = (identifier: Identifier | undefined) => {
    if (identifier && !identifiers.has(identifierKey(identifier)))
      identifiers.set(identifierKey(identifier), identifier);
  };
  for (const href of target.hrefs) add(identifierFromUrl(href));
  const linked = [...identifiers.values()];
  for (const { identifier } of identifiersInText(target.text)) {
    // A name misprinted in the text (`×` for `x`) is still right in its link.
    const isStub = linked.some(
      ({ scheme, value }) => scheme === identifier.scheme && value.startsWith(identifier.value),
    );
    if (!isStub) add(identifier);
  }
  return [...identifiers.values()];
}
