// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMender } from '../entrypoints/mender/mender';
import type { Passage, Selectors } from '../utils/model/passage';
import type { MendPorts } from '../utils/page/door';

const OLD = 'the colony doubled in one winter and nobody on the quay noticed anything at all';
const NOW = 'the colony grew in one summer and few on the pier noticed very much at all';
const PASSAGE: Passage = {
  id: 'passage-1',
  page: { url: 'https://example.org/', title: '', keys: [] },
  selectors: { quote: { exact: OLD, prefix: 'Where the lamps were out, ', suffix: '; whether that holds' } },
  colour: 'yellow',
  remark: '',
  tags: [],
  created: 1,
  modified: 1,
};

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
  HTMLElement.prototype.showPopover ??= () => {};
  document.body.innerHTML = `<p>Where the lamps were out, <b id="now">${NOW}</b>; whether that holds elsewhere is unknown.</p>`;
});
afterEach(() => end.abort());

function open(ports: Partial<MendPorts> = {}, asHint = false) {
  const change = vi.fn(async (_passage: Passage, _selectors: Selectors): Promise<string | undefined> => undefined);
  const point = vi.fn((_ranges: readonly Range[]) => {});
  const shadows: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    const root = attach.call(this, options);
    shadows.push(root);
    return root;
  });
  createMender(document, end.signal).open({ notFound: () => [PASSAGE], change, point, ...ports }, asHint);
  vi.restoreAllMocks();
  const root = () => shadows.at(-1)!;
  const button = (name: string) =>
    vi.waitUntil(() => [...root().querySelectorAll('button')].find((one) => one.textContent === name));
  return { change, point, root, press: async (name: string) => (await button(name)).click() };
}

describe('mending a passage', () => {
  it('puts it where the reader says it is, and back', async () => {
    const { change, point, press } = open();
    await press('Show');
    expect(point.mock.calls[0]![0].map(String)).toEqual([NOW]);
    await press('It is here');
    expect(change.mock.calls[0]![1].quote.exact).toBe(NOW);
    await press('Undo');
    expect(change.mock.calls[1]![1]).toEqual(PASSAGE.selectors);
  });

  it('keeps the keyboard in the list when what was pressed is gone', async () => {
    const { press, root } = open();
    await press('Show');
    [...root().querySelectorAll('button')].find((one) => one.textContent === 'It is here')!.focus();
    await press('It is here');
    await vi.waitUntil(() => root().textContent?.includes('Put back.'));
    expect(root().activeElement?.getAttribute('role')).toBe('dialog');
  });

  it('says why it could not be kept, and offers the place again', async () => {
    const { press, root } = open({ change: async () => 'No room.' });
    await press('It is here');
    await vi.waitUntil(() => root().textContent?.includes('No room.'));
    await press('It is here');
  });

  it('does not trust places of a page that has changed since', async () => {
    const { change, press, root } = open();
    await press('Show');
    document.querySelector('#now')!.textContent = `${NOW} by then`;
    await press('It is here');
    await vi.waitUntil(() => root().textContent?.includes('has just changed'));
    expect(change).not.toHaveBeenCalled();
    await press('It is here');
    expect(change.mock.calls[0]![1].quote.exact).toContain(NOW);
  });

  it('opens from its hint, and is nothing where nothing is lost', async () => {
    const { press, root } = open({}, true);
    expect(root().querySelector('[role="dialog"]')).toBeNull();
    await press('Look');
    expect(root().querySelector('[role="dialog"]')).not.toBeNull();
    end.abort();
    const before = document.querySelectorAll('[popover]').length;
    createMender(document, new AbortController().signal).open(
      { notFound: () => [], change: vi.fn(), point: vi.fn() },
      true,
    );
    expect(document.querySelectorAll('[popover]').length).toBe(before);
  });
});
