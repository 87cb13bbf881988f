// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuide } from '../entrypoints/guide/guide';
import { DEFAULT_SETTINGS } from '../utils/model/settings';
import type { Sought } from '../utils/model/visit';
import type { Door, PageCitation } from '../utils/page/door';
import { spotAt } from '../utils/page/spot';

const QUOTE = { exact: 'Under white lamps gulls lost two hours of sleep.', prefix: '', suffix: '' };
const SOUGHT: Sought = [{ kind: 'closest', quote: QUOTE }];

let end: AbortController;
let shadows: ShadowRoot[];
let sent: string[];
beforeEach(() => {
  end = new AbortController();
  shadows = [];
  sent = [];
  vi.useFakeTimers();
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://journal.example/quay');
  HTMLElement.prototype.showPopover ??= () => {};
  Element.prototype.getClientRects = () => [{}] as unknown as DOMRectList;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    const root = attach.call(this, options);
    shadows.push(root);
    return root;
  });
  Object.assign(chrome, {
    runtime: {
      sendMessage: async ({ name }: { name: string }) => {
        sent.push(name);
        return { ok: true, value: { isThere: false } };
      },
    },
  });
  document.body.innerHTML = `<p>They sleep<a id="one" href="#ref">1</a>. Others agree<a id="two" href="#ref">1</a>.</p>
    <p id="ref">Tarn, A. (2012) White lamps</p>`;
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const rangeOf = (selector: string) => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector)!);
  return range;
};
const citationAt = (selector: string, text = 'Tarn, A. (2012) White lamps'): PageCitation => ({
  citation: {
    kind: 'marker',
    label: '1',
    identifiers: [],
    confidence: 1,
    reference: { id: 'ref', text, identifiers: [] },
  },
  range: rangeOf(selector) as unknown as StaticRange,
  link: document.querySelector(selector)!,
  cluster: 1,
});

/** A frame with a reader in it that finds what it is told to find. */
function guide(found?: string) {
  const marked: string[][] = [];
  const citations = [citationAt('#one'), citationAt('#two')];
  const reader = {
    mark: (ranges: readonly Range[], here: readonly Range[]) => void marked.push([ranges.join('|'), here.join('|')]),
    unmark: vi.fn(),
    find: async () => (found ? { ranges: [rangeOf('p')], words: found } : undefined),
    claimOf: ({ link }: PageCitation) => ({ text: link!.id, ranges: [rangeOf(`#${link!.id}`)] }),
  };
  const door = {
    signal: end.signal,
    keys: new Set(),
    settings: DEFAULT_SETTINGS,
    reader,
    scanner: { known: () => citations, citations: () => citations, readAll: async () => {} },
    withReader: (use: (it: typeof reader) => void) => use(reader),
  } as unknown as Door;
  const said = () => shadows.at(-1)?.querySelector('[role="status"]')?.textContent;
  const buttons = () => [...(shadows.at(-1)?.querySelectorAll('button') ?? [])];
  const press = async (name: string) => {
    buttons()
      .find((button) => button.textContent === name)!
      .click();
    await vi.advanceTimersByTimeAsync(100);
  };
  return {
    it: createGuide(document, door),
    citations,
    marked,
    reader,
    said,
    press,
    names: () => buttons().map(String),
  };
}

describe('the guide', () => {
  it.each([
    ['Under white lamps, gulls lost two hours of sleep', 'Marked: the sentence closest'],
    ['Under white lamps gulls lost three hours of sleep.', 'Marked: words much like'],
    [undefined, 'The words were not found here'],
  ])('says how surely it found what is looked for: %j', async (found, sentence) => {
    const { it: guiding, said, marked } = guide(found);
    guiding.visit(SOUGHT);
    await vi.advanceTimersByTimeAsync(15_000 - (found ? 14_000 : 4000));
    expect(said()).toContain(sentence);
    expect(marked).toHaveLength(found ? 1 : 0);
    expect(sent).toContain('visitDone');
  });

  it('leads from one mention to the next, and round', async () => {
    const { it: guiding, citations, marked, said, press } = guide();
    const note = document.createElement('div');
    const place = note.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    document.body.append(note);
    const onGo = vi.fn();
    const undo = guiding.listMentions(place, citations[0]!, onGo);
    await vi.advanceTimersByTimeAsync(100);
    const listed = [...place.querySelectorAll<HTMLElement>('button')];
    expect(place.querySelector('h3')?.textContent).toBe('Cited 2 times here');
    expect(listed.map((each) => each.getAttribute('aria-current'))).toEqual(['location', null]);
    listed[1]!.click();
    await vi.advanceTimersByTimeAsync(100);
    expect(onGo).toHaveBeenCalledOnce();
    undo();
    expect(place.childElementCount).toBe(0);
    expect(said()).toBe('Mention 2 of 2 on this page');
    await press('Next');
    expect(said()).toBe('Mention 1 of 2 on this page');
    expect(marked).toHaveLength(2);
    expect(marked[0]![0]).toBe('1|1');
  });

  it('marks where a link into the page has led, and leads on to what cites it', async () => {
    const { it: guiding, marked, said, press } = guide();
    const link = document.querySelector('#one')!;
    window.location.hash = '#ref';
    guiding.arrive({ link, target: document.querySelector('#ref')!, spot: spotAt(link) });
    await vi.advanceTimersByTimeAsync(300);
    expect(said()).toBe('What the link leads to is marked.');
    expect(marked[0]![0]).toBe('Tarn, A. (2012) White lamps');
    await press('Cited 2 times here');
    expect(said()).toBe('Mention 1 of 2 on this page');
  });

  it('takes its words and marks away on Escape', async () => {
    const { it: guiding, reader } = guide();
    guiding.claimMarked(true, spotAt(document.querySelector('#one')!));
    await vi.advanceTimersByTimeAsync(100);
    shadows.at(-1)!.firstElementChild!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(reader.unmark).toHaveBeenCalledOnce();
    expect(shadows.at(-1)!.host.isConnected).toBe(false);
  });
});
