import { describe, expect, it } from 'vitest';
import type { SnapshotTarget } from '../model/snapshot';
import { REFERENCES } from './examples/page';
import { referredTo } from './short-forms';
import { toReference } from './to-reference';

const NOTES = [
  'Ada Tarn, Rising Tides: A History (Harbour Press, 1999), p. 12. doi:10.5555/tides',
  'Ibid., p. 13.',
  'Ebd., S. 14.',
  'B. Weld, “Lamps and Gulls”, Annals of Harbour Birds 12 (2012), 131.',
  'Tarn, op. cit., p. 20.',
  'Tarn, Rising Tides, 21.',
  'Weld, supra note 4, at 140.',
  'Ibid. In winter the keepers said otherwise, and what they said was written down by three of them in as many books, none of which agrees with another of them in more than a line.',
  'Idaho has no harbour.',
  'Moor, Falling Tides, 3.',
  'Weld (n 4) 141–42.',
  'Of the ferries (n = 4) none waited; Weld (n 4) says more.',
];
const targets = NOTES.map(
  (text, at): SnapshotTarget => ({ ...REFERENCES[0]!, id: `fn${at + 1}`, label: at < 5 ? `${at + 1}` : '', text }),
);
const page = { target: (id: string) => targets.find((target) => target.id === id) };

describe('a note that leads back', () => {
  it.each([
    ['to the one before', 2, 1],
    ['over others that do', 3, 1],
    ['by its author', 5, 1],
    ['by author and title', 6, 1],
    ['by the number of a note', 7, 4],
    ['and says much besides is left as it is', 8, undefined],
    ['is no note that begins alike', 9, undefined],
    ['by author and number', 11, 4],
    ['and counts something first is left as it is', 12, undefined],
    ['to nothing that is there is left as it is', 10, undefined],
    ['is none that names its work', 1, undefined],
  ])('%s', (_name, from, to) => expect(referredTo(targets[from - 1]!, page)?.id).toBe(to && `fn${to}`));

  it('has the work’s words and identifiers, and its own', () => {
    const reference = toReference(targets[2]!, {
      ...page,
      url: '',
      own: [],
      blocks: [],
      lists: () => [],
      follows: () => true,
    });
    expect({ ...reference }).toEqual({
      id: 'fn3',
      text: NOTES[0],
      identifiers: [{ scheme: 'doi', value: '10.5555/tides' }],
      printed: 'Ebd., S. 14.',
    });
  });

  it('in a ring, or far away, comes to an end', () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({ ...targets[1]!, id: `n${at + 1}`, label: `${at + 1}` }));
    const known = new Map(many.map((target) => [target.id, target]));
    expect(referredTo(many.at(-1)!, { target: (id) => known.get(id) })?.text).toBe('Ibid., p. 13.');
  });
});
