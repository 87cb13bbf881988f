import { describe, expect, it } from 'vitest';
import type { ImportUndo } from '../model/imported';
import { createImportSum } from './import-sum';

const COUNTS = { label: 'RIS', fresh: 1, known: 2, unclear: 3, freshPassages: 4, knownPassages: 5, broken: [] };
const line = (id: string, title: string, at: number) => JSON.stringify({ item: { id, title }, at });
const undoOf = (undo: Partial<ImportUndo>) => ({ ...COUNTS, undo: { items: [], passages: [], before: [], ...undo } });

describe('the slices of an import', () => {
  it('count together', () => {
    const sum = createImportSum();
    expect(sum.counts()).toBeUndefined();
    sum.add({ ...undoOf({}), broken: [{ where: ['line', 1], why: 'whyEmpty', text: '' }] });
    sum.add(undoOf({}));
    sum.stop({ kind: 'storage', stage: 'x', message: 'Full.' });
    expect(sum.counts()).toMatchObject({
      label: 'RIS',
      fresh: 2,
      known: 4,
      unclear: 6,
      freshPassages: 8,
      knownPassages: 10,
    });
    expect(sum.counts()!.broken).toHaveLength(1);
    expect(sum.counts()!.stopped?.message).toBe('Full.');
  });

  it('are undone to what was before the first of them', () => {
    const sum = createImportSum();
    sum.add(undoOf({ items: ['new'], before: [line('known', 'first', 1)] }));
    sum.add(undoOf({ items: ['newer'], before: [line('known', 'second', 2), line('new', 'added', 2)] }));
    expect(sum.undo()).toEqual([{ items: ['new', 'newer'], passages: [], before: [line('known', 'first', 2)] }]);
  });

  it('are undone in parts', () => {
    const sum = createImportSum();
    sum.add(undoOf({ items: Array.from({ length: 501 }, (_, i) => `${i}`), passages: ['p'] }));
    expect(sum.undo().map(({ items, passages }) => [items.length, passages.length])).toEqual([
      [500, 1],
      [1, 0],
    ]);
  });
});
