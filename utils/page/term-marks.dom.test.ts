import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markTerms } from './term-marks';

class FakeHighlight extends Set<StaticRange> {}
const registry = new Map<string, FakeHighlight>();

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: StaticRangeInit) {
        Object.assign(this, init);
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  registry.clear();
  document.body.innerHTML = '';
});

const find = (text: string) =>
  [...text.matchAll(/gulls?/g)].map(({ 0: word, index }) => ({ term: 'gull', start: index, end: index + word.length }));
function marked(html: string) {
  document.body.innerHTML = html;
  const life = new AbortController();
  const before = document.body.innerHTML;
  const marks = markTerms(window as never, find, (element) => element.id === 'ours', life.signal, registry as never);
  expect(document.body.innerHTML).toBe(before);
  return {
    life,
    words: () =>
      marks.all.map(({ place }) => `${place.range.startContainer.parentElement?.id}:${place.citation.label}`),
  };
}

describe('words that the reader has explained', () => {
  it('are marked once in each section, where they first stand', () => {
    const { words } = marked(
      '<p id="a">A gull and a gull.</p><p id="b">gull</p><h2 id="c">Of gulls</h2><p id="d">gull</p><h3>Else</h3><p id="e">No tern, gull.</p>',
    );
    expect(words()).toEqual(['a:gull', 'c:gulls', 'e:gull']);
    expect(registry.get('cite-word')?.size).toBe(3);
  });

  it('are left alone in links, code, fields, what is written there, and in hosts of ours', () => {
    const { words } = marked(
      '<a href="x">gull</a><code>gull</code><textarea>gull</textarea><div contenteditable>gull</div><script>gull</script><div id="ours">gull</div>',
    );
    expect(words()).toEqual([]);
    expect(registry.has('cite-word')).toBe(false);
  });

  it('lose their marks when it ends', () => {
    const { life, words } = marked('<p>gull</p>');
    life.abort();
    expect(words()).toEqual([]);
    expect(registry.has('cite-word')).toBe(false);
  });
});
