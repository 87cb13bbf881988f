// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stand } from '../entrypoints/reader/stand';
import type { PageCitation } from '../utils/page/door';

const LINE = { left: 40, top: 100, right: 400, bottom: 130 };
/** A raised number is less high than the words that it follows. */
const RAISED = { left: 400, top: 96, right: 410, bottom: 108 };

const boxOf = (box: typeof LINE) => ({ ...box, width: box.right - box.left, height: box.bottom - box.top });

beforeEach(() => {
  const rects = function (this: Range) {
    return [boxOf(this.toString().startsWith('Gulls') ? LINE : RAISED)];
  };
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(rects as unknown as Range['getClientRects']);
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Where the note of the link in a page begins, pixels from the top. */
function topOfNote(html: string): number {
  document.body.innerHTML = html;
  const link = document.querySelector('a')!;
  const range = document.createRange();
  range.selectNodeContents(link);
  const citation: PageCitation = {
    citation: { kind: 'marker', label: '1', identifiers: [], confidence: 1 },
    range,
    link,
    cluster: 1,
  };
  const frame = document.body.appendChild(document.createElement('div'));
  const life = new AbortController();
  stand(window, frame, citation, undefined, { width: 300, height: 100 }, () => {}, life.signal);
  life.abort();
  return Number.parseFloat(frame.style.top);
}

describe('a note on a raised number', () => {
  it.each([
    ['a link that is raised', '<p>Gulls sleep less<sup><a href="#one">1</a></sup>.</p>'],
    ['a link around what is raised', '<p>Gulls sleep less<a href="#one"><sup>1</sup></a>.</p>'],
    ['a lowered one', '<p>Gulls sleep less<a href="#one"><sub>1</sub></a>.</p>'],
  ])('begins below the words that it follows: %s', (_name, html) => {
    expect(topOfNote(html)).toBeGreaterThan(LINE.bottom);
  });

  it('begins below the number where it follows nothing in its line', () => {
    expect(topOfNote('<p><a href="#one"><sup>1</sup></a> A remark.</p>')).toBeLessThan(LINE.bottom);
  });
});
