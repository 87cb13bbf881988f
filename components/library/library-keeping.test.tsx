import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DAY_MS, item, passage, show, works } from '../../tests/shown-library';
import type { Entry } from './shelf';
import { t } from './words';

afterEach(cleanup);

describe('a library that the browser has lost', () => {
  it('is told of, with the way to a backup, until the reader has read it', () => {
    const onSeen = vi.fn();
    show(works(), {}, { loss: { onSeen } });
    expect(screen.getByRole('alert').textContent).toContain(t('lost'));
    fireEvent.click(screen.getByText(t('dismiss')));
    expect(onSeen).toHaveBeenCalledOnce();
  });
});

describe('the trash', () => {
  const bin: readonly Entry[] = [
    { table: 'items', entry: { ...item, deleted: 49 * DAY_MS } },
    { table: 'passages', entry: { ...passage, deleted: 21 * DAY_MS } },
  ];

  it('says of each how long it waits, and gives it back', () => {
    const { trash } = show(works(), { section: 'trash' }, { bin });
    expect(screen.getByText(/29 days left/)).toBeTruthy();
    expect(screen.getByText(/1 day left/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: t('restoreNamed', 'shift work') }));
    expect(trash.onRestore).toHaveBeenCalledWith(bin[1]);
  });

  it('is emptied only after a question', () => {
    const { trash } = show(works(), { section: 'trash' }, { bin });
    fireEvent.click(screen.getByText(t('emptyTrash')));
    expect(screen.getByText(t('emptyQuestion', 2))).toBeTruthy();
    fireEvent.click(screen.getByText(t('keep')));
    expect(trash.onEmpty).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText(t('emptyTrash')));
    fireEvent.click(screen.getByText(t('deleteForGood')));
    expect(trash.onEmpty).toHaveBeenCalledOnce();
  });

  it('says when it is empty, and offers no emptying', () => {
    show(works(), { section: 'trash' });
    expect(screen.getByText(t('trashEmpty'))).toBeTruthy();
    expect(screen.queryByText(t('emptyTrash'))).toBeNull();
  });
});

describe('safe keeping', () => {
  const outcome = {
    type: 'rehearsed' as const,
    made: 'yesterday',
    identical: 5,
    changed: 2,
    missing: 3,
    troubles: [],
    leftOut: [{ line: 7, why: ['lineNotJson'] as const }],
  };

  it('shows what a restore would do, and does what the reader decides', () => {
    const { safeKeeping } = show(works(), {}, { safe: { outcome } });
    expect(screen.getByText(t('leftOutLine', 7, t('lineNotJson')))).toBeTruthy();
    fireEvent.click(screen.getByText(t('restoreNow', 3)));
    expect(safeKeeping.onRestore).toHaveBeenLastCalledWith(false);
    fireEvent.click(screen.getByLabelText(t('replaces')));
    fireEvent.click(screen.getByText(t('restoreNow', 5)));
    expect(safeKeeping.onRestore).toHaveBeenLastCalledWith(true);
  });

  it('offers no restore of a file that is none, and says why', () => {
    const foreign = { ...outcome, made: undefined, changed: 0, missing: 0, troubles: ['Not a backup.'], leftOut: [] };
    show(works(), {}, { safe: { outcome: foreign } });
    expect(screen.getByText('Not a backup.')).toBeTruthy();
    expect(screen.queryByText(/^Restore/)).toBeNull();
  });

  it('says how much room there is, and warns before it is full', () => {
    const { safeKeeping } = show(works());
    expect(screen.getByText(/2.5 MB of 9 GB used/)).toBeTruthy();
    expect(screen.queryByText(t('nearlyFull'))).toBeNull();
    fireEvent.click(screen.getByText(t('persist')));
    expect(safeKeeping.onPersist).toHaveBeenCalled();
    cleanup();
    show(works(), {}, { safe: { storage: { usedBytes: 90, roomBytes: 100, isPersistent: true } } });
    expect(screen.getByText(t('nearlyFull'))).toBeTruthy();
    expect(screen.queryByText(t('persist'))).toBeNull();
  });
});
