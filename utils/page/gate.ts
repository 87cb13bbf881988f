import { all, attributeOf, first, parentOf, shadowOf, tagOf, textOf } from './dom';
import { createWork } from './scan-work';
import { awaitShadows } from './undefined-elements';

/** What a gate needs. */
export interface GateDepends {
  readonly document: Document;
  /** Aborting it ends everything. */
  readonly signal: AbortSignal;
  /** Whether a link could be a citation, from its address and its text; wrong only on the side of yes. */
  linkMayCite(href: string, label: string): boolean;
  /** Whether a text could hold a citation; wrong only on the side of yes. */
  textMayCite(text: string): boolean;
  /** Called once, when something on the page could be a citation; the gate has ended then. */
  open(): void;
  /** Called whenever the page has been looked at. */
  onLook?(): void;
  /** Whether an element is a host of Ibid's own: what stands in it is not the page's. */
  isOurs?(host: Element): boolean;
}

/** Knows whether a page could hold citations at all. */
export interface Gate {
  /** Everything that is there has been looked at, and none of it could be a citation. */
  readonly isSettled: boolean;
}

/** Links that could be citations whatever their address and text. */
const BY_MARKUP =
  'sup a[href],a sup,a[role^="doc-"],[data-rid],a[class*="cit"],a[class*="bib"],a[class*="footnote"],a[class*="xref"],' +
  'label[class*="note"],d-cite,d-footnote,dt-cite,dt-fn,[class*="note"]>sup,span[data-id^="#"],abbr[title],acronym[title]';

/** Text of which nothing is shown. */
const UNREAD = /^(?:script|style|noscript|template|textarea)$/;

/** Text that is tested at once, UTF-16 units, and how much of it the next test sees again. */
const STRETCH = 16_000;
const OVERLAP = 100;

/** Nodes changed at once beyond which everything is looked at again. */
const MOST_CHANGES = 2000;

/**
 * Looks whether a page, as it is and as it changes, could hold citations. It stops at the first sign, so that a page full of
 * citations costs as little as one that is silent, and what finds them need not be carried to pages without any.
 */
export function watchGate(depends: GateDepends): Gate {
  const { document, signal, linkMayCite, textMayCite } = depends;
  const window = document.defaultView ?? globalThis.window;
  const life = new AbortController();
  const roots = new Set<Node>();
  const changed = new Set<Node>();
  let isStarted = false;
  const work = createWork(window, life.signal, () => depends.onLook?.());

  const open = () => {
    if (life.signal.aborted) return;
    life.abort();
    depends.open();
  };
  function* look(root: Element | Document | ShadowRoot): Generator<void> {
    if (first(root, BY_MARKUP)) return open();
    for (const raised of all(root, 'sup'))
      if (/^[\s[(（]*(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|[*†‡①-⑳])[\s\])）]*$/.test(textOf(raised) ?? '')) return open();
    let steps = 0;
    for (const link of all(root, 'a[href]')) {
      if (linkMayCite(attributeOf(link, 'href') ?? '', textOf(link) ?? '')) return open();
      if (++steps % 64 === 0) yield;
    }
    awaitShadows(root, window, life.signal, enter);
    if (root.nodeType === 1) enterHost(root as Element);
    for (const element of all(root, '*')) {
      enterHost(element);
      if (++steps % 64 === 0) yield;
    }
    // All words at once, scripts among them: what is read is told apart only where it matters, which takes several times as long.
    const body = root.nodeType === 9 ? (first(root, 'body') ?? document.documentElement) : root;
    if (!(yield* someMayCite([textOf(body) ?? '']))) return;
    if (yield* someMayCite(textsRead(body))) open();
  }
  /** Whether texts, one behind the other, could hold a citation; stops between any two stretches of them. */
  function* someMayCite(texts: Iterable<string>): Generator<void, boolean> {
    let seen = '';
    let steps = 0;
    for (const text of texts) {
      seen += text;
      for (; seen.length >= STRETCH; seen = seen.slice(STRETCH - OVERLAP)) {
        if (textMayCite(seen.slice(0, STRETCH))) return true;
        yield;
      }
      if (++steps % 64 === 0) yield;
    }
    return textMayCite(seen);
  }
  function* textsRead(root: Node): Generator<string> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = parentOf(node);
      if (parent?.nodeType !== 1 || !UNREAD.test(tagOf(parent as Element))) yield (node as Text).data;
    }
  }
  function enterHost(element: Element): void {
    const shadow = shadowOf(element);
    if (shadow && !depends.isOurs?.(element)) enter(shadow);
  }
  function enter(root: Document | ShadowRoot): void {
    if (roots.has(root) || life.signal.aborted) return;
    roots.add(root);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    work.add(look(root));
  }
  function* catchUp(): Generator<void> {
    const nodes = [...changed];
    changed.clear();
    for (const node of nodes) {
      const element = node.nodeType === 1 ? node : parentOf(node);
      if (element?.nodeType === 1 && element.isConnected) yield* look(element as Element);
      yield;
    }
  }
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') changed.add(target);
      for (const node of addedNodes) if (node.nodeType === 1 || node.nodeType === 3) changed.add(node);
    }
    if (changed.size > MOST_CHANGES) {
      changed.clear();
      if (document.documentElement) changed.add(document.documentElement);
    }
    if (changed.size > 0) work.soon(catchUp);
  });
  const begin = () => {
    isStarted = true;
    enter(document);
  };

  life.signal.addEventListener('abort', () => observer.disconnect());
  signal.addEventListener('abort', () => life.abort());
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { signal: life.signal });
  else begin();
  return {
    get isSettled() {
      return isStarted && work.isIdle && !life.signal.aborted;
    },
  };
}
