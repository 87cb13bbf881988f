import type { Place } from '../model/snapshot';
import { HOSTS, isInline, isLeaf, isSkipped, placeOf, type Run, runAround, runsIn, WholeRun } from './blocks';
import {
  all,
  asElement,
  childNodesOf,
  comparePositions,
  firstChildOf,
  nextSiblingOf,
  parentOf,
  shadowOf,
  tagOf,
  textOf,
} from './dom';
import type { DocumentFacts } from './scan-links';
import { type Candidates, mayHoldAny, wordsMayCite } from './snapshot';

/** Children of one element beyond which they are looked at many at a time, and how many. */
const MANY = 64;
const AT_ONCE = 32;

/** A part of the page with less text is read, UTF-16 units: dividing it further costs more. */
const SHORT = 2000;

/**
 * The runs of a document that may hold a citation: those with links that could be one, and those whose words have a sign of
 * one. Whatever has neither is dismissed as a whole, without touching its nodes: a page has thousands of cells and menu lines.
 * In order.
 */
export function* runsWorthReading(
  root: Document,
  candidates: Candidates,
  facts: DocumentFacts,
  onShadow: (root: ShadowRoot) => void,
): Generator<Run | undefined> {
  yield* shadowsIn(root, onShadow);
  const holders = new Set<Node>();
  for (const block of candidates.keys())
    for (let at: Node | null = block; at && !holders.has(at); at = parentOf(at)) holders.add(at);
  yield;
  const mayCite = (text: string) => wordsMayCite(text, facts);

  function* within(element: Element | Document, around: Place): Generator<Run | undefined> {
    const inner: Element[] = [];
    for (const child of childrenWorthReading(element, holders, mayCite)) {
      yield undefined;
      const inside = asElement(child);
      if (inside && !isInline(inside)) inner.push(inside);
      else if (child && element !== root && mayCite(textOf(child) ?? '')) {
        // Words among elements: what belongs together there, whoever walks over it finds out.
        yield* runsIn(element, onShadow, mayHoldAny);
        return;
      }
    }
    const links = [...(candidates.get(element) ?? [])];
    for (const child of inner) {
      const own = links.findIndex((link) => isBefore(child, link));
      yield* runsWithLinks(links.splice(0, own < 0 ? links.length : own));
      const tag = tagOf(child);
      if (isSkipped(child, tag)) continue;
      const isPlain = isLeaf(child, tag);
      if (isPlain) yield new WholeRun(child, placeOf(child, tag, around, true));
      else if (!holders.has(child) && (textOf(child) ?? '').length < SHORT) yield* runsIn(child, onShadow, mayHoldAny);
      else yield* within(child, placeOf(child, tag, around));
    }
    yield* runsWithLinks(links);
  }
  yield* within(root, 'text');
}

/** Children with links that could be citations, or words with a sign of one. */
function* childrenWorthReading(
  parent: Element | Document,
  holders: ReadonlySet<Node>,
  mayCite: (text: string) => boolean,
): Generator<Node | undefined> {
  const children = childNodesOf(parent);
  if (children.length <= MANY || holders.has(parent)) {
    for (let child = firstChildOf(parent); child; child = nextSiblingOf(child))
      if (holders.has(child) || (child.nodeType !== 8 && mayCite(textOf(child) ?? ''))) yield child;
    return;
  }
  const range = parent.ownerDocument!.createRange();
  for (let at = 0; at < children.length; at += AT_ONCE) {
    range.setStart(parent, at);
    range.setEnd(parent, Math.min(at + AT_ONCE, children.length));
    if (!mayCite(range.toString())) continue;
    const some = Array.from({ length: AT_ONCE }, (_, index) => children[at + index]);
    for (const child of some) if (child && child.nodeType !== 8 && mayCite(textOf(child) ?? '')) yield child;
    yield undefined;
  }
}

function* shadowsIn(root: Document, onShadow: (root: ShadowRoot) => void): Generator<undefined> {
  // Names with a hyphen: no style selector can ask for them.
  const custom = root.evaluate("//*[contains(local-name(),'-')]", root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  const hosts = Array.from({ length: custom.snapshotLength }, (_, at) => custom.snapshotItem(at) as Element);
  yield;
  // What is no custom element has nothing else in it. Its name is looked at here: a selector with so many takes eight times as long.
  const empty = [...all(root, ':empty')].filter((element) => HOSTS.test(tagOf(element)));
  for (const host of [...hosts, ...empty]) {
    const shadow = shadowOf(host);
    if (shadow) onShadow(shadow);
  }
}

const isBefore = (node: Node, other: Node): boolean =>
  (comparePositions(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The runs in which some links stand. */
function* runsWithLinks(links: readonly Element[]): Generator<Run> {
  let last: Node | null | undefined;
  for (const link of links) {
    const run = runAround(link);
    if (run && run.first !== last) yield run;
    last = run?.first;
  }
}
