/**
 * The time of a change by a hybrid logical clock: what happened later on one device, or after it was learnt of another's change,
 * has the greater stamp, though clocks jump or differ. After Kulkarni and others, "Logical Physical Clocks" (2014),
 * https://cse.buffalo.edu/tech-reports/2014-04.pdf, §3.
 */
export interface Stamp {
  /** The greatest time seen, milliseconds since the epoch. */
  readonly wall: number;
  /** Tells changes apart that have the same `wall`. */
  readonly counter: number;
  /** Names the device, and breaks ties: eight hexadecimal digits. */
  readonly node: string;
}

/** Digits of `wall`: enough for the year 10000. */
const WALL_DIGITS = 12;
const MOST_WALL = 16 ** WALL_DIGITS - 1;
const MOST_COUNTER = 0xffff;
const FORM = /^([\da-f]{12})-([\da-f]{4})-([\da-f]{8})$/;
/** The device of changes from before there were stamps. */
const NOBODY = '00000000';

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** The stamp as a text; texts are in the order of the changes. */
export const stampText = ({ wall, counter, node }: Stamp): string =>
  `${hex(Math.min(MOST_WALL, Math.max(0, Math.floor(wall))), WALL_DIGITS)}-${hex(counter, 4)}-${node}`;

/** The stamp in a text; undefined where it is none. */
export function readStamp(text: unknown): Stamp | undefined {
  const parts = typeof text === 'string' ? FORM.exec(text) : null;
  if (!parts) return undefined;
  return { wall: Number.parseInt(parts[1]!, 16), counter: Number.parseInt(parts[2]!, 16), node: parts[3]! };
}

/**
 * The stamp of the next change on a device.
 *
 * @param last - The greatest stamp that the device has given or seen; undefined at first.
 * @param now - What its clock says, milliseconds since the epoch.
 */
export function nextStamp(last: string | undefined, now: number, node: string): string {
  const before = readStamp(last);
  if (!before || now > before.wall) return stampText({ wall: now, counter: 0, node });
  return before.counter < MOST_COUNTER
    ? stampText({ wall: before.wall, counter: before.counter + 1, node })
    : stampText({ wall: before.wall + 1, counter: 0, node });
}

/** The stamp of an entry that has none, from before there were any: everywhere the same, and before whatever follows. */
export const firstStamp = (modified: number): string =>
  stampText({ wall: Number.isFinite(modified) ? modified : 0, counter: 0, node: NOBODY });
