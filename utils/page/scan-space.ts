import type { SnapshotList } from '../model/snapshot';
import { allAtOnce } from '../model/steps';
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
  /** Looks for the lists and reads them, in steps, so that nobody who asks has to wait for all of it. */
  prepare(): Generator<void>;
  /** Forgets which links have names, and looks for lists again when they are asked for. */
  renew(): void;
}

/** What a space needs to know of the page. */
export interface SpaceDepends {
  /** Address without fragment. */
  url(): string;
  readonly origin: string;
  citesInText(lists: readonly SnapshotList[]): Generator<void, boolean>;
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
  /** Whether words can stand for entries of what was found; undefined where nothing was looked for since the page changed. */
  let isCited: boolean | undefined;
  /** Goes up with each change. */
  let version = 0;
  function* look(): Generator<void> {
    const before = version;
    const lists = yield* referenceLists(root, depends.headsList, elementOf, found);
    const cites = yield* depends.citesInText(lists.lists);
    // The page has changed meanwhile, or somebody could not wait.
    if (version !== before || isCited !== undefined) return;
    found = lists;
    isCited = cites;
  }
  const citesInText = (): boolean => {
    if (isCited === undefined) allAtOnce(look());
    return isCited!;
  };
  return {
    root,
    facts: {
      get url() {
        return depends.url();
      },
      origin: depends.origin,
      elementOf,
      citesInText,
    },
    target: createTargets(elementOf),
    lists() {
      citesInText();
      return found!.lists;
    },
    *prepare() {
      if (isCited === undefined) yield* look();
    },
    renew() {
      version++;
      names = undefined;
      elements.clear();
      isCited = undefined;
    },
  };
}
