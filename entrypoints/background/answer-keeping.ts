import { failedAs, success } from '../../utils/model/failure';
import { browser } from '../../utils/platform/browser';
import { fromBase64 } from '../../utils/platform/retraction-store';
import type { Handlers } from '../../utils/platform/router';
import { rowsIn } from '../../utils/usecases/backup';
import { refusePrivate } from '../../utils/usecases/private-windows';
import type { Parts } from './parts';

/** What is done about backups, lists of retractions and other programs. */
export const answersOfKeeping = ({
  retractions,
  judgeAll,
  imports,
  backups,
  trash,
  autoBackup,
  styling,
  zotero,
  told,
  toldOfList,
}: Parts) =>
  ({
    restoreLines: async ({ lines, replaces }, from) =>
      refusePrivate(from) ?? toldOfList(told(from, backups.restore(rowsIn(lines), replaces))),
    changeBackups: async (change) => success(await autoBackup.change(change)),
    checkBackups: async ({ isForced }) => success(await autoBackup.check(isForced)),
    askBackupTask: async () => success(await autoBackup.task()),
    downloadBackup: async ({ url, name }) => {
      if (!browser.downloads) return failedAs('refused', 'backup.download', 'noDownloads');
      await autoBackup.download(url, name);
      return success({});
    },
    backupDone: async (outcome) => {
      await autoBackup.done(outcome);
      return success({});
    },
    citeInStyle: (task) => styling.cite(task),
    askStylingTask: async () => styling.task(),
    stylingDone: async ({ made }) => {
      styling.done(made);
      return success({});
    },
    emptyTrash: ({ before }) => {
      // What an import keeps for being taken back goes when the trash's own time is over.
      void imports.forget();
      return trash.empty(before);
    },
    replaceRetractions: async ({ list }) => {
      const reply = await retractions.replace(fromBase64(list));
      if (reply.ok) await judgeAll();
      return reply;
    },
    describeRetractions: async () => success(await retractions.facts()),
    zoteroPlace: () => zotero.place(),
    sendToZotero: ({ records, session }) => zotero.send(records, session),
  }) satisfies Partial<Handlers>;
