import { describe, expect, it } from 'vitest';
import { type Box, isInCorridor, lineAt, placeNote, uncovered } from './placement';

const VIEWPORT = { width: 1000, height: 700 };
const line = (left: number, top: number, width = 20, height = 18): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('placing a note', () => {
  it.each([
    [
      'below its line where it fits',
      line(300, 100),
      300,
      VIEWPORT,
      { side: 'below', left: 284, offset: 124, maxHeight: 568 },
    ],
    [
      'above where only that fits',
      line(300, 600),
      300,
      VIEWPORT,
      { side: 'above', left: 284, offset: 106, maxHeight: 586 },
    ],
    [
      'on the roomier side where neither fits',
      line(300, 400),
      600,
      VIEWPORT,
      { side: 'above', left: 284, offset: 306, maxHeight: 386 },
    ],
    ['away from the left edge', line(2, 100), 300, VIEWPORT, { side: 'below', left: 8, offset: 124, maxHeight: 568 }],
    [
      'away from the right edge',
      line(980, 100),
      300,
      VIEWPORT,
      { side: 'below', left: 572, offset: 124, maxHeight: 568 },
    ],
    [
      'under a line that begins left of the viewport',
      line(-200, 100, 1500),
      300,
      VIEWPORT,
      { side: 'below', left: 8, offset: 124, maxHeight: 568 },
    ],
    [
      'inside the viewport when its line is scrolled out at the top',
      line(300, -200),
      300,
      VIEWPORT,
      { side: 'below', left: 284, offset: 8, maxHeight: 684 },
    ],
    [
      'inside the viewport when its line is scrolled out at the bottom',
      line(300, 900),
      300,
      VIEWPORT,
      { side: 'above', left: 284, offset: 8, maxHeight: 684 },
    ],
  ] as const)('%s', (_name, at, height, viewport, expected) => {
    expect(placeNote(at, { width: 420, height }, viewport)).toEqual({ width: 420, ...expected });
  });

  it.each<[string, number, 'below' | 'above', 'below' | 'above', number?]>([
    ['keeps its side while there is some room', 500, 'below', 'below'],
    ['changes sides when there is hardly any', 640, 'below', 'above'],
    ['keeps a small note where it fits', 620, 'below', 'below', 40],
    ['keeps standing above', 200, 'above', 'above'],
  ])('%s', (_name, top, before, after, height = 400) => {
    expect(placeNote(line(300, top), { width: 420, height }, VIEWPORT, before).side).toBe(after);
  });

  it('narrows to a narrow window', () => {
    expect(placeNote(line(150, 100), { width: 420, height: 200 }, { width: 320, height: 600 })).toMatchObject({
      left: 8,
      width: 304,
    });
  });

  it('never covers its line and never leaves the viewport, wherever the line is', () => {
    for (const viewport of [VIEWPORT, { width: 320, height: 480 }, { width: 500, height: 200 }])
      for (let top = 0; top + 18 <= viewport.height; top += 13)
        for (let left = -50; left < viewport.width + 50; left += 37)
          for (const height of [40, 250, 900]) {
            const at = line(left, top);
            const placed = placeNote(at, { width: 420, height }, viewport);
            const tall = Math.min(height, placed.maxHeight);
            const noteTop = placed.side === 'below' ? placed.offset : viewport.height - placed.offset - tall;
            expect(noteTop).toBeGreaterThanOrEqual(0);
            expect(noteTop + tall).toBeLessThanOrEqual(viewport.height);
            expect(placed.left).toBeGreaterThanOrEqual(0);
            expect(placed.left + placed.width).toBeLessThanOrEqual(viewport.width);
            expect(tall <= 0 || noteTop + tall <= at.top || noteTop >= at.bottom).toBe(true);
          }
  });
});

describe('the line box of a wrapped link', () => {
  const boxes = [line(900, 100, 90), line(10, 120, 200), line(0, 0, 0, 0)];
  it.each([
    ['the first without a pointer', undefined, 900],
    ['the one under the pointer', { x: 50, y: 130 }, 10],
    ['the nearest to a pointer between them', { x: 880, y: 119 }, 900],
  ] as const)('is %s', (_name, point, left) => {
    expect(lineAt(boxes, point)?.left).toBe(left);
  });

  it('is undefined where nothing has a box', () => {
    expect(lineAt([line(5, 5, 0, 0)])).toBeUndefined();
  });
});

describe('the corridor from a citation to its note', () => {
  const at = line(300, 100);
  const below: Box = { left: 100, top: 124, right: 520, bottom: 400 };
  const above: Box = { left: 100, top: -200, right: 520, bottom: 94 };
  it.each([
    ['straight down', below, 310, 121, true],
    ['diagonally to the note’s far corner', below, 480, 123, true],
    ['sideways along the line', below, 380, 109, false],
    ['past the note’s edge', below, 560, 123, false],
    ['straight up', above, 310, 97, true],
    ['down from a note above', above, 310, 130, false],
  ] as const)('%s', (_name, note, x, y, expected) => {
    expect(isInCorridor(at, note, x, y)).toBe(expected);
  });
});

describe('what a note leaves uncovered', () => {
  const [first, second] = [line(700, 100, 250), line(10, 120, 60)];
  it.each([
    ['one line', [first], first, first],
    ['both lines of a wrapped label, under the line pointed at', [first, second], first, { ...first, bottom: 138 }],
    ['both lines, under the second', [first, second], second, { ...second, top: 100 }],
    ['the line pointed at of a label as long as a paragraph', [first, line(10, 300, 60)], first, first],
  ])('%s', (_name, boxes, at, expected) => {
    expect(uncovered(boxes, at)).toEqual(expected);
  });
});
