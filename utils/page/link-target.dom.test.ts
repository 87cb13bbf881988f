// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { linkTarget, passageAt } from './link-target';

const LONG = 'Words and words. '.repeat(200);
beforeEach(() => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://journal.example/quay');
  document.body.innerHTML = `
    <p id="entry">Tarn, A. (2012)</p><p><a name="old"></a>An old anchor stands here</p>
    <a id="gap"></a><h2>What follows an anchor</h2>
    <section id="part"><h3>Its heading</h3><p>${LONG}</p></section><main id="main"><p>All</p></main>
    <p id="größe">Umlaut</p><div id="nothing"></div>`;
});

const link = (href: string) => {
  const a = document.createElement('a');
  a.setAttribute('href', href);
  document.body.append(a);
  return a;
};

it.each([
  ['#entry', 'Tarn, A. (2012)'],
  ['#old', 'An old anchor stands here'],
  ['#gap', 'What follows an anchor'],
  ['#part', 'Its heading'],
  ['#gr%C3%B6%C3%9Fe', 'Umlaut'],
])('a link to %s leads to %j', (href, words) => {
  const target = linkTarget(link(href));
  expect(target && `${passageAt(target)}`).toBe(words);
});

it.each(['#', '#missing', '#/route', '#!route', '#:~:text=words', 'https://other.example/#entry', '/other#entry'])(
  'a link to %s leads to no place of the page',
  (href) => {
    expect(linkTarget(link(href))).toBeUndefined();
  },
);

it('takes the page itself for no passage', () => {
  expect(passageAt(linkTarget(link('#main'))!)).toBeUndefined();
});
