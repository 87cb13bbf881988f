// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPassages } from '../entrypoints/reader/passages';
import type { Bar, BarPlace, Door } from '../utils/page/door';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
  HTMLElement.prototype.showPopover ??= () => {};
  document.getSelection()!.removeAllRanges();
});
afterEach(() => {
  end.abort();
  document.body.innerHTML = '';
});

/** The passages of the document, and what its bar was told. */
function start(html: string) {
  document.body.innerHTML = html;
  const told: string[] = [];
  const words = (one: BarPlace) => one.ranges.join('|');
  const bar: Partial<Bar> = {
    complain: (word) => void told.push(word),
    save: (one) => void told.push(`save ${words(one)}`),
    offer: (one) => void told.push(`offer ${words(one)}`),
    draw: () => {},
    close: () => {},
  };
  const door = { signal: end.signal, keys: new Set(), settings: { selectionBar: true }, bar } as unknown as Door;
  const send = vi.fn(async () => ({ ok: true, value: {} })) as unknown as Parameters<typeof startPassages>[2];
  return { passages: startPassages(document, door, send), told };
}

describe('the reader asks for a selection to be saved', () => {
  it.each<[string, string, string]>([
    ['words', '<p id="a">The quay was dark</p>', 'save The quay was dark'],
    ['the whole of a page that is not long', '<p>One</p><p>Two</p>', 'save OneTwo'],
    ['cells of a table', '<table id="a"><tr><td>One</td><td>Two</td></tr></table>', 'save OneTwo'],
    ['nothing', '', 'nothingSelected'],
    ['a picture', '<p id="a"><img alt="Quay"></p>', 'nothingSelected'],
    ['what they write in an editor', '<div contenteditable="true"><p id="a">Mine</p></div>', 'ownText'],
    ['more than is kept as one', `<p id="a">${'dark quay '.repeat(10_001)}</p>`, 'tooLong'],
  ])('%s: it is done, or said why not', async (_what, html, expected) => {
    const { passages, told } = start(html);
    if (html) document.getSelection()!.selectAllChildren(document.querySelector('#a') ?? document.body);
    passages.saveSelection();
    await vi.waitUntil(() => told.length > 0);
    expect(told).toEqual([expected]);
  });

  it('in a field: it is said why not', async () => {
    const { passages, told } = start('<textarea>My own words</textarea>');
    const field = document.querySelector('textarea')!;
    field.focus();
    field.setSelectionRange(0, 6);
    passages.saveSelection();
    await vi.waitUntil(() => told.length > 0);
    expect(told).toEqual(['ownText']);
  });

  it('only by selecting: words get a bar, and nothing is said of anything else', async () => {
    const { passages, told } = start('<div contenteditable="true"><p id="a">Mine</p></div><p id="b">The quay</p>');
    document.getSelection()!.selectAllChildren(document.querySelector('#a')!);
    passages.offerSelection();
    document.getSelection()!.selectAllChildren(document.querySelector('#b')!);
    passages.offerSelection();
    await vi.waitUntil(() => told.length > 0);
    expect(told).toEqual(['offer The quay']);
  });
});
