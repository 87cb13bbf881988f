import { beforeEach, describe, expect, it } from 'vitest';
import { forgetPageText, pageText, readAhead } from './page-text';

const root = () => document.body;

beforeEach(() => {
  forgetPageText(root());
  root().innerHTML = Array.from({ length: 2000 }, (_, i) => `<p>Line ${i}</p>`).join('');
});

describe('the text of a page, read ahead', () => {
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
