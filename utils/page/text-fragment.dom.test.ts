import { beforeEach, describe, expect, it } from 'vitest';
import { findTextFragment, textFragmentOf } from './text-fragment';

const words = (address: string) => findTextFragment(document.body, address).map(String);
const show = (html: string) => {
  document.body.innerHTML = html;
};

beforeEach(() => {
  show(`<h2>Harbours</h2>
<p>The quay was <em>left</em> dark<br>for a winter.</p>
<div>Boats <span style="visibility:hidden">never</span> came <b style="display:none">not</b> back.
  <div style="visibility:hidden">Nobody</div>
  Nothing moved.</div>
<table><tr><td>Boats</td><td>12</td></tr></table>`);
});

describe('the words that an address points to', () => {
  it.each([
    ['are found across elements', 'quay%20was%20left%20dark', ['quay was left dark']],
    ['are found across line breaks', 'dark%20for%20a%20winter', ['darkfor a winter']],
    ['are found past what is invisible', 'came%20back', ['came not back']],
    ['begin in one block and end in another', 'dark,Boats', ['darkfor a winter.\nBoats']],
    ['do not include what is invisible', 'never', []],
    ['do not reach over an invisible block', 'back.%20Nothing', []],
    ['are one range for each directive', 'quay&text=nothing', ['quay', 'Nothing']],
    ['stand where the rest stands', 'boats,12', ['Boats never came not back.\n  Nobody\n  Nothing moved.\nBoats12']],
  ])('%s', (_name, value, expected) => {
    expect(words(`https://x.example/#:~:text=${value}`)).toEqual(expected);
  });

  it('are none where the address points to none', () => {
    expect(words('https://x.example/#quay')).toEqual([]);
  });

  it('are found in open shadow roots', () => {
    show('<p>Before</p><x-note></x-note>');
    document.querySelector('x-note')!.attachShadow({ mode: 'open' }).innerHTML = '<p>Inside the note</p>';
    expect(words('#:~:text=before-,inside')).toEqual(['Inside']);
  });

  it('are told apart where nothing stands between them', () => {
    show('<p>東京都に住む</p>');
    expect(words('#:~:text=東京都')).toEqual(['東京都']);
    expect(words('#:~:text=京都')).toEqual([]);
  });
});

describe('the directive for a range', () => {
  const rangeOf = (from: Node, start: number, to: Node, end: number) => {
    const range = document.createRange();
    range.setStart(from, start);
    range.setEnd(to, end);
    return range;
  };

  it('says which of two words is meant', () => {
    const [cell] = document.querySelectorAll('td');
    const range = rangeOf(cell!.firstChild!, 0, cell!.firstChild!, 5);
    expect(textFragmentOf(document.body, [range])).toBe('text=Boats,-12');
    expect(findTextFragment(document.body, '#:~:text=Boats,-12').map((found) => found.startContainer)).toEqual([
      cell!.firstChild,
    ]);
  });

  it('leads back to a range over several blocks', () => {
    const range = rangeOf(document.querySelector('em')!.firstChild!, 0, document.querySelector('td')!.firstChild!, 5);
    const directive = textFragmentOf(document.body, [range]);
    expect(words(`#:~:${directive}`)).toEqual([range.toString()]);
  });

  it('is one for each run of words that stands apart', () => {
    const [first, last] = document.querySelectorAll('td');
    const cells = [first!, last!].map((cell) =>
      rangeOf(cell.firstChild!, 0, cell.firstChild!, cell.textContent!.length),
    );
    const quay = rangeOf(document.querySelector('em')!.firstChild!, 0, document.querySelector('em')!.firstChild!, 4);
    const directive = textFragmentOf(document.body, [quay, ...cells]);
    expect(directive).toMatch(/^text=left&text=/);
    expect(words(`#:~:${directive}`)).toEqual(['left', 'Boats12']);
  });

  it('is none for an empty range', () => {
    expect(textFragmentOf(document.body, [rangeOf(document.body, 0, document.body, 0)])).toBeUndefined();
    expect(textFragmentOf(document.body, [])).toBeUndefined();
  });
});
