import { describe, expect, it } from 'vitest';
import { readRetractionWatch } from './read-retraction-watch';

const HEAD = 'Record ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason';
const read = (...rows: readonly string[]) =>
  readRetractionWatch([HEAD, ...rows].join('\r\n'))?.map(({ identifier, kind, date }) => [
    `${identifier.scheme}:${identifier.value}`,
    kind,
    date,
  ]);

describe('the Retraction Watch table', () => {
  it('gives each work under its DOI and its PMID', () => {
    expect(read('1,"Gulls, asleep",10/4/2023 0:00,10.5555/Gulls.1,12345.0,Retraction,+x;')).toEqual([
      ['doi:10.5555/gulls.1', 'retraction', '2023-10-04'],
      ['pmid:12345', 'retraction', '2023-10-04'],
    ]);
  });

  it.each([
    ['a concern', '1,x,1/2/2020 0:00,10.5555/a,0,Expression of concern,', [['doi:10.5555/a', 'concern', '2020-01-02']]],
    ['a correction', '1,x,1/2/2020 0:00,10.5555/a,0.0,Correction,', [['doi:10.5555/a', 'correction', '2020-01-02']]],
    ['nothing without a name', '1,x,1/2/2020 0:00,unavailable,0,Retraction,', []],
    ['nothing of another nature', '1,x,1/2/2020 0:00,10.5555/a,0,Praise,', []],
  ])('says %s', (_what, row, entries) => {
    expect(read(row)).toEqual(entries);
  });

  it('says the gravest of several notices, in whatever order', () => {
    const rows = ['1,x,1/2/2020 0:00,10.5555/a,0,Correction,', '2,x,3/4/2021 0:00,10.5555/a,0,Retraction,'];
    const gravest = [['doi:10.5555/a', 'retraction', '2021-03-04']];
    expect(read(...rows)).toEqual(gravest);
    expect(read(...rows.reverse())).toEqual(gravest);
  });

  it('leaves out what was reinstated since, and not what was retracted after that', () => {
    const back = '2,x,3/4/2021 0:00,10.5555/a,0,Reinstatement,';
    expect(read('1,x,1/2/2020 0:00,10.5555/a,0,Retraction,', back)).toEqual([]);
    expect(read(back, '1,x,1/2/2022 0:00,10.5555/a,0,Retraction,')).toHaveLength(1);
  });

  it('is told from other files', () => {
    expect(readRetractionWatch('Highlight,Title\nx,y')).toBeUndefined();
    expect(readRetractionWatch('')).toBeUndefined();
  });
});
