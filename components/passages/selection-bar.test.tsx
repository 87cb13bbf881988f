import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { SelectionBar, type SelectionBarProps } from './selection-bar';
import { say } from './words';

function show(props: Partial<SelectionBarProps> = {}) {
  const told = {
    onColour: vi.fn(),
    onField: vi.fn(),
    onTag: vi.fn(),
    onAddTag: vi.fn(),
    onRemoveTag: vi.fn(),
    onRemark: vi.fn(),
    onDone: vi.fn(),
    onCopy: vi.fn(),
    onCite: vi.fn(),
    onDefine: vi.fn(),
    onRemove: vi.fn(),
    onUndo: vi.fn(),
    onLost: vi.fn(),
    onRedo: vi.fn(),
    onExtend: vi.fn(),
    onJoin: vi.fn(),
    onOther: vi.fn(),
    onClose: vi.fn(),
  };
  const base = {
    colour: undefined,
    remark: '',
    state: 'offered' as const,
    field: undefined,
    tags: [],
    tag: '',
    knownTags: [],
    message: undefined,
    extendable: undefined,
    joinable: undefined,
    others: [],
    isTerm: false,
    canUndo: false,
    canRedo: false,
    lost: 0,
  };
  const { rerender, unmount } = render(<SelectionBar {...base} {...told} say={say} {...props} />);
  return { ...told, rerender, unmount };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the selection bar', () => {
  it('offers five colours by name and saves with the one pressed', () => {
    const { onColour, unmount } = show();
    fireEvent.click(button(/^Green/));
    expect(onColour).toHaveBeenCalledWith('green');
    expect(screen.getAllByRole('button', { name: / line$/ })).toHaveLength(5);
    unmount();
  });

  it('walks the colours with the arrow keys', () => {
    const { unmount } = show();
    button(/^Yellow/).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' });
    expect(document.activeElement?.getAttribute('data-colour')).toBe('purple');
    unmount();
  });

  it('says which colour a saved passage has, and can delete it', () => {
    const { onRemove, unmount } = show({ state: 'saved', colour: 'pink' });
    expect(button(/^Pink/).getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    fireEvent.click(button('Delete'));
    expect(onRemove).toHaveBeenCalled();
    unmount();
  });

  it('puts the keyboard into the remark as soon as it is open', () => {
    const { onDone, onRemark, unmount } = show({ state: 'saved', colour: 'blue', field: 'remark', remark: 'So' });
    const field = screen.getByRole('textbox', { name: 'Remark' });
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: 'So it is' } });
    expect(onRemark).toHaveBeenCalledWith('So it is');
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    expect(onDone).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onDone).toHaveBeenCalledOnce();
    unmount();
  });

  it('offers to bring back what was deleted', () => {
    const { onUndo, unmount } = show({ state: 'removed', colour: 'blue' });
    fireEvent.click(button('Undo'));
    expect(onUndo).toHaveBeenCalled();
    unmount();
  });

  it('takes changes of a saved passage back and makes them again', () => {
    const { onUndo, onRedo, unmount } = show({ state: 'saved', colour: 'blue', canUndo: true, canRedo: true });
    fireEvent.click(button('Undo'));
    fireEvent.click(button('Redo'));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(onRedo).toHaveBeenCalledOnce();
    unmount();
  });

  it('offers to add the selection to the passage beside it', () => {
    const { onJoin, unmount } = show({ joinable: 'the colony' });
    fireEvent.click(button('Add to “the colony”'));
    expect(onJoin).toHaveBeenCalledOnce();
    unmount();
  });

  it('offers to change a saved passage to the selection, and leads to others at the same place', () => {
    const { onExtend, onOther, unmount } = show({
      extendable: 'the colony',
      others: [{ id: 'p2', words: 'the fleet' }],
    });
    fireEvent.click(button(/the colony/));
    fireEvent.click(button(/the fleet/));
    expect(onExtend).toHaveBeenCalledOnce();
    expect(onOther).toHaveBeenCalledWith('p2');
    unmount();
  });

  it('offers to explain a word, and nothing longer', () => {
    const { onDefine, unmount } = show({ isTerm: true });
    fireEvent.click(button('Explain'));
    expect(onDefine).toHaveBeenCalledOnce();
    unmount();
    const { unmount: end } = show();
    expect(screen.queryByRole('button', { name: 'Explain' })).toBeNull();
    end();
  });

  it('closes with Escape', () => {
    const { onClose, unmount } = show();
    fireEvent.keyDown(button('Copy quote'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalled();
    unmount();
  });

  it('says what happened, and leads to what is not on the page', () => {
    const { onLost, unmount } = show({ message: 'Copied.', lost: 2 });
    expect(screen.getByRole('status').textContent).toBe('Copied.');
    fireEvent.click(button('2 saved passages are not found on this page'));
    expect(onLost).toHaveBeenCalled();
    unmount();
  });
});
