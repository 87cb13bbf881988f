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

  it('gives the focus back to what had it, or says that this is gone', () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    const lost = vi.fn();
    const props = { message: 'Gone.', dismissLabel: 'Dismiss', onDismiss: vi.fn(), onLost: lost };
    const toast = render(<Toast {...props} action={{ label: 'Undo', run: vi.fn() }} />);
    pass(0);
    fireEvent.click(screen.getByText('Undo'));
    expect(document.activeElement).toBe(field);
    toast.rerender(<Toast {...props} message="Gone, too." action={{ label: 'Undo', run: vi.fn() }} />);
    pass(0);
    field.remove();
    expect(document.activeElement).toBe(screen.getByText('Undo'));
    expect(lost).not.toHaveBeenCalled();
    toast.unmount();
    expect(lost).toHaveBeenCalledOnce();
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
