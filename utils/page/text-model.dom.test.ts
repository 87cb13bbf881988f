import { beforeEach, describe, expect, it } from 'vitest';
import { readText } from './text-model';

const show = (html: string) => {
  document.body.innerHTML = html;
  return readText(document.body);
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the text of a page', () => {
  it.each([
    ['white space collapsed, across elements', '<p>  One\n  two <b> three</b> </p>', 'One two three'],
    ['blocks on lines of their own', '<div>One<p>Two</p>three</div>', 'One\nTwo\nthree'],
    ['line breaks', 'One<br>two<br><br>three', 'One\ntwo\nthree'],
    ['cells of a table divided', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1\t2\n3'],
    ['preformatted text as it is', '<pre>a  b\n  c</pre>', 'a  b\n  c'],
    ['no-break spaces as they are', '<p>10&nbsp;mg</p>', '10\u00a0mg'],
    ['no scripts, styles or templates', '<script>a</script><style>b</style><template>c</template>Shown', 'Shown'],
    ['nothing hidden', '<p hidden>a</p><p style="display:none">b</p>Shown', 'Shown'],
    ['what is hidden only from screen readers', '<p aria-hidden="true">Seen</p>', 'Seen'],
    ['folded content', '<details><summary>More</summary>Inside</details>', 'More\nInside'],
    ['no alternative texts, no fields', '<img alt="a"><textarea>b</textarea><input value="c">Shown', 'Shown'],
    ['no pronunciation aids', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字', '漢字'],
  ])('has %s', (_name, html, expected) => {
    expect(show(html).text).toBe(expected);
  });

  it('has what stands in open shadow roots, and slotted text in its slot', () => {
    document.body.innerHTML = '<p>Before</p><x-note>slotted</x-note><p>After</p>';
    document.querySelector('x-note')!.attachShadow({ mode: 'open' }).innerHTML = '<div>Inside <slot></slot> here</div>';
    expect(readText(document.body).text).toBe('Before\nInside slotted here\nAfter');
  });

  it('leads back to slotted text whose slots stand in another order', () => {
    document.body.innerHTML = '<x-note><i slot="last">second</i><b slot="first">first</b></x-note>';
    document.querySelector('x-note')!.attachShadow({ mode: 'open' }).innerHTML =
      '<slot name="first"></slot> <slot name="last"></slot>';
    const model = readText(document.body);
    expect(model.text).toBe('first second');
    expect(model.rangesOf({ start: 0, end: model.text.length }).map(String)).toEqual(['first', 'second']);
  });

  it('knows what floats', () => {
    const model = show('<p>One</p><aside>Pulled</aside><p>two.</p>');
    expect(model.floats.map(({ start, end }) => model.text.slice(start, end).trim())).toEqual(['Pulled']);
  });
});

describe('the way back to the page', () => {
  const HTML =
    '<p>The <i>quick\n brown</i> fox</p><table><tr><td>1</td><td>2</td></tr></table><pre>a  b</pre><p>End.</p>';

  it('leads from every stretch to a range that holds its words', () => {
    const model = show(HTML);
    const words = (text: string) => text.replace(/\s+/g, '');
    for (let start = 0; start < model.text.length; start += 1) {
      for (let end = start + 1; end <= model.text.length; end += 1) {
        const ranges = model.rangesOf({ start, end });
        expect(words(ranges.join(''))).toBe(words(model.text.slice(start, end)));
      }
    }
  });

  it('and from every range to its stretch again', () => {
    const model = show(HTML);
    for (const match of model.text.matchAll(/\S+/g)) {
      const stretch = { start: match.index, end: match.index + match[0].length };
      const [range] = model.rangesOf(stretch);
      expect(model.offsetOf(range!.startContainer, range!.startOffset)).toBe(stretch.start);
      expect(model.offsetOf(range!.endContainer, range!.endOffset)).toBe(stretch.end);
    }
  });

  it('takes points between elements', () => {
    const model = show('<p>One</p><p>Two</p>');
    expect(model.offsetOf(document.body, 0)).toBe(0);
    expect(model.offsetOf(document.body, 1)).toBe(4);
    expect(model.offsetOf(document.body, 2)).toBe(7);
  });

  it('gives the block around an offset', () => {
    const model = show('<p>One</p><p>Two <br>three</p><p>Four</p>');
    const { start, end } = model.blockAt(model.text.indexOf('three'));
    expect(model.text.slice(start, end)).toBe('Two\nthree');
  });

  it('has one range for each tree', () => {
    document.body.innerHTML = '<p>Before</p><x-a></x-a><p>After</p>';
    document.querySelector('x-a')!.attachShadow({ mode: 'open' }).innerHTML = '<p>Inside</p>';
    const model = readText(document.body);
    expect(model.rangesOf({ start: 0, end: model.text.length }).map(String)).toEqual(['Before', 'Inside', 'After']);
  });
});
