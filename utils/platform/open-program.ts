/** How long a program is given to be asked for, milliseconds: the reader may have to allow it. */
const ASKED_MS = 60_000;

/**
 * Hands an address to the program that the reader has for its scheme. It is asked for in a frame of no size, because where there
 * is no such program, Firefox would leave the page for an empty one.
 */
export function openProgram(document: Document, address: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  document.body.append(frame);
  setTimeout(() => frame.remove(), ASKED_MS);
}
