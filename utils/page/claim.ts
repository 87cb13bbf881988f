import { asElement, hintsOf, parentOf, tagOf } from './dom';
import type { Claim, PageCitation, Scanner } from './door';
import { pageText } from './page-text';
import type { Stretch, TextModel } from './text-model';

/** Tells the words that one of several marks in a text supports: `claimStretch` of `claims/`, handed in. */
export type TellClaim = (
  text: string,
  marks: readonly (Stretch & { readonly cluster: number })[],
  target: Stretch & { readonly cluster: number },
) => (Stretch & { readonly text: string }) | undefined;

/** Where nothing is claimed: lists of references, headings, menus. */
const NO_CLAIMS =
  /(?:^|[\s_-])(?:references?|reflist|ref-?list|bibliography|citations?-list|works-cited|literature-cited|endnotes?|footnotes?|doc-(?:bibliography|endnotes?|footnotes?)|navbox|toc)(?:$|[\s_-])/;

function standsInClaim(node: Node): boolean {
  for (let at: Node | null = node, depth = 0; at && depth < 40; depth += 1) {
    const element = asElement(at);
    if (element) {
      const tag = tagOf(element);
      if (/^(?:h[1-6]|nav|title|button)$/.test(tag)) return false;
      if (tag === 'body') return true;
      if (!/^(?:a|sup|p|span)$/.test(tag) && NO_CLAIMS.test(hintsOf(element))) return false;
    }
    at = parentOf(at) ?? (at as Partial<ShadowRoot>).host ?? null;
  }
  return true;
}

/** Whether a text breaks off in mid-sentence. */
const breaksOff = (text: string): boolean => text !== '' && !/[.!?:…。！？]["'”’»)\]]*$/.test(text.trimEnd());
const goesOn = (text: string): boolean => /^[\s]*[\p{Ll}\p{N}(,;–—]/u.test(text);

/** The block around an offset, in pieces: what a float or a pull-quote in mid-sentence has torn apart is put together. */
function piecesAround(model: TextModel, offset: number): Stretch[] {
  const own = model.floats.find(({ start, end }) => offset >= start && offset < end);
  const { text } = model;
  const withoutFloats = ({ start, end }: Stretch): Stretch[] => {
    if (own) return [{ start: Math.max(start, own.start), end: Math.min(end, own.end) }];
    const pieces: Stretch[] = [];
    let from = start;
    for (const float of model.floats) {
      if (float.end <= from || float.start >= end) continue;
      if (float.start > from) pieces.push({ start: from, end: float.start });
      from = Math.max(from, float.end);
    }
    if (from < end) pieces.push({ start: from, end });
    return pieces;
  };
  const block = model.blockAt(offset);
  const cellStart = text.lastIndexOf('\t', offset - 1) + 1;
  const cellEnd = text.indexOf('\t', offset);
  const cell = {
    start: Math.max(block.start, cellStart),
    end: cellEnd < 0 ? block.end : Math.min(block.end, cellEnd),
  };
  const pieces = withoutFloats(cell);
  if (own) return pieces;
  const wordsOf = ({ start, end }: Stretch) => text.slice(start, end);

  // Backwards over floats that end right before this block, and forwards over those that begin right behind it.
  for (let round = 0; round < 3; round += 1) {
    const first = pieces[0];
    const float =
      first && model.floats.find(({ end }) => end <= first.start && text.slice(end, first.start).trim() === '');
    if (!float || float.start === 0 || !goesOn(wordsOf(first))) break;
    const before = withoutFloats(model.blockAt(float.start - 1));
    const last = before.at(-1);
    if (!last || !breaksOff(wordsOf(last))) break;
    pieces.unshift(...before);
  }
  for (let round = 0; round < 3; round += 1) {
    const last = pieces.at(-1);
    const float =
      last &&
      model.floats.find(
        ({ start, end }) => start >= last.end && end > start && text.slice(last.end, start).trim() === '',
      );
    if (!float || !breaksOff(wordsOf(last))) break;
    let next = float.end;
    while (next < text.length && /\s/.test(text[next]!)) next += 1;
    const after = withoutFloats(model.blockAt(next));
    if (!after[0] || after[0].start < last.end || !goesOn(wordsOf(after[0]))) break;
    pieces.push(...after);
  }
  return pieces;
}

/** The same place as the beginning or end of a text, where it is that of an element. */
function textAt(node: Node, offset: number): [Node, number] {
  if (node.nodeType === 3) return [node, offset];
  let at = node;
  while (at.nodeType === 1 && at.firstChild) at = (offset === 0 ? at.firstChild : at.lastChild) as Node;
  return at.nodeType !== 3 ? [node, offset] : [at, offset === 0 ? 0 : (at as Text).length];
}

/**
 * The words of the page that a citation supports, with their ranges.
 *
 * @returns undefined in lists of references, in headings, and where nothing is said.
 */
export function findClaim(
  scanner: Pick<Scanner, 'known'>,
  citation: PageCitation,
  document: Document,
  tellClaim: TellClaim,
): Claim | undefined {
  const { range } = citation;
  if (!range.startContainer.isConnected || !standsInClaim(range.startContainer)) return undefined;
  const root = document.body ?? document.documentElement;
  const { model } = pageText(root);
  const offsetOf = (node: Node, offset: number) => model.offsetOf(...textAt(node, offset));
  const stretchOf = ({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Stretch => ({
    start: offsetOf(startContainer, startOffset),
    end: offsetOf(endContainer, endOffset),
  });
  const here = stretchOf(range);
  const pieces = piecesAround(model, here.start);
  if (pieces.length === 0) return undefined;

  // One text out of the pieces, and the way from it to the model's offsets.
  const starts: number[] = [];
  let text = '';
  for (const { start, end } of pieces) {
    if (text) text += ' ';
    starts.push(text.length);
    text += model.text.slice(start, end);
  }
  text = text.replaceAll('\n', ' ');
  const inText = (offset: number): number | undefined => {
    const at = pieces.findIndex(({ start, end }) => offset >= start && offset <= end);
    return at < 0 ? undefined : starts[at]! + offset - pieces[at]!.start;
  };
  const markOf = (one: PageCitation) => {
    if (!one.range.startContainer.isConnected) return undefined;
    const { start, end } = stretchOf(one.range);
    const [from, to] = [inText(start), inText(end)];
    return from === undefined || to === undefined || to <= from
      ? undefined
      : { start: from, end: to, cluster: one.cluster };
  };
  const target = markOf(citation);
  if (!target) return undefined;

  const all = scanner.known();
  const index = all.indexOf(citation);
  const marks = [target];
  for (let i = index - 1; i >= 0; i -= 1) {
    const mark = markOf(all[i]!);
    if (!mark) break;
    marks.unshift(mark);
  }
  for (let i = index + 1; i < all.length; i += 1) {
    const mark = markOf(all[i]!);
    if (!mark) break;
    marks.push(mark);
  }
  const claim = tellClaim(text, marks, target);
  if (!claim) return undefined;
  const ranges = pieces.flatMap(({ start, end }, at) => {
    const from = start + Math.max(0, claim.start - starts[at]!);
    const to = Math.min(end, start + claim.end - starts[at]!);
    return from < to ? model.rangesOf({ start: from, end: to }) : [];
  });
  return { text: claim.text, ranges };
}
