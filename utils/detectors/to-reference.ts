import { identifierFromUrl, identifiersInText } from '../model/canonical';
import type { PageReference } from '../model/citation';
import { type Identifier, identifierKey } from '../model/identifier';
import type { PageSnapshot, SnapshotTarget } from '../model/snapshot';
import { referredTo } from './short-forms';

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
