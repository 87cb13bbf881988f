import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TagField, type TagFieldProps } from './tag-field';
import { say } from './words';

const KNOWN = ['Harbour lamps', 'harbours', 'gulls'];

function show(props: Partial<TagFieldProps> = {}) {
  const told = { onTag: vi.fn(), onAddTag: vi.fn(), onRemoveTag: vi.fn(), onField: vi.fn(), onDone: vi.fn() };
  function Written() {
    const [tag, setTag] = useState(props.tag ?? '');
    const onTag = (draft: string) => {
      told.onTag(draft);
      setTag(draft);
    };
    const onAddTag = (added: string) => {
      told.onAddTag(added);
      setTag('');
    };
    return <TagField tags={[]} knownTags={KNOWN} {...told} {...props} say={say} {...{ tag, onTag, onAddTag }} />;
  }
  render(<Written />);
  const field = screen.getByRole('combobox') as HTMLInputElement;
  const press = (...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(field, { key });
  };
  const write = (value: string) => fireEvent.input(field, { target: { value } });
  return { ...told, field, press, write };
}

describe('the field for tags', () => {
  afterEach(cleanup);

  it('has the keyboard, and offers nothing before something is written', () => {
    const { field } = show();
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it.each<[string, string, string[], string]>([
    ['what is written, at Enter', 'lighthouses', ['Enter'], 'lighthouses'],
    ['what is written, at a comma', 'lighthouses', [','], 'lighthouses'],
    ['the library’s spelling of it', 'GULLS', ['Enter'], 'gulls'],
    ['the first that completes it', 'har', ['ArrowDown', 'Enter'], 'Harbour lamps'],
    ['the second', 'har', ['ArrowDown', 'ArrowDown', 'Enter'], 'harbours'],
    ['the last, upwards', 'har', ['ArrowUp', 'Enter'], 'harbours'],
    ['what is written again, once round', 'har', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'], 'har'],
  ])('adds %s', (_what, written, keys, added) => {
    const { write, press, onAddTag, field } = show();
    write(written);
    press(...keys);
    expect(onAddTag.mock.calls).toEqual([[added]]);
    expect(field.value).toBe('');
  });

  it('tells which is chosen, and takes one that is clicked', () => {
    const { write, press, field, onAddTag } = show();
    write('har');
    press('ArrowDown');
    const chosen = screen.getByRole('option', { selected: true });
    expect(chosen.textContent).toBe('Harbour lamps');
    expect(field.getAttribute('aria-activedescendant')).toBe(chosen.id);
    fireEvent.click(screen.getByRole('option', { name: 'harbours' }));
    expect(onAddTag).toHaveBeenCalledWith('harbours');
  });

  it('closes its list with the first Escape and is left with the second; the draft stays', () => {
    const { write, press, onField, onAddTag, field } = show();
    write('har');
    press('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onField).not.toHaveBeenCalled();
    press('Escape');
    expect(onField).toHaveBeenCalledWith(undefined);
    expect(onAddTag).not.toHaveBeenCalled();
    expect(field.value).toBe('har');
  });

  it('is done at Enter where nothing is written', () => {
    const { press, onDone } = show();
    press('Enter');
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('lists the tags there are, each removable, the last with Backspace', () => {
    const { press, onRemoveTag } = show({ tags: ['lamps', 'gulls'] });
    press('Backspace');
    fireEvent.click(screen.getByRole('button', { name: say('removeTag', 'lamps') }));
    expect(onRemoveTag.mock.calls).toEqual([['gulls'], ['lamps']]);
  });

  it('takes several pasted at once', () => {
    const { write, onAddTag, field } = show();
    write('oil, wicks,gla');
    expect(onAddTag.mock.calls.map(([tag]) => tag)).toEqual(['oil', 'wicks']);
    expect(field.value).toBe('gla');
  });
});
