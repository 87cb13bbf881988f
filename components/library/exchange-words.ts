import type { BrokenEntry, BrokenPlace } from '../../utils/model/imported';
import { wordsOf } from '../../utils/words/words';

/** The words of taking away and bringing in. */
export const say = wordsOf('exchange');

const PLACE_WORDS = { line: 'placeLine', row: 'placeRow', record: 'placeRecord', entry: 'placeEntry' } as const;

function placeText(where: BrokenPlace): string {
  switch (where[0]) {
    case 'file':
      return say('placeFile');
    case 'key':
      return where[1] || say('placeSome');
    default:
      return say(PLACE_WORDS[where[0]], where[1]);
  }
}

/** What is said of an entry of a file that cannot be read: where it stands, and why. */
export const brokenText = ({ where, why }: BrokenEntry): string => `${placeText(where)}: ${say(why)}`;
