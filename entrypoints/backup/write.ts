import type { BackupFault } from '../../utils/model/backup-plan';
import { gzipped, gzipStream } from '../../utils/platform/gzip';
import type { BackupDone, BackupTask, Reply } from '../../utils/platform/messages';
import { type BackupStore, backupText } from '../../utils/usecases/backup';

type Rows = Pick<BackupStore, 'batch'>;

/** A folder's handle with what TypeScript's DOM does not know: both are Chromium's. */
type Folder = FileSystemDirectoryHandle & {
  queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
};

const FAULTS: Readonly<Record<string, BackupFault>> = {
  NotFoundError: 'gone',
  NotAllowedError: 'lapsed',
  QuotaExceededError: 'full',
};

function faultOf(error: unknown): BackupDone {
  const name = error instanceof Error ? error.name : '';
  return {
    isMade: false,
    why: FAULTS[name] ?? 'other',
    detail: error instanceof Error ? error.message : String(error),
  };
}

/** The file to write to: a file of that name that is not one of ours is left alone. */
async function freeFile(folder: Folder, { name, taken }: BackupTask): Promise<FileSystemFileHandle> {
  if (taken) return folder.getFileHandle(name, { create: true });
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : name.replace('-auto.', `-auto-${count}.`);
    const isThere = await folder.getFileHandle(free).then(
      () => true,
      () => false,
    );
    if (!isThere) return folder.getFileHandle(free, { create: true });
  }
}

/**
 * Writes a backup into the reader's folder as it is read, and removes what is more than is to be kept. The browser puts a file in
 * place only when it is whole. Never rejects.
 */
export async function writeToFolder(
  task: BackupTask,
  store: Rows,
  load: () => Promise<Folder | undefined>,
): Promise<BackupDone> {
  try {
    const folder = await load();
    if (!folder) return { isMade: false, why: 'gone', detail: '' };
    if (folder.queryPermission && (await folder.queryPermission({ mode: 'readwrite' })) !== 'granted') {
      return { isMade: false, why: 'lapsed', detail: '' };
    }
    const file = await freeFile(folder, task);
    try {
      await gzipStream(backupText(store, Date.now())).pipeTo(await file.createWritable());
    } catch (error) {
      // The empty file that was made for it.
      if (!task.taken) await folder.removeEntry(file.name).catch(() => {});
      throw error;
    }
    const removed: string[] = [];
    for (const name of task.surplus) {
      const isGone = await folder.removeEntry(name).then(
        () => true,
        // Removed by the reader, or in a folder chosen before: either way it is not ours to remove any more.
        (error: Error) => error.name === 'NotFoundError',
      );
      if (isGone) removed.push(name);
    }
    return { isMade: true, name: file.name, bytes: (await file.getFile()).size, removed };
  } catch (error) {
    return faultOf(error);
  }
}

/** Writes a backup into the folder for downloads, through the background: that alone may. Never rejects. */
export async function writeToDownloads(
  { name }: BackupTask,
  store: Rows,
  download: (url: string, name: string) => Promise<Reply<unknown>>,
): Promise<BackupDone> {
  try {
    const file = await gzipped(backupText(store, Date.now()));
    const url = URL.createObjectURL(file);
    const reply = await download(url, name);
    URL.revokeObjectURL(url);
    if (reply.ok) return { isMade: true, name, bytes: file.size, removed: [] };
    const { kind, message } = reply.failure;
    const why = kind === 'refused' ? 'refused' : /NO_SPACE/.test(message) ? 'full' : 'other';
    return { isMade: false, why, detail: message };
  } catch (error) {
    return faultOf(error);
  }
}
