import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import model from '../../../public/likeness.json';
import { packCues, packModel, packWords, unpackCues, unpackModel, unpackWords } from './packed';

describe('packed weights', () => {
  it('keep rarities to a quarter', () => {
    const table = unpackWords(packWords(new Map(Object.entries({ gull: 2.6, sea: 0.1, lamp: 2.4 }))), 6);
    expect(Object.fromEntries(table.rarities)).toEqual({ sea: 0, gull: 2.5, lamp: 2.5 });
  });

  it('keep weights of cues to a few digits, also of cues with a colon in them', () => {
    const cues = unpackCues(
      packCues(
        new Map([
          ['we_found', [-1, 0, 0.9, 9]],
          ['a:b', [0, 0, 0, 0]],
        ]),
      ),
    );
    expect([...cues.keys()]).toEqual(['a:b', 'we_found']);
    const [least, none, some, most] = cues.get('we_found')!;
    expect(least).toBeCloseTo(-1.05);
    expect(none).toBe(0);
    expect(some).toBeCloseTo(0.9);
    expect(most).toBeCloseTo(2.7);
  });

  it('are the same when packed again', () => {
    expect(packModel(unpackModel(model))).toEqual(model);
  });

  it('are no heavier than 30 kB as shipped', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../public/likeness.json')).length).toBeLessThanOrEqual(30_000);
  });
});
