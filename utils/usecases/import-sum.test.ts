import { expect, it } from 'vitest';
import type { ImportCounts } from '../model/imported';
import { addedCounts } from './import-sum';

const COUNTS = { label: 'RIS', fresh: 1, known: 2, unclear: 3, freshPassages: 4, knownPassages: 5, broken: [] };

it('slices of an import count together', () => {
  const first: ImportCounts = { ...COUNTS, broken: [{ where: ['line', 1], why: 'whyEmpty', text: '' }] };
  const stopped = { kind: 'storage', stage: 'x', message: 'Full.' } as const;
  expect(addedCounts(undefined, first)).toBe(first);
  expect(addedCounts(first, { ...COUNTS, stopped })).toEqual({
    label: 'RIS',
    fresh: 2,
    known: 4,
    unclear: 6,
    freshPassages: 8,
    knownPassages: 10,
    broken: first.broken,
    stopped,
  });
});
