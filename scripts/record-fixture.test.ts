import { describe, expect, it } from 'vitest';
import { OWN_PROSE, withoutProse } from './record-fixture';

describe('a recorded answer', () => {
  it('keeps facts and shape, and no prose', () => {
    const secret = 'Somebody wrote this sentence.';
    expect(
      withoutProse({
        title: ['Gulls'],
        abstract: `<p>${secret}</p>`,
        results: [{ abstractText: secret, year: 2012, doi: '10.5555/a' }],
        abstract_inverted_index: { Somebody: [0], wrote: [1] },
        reference: [{ unstructured: secret }],
        other: 'Long prose. '.repeat(50),
        authors: [1, 2, 3, 4, 5],
      }),
    ).toEqual({
      title: ['Gulls'],
      abstract: `<p>${OWN_PROSE}</p>`,
      results: [{ abstractText: OWN_PROSE, year: 2012, doi: '10.5555/a' }],
      abstract_inverted_index: expect.objectContaining({ Demonstration: [0], The: [6, 13] }),
      other: OWN_PROSE,
      authors: [1, 2, 3],
    });
  });
});
