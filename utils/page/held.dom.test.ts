import { describe, expect, it, vi } from 'vitest';
import { createHold } from './held';

const pointer = (type: string, buttons = 0) => Object.assign(new Event(type, { bubbles: true }), { buttons });

function hold() {
  const surface = document.createElement('div');
  document.body.append(surface);
  const life = new AbortController();
  return { surface, life, when: createHold(window as unknown as Window, surface, life.signal) };
}
const later = () => new Promise((resolve) => setTimeout(resolve));

describe('a surface that is held', () => {
  it('changes at once while nothing is pressed', () => {
    const change = vi.fn();
    hold().when(change);
    expect(change).toHaveBeenCalledOnce();
  });

  it('changes once, as it was last to change, after the release and the click that follows it', async () => {
    const { surface, when } = hold();
    const [first, last] = [vi.fn(), vi.fn()];
    surface.dispatchEvent(pointer('pointerdown', 1));
    when(first);
    when(last);
    surface.dispatchEvent(pointer('pointermove', 1));
    surface.dispatchEvent(pointer('pointerup'));
    surface.dispatchEvent(new Event('click', { bubbles: true }));
    expect(last).not.toHaveBeenCalled();
    await later();
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
  });

  it.each(['pointerup', 'pointercancel', 'dragend', 'blur'])('is free again after a %s anywhere', async (type) => {
    const { surface, when } = hold();
    const change = vi.fn();
    surface.dispatchEvent(pointer('pointerdown', 1));
    when(change);
    window.dispatchEvent(pointer(type) as unknown as Parameters<typeof window.dispatchEvent>[0]);
    await later();
    expect(change).toHaveBeenCalledOnce();
  });

  it('is still held when the press takes the focus from something else', async () => {
    const { surface, when } = hold();
    const change = vi.fn();
    surface.dispatchEvent(pointer('pointerdown', 1));
    when(change);
    surface.dispatchEvent(new Event('blur'));
    await later();
    expect(change).not.toHaveBeenCalled();
  });

  it('is free again when a pointer moves with nothing pressed, though the page kept the release from it', async () => {
    const { surface, when } = hold();
    const change = vi.fn();
    surface.dispatchEvent(pointer('pointerdown', 1));
    when(change);
    surface.dispatchEvent(pointer('pointermove', 0));
    await later();
    expect(change).toHaveBeenCalledOnce();
  });

  it('changes nothing once it has ended', async () => {
    const { surface, life, when } = hold();
    const change = vi.fn();
    surface.dispatchEvent(pointer('pointerdown', 1));
    when(change);
    surface.dispatchEvent(pointer('pointerup'));
    life.abort();
    await later();
    expect(change).not.toHaveBeenCalled();
  });
});
