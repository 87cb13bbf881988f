import { beforeEach, describe, expect, it } from 'vitest';
import { joinPlaces, quotedWords, type Selectors } from '../model/passage';
import { anchorSelectors } from './anchor';
import { describeRange, describeStretches } from './describe';
import { forgetPageText, pageText } from './page-text';

const PAGE = `<main id="m"><p>Some say the harbour was never dark before.</p>
<p>Where the quay was <em>left dark</em> for a single winter, the colony doubled.</p>
<p>Others remember it otherwise, and say so at length.</p></main>`;

/** Saves the second paragraph's words up to its comma. */
function save(): Selectors {
  const [, second] = document.querySelectorAll('p');
  const range = document.createRange();
  range.setStart(second!.firstChild!, 0);
  range.setEnd(second!.lastChild!, ' for a single winter'.length);
  return describeRange(document.body, range)!;
}
const found = (selectors: Selectors) => anchorSelectors(document.body, selectors)?.ranges.join('');
const WORDS = 'Where the quay was left dark for a single winter';

beforeEach(() => {
  forgetPageText(document.body);
  document.body.innerHTML = PAGE;
});

describe('a passage', () => {
  it('is described by its words, their position and their elements', () => {
    expect(save()).toEqual({
      quote: {
        exact: WORDS,
        prefix: ' the harbour was never dark before.\n'.slice(-32),
        suffix: ', the colony doubled.\nOthers rem',
      },
      position: { start: 44, end: 44 + WORDS.length },
      range: { start: { path: '#m>p:nth-of-type(2)', offset: 0 }, end: { path: '#m>p:nth-of-type(2)', offset: 48 } },
    });
  });

  it.each<[string, (main: HTMLElement) => void]>([
    ['when nothing changed', () => {}],
    [
      'when something was put before it',
      (main) => main.insertAdjacentHTML('afterbegin', '<p>New. </p><div>Newer.</div>'),
    ],
    [
      'when its paragraph became another element',
      (main) =>
        main
          .querySelectorAll('p')[1]!
          .replaceWith(
            Object.assign(document.createElement('div'), { innerHTML: main.querySelectorAll('p')[1]!.innerHTML }),
          ),
    ],
    [
      'when wrappers were put around it',
      (main) => {
        main.innerHTML = `<div><section>${main.innerHTML}</section></div>`;
      },
    ],
    [
      'when its text nodes were torn apart',
      (main) => {
        (main.querySelectorAll('p')[1]!.firstChild as Text).splitText(5);
      },
    ],
    [
      'when its paragraph was moved',
      (main) => {
        main.prepend(main.querySelectorAll('p')[1]!);
      },
    ],
  ])('is found %s', (_name, change) => {
    const saved = save();
    change(document.querySelector('main')!);
    expect(found(saved)).toBe(WORDS);
  });

  it('is found with its words edited', () => {
    const saved = save();
    document.querySelectorAll('p')[1]!.lastChild!.textContent = ' for one whole winter, the colony doubled.';
    expect(found(saved)).toBe('Where the quay was left dark for one whole winter');
  });

  it('is not found when it is gone', () => {
    const saved = save();
    document.querySelectorAll('p')[1]!.remove();
    expect(found(saved)).toBeUndefined();
  });

  it.each<[string, Partial<Selectors>]>([
    ['no elements', { range: undefined }],
    ['no position', { position: undefined }],
    ['a position outside the text', { position: { start: 99_999, end: 100_000 } }],
    ['a path that is no selector', { range: { start: { path: '>>', offset: 0 }, end: { path: '', offset: -4 } } }],
  ])('is found although its record has %s', (_name, damage) => {
    expect(found({ ...save(), ...damage })).toBe(WORDS);
  });

  it('with an empty quote is not found', () => {
    expect(found({ quote: { exact: '', prefix: '', suffix: '' } })).toBeUndefined();
  });
});

describe('a passage of several runs of words', () => {
  const stretch = (words: string) => {
    const start = pageText(document.body).model.text.indexOf(words);
    return { start, end: start + words.length };
  };
  const saved = () => describeStretches(document.body, [stretch('the colony doubled'), stretch('never dark')]);

  it('is described in the order of the page, and no run twice', () => {
    expect(quotedWords(saved())).toBe('never dark … the colony doubled');
    const { more, ...first } = saved();
    expect(joinPlaces([...more!, first, first] as [Selectors, Selectors])).toEqual(saved());
  });

  it('is found run by run, also when they have moved apart', () => {
    const selectors = saved();
    const [first] = document.querySelectorAll('p');
    first!.insertAdjacentHTML('afterend', '<p>Something new.</p>'.repeat(9));
    const anchored = anchorSelectors(document.body, selectors);
    expect(anchored?.ranges.map(String)).toEqual(['never dark', 'the colony doubled']);
    expect(anchored?.missing).toBeUndefined();
  });

  it('says which run is gone', () => {
    const selectors = saved();
    document.querySelectorAll('p')[1]!.remove();
    const anchored = anchorSelectors(document.body, selectors);
    expect(anchored?.ranges.map(String)).toEqual(['never dark']);
    expect(anchored?.missing?.quote.exact).toBe('the colony doubled');
  });
});
