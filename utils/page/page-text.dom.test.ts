import { beforeEach, describe, expect, it } from 'vitest';
import { forgetPageText, pageText, readAhead } from './page-text';
import { readText } from './text-model';

const root = () => document.body;

beforeEach(() => forgetPageText(root()));

describe('the text of a page, read ahead', () => {
  beforeEach(() => {
    root().innerHTML = Array.from({ length: 2000 }, (_, i) => `<p>Line ${i}</p>`).join('');
  });

  it('is there at once, the same as when it is read at once', async () => {
    let pauses = 0;
    await readAhead(root(), -1, async () => {
      pauses += 1;
    });
    const ahead = pageText(root());
    expect(pauses).toBeGreaterThan(4);
    expect(pageText(root())).toBe(ahead);
    forgetPageText(root());
    expect(pageText(root()).model.text).toBe(ahead.model.text);
  });

  it('is that of the page as it is when it changes meanwhile', async () => {
    let isFirst = true;
    await readAhead(root(), -1, async () => {
      if (isFirst) root().firstElementChild!.textContent = 'Changed';
      isFirst = false;
    });
    expect(pageText(root()).model.text).toMatch(/^Changed\nLine 1\n/);
  });

  it('is read at once in the end when the page never rests', async () => {
    let changes = 0;
    await readAhead(root(), -1, async () => {
      changes += 1;
      root().firstElementChild!.textContent = `Change ${changes}`;
    });
    expect(pageText(root()).model.text.split('\n')[0]).toBe(`Change ${changes}`);
  });
});

describe('the text of a page', () => {
  it('knows what is shown and hidden once a burst of changes is over, and believes in it during one', () => {
    root().innerHTML = '<div class="a"><p class="b">Shown</p></div>';
    expect(pageText(root()).model.text).toBe('Shown');
    root().innerHTML = '<div class="a"><p class="b" style="display: none">Hidden</p><p>New</p></div>';
    expect(pageText(root()).model.text).toBe('New');
  });
});

/** A generator that gives the same numbers for the same seed, 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const PARTS = [
  '<p>Gulls <b>sleep</b> on <i>the</i> quay.</p>',
  '<p> Two<br>lines </p>',
  '<div>Words <p>in words</p> and behind</div>',
  '<section><p>One</p><p></p><p>Two  three</p></section>',
  '<table><tr><td>A</td><td><p>B</p></td></tr></table>',
  '<ul><li>Item <sup>3</sup></li><li>Other</li></ul>',
  '<figure>Beside</figure>',
  '<pre>  kept\n  lines</pre>',
  '<p>With <aside>something beside</aside> it</p>',
  '<p hidden="">Unseen</p>',
  'bare words',
  '<span>inline</span> ',
  '<x-card><p slot="in">Slotted</p></x-card>',
];

/** One change of the kind that pages make. */
async function change(random: () => number): Promise<void> {
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!;
  const elements = [...root().querySelectorAll('*')];
  const element = elements.length > 0 ? pick(elements) : root();
  const kind = random();
  if (kind < 0.25) element.insertAdjacentHTML(element === root() ? 'beforeend' : 'beforebegin', pick(PARTS));
  else if (kind < 0.4) element.remove();
  else if (kind < 0.55) element.append(`word ${Math.floor(random() * 99)} `);
  else if (kind < 0.65) {
    const texts = document.createTreeWalker(root(), 4);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    if (found.length > 0) pick(found).data = ` other   ${Math.floor(random() * 99)}`;
  } else if (kind < 0.75) element.toggleAttribute('hidden');
  else if (kind < 0.85) {
    const other = pick(elements.length > 0 ? elements : [root()]);
    if (!element.contains(other) && !other.contains(element)) other.before(element);
  } else if (kind < 0.93) {
    // Taken away, changed while away, and put back.
    const [parent, next] = [element.parentNode!, element.nextSibling];
    if (element === root()) return;
    element.remove();
    if (random() < 0.3) pageText(root());
    else await Promise.resolve();
    element.append(' changed while away');
    parent.insertBefore(element, next);
  } else if (element.localName === 'x-card' && !element.shadowRoot)
    element.attachShadow({ mode: 'open' }).innerHTML = '<p>Shadow <slot name="in"></slot></p><p>below</p>';
}

describe('the text of a page that changes', () => {
  it.each(Array.from({ length: 12 }, (_none, seed) => seed + 1))('is as if read anew: seed %i', async (seed) => {
    const random = numbersFrom(seed * 7919);
    root().innerHTML = PARTS.join('');
    for (let step = 0; step < 20; step += 1) {
      for (let times = Math.floor(random() * 4); times >= 0; times -= 1) await change(random);
      if (random() < 0.3) await Promise.resolve();
      const { model } = pageText(root());
      const anew = readText(root());
      expect(model.text).toBe(anew.text);
      expect(model.floats).toEqual(anew.floats);
      for (let tries = 0; tries < 5; tries += 1) {
        const at = Math.floor(random() * model.text.length);
        expect(model.blockAt(at)).toEqual(anew.blockAt(at));
        const stretch = { start: at, end: Math.min(model.text.length, at + 9) };
        const ends = (one: typeof model) =>
          one
            .rangesOf(stretch)
            .map((range) => [range.startContainer, range.startOffset, range.endContainer, range.endOffset]);
        expect(ends(model)).toEqual(ends(anew));
      }
    }
  });
});
