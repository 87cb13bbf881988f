import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskedPlan, LookUpBarProps } from '../../components/library/look-up-bar';
import { t } from '../../components/library/words';
import { type JobKind, type LookUpJob, MOST_LOOK_UPS } from '../../utils/model/look-up-job';
import { sendToBackground } from '../../utils/platform/send';
import { watchLookUpJob } from '../../utils/storage/watched';
import { language } from '../../utils/words/words';
import type { Telling } from './telling';

/** A background that nobody speaks to is ended after thirty seconds: while a look-up goes on it is spoken to, milliseconds. */
const SPEAK_MS = 20_000;

/** The look-up of many works, as far as it has come, and the means to begin and to stop one. */
export function useLookUp(
  { settle, tell }: Telling,
  isOpen: boolean,
): LookUpBarProps & {
  readonly onPlan: (kind: JobKind, ids: readonly string[]) => void;
} {
  const [job, setJob] = useState<LookUpJob>();
  const [plan, setPlan] = useState<AskedPlan & { readonly ids: readonly string[] }>();
  /** How far it had come when this page first saw it: what is measured is what it does now. */
  const first = useRef<{ readonly name: string; readonly done: number; readonly at: number }>(undefined);

  useEffect(() => {
    if (isOpen) return watchLookUpJob((watched) => watched.type === 'open' && setJob(watched.value));
  }, [isOpen]);
  const isRunning = job?.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const speak = () => void sendToBackground('resumeLookUp', { isStopped: false });
    speak();
    const timer = setInterval(speak, SPEAK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);

  if (job && first.current?.name !== job.name) {
    first.current = { name: job.name, done: job.done, at: performance.now() };
  }
  const since = first.current;
  const perMinute =
    job && since && job.done > since.done
      ? (job.done - since.done) / Math.max(1 / 600, (performance.now() - since.at) / 60_000)
      : undefined;

  return {
    job,
    perMinute,
    plan,
    listText: (names) => new Intl.ListFormat(language()).format(names),
    async onPlan(kind, ids) {
      if (ids.length > MOST_LOOK_UPS) tell({ message: t('lookUpMost', MOST_LOOK_UPS), undo: [] });
      const some = ids.slice(0, MOST_LOOK_UPS);
      const planned = await settle(sendToBackground('planLookUp', { kind, ids: some }));
      if (planned) setPlan({ ...planned, kind, ids: some });
    },
    async onBegin() {
      if (!plan) return;
      const { kind, ids } = plan;
      setPlan(undefined);
      await settle<unknown>(sendToBackground('beginLookUp', { name: crypto.randomUUID(), kind, ids }));
    },
    onGoOn: () => void settle<unknown>(sendToBackground('resumeLookUp', { isStopped: true })),
    onCancel() {
      if (plan) setPlan(undefined);
      else void settle<unknown>(sendToBackground('cancelLookUp', {}));
    },
    async onUndo() {
      if (await settle(sendToBackground('undoLookUp', {}))) tell({ message: t('restored'), undo: [] });
    },
  };
}
