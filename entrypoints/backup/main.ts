import { browser } from '../../utils/platform/browser';
import { sendToBackground } from '../../utils/platform/send';
import { termHome } from '../../utils/platform/term-store';
import { createBackupStore } from '../../utils/storage/backup';
import { createFolderStore } from '../../utils/storage/folder';
import { createLibrary } from '../../utils/storage/library';
import { writeToDownloads, writeToFolder } from './write';

/** The page that nobody sees: it writes one backup, says how it went, and is closed by the background. */
async function main(): Promise<void> {
  const task = await sendToBackground('askBackupTask', {});
  if (!task.ok) return;
  const store = createBackupStore(createLibrary(), termHome(browser));
  const done =
    task.value.place === 'folder'
      ? await writeToFolder(task.value, store, () => createFolderStore().load())
      : await writeToDownloads(task.value, store, (url, name) => sendToBackground('downloadBackup', { url, name }));
  await sendToBackground('backupDone', done);
}

void main();
