import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toast } from './toast';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

const show = () => {
  const run = vi.fn();
  const dismiss = vi.fn();
  render(<Toast message="Gone." action={{ label: 'Undo', run }} dismissLabel="Dismiss" onDismiss={dismiss} />);
  pass(0);
  return { run, dismiss };
};

describe('a toast', () => {
  it('is announced, and gives the focus to the way back', () => {
    const { run } = show();
    expect(screen.getByRole('status').textContent).toBe('Gone.');
    expect(document.activeElement).toBe(screen.getByText('Undo'));
    fireEvent.click(screen.getByText('Undo'));
    expect(run).toHaveBeenCalledOnce();
  });

  it('goes by itself, but not from under the pointer', () => {
    const { dismiss } = show();
    fireEvent.pointerEnter(screen.getByRole('status').parentElement!);
    pass(60_000);
    expect(dismiss).not.toHaveBeenCalled();
    fireEvent.pointerLeave(screen.getByRole('status').parentElement!);
    pass(60_000);
    expect(dismiss).toHaveBeenCalled();
  });

  it('goes on Escape', () => {
    const { dismiss } = show();
    fireEvent.keyDown(screen.getByText('Undo'), { key: 'Escape' });
    expect(dismiss).toHaveBeenCalledOnce();
  });
});
