import { describe, expect, it } from 'vitest';
import { claimParts } from './claim-parts';
import { fold, stemsOf } from './words';

const stems = (text: string) => stemsOf(fold(text));

describe('the parts of a claim', () => {
  it.each([
    ['Amber lamps reduce lost sleep compared with white lamps.', 'amber lamps', 'lost sleep', 'white lamps'],
    ['Amber lamps had no significant effect on sleep', 'amber lamps', 'sleep', ''],
    ['Amber lamps significantly increased sleep versus darkness', 'amber lamps', 'sleep', 'darkness'],
    ['Short nights are associated with hunger', 'short nights', 'hunger', ''],
    ['White light leads to short nights', 'white light', 'short nights', ''],
  ])('are found in “%s”', (claim, subject, outcome, comparator) => {
    expect(claimParts(claim)).toEqual({
      subject: stems(subject),
      outcome: stems(outcome),
      comparator: stems(comparator),
    });
  });

  it.each(['Gulls at night', 'Reduced sleep', 'Möwen schlafen schlecht', ''])('are not invented for “%s”', (claim) => {
    expect(claimParts(claim)).toEqual({ subject: [], outcome: [], comparator: [] });
  });
});
