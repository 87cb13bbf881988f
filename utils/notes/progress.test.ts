import { describe, expect, it } from 'vitest';
import type { Citation } from '../model/citation';
import type { LookUpUpdate } from '../model/look-up';
import { NOT_ASKED, questionOf, STARTING, withBreak, withUpdate } from './progress';

const doi = { scheme: 'doi', value: '10.5555/lamps' } as const;
const citation = (more: Partial<Citation>): Citation => ({
  kind: 'marker',
  label: '[1]',
  identifiers: [],
  confidence: 1,
  ...more,
});

describe('what to ask about a citation', () => {
  it.each<[string, Partial<Citation>, object | undefined]>([
    ['its identifiers', { identifiers: [doi] }, { identifiers: [doi] }],
    [
      'its reference and what that names',
      { reference: { text: 'Tarn A. Lamps.', identifiers: [doi] } },
      { identifiers: [doi], referenceText: 'Tarn A. Lamps.' },
    ],
    [
      'the document it links to',
      { kind: 'document-link', url: 'https://a.example/b' },
      { identifiers: [], url: 'https://a.example/b' },
    ],
    [
      'nothing about a remark of the page',
      { kind: 'page-note', reference: { text: 'A lamp.', identifiers: [] } },
      undefined,
    ],
    [
      'nothing about a footnote that names no work',
      { kind: 'footnote', reference: { text: 'A lamp.', identifiers: [] } },
      undefined,
    ],
    ['a footnote that names one', { kind: 'footnote', identifiers: [doi] }, { identifiers: [doi] }],
    ['no address but those of documents', { identifiers: [doi], url: 'javascript:alert(1)' }, { identifiers: [doi] }],
    ['nothing where nothing is known', {}, undefined],
  ])('%s', (_name, more, expected) => {
    expect(questionOf(citation(more))).toEqual(expected);
  });

  it('clips a reference to what the background accepts', () => {
    const text = 'x'.repeat(9000);
    expect(questionOf(citation({ reference: { text, identifiers: [] } }))?.referenceText).toHaveLength(4000);
  });

  it('hands on the claim', () => {
    expect(questionOf(citation({ identifiers: [doi] }), 'Gulls sleep.')?.claim).toBe('Gulls sleep.');
  });
});

describe('a look-up as it goes on', () => {
  const play = (updates: readonly LookUpUpdate[]) => updates.reduce(withUpdate, STARTING);

  it('asks, and stops asking when it is done', () => {
    expect(play([{ type: 'asking', services: ['A'] }])).toMatchObject({ stage: 'asking', services: ['A'] });
    expect(
      play([
        { type: 'asking', services: ['A'] },
        { type: 'done', asked: ['A'], failures: [] },
      ]).stage,
    ).toBe('done');
  });

  it('tells an unanswered question from a press that is awaited', () => {
    expect(play([{ type: 'needs-consent', state: 'unasked', services: [] }]).stage).toBe('needs-consent');
    expect(play([{ type: 'needs-consent', state: 'on-press', services: [] }]).stage).toBe('on-press');
  });

  it('keeps what is known when the connection breaks, and forgets a break after the end', () => {
    const failure = { kind: 'timeout', stage: 'x', message: 'x' } as const;
    expect(withBreak(STARTING, failure)).toMatchObject({ stage: 'broken', failures: [failure] });
    const done = play([{ type: 'done', asked: [], failures: [] }]);
    expect(withBreak(done, failure)).toBe(done);
    expect(withBreak(NOT_ASKED, failure)).toBe(NOT_ASKED);
  });
});
