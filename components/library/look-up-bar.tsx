import { useEffect, useRef } from 'preact/hooks';
import type { JobKind, LookUpJob } from '../../utils/model/look-up-job';
import { type LibraryWord, t } from './words';

/** What would be sent, and to whom; it waits for the reader's word. */
export interface AskedPlan {
  readonly kind: JobKind;
  readonly works: number;
  readonly services: readonly string[];
}

export interface LookUpBarProps {
  readonly job?: LookUpJob;
  /** Works a minute; undefined until some are done. */
  readonly perMinute?: number;
  readonly plan?: AskedPlan;
  readonly listText: (names: readonly string[]) => string;
  readonly onBegin: () => void;
  /** Leaves the question, or stops what goes on, or puts away what has ended. */
  readonly onCancel: () => void;
  /** Goes on with one that was stopped. */
  readonly onGoOn: () => void;
  /** Takes back what was learnt. */
  readonly onUndo: () => void;
}

const KIND_WORDS: { readonly [Name in JobKind]: LibraryWord } = { facts: 'lookUpFacts', standing: 'lookUpStanding' };

/** Asks whether many works shall be looked up: how many, and at which services. */
function Question({ plan, listText, onBegin, onCancel }: LookUpBarProps & { readonly plan: AskedPlan }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} class="question" aria-labelledby="look-up-question" onCancel={onCancel}>
      <h2 id="look-up-question">{t(KIND_WORDS[plan.kind])}</h2>
      <p>{plan.works > 0 ? t('lookUpPlan', plan.works, listText(plan.services)) : t('lookUpNothing')}</p>
      {plan.works > 0 && <p class="aside">{t('lookUpSends')}</p>}
      <p class="answers">
        <button type="button" autofocus onClick={onCancel}>
          {t('cancel')}
        </button>
        {plan.works > 0 && (
          <button type="button" class="look-up-begin" onClick={onBegin}>
            {t('lookUpBegin')}
          </button>
        )}
      </p>
    </dialog>
  );
}

/** The look-up of many works: the question, how far it has come, and what came of it. */
export function LookUpBar(props: LookUpBarProps) {
  const { job, plan, perMinute, onCancel } = props;
  if (plan) return <Question {...props} plan={plan} />;
  if (!job) return null;
  const total = job.ids.length;
  return (
    <section class="notice look-up-bar" aria-label={t(KIND_WORDS[job.kind])}>
      {job.state === 'running' && (
        <progress max={Math.max(1, total)} value={job.done} aria-label={t('bulkDone', job.done, total)} />
      )}
      <p role="status">
        {t(KIND_WORDS[job.kind])}: {t('bulkDone', job.done, total)}
        {job.state === 'running' && perMinute !== undefined && ` · ${t('perMinute', Math.round(perMinute))}`}
        {job.state !== 'running' && ` · ${t('lookUpLearnt', job.changed)}`}
        {job.state !== 'running' && job.failed > 0 && ` · ${t('lookUpFailed', job.failed)}`}
      </p>
      {job.fallen.length > 0 && (
        <p role="alert">
          {t('lookUpFallen', job.fallen.length)} {job.fallen.slice(0, 5).join('; ')}
        </p>
      )}
      {job.state === 'cancelled' && job.done < total && (
        <button type="button" onClick={props.onGoOn}>
          {t('goOn')}
        </button>
      )}
      {job.state !== 'running' && job.changed > 0 && (
        <button type="button" onClick={props.onUndo}>
          {t('undo')}
        </button>
      )}
      <button type="button" onClick={onCancel}>
        {t(job.state === 'running' ? 'cancel' : 'dismiss')}
      </button>
    </section>
  );
}
