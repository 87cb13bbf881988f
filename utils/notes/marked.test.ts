import { describe, expect, it } from 'vitest';
import type { Inline } from '../model/rich-text';
import { sectionText } from '../model/rich-text';
import { markStretch, type Piece } from './marked';

const paragraphs: readonly (readonly Inline[])[] = [
  ['One ', { mark: 'em', children: ['two ', { mark: 'sup', children: ['3'] }] }, ' four.'],
  ['Five six.'],
];

/** Rich text written with brackets, so that a case can be read: `[…]` is marked, `{…}` any other mark. */
const written = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : piece.mark === 'closest'
          ? `[${written(piece.children)}]`
          : `{${written(piece.children)}}`,
    )
    .join('');

describe('marking a stretch of rich text', () => {
  const text = sectionText({ paragraphs });
  it.each([
    ['within one string', 'One', '[One] {two {3}} four.', 'Five six.'],
    ['across the edge of an emphasis', 'two 3 four', 'One [{two {3}} four].', 'Five six.'],
    ['that begins inside an emphasis', '3 four', 'One {two }[{{3}} four].', 'Five six.'],
    ['in the second paragraph', 'six', 'One {two {3}} four.', 'Five [six].'],
    ['across paragraphs', 'four. Five', 'One {two {3}} [four.]', '[Five] six.'],
    ['of everything', text, '[One {two {3}} four.]', '[Five six.]'],
  ])('%s', (_name, words, ...expected) => {
    const start = text.indexOf(words);
    expect(markStretch(paragraphs, start, start + words.length).map(written)).toEqual(expected);
  });

  it('leaves the text as it is for a stretch beyond its end', () => {
    expect(markStretch(paragraphs, 900, 950)).toEqual(paragraphs);
  });
});
