import { describe, expect, it } from 'vitest';
import { type HoverEvent, type HoverState, type HoverTarget, IDLE, step } from './hover';

const marker = (citation: string, cluster = citation.charCodeAt(0)): HoverTarget<string> => ({
  citation,
  cluster,
  delayMs: 200,
});
const link = (citation: string): HoverTarget<string> => ({ ...marker(citation), delayMs: 500 });

/** Plays events on a clock of its own, with timers as a browser would run them, and writes down what happened when. */
function play(script: (hand: ReturnType<typeof createHand>) => void, graceMs = 350): string[] {
  const hand = createHand(graceMs);
  script(hand);
  hand.wait(3000);
  return hand.log;
}

function createHand(graceMs: number) {
  let state: HoverState<string> = IDLE;
  let now = 0;
  let x = 0;
  const timers = new Map<string, { token: number; due: number }>();
  const log: string[] = [];
  const send = (event: HoverEvent<string>) => {
    const [next, effects] = step(state, event, graceMs);
    state = next;
    for (const effect of effects) {
      if (effect.type === 'wait') timers.set(effect.slot, { token: effect.token, due: now + effect.ms });
      if (effect.type === 'open') log.push(`${now} open ${effect.citation} by ${effect.by}`);
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
      send({ type: 'timer', slot: first[0] as 'rest' | 'grace', token: first[1].token, at: now });
    }
    now = end;
  };
  return {
    log,
    send,
    wait,
    /** Moves the pointer by `by` pixels onto a target (or none), into the note or its corridor, or with a button down. */
    move(target?: HoverTarget<string>, { by = 20, isNear = false, isPressed = false } = {}) {
      x += by;
      send({ type: 'move', at: now, x, y: 0, ...(target && { target }), isNear, isPressed });
    },
    get state() {
      return state;
    },
  };
}

type Hand = ReturnType<typeof createHand>;
const open = (hand: Hand, target = marker('a')) => {
  hand.move(target);
  hand.wait(target.delayMs);
};

const cases: readonly [name: string, script: (hand: Hand) => void, log: readonly string[]][] = [
  [
    'opens the next link though the note before closes while the pointer rests on it',
    (h) => {
      open(h);
      h.move(link('b'));
    },
    ['200 open a by pointer', '550 close', '700 open b by pointer'],
  ],
  ['opens a marker after its rest', (h) => h.move(marker('a')), ['200 open a by pointer']],
  ['opens a link after its longer rest', (h) => h.move(link('a')), ['500 open a by pointer']],
  [
    'opens at once where the reader wants no delay',
    (h) => h.move({ ...marker('a'), delayMs: 0 }),
    ['0 open a by pointer'],
  ],
  [
    'waits until the pointer rests',
    (h) => {
      for (let i = 0; i < 10; i += 1) {
        h.move(link('a'), { by: 9 });
        h.wait(90);
      }
    },
    ['910 open a by pointer'],
  ],
  [
    'takes a trembling hand for a resting one',
    (h) => {
      h.move(marker('a'));
      for (let i = 0; i < 40; i += 1) {
        h.wait(10);
        h.move(marker('a'), { by: i % 2 ? 3 : -3 });
      }
    },
    ['200 open a by pointer'],
  ],
  [
    'opens nothing when swept over twenty citations',
    (h) => {
      for (const letter of 'abcdefghijklmnopqrst') {
        h.move(marker(letter));
        h.wait(60);
      }
      h.move();
    },
    [],
  ],
  [
    'opens nothing when the pointer left in time',
    (h) => {
      h.move(marker('a'));
      h.wait(199);
      h.move();
    },
    [],
  ],
  [
    'opens nothing when the pointer left the window in time',
    (h) => {
      h.move(marker('a'));
      h.wait(100);
      h.send({ type: 'leave' });
    },
    [],
  ],
  [
    'ignores a citation that scrolling brought under the pointer',
    (h) => {
      h.move();
      h.send({ type: 'scroll' });
      h.move(marker('a'), { by: 0 });
    },
    [],
  ],
  [
    'opens a citation that was found after the pointer had come to rest on it',
    (h) => {
      h.move();
      h.wait(300);
      h.send({ type: 'found', at: 300, target: marker('a') });
    },
    ['500 open a by pointer'],
  ],
  [
    'opens nothing that was found after the pointer had left the window',
    (h) => {
      h.move();
      h.send({ type: 'leave' });
      h.send({ type: 'found', at: 0, target: marker('a') });
    },
    [],
  ],
  [
    'stops a rest when the page scrolls',
    (h) => {
      h.move(marker('a'));
      h.wait(100);
      h.send({ type: 'scroll' });
    },
    [],
  ],
  [
    'keeps a note that scrolling took away from a still pointer',
    (h) => {
      open(h);
      h.send({ type: 'scroll' });
      h.move(undefined, { by: 0 });
    },
    ['200 open a by pointer'],
  ],
  [
    'stops a rest when something is typed',
    (h) => {
      h.move(marker('a'));
      h.send({ type: 'typed' });
    },
    [],
  ],
  [
    'respects a drag across citations',
    (h) => {
      h.move(marker('a'), { isPressed: true });
      h.wait(500);
      h.move(marker('b'), { isPressed: true });
    },
    [],
  ],
  [
    'keeps the note while its text is being selected beyond its edge',
    (h) => {
      open(h);
      h.move(undefined, { isNear: true });
      h.move(undefined, { isPressed: true });
    },
    ['200 open a by pointer'],
  ],
  [
    'closes when the grace is over',
    (h) => {
      open(h);
      h.move();
    },
    ['200 open a by pointer', '550 close'],
  ],
  [
    'counts the grace from the leaving, not from the last move',
    (h) => {
      open(h);
      h.move();
      h.wait(300);
      h.move();
    },
    ['200 open a by pointer', '550 close'],
  ],
  [
    'stays while the pointer is in the note or on its way there',
    (h) => {
      open(h);
      h.move(undefined, { isNear: true });
      h.wait(5000);
    },
    ['200 open a by pointer'],
  ],
  [
    'stays when the pointer comes back within the grace',
    (h) => {
      open(h);
      h.move();
      h.wait(349);
      h.move(marker('a'));
    },
    ['200 open a by pointer'],
  ],
  [
    'starts a new grace after a return',
    (h) => {
      open(h);
      h.move();
      h.wait(300);
      h.move(undefined, { isNear: true });
      h.wait(1000);
      h.move();
    },
    ['200 open a by pointer', '1850 close'],
  ],
  [
    'goes over to another citation without closing first',
    (h) => {
      open(h);
      h.move(marker('b'));
    },
    ['200 open a by pointer', '400 open b by pointer'],
  ],
  [
    'ignores citations on the way to the note',
    (h) => {
      open(h);
      h.move(marker('b'), { isNear: true });
    },
    ['200 open a by pointer'],
  ],
  [
    'stays open along a cluster and turns to the entry rested on',
    (h) => {
      open(h, marker('a', 1));
      h.move(marker('b', 1));
    },
    ['200 open a by pointer', '400 open b by pointer'],
  ],
  [
    'closes on Escape and stays shut while the pointer is still there',
    (h) => {
      open(h);
      h.send({ type: 'escape' });
      h.move(marker('a'), { by: 2 });
    },
    ['200 open a by pointer', '200 close'],
  ],
  [
    'opens again once the pointer has been elsewhere',
    (h) => {
      open(h);
      h.send({ type: 'escape' });
      h.move();
      h.move(marker('a'));
    },
    ['200 open a by pointer', '200 close', '400 open a by pointer'],
  ],
  [
    'opens nothing on a citation that was pressed',
    (h) => {
      h.send({ type: 'press', target: marker('a'), isNear: false });
      h.move(marker('a'));
    },
    [],
  ],
  [
    'closes when the page is pressed',
    (h) => {
      open(h);
      h.send({ type: 'press', isNear: false });
    },
    ['200 open a by pointer', '200 close'],
  ],
  [
    'stays when the note is pressed',
    (h) => {
      open(h);
      h.send({ type: 'press', isNear: true });
    },
    ['200 open a by pointer'],
  ],
  [
    'closes on navigation',
    (h) => {
      open(h);
      h.send({ type: 'navigated' });
    },
    ['200 open a by pointer', '200 close'],
  ],
  [
    'stops a rest on navigation',
    (h) => {
      h.move(marker('a'));
      h.send({ type: 'navigated' });
    },
    [],
  ],
  [
    'keeps a note opened by key whatever the pointer does',
    (h) => {
      h.send({ type: 'opened', target: marker('a') });
      h.move();
      h.wait(1000);
      h.send({ type: 'leave' });
    },
    [],
  ],
  [
    'opens a marker on the first tap and lets the second through',
    (h) => {
      h.send({ type: 'tap', target: marker('a'), isMarker: true });
      h.send({ type: 'tap', target: marker('a'), isMarker: true });
    },
    ['0 open a by touch'],
  ],
  ['lets a tap on a longer link through', (h) => h.send({ type: 'tap', target: link('a'), isMarker: false }), []],
  [
    'does not close twice what closed by itself',
    (h) => {
      open(h);
      h.move();
      h.send({ type: 'closed' });
    },
    ['200 open a by pointer'],
  ],
];

describe('a hand over citations', () => {
  it.each(cases)('%s', (_name, script, log) => {
    expect(play(script)).toEqual(log);
  });

  it('drops timers of an earlier rest and of an earlier grace', () => {
    const hand = createHand(350);
    hand.move(marker('a'));
    const early = hand.state.lastToken;
    hand.move(marker('b'));
    hand.send({ type: 'timer', slot: 'rest', token: early, at: 9999 });
    expect(hand.log).toEqual([]);
    hand.wait(200);
    hand.move();
    const grace = hand.state.lastToken;
    hand.move(marker('b'));
    hand.send({ type: 'timer', slot: 'grace', token: grace, at: 9999 });
    expect(hand.log).toEqual(['200 open b by pointer']);
  });

  it('asks to be prepared when a rest begins, and not while it goes on', () => {
    const [first, effects] = step(
      IDLE,
      { type: 'move', at: 0, x: 1, y: 1, target: marker('a'), isNear: false, isPressed: false },
      350,
    );
    expect(effects.map((effect) => effect.type)).toEqual(['prepare', 'wait']);
    const more = { type: 'move', at: 9, x: 2, y: 1, target: marker('a'), isNear: false, isPressed: false } as const;
    expect(step(first, more, 350)[1]).toEqual([]);
  });
});
