import type { Identifier } from '../model/identifier';
import type { PageSnapshot, PlacedCitation } from '../model/snapshot';
import { isLeftAlone, type Run, runAround, runsIn } from './blocks';
import { attributeOf, parentOf } from './dom';
import type { PageCitation, Scanner } from './door';
import { ownIdentifiers } from './scan-own';
import { citationAtPoint } from './scan-point';
import { createTargets, type Entry } from './scan-targets';
import { createWork } from './scan-work';
import { type DocumentFacts, isInteresting, type ReadBlock, rangeIn, readBlock } from './snapshot';

/** What a scanner needs. */
export interface ScannerDepends {
  readonly document: Document;
  /** Aborting it ends everything: observers, timers, listeners. */
  readonly signal: AbortSignal;
  /** Finds the citations in a piece of the page. */
  find(page: PageSnapshot): readonly PlacedCitation[];
}

/** A document or an open shadow root: ids are looked up in it alone. */
interface Space {
  readonly root: Document | ShadowRoot;
  readonly facts: DocumentFacts;
  target(fragment: string): Entry | undefined;
}

/** Blocks that are given to the detectors at once. */
const PIECE = 24;

/** After a change of address, the time in which new content is expected, milliseconds. */
const SETTLE_MS = 400;

/** Nodes changed at once beyond which the whole space is walked again. */
const MOST_CHANGES = 5000;

/** Runs looked at beyond which a page is left as it is: no text is that long. */
const MOST_RUNS = 400_000;

/** Starts looking for citations; see {@link Scanner}. */
export function createScanner({ document, signal, find }: ScannerDepends): Scanner {
  const window = document.defaultView ?? globalThis.window;
  const spaces = new Map<Node, Space>();
  const listeners = new Set<() => void>();
  const byNode = new WeakMap<Node, PageCitation[]>();
  const byLink = new WeakMap<Element, PageCitation[]>();
  const clusters = new Map<number, PageCitation[]>();
  /** Links to places that the page does not have yet. */
  const missing = new Map<string, { readonly space: Space; readonly nodes: Set<Node> }>();
  let list: PageCitation[] = [];
  let isSorted = true;
  let nextCluster = 1;
  let runs = 0;
  let address = '';
  let own: readonly Identifier[] = [];
  let isStarted = false;
  let settleUntil = 0;

  const changed = new Set<Node>();
  const removed = { any: false };
  const work = createWork(window, signal, () => tell());

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  function lookAtAddress(): void {
    const url = (window.location?.href ?? '').replace(/#(?![!/]).*$/, '');
    if (url === address) return;
    const isMoved = address !== '';
    address = url;
    own = ownIdentifiers(document);
    if (!isMoved) return;
    settleUntil = window.performance.now() + SETTLE_MS;
    work.later(SETTLE_MS, () => {
      own = ownIdentifiers(document);
    });
  }

  function spaceOf(root: Document | ShadowRoot): Space {
    const kept = spaces.get(root);
    if (kept) return kept;
    const elementOf = (fragment: string) => elementNamed(root, fragment);
    const facts: DocumentFacts = {
      get url() {
        return address.split('#')[0] ?? '';
      },
      origin: window.location?.origin ?? '',
      elementOf,
    };
    const space: Space = { root, facts, target: createTargets(elementOf) };
    spaces.set(root, space);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    return space;
  }

  /** Walks everything under a node, a run at a time. */
  function* walk(root: Node, space: Space, isFresh: boolean): Generator<void> {
    const shadows: ShadowRoot[] = [];
    let piece: { run: Run; read: ReadBlock }[] = [];
    const run1 = root.nodeType === 9 || root.nodeType === 11 ? undefined : runAround(root);
    const source = run1 ? [run1][Symbol.iterator]() : runsIn(root, (shadow) => shadows.push(shadow));
    for (const run of source) {
      if (run && ++runs <= MOST_RUNS && isInteresting(run)) {
        piece.push({ run, read: readBlock(run, space.facts) });
        yield;
        if (piece.length >= PIECE) {
          record(piece, space, isFresh);
          piece = [];
        }
      }
      yield;
    }
    if (piece.length > 0) record(piece, space, isFresh);
    for (const shadow of shadows) {
      if (spaces.has(shadow)) continue;
      work.add(walk(shadow, spaceOf(shadow), true));
    }
  }

  /** Keeps what is found in a piece. */
  function record(piece: readonly { run: Run; read: ReadBlock }[], space: Space, isFresh: boolean): void {
    if (!isFresh) for (const { read } of piece) forget(read.nodes);
    const absent = new Set<string>();
    const page: PageSnapshot = {
      url: space.facts.url,
      own,
      blocks: piece.map(({ read }) => read.block),
      target(fragment) {
        const entry = space.target(fragment);
        if (!entry) absent.add(fragment);
        return entry?.target;
      },
    };
    const placed = find(page);
    const first = nextCluster;
    for (const { citation, block, start, end, link, cluster } of placed) {
      const { read } = piece[block]!;
      const range = rangeIn(read, start, end);
      if (!range) continue;
      const element = link === undefined ? undefined : read.links[link];
      const one: PageCitation = { citation, range, cluster: first + cluster, ...(element && { link: element }) };
      nextCluster = Math.max(nextCluster, one.cluster + 1);
      list.push(one);
      push(clusters, one.cluster, one);
      push(byNode, range.startContainer, one);
      if (range.endContainer !== range.startContainer) push(byNode, range.endContainer, one);
      if (element) push(byLink, element, one);
    }
    isSorted &&= isFresh;
    if (absent.size > 0) remember(absent, piece, space);
  }

  function remember(absent: ReadonlySet<string>, piece: readonly { run: Run; read: ReadBlock }[], space: Space): void {
    for (const { run, read } of piece) {
      for (const { href } of read.block.links) {
        const fragment = href.slice(1);
        if (!href.startsWith('#') || !absent.has(fragment) || missing.size > MOST_CHANGES) continue;
        const kept = missing.get(fragment) ?? { space, nodes: new Set<Node>() };
        missing.set(fragment, kept);
        kept.nodes.add(run.first);
      }
    }
  }

  /** Drops what was found in text nodes that are looked at again. */
  function forget(nodes: readonly Node[]): void {
    const gone = new Set<PageCitation>();
    for (const node of nodes) for (const one of byNode.get(node) ?? []) gone.add(one);
    if (gone.size > 0) drop((one) => gone.has(one));
  }

  function drop(isGone: (one: PageCitation) => boolean): void {
    const kept: PageCitation[] = [];
    for (const one of list) {
      if (!isGone(one)) {
        kept.push(one);
        continue;
      }
      pull(byNode, one.range.startContainer, one);
      pull(byNode, one.range.endContainer, one);
      pull(clusters, one.cluster, one);
      if (one.link) pull(byLink, one.link, one);
    }
    list = kept;
  }

  /** Looks at everything that has changed since it last did. */
  function* catchUp(): Generator<void> {
    lookAtAddress();
    if (removed.any) {
      removed.any = false;
      drop((one) => !one.range.startContainer.isConnected);
    }
    for (const [fragment, { space, nodes }] of missing) {
      if (!space.facts.elementOf(fragment)) continue;
      missing.delete(fragment);
      for (const node of nodes) changed.add(node);
    }
    yield;
    const nodes = [...changed];
    changed.clear();
    const seen = new Set<Node>();
    for (const node of nodes) {
      if (!node.isConnected || isLeftAlone(node) || hasAncestorIn(node, seen)) continue;
      const run = runAround(node);
      const key = run?.first ?? node;
      if (seen.has(key)) continue;
      seen.add(key);
      const root = node.getRootNode() as Document | ShadowRoot;
      const space = spaces.get(root);
      if (space) yield* walk(node, space, false);
    }
  }

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') changed.add(record.target);
      else {
        if (record.removedNodes.length > 0) {
          removed.any = true;
          // What is left of the text around it reads differently now.
          const left = record.previousSibling ?? record.nextSibling;
          if (left && record.addedNodes.length === 0) changed.add(left);
        }
        for (const node of record.addedNodes) {
          if (node.nodeType === 1 || node.nodeType === 3) changed.add(node);
        }
      }
    }
    if (changed.size > MOST_CHANGES) {
      changed.clear();
      for (const { root } of spaces.values()) for (const node of root.childNodes) changed.add(node);
    }
    if (!isStarted) return;
    lookAtAddress();
    work.soon(catchUp);
  });

  function begin(): void {
    if (isStarted || signal.aborted) return;
    isStarted = true;
    changed.clear();
    lookAtAddress();
    work.add(walk(document, spaceOf(document), true));
  }

  const onNavigation = () => {
    lookAtAddress();
    work.soon(catchUp);
  };
  const options = { signal } as const;
  (window as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', onNavigation, options);
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, onNavigation, options);
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!(event as PageTransitionEvent).persisted) return;
      removed.any = true;
      work.soon(catchUp);
    },
    options,
  );
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, options);
  else begin();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    listeners.clear();
    list = [];
    clusters.clear();
    missing.clear();
    spaces.clear();
  });

  return {
    citations() {
      if (!isSorted) {
        list.sort(inDocumentOrder);
        for (const members of clusters.values()) members.sort(inDocumentOrder);
        isSorted = true;
      }
      return list;
    },
    cluster: (citation) => clusters.get(citation.cluster) ?? [citation],
    at(target, x, y) {
      for (let at: Node | null = target, depth = 0; at && depth < 12; at = parentOf(at), depth++) {
        const known = at.nodeType === 1 ? byLink.get(at as Element) : undefined;
        if (known?.[0]) return known[0];
      }
      return citationAtPoint(document, target, x, y, (node) => byNode.get(node) ?? []);
    },
    get settled() {
      return isStarted && work.isIdle && window.performance.now() >= settleUntil;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function elementNamed(root: Document | ShadowRoot, fragment: string): Element | undefined {
  const byId = (id: string): Element | undefined =>
    (root.nodeType === 9 ? Document.prototype : DocumentFragment.prototype).getElementById.call(root as Document, id) ??
    undefined;
  let plain = fragment;
  try {
    plain = decodeURIComponent(fragment);
  } catch {
    // Not escaped, then.
  }
  const found = byId(fragment) ?? (plain === fragment ? undefined : byId(plain));
  if (found || root.nodeType !== 9) return found;
  for (const named of Document.prototype.getElementsByName.call(root as Document, plain)) {
    if (named.localName === 'a' && attributeOf(named, 'name') === plain) return named;
  }
  return undefined;
}

function hasAncestorIn(node: Node, nodes: ReadonlySet<Node>): boolean {
  for (let at: Node | null = node, depth = 0; at && depth < 200; at = parentOf(at), depth++)
    if (nodes.has(at)) return true;
  return false;
}

interface Keyed<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
  delete(key: K): boolean;
}

function push<K, V>(map: Keyed<K, V[]>, key: K, value: V): void {
  const kept = map.get(key);
  if (kept) kept.push(value);
  else map.set(key, [value]);
}

function pull<K, V>(map: Keyed<K, V[]>, key: K, value: V): void {
  const kept = map.get(key)?.filter((other) => other !== value);
  if (kept && kept.length > 0) map.set(key, kept);
  else map.delete(key);
}

/** A node's place in the composed tree, as the chain of nodes in the light document and each shadow root. */
function chainOf(node: Node): Node[] {
  const chain: Node[] = [];
  for (let at: Node | undefined = node, depth = 0; at && depth < 50; depth++) {
    chain.unshift(at);
    at = (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  return chain;
}

function inDocumentOrder(a: PageCitation, b: PageCitation): number {
  const from = a.range.startContainer;
  const to = b.range.startContainer;
  if (from === to) return a.range.startOffset - b.range.startOffset;
  if (from.getRootNode() === to.getRootNode()) {
    return from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  const [one, other] = [chainOf(from), chainOf(to)];
  let depth = 0;
  while (one[depth] === other[depth] && depth < one.length && depth < other.length) depth++;
  const [x, y] = [one[depth], other[depth]];
  if (!x || !y) return one.length - other.length;
  return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
