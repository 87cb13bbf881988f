import type { Citation } from '../model/citation';
import type { Identifier } from '../model/identifier';
import { ownIdentifiers, type PageSays } from '../model/page-names';
import type { SiteRule } from '../model/site-rule';
import type { PageSnapshot, PlacedCitation, SnapshotLink, SnapshotList } from '../model/snapshot';
import { isLeftAlone, nodesOf, runAround, runsIn } from './blocks';
import { parentOf } from './dom';
import type { PageCitation, Scanner } from './door';
import { LiveTarget } from './live-target';
import { createReading, type Piece } from './reading';
import { createFound } from './scan-found';
import { linkAlone } from './scan-links';
import { createSpace, type Space } from './scan-space';
import { isRuledOut, taughtIn } from './scan-taught';
import { createWork } from './scan-work';
import { type Candidates, candidatesUnder, mayHoldAny, rangeOf, readBlock } from './snapshot';
import { awaitShadows } from './undefined-elements';
import { runsWorthReading } from './worth-reading';

/** What a scanner needs. */
export interface ScannerDepends {
  readonly document: Document;
  /** Aborting it ends everything: observers, timers, listeners. */
  readonly signal: AbortSignal;
  /** Finds the citations in a piece of the page. */
  find(page: PageSnapshot): readonly PlacedCitation[];
  /** What the page says of itself: see `page-says.ts`. */
  says(): PageSays;
  /** What the reader taught about this site. */
  rules(): readonly SiteRule[];
  /** The citation that a link is because the reader says so. */
  cite(link: SnapshotLink, url: string, target: PageSnapshot['target']): Citation;
  /** Whether a heading says that references or notes are under it. */
  headsList?(heading: string): boolean;
  /** Whether words and numbers in the page's text can stand for entries of its lists: only then is all of it read. */
  citesInText(lists: readonly SnapshotList[]): Generator<void, boolean>;
  /** Whether an element is a host of Ibid's own: what stands in it is not the page's. */
  isOurs?(host: Element): boolean;
}

/** After a change of address, the time in which new content is expected, milliseconds. */
const SETTLE_MS = 400;

/** Nodes changed at once beyond which the whole space is walked again. */
const MOST_CHANGES = 5000;

/** Where nothing is searched for: a run that is no whole block. */
const NONE: Candidates = new Map();

/** Starts looking for citations; see {@link Scanner}. */
export function createScanner(depends: ScannerDepends): Scanner {
  const { document, signal, find, says, citesInText, headsList = () => false, isOurs, rules, cite } = depends;
  const window = document.defaultView ?? globalThis.window;
  const spaces = new Map<Node, Space>();
  const listeners = new Set<() => void>();
  const found = createFound(document);
  /** Links to places that the page does not have yet. */
  const missing = new Map<string, { readonly space: Space; readonly nodes: Set<Node> }>();
  let address = '';
  let own: readonly Identifier[] = [];
  let isStarted = false;
  let settleUntil = 0;
  let readingAll: Promise<void> | undefined;
  /** Something that was left has been read all the same, because it changed or was asked for. */
  let isReadBeyond = false;
  const early = new WeakSet<Node>();

  const changed = new Set<Node>();
  const removed = { any: false };
  const work = createWork(window, signal, () => tell());
  const reading = createReading(window, signal, work, record);

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  function lookAtAddress(): void {
    const url = (window.location?.href ?? '').replace(/#(?![!/]).*$/, '');
    if (url === address) return;
    const isMoved = address !== '';
    address = url;
    own = ownIdentifiers(says());
    if (!isMoved) return;
    settleUntil = window.performance.now() + SETTLE_MS;
    work.later(SETTLE_MS, () => {
      own = ownIdentifiers(says());
    });
  }

  function spaceOf(root: Document | ShadowRoot): Space {
    const kept = spaces.get(root);
    if (kept) return kept;
    const space = createSpace(root, {
      url: () => address.split('#')[0] ?? '',
      origin: window.location?.origin ?? '',
      citesInText,
      headsList,
    });
    spaces.set(root, space);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    return space;
  }

  /** Walks everything under a node, a run at a time. */
  function* walk(root: Node, space: Space, isFresh: boolean): Generator<void> {
    const shadows: ShadowRoot[] = [];
    const around = root.nodeType === 9 || root.nodeType === 11 ? undefined : runAround(root);
    // Asked for by most blocks: made beforehand, so that no slice pays for all of it.
    if (isFresh) yield* space.prepare();
    const candidates =
      around || !('querySelectorAll' in root) ? NONE : yield* candidatesUnder(root as Element, space.facts);
    const onShadow = (shadow: ShadowRoot) => shadows.push(shadow);
    const runs = around
      ? [around]
      : isFresh && root === document
        ? runsWorthReading(document, candidates, space.facts, onShadow)
        : runsIn(root, onShadow, mayHoldAny);
    // What the reader has taught is looked for everywhere.
    yield* reading.read({ space, candidates, runs, isAgain: !isFresh }, !isFresh || rules().length > 0);
    if (rules().length > 0) {
      const taught = taughtIn(space.root, rules(), found.all(), (element) => ({
        citation: cite(linkAlone(element, space.facts), space.facts.url, (fragment) => space.target(fragment)?.target),
        cluster: found.nextCluster++,
      }));
      found.add(taught, false);
    }
    const enter = (shadow: ShadowRoot) => {
      if (spaces.has(shadow) || isOurs?.(shadow.host)) return;
      work.add(walk(shadow, spaceOf(shadow), true));
    };
    for (const shadow of shadows) enter(shadow);
    const element = root as Element | Document | ShadowRoot;
    if ('querySelectorAll' in root) awaitShadows(element, window, signal, enter);
  }

  const readAllNow = () => {
    const all = reading.readRest();
    while (!all.next().done);
  };
  /** Reads what stands around a node, though the reader has not come there otherwise. */
  function readAround(node: Node): void {
    if (!reading.isLeft(node)) return;
    const run = runAround(node);
    const space = run && spaces.get(node.getRootNode() as Document | ShadowRoot);
    const key = run?.first && parentOf(run.first);
    if (!space || !key || early.has(key)) return;
    early.add(key);
    const read = readBlock(run, space.facts, NONE, true);
    if (!read) return;
    record([{ run, read }], space, true);
    tell();
  }

  /** Keeps what is found in a piece. */
  function record(pieces: readonly Piece[], space: Space, isAgain: boolean): void {
    isReadBeyond ||= isAgain && reading.hasLeft;
    const isFresh = !isAgain && !isReadBeyond;
    if (!isFresh) {
      const again = new Set(pieces.flatMap(({ run }) => nodesOf(run)));
      drop((node) => isUnder(node, again));
    }
    const absent = new Set<string>();
    const page: PageSnapshot = {
      url: space.facts.url,
      own,
      blocks: pieces.map(({ read }) => read.block),
      lists: space.lists,
      follows: (entry, block) => entry instanceof LiveTarget && entry.follows(pieces[block]!.run.first),
      target(fragment) {
        const entry = space.target(fragment);
        if (!entry) absent.add(fragment);
        return entry?.target;
      },
    };
    const placed = find(page);
    const first = found.nextCluster;
    const citations: PageCitation[] = [];
    for (const place of placed) {
      const { read } = pieces[place.block]!;
      const range = rangeOf(read, place);
      if (!range) continue;
      const link = place.link === undefined ? undefined : read.block.links[place.link]?.element;
      const one: PageCitation = { citation: place.citation, range, cluster: first + place.cluster, link };
      if (isRuledOut(rules(), one)) continue;
      found.nextCluster = Math.max(found.nextCluster, one.cluster + 1);
      citations.push(one);
    }
    found.add(citations, isFresh);
    if (absent.size > 0) remember(absent, pieces, space);
  }

  function remember(absent: ReadonlySet<string>, pieces: readonly Piece[], space: Space): void {
    for (const { run, read } of pieces) {
      for (const { href } of read.block.links) {
        const fragment = href.slice(1);
        if (!href.startsWith('#') || !absent.has(fragment) || missing.size > MOST_CHANGES) continue;
        const kept = missing.get(fragment) ?? { space, nodes: new Set<Node>() };
        missing.set(fragment, kept);
        const node = run.whole ?? run.first;
        if (node) kept.nodes.add(node);
      }
    }
  }

  const drop = (isGone: (node: Node) => boolean) => found.drop(({ range }) => isGone(range.startContainer));

  /** Looks at everything that has changed since it last did. */
  function* catchUp(): Generator<void> {
    lookAtAddress();
    for (const space of spaces.values()) space.renew();
    reading.lookSoon();
    if (removed.any) {
      removed.any = false;
      drop((node) => !node.isConnected);
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
      if (!node.isConnected || isLeftAlone(node) || isUnder(node, seen)) continue;
      const run = runAround(node);
      const key = run?.first ?? node;
      if (seen.has(key)) continue;
      seen.add(key);
      const root = node.getRootNode() as Document | ShadowRoot;
      const space = spaces.get(root);
      if (space) yield* walk(node, space, false);
    }
  }

  /** Has everything looked at again. */
  function changeAll(): void {
    changed.clear();
    reading.forget();
    for (const { root } of spaces.values()) for (const node of root.childNodes) changed.add(node);
  }

  /** A note that comes or goes changes nothing of the page. */
  const isOwnWork = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
    isOurs !== undefined && [...addedNodes, ...removedNodes].every((node) => isOurs(node as Element));

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') changed.add(record.target);
      else if (!isOwnWork(record)) {
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
    if (changed.size > MOST_CHANGES) changeAll();
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
    found.drop(() => true);
    missing.clear();
    spaces.clear();
  });

  return {
    citations() {
      readAllNow();
      return found.all();
    },
    known: found.all,
    readAll() {
      if (!reading.hasLeft && work.isIdle) return Promise.resolve();
      readingAll ??= new Promise<void>((done) => {
        work.add(
          (function* () {
            yield* reading.readRest();
            readingAll = undefined;
            done();
          })(),
        );
      });
      return readingAll;
    },
    cluster: found.cluster,
    at(target, x, y) {
      if (target && reading.hasLeft) readAround(target);
      return found.at(target, x, y);
    },
    get settled() {
      return isStarted && work.isIdle && window.performance.now() >= settleUntil;
    },
    relearn() {
      if (!isStarted) return;
      if (found.drop((one) => isRuledOut(rules(), one))) tell();
      changeAll();
      work.soon(catchUp);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether a node is one of some, or in one. */
function isUnder(node: Node, nodes: ReadonlySet<Node>): boolean {
  for (let at: Node | null = node, depth = 0; at && depth < 200; at = parentOf(at), depth++)
    if (nodes.has(at)) return true;
  return false;
}
