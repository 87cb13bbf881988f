import type { SnapshotList } from '../model/snapshot';
import { type ReferenceLists, referenceLists } from './reference-lists';
import type { DocumentFacts } from './scan-links';
import { elementNamed, namedLinks } from './scan-names';
import { createTargets, type Entry } from './scan-targets';

/** A document or an open shadow root: ids are looked up in it alone. */
export interface Space {
  readonly root: Document | ShadowRoot;
  readonly facts: DocumentFacts;
  target(fragment: string): Entry | undefined;
  lists(): readonly SnapshotList[];
  /** Forgets which links have names, and looks for lists again when they are asked for. */
  renew(): void;
}

/** What a space needs to know of the page. */
export interface SpaceDepends {
  /** Address without fragment. */
  url(): string;
  readonly origin: string;
  citesInText(lists: readonly SnapshotList[]): boolean;
  headsList(heading: string): boolean;
}

/** Reads the names and lists of a document or shadow root, each when it is first asked for. */
export function createSpace(root: Document | ShadowRoot, depends: SpaceDepends): Space {
  let names: Map<string, Element> | undefined;
  const elements = new Map<string, Element>();
  const elementOf = (fragment: string) => {
    const kept = elements.get(fragment);
    if (kept?.isConnected) return kept;
    const named = elementNamed(root, fragment, () => {
      names ??= namedLinks(root);
      return names;
    });
    if (named) elements.set(fragment, named);
    return named;
  };
  let found: ReferenceLists | undefined;
  let isStale = true;
  const lists = () => {
    if (isStale) found = referenceLists(root, depends.headsList, elementOf, found);
    isStale = false;
    return found!.lists;
  };
  return {
    root,
    facts: {
      get url() {
        return depends.url();
      },
      origin: depends.origin,
      elementOf,
      citesInText: () => depends.citesInText(lists()),
    },
    target: createTargets(elementOf),
    lists,
    renew() {
      names = undefined;
      elements.clear();
      isStale = true;
    },
  };
}
