import { describe, expect, it, vi } from 'vitest';
import type { LookUpQuestion } from '../model/look-up';
import type { Status } from '../model/reading-item';
import { createCitedStanding } from './cited-standing';

const doi = (value: string): LookUpQuestion => ({ identifiers: [{ scheme: 'doi', value }] });
const CITED: readonly LookUpQuestion[] = [
  doi('10.5555/a'),
  doi('10.5555/b'),
  { identifiers: [], referenceText: 'Tern A. (2012). Cliffs.' },
  { identifiers: [], url: 'https://example.org/report.pdf?utm_source=x' },
  { identifiers: [] },
];
const OPEN = { isPrivate: false };

function setUp(isListShown = true) {
  const statuses = vi.fn(
    async (_keys: readonly string[]) =>
      new Map<string, Status>([
        ['doi:10.5555/b', 'read'],
        ['text:tern a 2012 cliffs', 'to-read'],
        ['clean:example.org/report.pdf', 'reading'],
      ]),
  );
  const fallenOf = vi.fn(async () => [0]);
  return {
    statuses,
    ask: createCitedStanding({ fallenOf, items: { statuses }, isListShown: async () => isListShown }),
  };
}

describe('what this device knows of cited works', () => {
  it('is told of each by its names, its address or its printed reference, in one question to the library', async () => {
    const { ask, statuses } = setUp();
    expect(await ask(CITED, OPEN)).toEqual({ fallen: [0], listed: [2, 3], read: [1] });
    expect(statuses).toHaveBeenCalledOnce();
  });

  it.each([
    ['in a private window', true, { isPrivate: true }],
    ['where the reader does not want it', false, OPEN],
  ])('leaves the reading list out %s', async (_where, isShown, where) => {
    const { ask, statuses } = setUp(isShown);
    expect(await ask(CITED, where)).toEqual({ fallen: [0], listed: [], read: [] });
    expect(statuses).not.toHaveBeenCalled();
  });
});
