import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPageText, pageText } from './page-text';
import { readSelection } from './selection';

/** Selects from the beginning of the first element to the end of the last, or all that one element holds. */
function select(from: Node, to: Node = from): void {
  const range = document.createRange();
  range.setStart(from, 0);
  range.setEnd(to, to.childNodes.length);
  document.getSelection()!.removeAllRanges();
  document.getSelection()!.addRange(range);
}
const find = (selector: string) => document.querySelector(selector)!;
const words = () => {
  const selected = readSelection(document);
  return selected.kind === 'words'
    ? selected.stretches.map(({ start, end }) => pageText(document.body).model.text.slice(start, end)).join(' | ')
    : selected.kind;
};

beforeEach(() => {
  forgetPageText(document.body);
  document.getSelection()!.removeAllRanges();
});
afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

describe('what is selected', () => {
  it.each<[string, string, string]>([
    ['words of a paragraph', '<p id="a">The quay was dark</p>', 'words'],
    ['the whole document', '<p>One</p><p>Two</p>', 'words'],
    ['words across the cells of a table', '<table id="a"><tr><td>One</td><td>Two</td></tr></table>', 'words'],
    ['nothing but white space', '<p id="a">   </p>', 'nothing'],
    ['nothing but pictures and fields', '<p id="a"><img alt="Quay"><input value="typed"></p>', 'nothing'],
    ['words that are hidden', '<p id="a" hidden>Not shown</p>', 'nothing'],
    ['what the reader writes in an editor', '<div contenteditable="true"><p id="a">My own</p></div>', 'own-text'],
    [
      'what the reader writes in an editor of a page’s making',
      '<div role="textbox"><p id="a">My own</p></div>',
      'own-text',
    ],
    ['a part of an editor that cannot be edited', '<div contenteditable="false"><p id="a">Shown</p></div>', 'words'],
    ['a hundred thousand characters', `<p id="a">${'x'.repeat(100_000)}</p>`, 'words'],
    ['one more', `<p id="a">${'x'.repeat(100_001)}</p>`, 'too-long'],
  ])('%s', (_what, html, kind) => {
    document.body.innerHTML = html;
    select(document.querySelector('#a') ?? document.body);
    expect(readSelection(document).kind).toBe(kind);
  });

  it('is nothing where nothing is, nor where the caret only stands', () => {
    document.body.innerHTML = '<p>The quay</p>';
    expect(readSelection(document)).toEqual({ kind: 'nothing' });
    document.getSelection()!.collapse(find('p').firstChild, 3);
    expect(readSelection(document)).toEqual({ kind: 'nothing' });
  });

  it.each(['<input value="typed words">', '<textarea>typed words</textarea>'])('is the reader’s own in %s', (html) => {
    document.body.innerHTML = html;
    const field = document.body.firstElementChild as HTMLInputElement;
    field.focus();
    field.setSelectionRange(0, 5);
    expect(readSelection(document).kind).toBe('own-text');
  });

  it('knows in which direction it was made', () => {
    document.body.innerHTML = '<p>The quay was dark</p>';
    const text = find('p').firstChild!;
    document.getSelection()!.setBaseAndExtent(text, 8, text, 4);
    expect(readSelection(document)).toMatchObject({ kind: 'words', isBackward: true });
    expect(words()).toBe('quay');
  });

  it.each([
    [
      'runs of words that stand apart, in the order of the page',
      [
        [9, 17],
        [0, 3],
      ],
      'The | was dark',
    ],
    [
      'runs that touch as one',
      [
        [4, 8],
        [0, 5],
        [13, 17],
      ],
      'The quay | dark',
    ],
  ])('holds %s', (_what, spans, expected) => {
    document.body.innerHTML = '<p>The quay was dark</p>';
    const text = find('p').firstChild!;
    const ranges = spans.map(([start, end]) => {
      const range = document.createRange();
      range.setStart(text, start!);
      range.setEnd(text, end!);
      return range;
    });
    vi.spyOn(document, 'getSelection').mockReturnValue({
      rangeCount: ranges.length,
      anchorNode: text,
      anchorOffset: 0,
      getRangeAt: (index: number) => ranges[index],
    } as unknown as Selection);
    expect(words()).toBe(expected);
  });

  it('is told of a shadow root by the browser that composes it', () => {
    document.body.innerHTML = '<p>Before</p><x-note></x-note>';
    const shadow = find('x-note').attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>Inside the note</p>';
    const inside = shadow.querySelector('p')!.firstChild!;
    select(document.body);
    const selection = document.getSelection()!;
    const range = { startContainer: inside, startOffset: 0, endContainer: inside, endOffset: 6, collapsed: false };
    vi.spyOn(document, 'getSelection').mockReturnValue({
      rangeCount: 1,
      anchorNode: document.body,
      anchorOffset: 1,
      getRangeAt: (index: number) => selection.getRangeAt(index),
      getComposedRanges: () => [range],
    } as unknown as Selection);
    expect(words()).toBe('Inside');
  });

  it('is nothing where the browser does not let it be read', () => {
    vi.spyOn(document, 'getSelection').mockImplementation(() => {
      throw new Error('The frame is gone.');
    });
    expect(readSelection(document)).toEqual({ kind: 'nothing' });
  });
});
