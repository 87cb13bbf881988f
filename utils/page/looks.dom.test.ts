import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLooks, type Looks } from './looks';

let asked = 0;
beforeEach(() => {
  asked = 0;
  const real = window.getComputedStyle.bind(window);
  vi.stubGlobal('getComputedStyle', (element: Element) => {
    asked += 1;
    // This document does not compute floats.
    const style = (element as HTMLElement).getAttribute('style') ?? '';
    return { display: real(element).display, cssFloat: style.includes('float') ? 'right' : 'none' };
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Reads how every element below the body stands: `-` hidden, `|` beside the text, `.` in it. */
function read(looks: Looks): string {
  return [...document.body.querySelectorAll('*')]
    .map((element) => looks(element, element.localName, element.localName === 'span'))
    .map(({ isHidden, isFloat }) => (isHidden ? '-' : isFloat ? '|' : '.'))
    .join('');
}
const show = (html: string) => {
  document.body.innerHTML = html;
};

describe('how elements stand', () => {
  it.each([
    ['plain ones are in the text and not asked about', '<p>a</p><span>b</span>', '..', 0],
    ['one of each kind is asked about', '<p class="a">1</p><p class="a">2</p><p class="b">3</p>', '...', 2],
    ['each that might be hidden is asked about', '<p class="a" style="display:none">1</p>'.repeat(3), '---', 3],
    ['what the page says is hidden is hidden', '<p hidden>1</p><p hidden="until-found">2</p>', '-.', 0],
    ['what floats stands beside', '<div class="a" style="float:right">1</div>', '|', 1],
    ['figures and pull-quotes stand beside', '<figure>1</figure><div class="pull-quote">2</div>', '||', 1],
  ])('%s', (_name, html, expected, questions) => {
    show(html);
    expect(read(createLooks())).toBe(expected);
    expect(asked).toBe(questions);
  });
});

describe('a second reading', () => {
  const PAGE = '<div id="all"><p class="a">1</p><p class="b" style="display:none">2</p></div>';

  it('asks nothing', () => {
    show(PAGE);
    const looks = createLooks();
    const first = read(looks);
    asked = 0;
    expect(read(looks)).toBe(first);
    expect(asked).toBe(0);
  });

  it('asks nothing about a new wrapper of what was shown', () => {
    show(PAGE);
    const looks = createLooks();
    read(looks);
    asked = 0;
    const wrapper = document.createElement('main');
    wrapper.id = 'new';
    wrapper.append(...document.body.childNodes);
    document.body.append(wrapper);
    expect(read(looks)).toBe('...-');
    expect(asked).toBe(0);
  });

  it('asks about what changed its style', () => {
    show(PAGE);
    const looks = createLooks();
    read(looks);
    document.querySelector('.b')!.removeAttribute('style');
    expect(read(looks)).toBe('...');
  });
});
