import { createDirectiveFinder } from '../quotes/find-text-directive';
import { makeTextDirective } from '../quotes/make-text-directive';
import { parseTextDirectives, writeTextDirective } from '../quotes/text-fragment';
import { asElement, parentOf } from './dom';
import { readText, type TextModel } from './text-model';

/** The text in which browsers look for text directives: without what is invisible. */
function searched(root: Node): TextModel {
  const isVisible = new Map<Node | null, boolean>();
  const isShown = (text: Text): boolean => {
    const element = parentOf(text);
    let answer = isVisible.get(element);
    if (answer === undefined) {
      answer = !asElement(element) || !/hidden|collapse/.test(getComputedStyle(element as Element).visibility);
      isVisible.set(element, answer);
    }
    return answer;
  };
  return readText(root, { isShown });
}

/**
 * The words that an address points to by text directives, by the rules that browsers follow.
 *
 * @param address - An address, or its fragment alone.
 * @returns One range for each directive that leads somewhere, or several where the words reach into shadow roots.
 */
export function findTextFragment(root: Node, address: string): Range[] {
  const directives = parseTextDirectives(address);
  if (directives.length === 0) return [];
  const page = searched(root);
  const find = createDirectiveFinder(page);
  return directives.flatMap((directive) => {
    const place = find(directive);
    return place ? page.rangesOf(place) : [];
  });
}

/**
 * The shortest text directives that lead to the words of ranges, and to no others: one for all that stand side by side.
 *
 * @returns `text=…&text=…`, without `#:~:`; undefined where words of theirs cannot be told from others.
 */
export function textFragmentOf(root: Node, ranges: readonly AbstractRange[]): string | undefined {
  const page = searched(root);
  const runs: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const start = page.offsetOf(range.startContainer, range.startOffset);
    const end = page.offsetOf(range.endContainer, range.endOffset);
    const last = runs.at(-1);
    // A range cannot leave a shadow root, so one run of words may be several of them.
    if (last && page.text.slice(last.end, start).trim() === '') last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  const find = createDirectiveFinder(page);
  const directives = runs.map(({ start, end }) => makeTextDirective(page, find, start, end));
  if (directives.length === 0 || directives.includes(undefined)) return undefined;
  return directives.map((directive) => writeTextDirective(directive!)).join('&');
}
