import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BackupState, readBackupState } from '../../utils/model/backup-plan';
import { AutoBackup } from './auto-backup';
import { t } from './words';

const NOW = 1_796_000_000_000;
const weekly = { rhythm: 'weekly', keep: 5, place: 'folder' } as const;

function show(more: Partial<BackupState>, canChooseFolder = true) {
  const actions = { onFolder: vi.fn(), onDownloads: vi.fn(), onPlan: vi.fn(), onNow: vi.fn() };
  render(
    <AutoBackup
      state={{ ...readBackupState(undefined), ...more }}
      isMaking={false}
      canChooseFolder={canChooseFolder}
      now={NOW}
      timeText={(at) => `time ${at}`}
      {...actions}
    />,
  );
  return actions;
}
afterEach(cleanup);

describe('backups by themselves', () => {
  it('are offered into a folder only where the browser lets one be chosen', () => {
    show({}, false);
    expect(screen.queryByText(t('chooseFolder'))).toBeNull();
    fireEvent.click(screen.getByText(t('useDownloads')));
    cleanup();
    const { onFolder } = show({});
    fireEvent.click(screen.getByText(t('chooseFolder')));
    expect(onFolder).toHaveBeenCalledOnce();
  });

  it('say where they go, when the last was made and when the next is', () => {
    show({ plan: weekly, folder: 'Safe', last: { at: NOW, name: 'a.gz', bytes: 2_500_000 } });
    expect(screen.getByText(t('intoFolder', 'Safe'))).toBeTruthy();
    const status = screen.getByRole('status').textContent;
    expect(status).toContain(t('lastBackup', `time ${NOW}`, 'a.gz', '2.5 MB'));
    expect(status).toContain(t('nextBackup', `time ${NOW + 7 * 86_400_000}`));
  });

  it.each([
    ['lapsed', t('backupLapsed', 'Safe'), t('allowAgain'), 'onFolder'],
    ['gone', t('backupGone', 'Safe'), t('chooseFolder'), 'onFolder'],
    ['refused', t('backupRefused'), t('allowAgain'), 'onDownloads'],
    ['full', t('backupFull'), t('backUpNow'), 'onNow'],
    ['other', t('backupFailed', 'cheese'), t('backUpNow'), 'onNow'],
  ] as const)('that failed (%s) say why and what to do', (why, words, label, action) => {
    const actions = show({ plan: weekly, folder: 'Safe', failure: { at: NOW, why, detail: 'cheese' } });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain(words);
    fireEvent.click(alert.querySelector('button')!);
    expect(alert.querySelector('button')!.textContent).toBe(label);
    expect(actions[action]).toHaveBeenCalledOnce();
  });

  it('take rhythm and number from the reader, and no number that makes no sense', () => {
    const { onPlan } = show({ plan: weekly });
    fireEvent.change(screen.getByLabelText(t('rhythm')), { target: { value: 'daily' } });
    fireEvent.change(screen.getByLabelText(t('keepFiles')), { target: { value: '0' } });
    fireEvent.change(screen.getByLabelText(t('keepFiles')), { target: { value: '12' } });
    expect(onPlan.mock.calls).toEqual([[{ ...weekly, rhythm: 'daily' }], [{ ...weekly, keep: 12 }]]);
  });
});
