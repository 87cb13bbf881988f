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
 * The shortest text directive that leads to the words of ranges, from the first to the last, and to no others.
 *
 * @returns `text=…`, without `#:~:`; undefined where there is none.
 */
export function textFragmentOf(root: Node, ranges: readonly AbstractRange[]): string | undefined {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return undefined;
  const page = searched(root);
  const start = page.offsetOf(first.startContainer, first.startOffset);
  const end = page.offsetOf(last.endContainer, last.endOffset);
  const directive = makeTextDirective(page, createDirectiveFinder(page), start, end);
  return directive && writeTextDirective(directive);
}
