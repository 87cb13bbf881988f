// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFurther } from '../entrypoints/further/further';
import english from '../locales/en.json';
import { DEFAULT_SETTINGS } from '../utils/model/settings';
import type { Door, FurtherPorts } from '../utils/page/door';

const WORDS = english.note;
const WORK = { title: 'Amber lamps', line: 'Tarn A. Annals: 2012.', url: 'https://doi.org/10.5555/lamps' };
const SHARED = { title: WORK.title, text: WORK.title, url: WORK.url };

let place: HTMLElement;
let undo: (() => void) | undefined;
beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  Object.assign(place, { getRootNode: () => ({ adoptedStyleSheets: [] }) });
});
afterEach(() => {
  undo?.();
  place.remove();
  for (const name of ['share', 'canShare']) Reflect.deleteProperty(navigator, name);
});

const further = () => createFurther(document, { settings: DEFAULT_SETTINGS } as unknown as Door);
const portsWith = (tell: FurtherPorts['tell']): FurtherPorts => ({
  words: () => WORK,
  work: () => undefined,
  sources: () => ({ asked: [] }),
  claim: () => undefined,
  tell,
  correct: vi.fn(),
});

/** Shows what else can be done in a browser that has some ways to share. */
function show(ways: Partial<Pick<Navigator, 'share' | 'canShare'>>) {
  for (const [name, value] of Object.entries(ways))
    Object.defineProperty(navigator, name, { value, configurable: true });
  const tell = vi.fn();
  undo = further().showMore(place, portsWith(tell));
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === WORDS.share);
  return { tell, button };
}

describe('sharing', () => {
  it.each([
    ['a browser without a way to share', {}],
    ['a page that forbids it', { share: vi.fn(), canShare: () => false }],
  ])('is not offered by %s', (_name, ways) => {
    expect(show(ways).button).toBeUndefined();
  });

  it('passes title and address on, and says nothing when that was done or thought better of', async () => {
    const share = vi.fn((_data?: ShareData) => Promise.resolve());
    const { button, tell } = show({ share, canShare: () => true });
    button!.click();
    expect(share).toHaveBeenLastCalledWith(SHARED);
    share.mockRejectedValueOnce(new DOMException('', 'AbortError'));
    button!.click();
    await Promise.allSettled(share.mock.results.map(({ value }) => value));
    expect(share).toHaveBeenCalledTimes(2);
    expect(tell).not.toHaveBeenCalled();
  });

  it('says that it was refused', async () => {
    const { button, tell } = show({ share: () => Promise.reject(new DOMException('', 'NotAllowedError')) });
    button!.click();
    await vi.waitFor(() => expect(tell).toHaveBeenCalledExactlyOnceWith(WORDS.shareFailed));
  });
});

describe('copying title and link', () => {
  it.each([
    ['that it was done', () => Promise.resolve(), WORDS.copied],
    [
      'that it was not, where nobody lets us',
      () => Promise.reject(new DOMException('', 'NotAllowedError')),
      WORDS.copyFailed,
    ],
  ])('says %s', async (_name, write, said) => {
    Object.defineProperty(navigator, 'clipboard', { value: { write }, configurable: true });
    vi.stubGlobal('ClipboardItem', Object.assign(class {}, { supports: () => true }));
    Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true });
    const tell = vi.fn();
    further().copyLink(portsWith(tell));
    await vi.waitFor(() => expect(tell).toHaveBeenCalledExactlyOnceWith(said));
    vi.unstubAllGlobals();
    for (const [owner, name] of [
      [navigator, 'clipboard'],
      [document, 'execCommand'],
    ] as const)
      Reflect.deleteProperty(owner, name);
  });
});
