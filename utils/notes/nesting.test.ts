import { describe, expect, it } from 'vitest';
import type { HoverEvent, HoverState, HoverTarget } from './hover';
import { NO_INNER, stepInner } from './nesting';

const GRACE = 350;
const link = (citation: string): HoverTarget<string> => ({ citation, cluster: citation.charCodeAt(0), delayMs: 500 });

/** A hand in an open note: what it does, and what is to be done about it, on a clock of its own. */
function createHand() {
  let state: HoverState<string> = NO_INNER;
  let now = 0;
  let x = 0;
  const timers = new Map<'rest' | 'grace', { token: number; due: number }>();
  const log: string[] = [];
  const send = (event: HoverEvent<string>) => {
    const [next, effects] = stepInner(state, event, GRACE);
    state = next;
    for (const effect of effects) {
      if (effect.type === 'wait') timers.set(effect.slot, { token: effect.token, due: now + effect.ms });
      if (effect.type === 'open') log.push(`${now} open ${effect.citation}`);
      if (effect.type === 'close') log.push(`${now} close`);
    }
  };
  const wait = (ms: number) => {
    const end = now + ms;
    for (;;) {
      const [first] = [...timers].sort((a, b) => a[1].due - b[1].due);
      if (!first || first[1].due > end) break;
      timers.delete(first[0]);
      now = Math.max(now, first[1].due);
      send({ type: 'timer', slot: first[0], token: first[1].token, at: now });
    }
    now = end;
  };
  const move = (target?: HoverTarget<string>, isNear = false) => {
    x += 20;
    send({ type: 'move', at: now, x, y: 0, ...(target && { target }), isNear, isPressed: false });
  };
  return { send, wait, move, log };
}

type Hand = ReturnType<typeof createHand>;
const open = (hand: Hand) => {
  hand.move(link('a'));
  hand.wait(500);
};

describe('a note inside a note', () => {
  it.each<[string, (hand: Hand) => void, readonly string[]]>([
    ['opens after the rest of a link', (h) => h.move(link('a')), ['500 open a']],
    [
      'does not open under a hand that goes on',
      (h) => {
        h.move(link('a'));
        h.wait(300);
        h.move();
      },
      [],
    ],
    [
      'stays while the hand is in it, and closes by itself after it has left',
      (h) => {
        open(h);
        h.move(undefined, true);
        h.wait(2000);
        h.move();
      },
      ['500 open a', '2850 close'],
    ],
    [
      'closes after its grace when the hand goes back into the note around it',
      (h) => {
        open(h);
        h.move();
      },
      ['500 open a', '850 close'],
    ],
    [
      'stays when the hand comes back in time',
      (h) => {
        open(h);
        h.move();
        h.wait(300);
        h.move(undefined, true);
      },
      ['500 open a'],
    ],
    [
      'gives way to that of another link, which alone is open then',
      (h) => {
        open(h);
        h.move(link('b'));
        h.wait(1000);
        h.move(link('b'), true);
      },
      ['500 open a', '850 close', '1000 open b'],
    ],
    [
      'closes when the note around it scrolls',
      (h) => {
        open(h);
        h.send({ type: 'scroll' });
      },
      ['500 open a', '500 close'],
    ],
    [
      'closes when the note around it is pressed beside the link',
      (h) => {
        open(h);
        h.send({ type: 'press', isNear: false });
      },
      ['500 open a', '500 close'],
    ],
    [
      'stays when its own link is pressed, which leads elsewhere',
      (h) => {
        open(h);
        h.send({ type: 'press', target: link('a'), isNear: false });
      },
      ['500 open a'],
    ],
    [
      'stays shut after it closed by itself, until the hand has been elsewhere',
      (h) => {
        open(h);
        h.send({ type: 'closed' });
        h.move(link('a'));
        h.wait(1000);
        h.move();
        h.move(link('a'));
      },
      ['500 open a', '2000 open a'],
    ],
  ])('%s', (_name, script, log) => {
    const hand = createHand();
    script(hand);
    hand.wait(3000);
    expect(hand.log).toEqual(log);
  });
});
