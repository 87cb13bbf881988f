import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Term } from '../../utils/model/term';
import { Terms } from './terms';
import { t } from './words';

const GULL: Term = { id: 'id-gull-0000', word: 'gull', definition: 'a bird', modified: 1 };

function show(terms: readonly Term[] = [GULL]) {
  const spies = {
    onShow: vi.fn(),
    onSave: vi.fn(),
    onRemove: vi.fn(),
    onExport: vi.fn(),
    onImport: vi.fn(),
  };
  render(<Terms terms={terms} isShown {...spies} />);
  return spies;
}
const fill = (word: string, definition: string, at = 0) => {
  fireEvent.input(screen.getAllByLabelText(t('termWord'))[at]!, { target: { value: word } });
  fireEvent.input(screen.getAllByLabelText(t('termDefinition'))[at]!, { target: { value: definition } });
};

afterEach(cleanup);

describe('the reader’s own words in the options', () => {
  it('takes a new one, and none without a meaning', () => {
    const { onSave } = show([]);
    const form = screen.getByRole('button', { name: t('termAdd') }).closest('form')!;
    fill('tern', ' ');
    fireEvent.submit(form);
    expect(onSave).not.toHaveBeenCalled();
    fill(' tern ', 'another bird');
    fireEvent.submit(form);
    expect(onSave).toHaveBeenCalledWith({ word: 'tern', definition: 'another bird' });
  });

  it('changes and removes one by its id', () => {
    const { onSave, onRemove } = show();
    fireEvent.click(screen.getByRole('button', { name: t('termEditOf', 'gull') }));
    fill('gull', 'a white bird');
    fireEvent.submit(screen.getByRole('button', { name: t('termSave') }).closest('form')!);
    expect(onSave).toHaveBeenCalledWith({ id: GULL.id, word: 'gull', definition: 'a white bird' });
    fireEvent.click(screen.getByRole('button', { name: t('termRemoveOf', 'gull') }));
    expect(onRemove).toHaveBeenCalledWith(GULL.id);
  });

  it('has nothing to show or take away while there is none', () => {
    show([]);
    expect(screen.queryByLabelText(t('termsShow'))).toBeNull();
    expect(screen.queryByRole('button', { name: t('termsExport') })).toBeNull();
  });
});
