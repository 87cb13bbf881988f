import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { GULLS, record } from '../../tests/look-up-world';
import type { ReadingItem } from '../model/reading-item';
import type { Work } from '../model/work';
import { readRetractions } from '../works/retraction-list';
import { listFromTable } from './list-from-table';
import { createStanding, judgeItems, LIST_SOURCE } from './standing';

const digest = async (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
const TABLE = `OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature
${GULLS.value},7,3/4/2015 0:00,Retraction
10.5555/terns,0,1/2/2016 0:00,Expression of concern
10.5555/seals,0,1/2/2016 0:00,Correction`;

const standingBy = (table: string) =>
  createStanding(async () => [readRetractions((await listFromTable(table, '2026-05-03', digest))!)!], digest);
const standing = standingBy(TABLE);
const doi = (value: string) => ({ scheme: 'doi', value }) as const;
const RETRACTED = { kind: 'retraction', date: '2015-03-04', source: LIST_SOURCE } as const;
const work: Work = record('aa', 'Gulls', 0).work!;

describe('what the lists on this device say', () => {
  it('is said of a work under any of its names, once', async () => {
    expect(await standing.noticesOf([GULLS, { scheme: 'pmid', value: '7' }])).toEqual([RETRACTED]);
    expect(await standing.noticesOf([{ scheme: 'pmid', value: '7' }])).toEqual([RETRACTED]);
  });

  it('is nothing of a sound work', async () => {
    expect(await standing.noticesOf([doi('10.5555/gulls.10'), { scheme: 'isbn', value: '7' }])).toEqual([]);
  });

  it('takes one hash of a name, however often it is judged', async () => {
    const counted = vi.fn(digest);
    const list = readRetractions((await listFromTable(TABLE, '2026-05-03', digest))!)!;
    const counting = createStanding(async () => [list], counted);
    for (let round = 0; round < 3; round += 1) expect(await counting.noticesOf([GULLS])).toEqual([RETRACTED]);
    expect(counted).toHaveBeenCalledOnce();
  });

  it('points out retractions and concerns among many', async () => {
    const ids = [doi('10.5555/a'), doi('10.5555/terns'), doi('10.5555/seals'), GULLS];
    expect(await standing.fallenOf(ids.map((id) => [id]))).toEqual([1, 3]);
  });

  it('is added to a work, beside what services say, and taken out when it is no longer said', async () => {
    const concern = { kind: 'concern', source: 'crossref' } as const;
    const judged = await standing.judged({ ...work, notices: [concern] });
    expect(judged.notices).toEqual([RETRACTED, concern]);
    const later = standingBy('OriginalPaperDOI,RetractionDate,RetractionNature');
    expect((await later.judged(judged)).notices).toEqual([concern]);
  });

  it('leaves a work of which nothing is said as it is', async () => {
    const sound = { ...work, ids: [doi('10.5555/sound')] };
    expect(await standing.judged(sound)).toBe(sound);
  });

  it('is written into those items of the reading list that it is about', async () => {
    const item = (id: string, one: Work): ReadingItem => ({
      id,
      work: one,
      status: 'to-read',
      remark: '',
      tags: [],
      encounters: [],
      added: 1,
      modified: 1,
    });
    const updateAll = vi.fn(async () => ({ ok: true as const, value: {} }));
    const sound = item('sound', { ...work, ids: [doi('10.5555/sound')] });
    await judgeItems([sound, item('gulls', work)], { updateAll }, standing);
    const [ids, change] = updateAll.mock.calls[0] as unknown as [string[], (stored: ReadingItem) => ReadingItem];
    expect(ids).toEqual(['gulls']);
    expect(change(item('gulls', work)).work.notices).toEqual([RETRACTED]);
    await judgeItems([sound], { updateAll }, standing);
    expect(updateAll).toHaveBeenCalledOnce();
  });
});

it('no list is made of another file', async () => {
  expect(await listFromTable('a,b\n1,2', '2026', digest)).toBeUndefined();
});
