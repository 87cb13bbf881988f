import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleItem, samplePassage } from '../../tests/formats/samples';
import type { Taken } from './format';
import { writeWhole } from './format';
import { written } from './plan';
import { ris } from './ris';
import { zoteroRecords } from './zotero-records';

const recordsOf = (taken: Taken) => [...written(zoteroRecords(taken))].join('');

const MET = { url: 'https://page.example/', title: 'A page', sentence: 'Lamps help.', at: 0 };
const LAMPS = sampleItem({ DOI: '10.5555/lamps' }, { remark: 'Mine', encounters: [MET] });
const MARKED = samplePassage('Words', {
  remark: 'So?',
  page: { url: 'https://journal.example/l', title: 'L', keys: ['doi:10.5555/lamps'] },
});

describe('works for Zotero', () => {
  it('have remark, passages and claims as notes', () => {
    const notes = recordsOf({ items: [LAMPS], passages: [MARKED, samplePassage('Elsewhere')] }).match(/^N1.*$/gm);
    expect(notes?.map((note) => note.trim())).toEqual([
      'N1  - Mine',
      'N1  - “Words” – So? – https://journal.example/l#:~:text=Words',
      'N1  - Cited for: Lamps help. – A page, https://page.example/',
    ]);
  });

  it('are RIS otherwise', () => {
    const items = [sampleItem({ title: 'A' }), sampleItem({ title: 'B' }, { id: 'item-2' })];
    const whole = writeWhole(ris, { items, passages: [] }, { generatedAt: new Date(0) });
    expect(recordsOf({ items, passages: [] })).toBe(whole);
  });

  it.each(HOSTILE)('are as many as before with %s in a note', (_name, hostile) => {
    const passage = { ...MARKED, remark: hostile, selectors: { quote: { exact: hostile, prefix: '', suffix: '' } } };
    const text = recordsOf({ items: [LAMPS], passages: [passage] });
    expect(text.match(/^TY {2}- /gm)).toHaveLength(1);
    expect(text.match(/^ER {2}- /gm)).toHaveLength(1);
  });
});
