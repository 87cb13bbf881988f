import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkProgress } from '../../components/library/bulk-bar';
import { t } from '../../components/library/words';
import { failureText } from '../../components/pages/failure-text';
import { BULK_BATCH, type BulkJob, isAtWork } from '../../utils/model/bulk';
import { sendToBackground } from '../../utils/platform/send';
import { watchBulkJob } from '../../utils/storage/watched';
import type { Telling } from './telling';

/** A background that nobody speaks to is ended after thirty seconds: while a change goes on it is spoken to, milliseconds. */
const SPEAK_MS = 20_000;

/** The change of many entries, as far as it has come, whichever window asked for it; what came of it is told where a library is open. */
export function useBulk({ tell }: Telling, isOpen: boolean) {
  const [job, setJob] = useState<BulkJob>();
  /** How far it had come when this page first saw it: what is measured is what it does now. */
  const first = useRef<{ readonly of: string; readonly done: number; readonly at: number }>(undefined);
  const toldOf = useRef<string>(undefined);

  useEffect(() => {
    if (isOpen) return watchBulkJob((watched) => watched.type === 'open' && setJob(watched.value));
  }, [isOpen]);
  const isRunning = isAtWork(job);
  useEffect(() => {
    if (!isRunning) return;
    const speak = () => void sendToBackground('resumeBulk', { isStopped: false });
    speak();
    const timer = setInterval(speak, SPEAK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  useEffect(() => {
    // What was stopped is told where it was stopped, with the way on.
    if (job?.state !== 'done' || job.isTold || toldOf.current === job.name) return;
    const { name, changed } = job;
    tellOf(name, t('bulkChanged', changed), changed > 0);
  }, [job]);

  function tellOf(name: string, message: string, canUndo: boolean): void {
    toldOf.current = name;
    tell({ message, undo: canUndo ? [() => sendToBackground('undoBulk', { name })] : [] });
    void sendToBackground('toldBulk', { name });
  }

  let progress: BulkProgress | undefined;
  if (job?.state === 'cancelled' && !job.isTold && toldOf.current !== job.name) {
    const { name, total, changed } = job;
    progress = {
      done: Math.min(total, job.done * BULK_BATCH),
      total,
      stopped: {
        onGoOn: () => void sendToBackground('resumeBulk', { isStopped: true }),
        onUndo: changed > 0 ? () => void sendToBackground('undoBulk', { name }) : undefined,
        onDismiss: () => void sendToBackground('toldBulk', { name }),
      },
    };
  } else if (job && isRunning) {
    const of = `${job.name} ${job.state}`;
    if (first.current?.of !== of) first.current = { of, done: job.done, at: performance.now() };
    const { done, at } = first.current!;
    const seconds = Math.max(0.001, (performance.now() - at) / 1000);
    progress = {
      done: Math.min(job.total, job.done * BULK_BATCH),
      total: job.total,
      // Of what has only begun, or goes on just now, nobody knows how fast it is.
      ...(job.done !== done && { rate: (Math.abs(job.done - done) * BULK_BATCH) / seconds }),
    };
  }

  return {
    bulk: progress,
    cancelBulk: () => void sendToBackground('cancelBulk', {}),
    /** Changes entries; gives whether it could be begun and finished. */
    async changeAll({ ids, ...asked }: Pick<BulkJob, 'table' | 'change'> & { readonly ids: readonly string[] }) {
      const name = crypto.randomUUID();
      const reply = await sendToBackground('beginBulk', { name, ids, ...asked });
      // What was changed before it failed can be taken back.
      if (!reply.ok) tellOf(name, t('failed', failureText(reply.failure)), true);
      else if (!reply.value.isOwn) tell({ message: t('bulkBusy'), undo: [] });
      return reply.ok && reply.value.isOwn;
    },
  };
}
