// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { say } from '../components/passages/words';
import { createPassageBar } from '../entrypoints/bar/passage-bar';
import { success } from '../utils/model/failure';
import { type Passage, quotedWords } from '../utils/model/passage';
import { describeStretches } from '../utils/page/describe';
import type { BarPlace, Door } from '../utils/page/door';
import { createLayer } from '../utils/page/layer';
import { forgetPageText, pageText } from '../utils/page/page-text';
import type { Painted, Painter } from '../utils/page/paint';
import { createPagePassages, type PagePassages } from '../utils/page/passages';
import type { leaveMessage } from '../utils/platform/outbox';
import type { sendToBackground } from '../utils/platform/send';

let end: AbortController;
let passages: PagePassages;
let sent: [name: string, input: { passage?: Passage; change?: Partial<Passage> }][];
let roots: ShadowRoot[];

beforeEach(() => {
  end = new AbortController();
  sent = [];
  roots = [];
  HTMLElement.prototype.showPopover ??= () => {};
  HTMLElement.prototype.hidePopover ??= () => {};
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  });
  forgetPageText(document.body);
  document.body.innerHTML =
    '<p>The colony doubled in one winter, and the fleet noticed nothing of it, says the harbour.</p>';
  const painted = new Map<string, Painted>();
  const painter: Painter = {
    paint: (next) => void painted.set(next.id, next),
    erase: (id) => void painted.delete(id),
    at: () => [],
    rangesOf: (id) => painted.get(id)?.ranges ?? [],
  };
  passages = createPagePassages(document, painter, end.signal);
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

function place(...words: string[]): BarPlace {
  const { model } = pageText(document.body);
  const [first, ...others] = words.map((word) => {
    const start = model.text.indexOf(word);
    return { start, end: start + word.length };
  });
  const ranges = [first!, ...others].flatMap((stretch) => model.rangesOf(stretch));
  return {
    selectors: describeStretches(document.body, [first!, ...others]),
    ranges,
    isBackward: false,
    over: passages.over(ranges),
  };
}

function makeBar() {
  const send = (async (name: string, input: never) => {
    if (/Passage$/.test(name)) sent.push([name, input]);
    return success(name === 'pageHistory' ? { past: [], future: [] } : {});
  }) as unknown as typeof sendToBackground;
  return createPassageBar({
    document,
    door: { signal: end.signal, keys: new Set() } as unknown as Door,
    reader: {
      passages,
      openLost: () => {},
      owns: () => false,
      layer: (css: string, near: Node) => createLayer(document, [css], near, { language: 'en', direction: 'ltr' }),
    },
    isPrivate: false,
    hasAddress: true,
    send,
    leave: (() => () => {}) as unknown as typeof leaveMessage,
  });
}

/** Presses a button of the open bar. */
async function press(words: string): Promise<void> {
  const button = await vi.waitUntil(() =>
    roots
      .flatMap((root) => [...root.querySelectorAll('button')])
      .find(({ isConnected, textContent }) => isConnected && textContent.includes(words)),
  );
  button.click();
}
const changed = () =>
  sent.filter(([name]) => name === 'changePassage').map(([, { change }]) => quotedWords(change!.selectors!));

it('words that stand apart are added to the passage that the bar was last open for, and taken back', async () => {
  const bar = makeBar();
  bar.save(place('the fleet noticed'));
  await vi.waitUntil(() => sent.length === 1);
  bar.close();
  bar.offer(place('The colony doubled'));
  await press(say('join', 'the fleet noticed'));
  await vi.waitUntil(() => changed().length === 1);
  expect(changed()).toEqual(['The colony doubled … the fleet noticed']);
  await vi.waitUntil(() => passages.rangesOf(passages.all()[0]!.id).length === 2);
  await press(say('undo'));
  await vi.waitUntil(() => changed().length === 2);
  expect(changed()[1]).toBe('the fleet noticed');
});

it('of several runs of words, only those change that a selection touches', async () => {
  const bar = makeBar();
  bar.save(place('The colony doubled', 'the fleet noticed'));
  await vi.waitUntil(() => sent.length === 1);
  bar.close();
  bar.offer(place('the fleet noticed nothing of it'));
  await press(say('extend', 'The colony doubled'));
  await vi.waitUntil(() => changed().length === 1);
  expect(changed()).toEqual(['The colony doubled … the fleet noticed nothing of it']);
});
