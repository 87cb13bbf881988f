import { useState } from 'preact/hooks';
import { OFFERED, type Offered } from '../../utils/formats/offered';
import type { BulkChange } from '../../utils/model/bulk';
import type { Collection } from '../../utils/model/collection';
import type { JobKind } from '../../utils/model/look-up-job';
import { STATUSES, type Status } from '../../utils/model/reading-item';
import { STATUS_WORDS } from './item-entry';
import { t } from './words';

/** Work on many entries that goes on. */
export interface BulkProgress {
  readonly done: number;
  readonly total: number;
  /** Entries a second; undefined where it stands still. */
  readonly rate?: number;
  /** What can be done where the reader has stopped it. */
  readonly stopped?: {
    readonly onGoOn: () => void;
    readonly onUndo: (() => void) | undefined;
    readonly onDismiss: () => void;
  };
}

export interface BulkBarProps {
  readonly count: number;
  readonly total: number;
  /** Whether the entries are works; passages have neither status nor collections. */
  readonly areWorks: boolean;
  readonly collections: readonly Collection[];
  /** The collection that is shown: what is chosen can be taken out of it. */
  readonly active?: Collection;
  readonly progress?: BulkProgress;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onChange: (change: BulkChange) => void;
  readonly onExport: (format: Offered) => void;
  readonly onLookUp: (kind: JobKind) => void;
  readonly onMerge: () => void;
  readonly onCancel: () => void;
}

/** A list to choose one thing from, that is done at once. */
function Choice({
  label,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <select
      aria-label={label}
      value=""
      onChange={(event) => {
        const { value } = event.currentTarget;
        event.currentTarget.value = '';
        if (value) onChoose(value);
      }}
    >
      <option value="">{label}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** What can be done with the entries that are ticked. It stands at the window's foot, so that the list does not move. */
export function BulkBar(props: BulkBarProps) {
  const { count, total, areWorks, collections, active, progress, onChange } = props;
  const [tag, setTag] = useState('');
  if (progress) {
    return (
      <section class="bulk-bar" aria-label={t('chosen', count)}>
        <progress
          max={progress.total}
          value={progress.done}
          aria-label={t('bulkDone', progress.done, progress.total)}
        />
        <span role="status">
          {t(progress.stopped ? 'bulkStopped' : 'bulkDone', progress.done, progress.total)}
          {progress.rate !== undefined && ` · ${t('bulkRate', Math.round(progress.rate))}`}
        </span>
        {progress.stopped ? (
          <>
            <button type="button" onClick={progress.stopped.onGoOn}>
              {t('goOn')}
            </button>
            {progress.stopped.onUndo && (
              <button type="button" onClick={progress.stopped.onUndo}>
                {t('undo')}
              </button>
            )}
            <button type="button" class="quiet" onClick={progress.stopped.onDismiss}>
              {t('dismiss')}
            </button>
          </>
        ) : (
          <button type="button" onClick={props.onCancel}>
            {t('cancel')}
          </button>
        )}
      </section>
    );
  }
  const own = collections.filter(({ search }) => !search);
  return (
    <section class="bulk-bar" aria-label={t('chosen', count)}>
      <span role="status">{t('chosen', count)}</span>
      {count < total && (
        <button type="button" class="quiet" onClick={props.onAll}>
          {t('chooseAll', total)}
        </button>
      )}
      <button type="button" class="quiet" onClick={props.onNone}>
        {t('chooseNone')}
      </button>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (tag.trim()) onChange({ addTag: tag.trim().slice(0, 100) });
          setTag('');
        }}
      >
        <input
          aria-label={t('tagChosen')}
          placeholder={t('tagChosen')}
          value={tag}
          onInput={(event) => setTag(event.currentTarget.value)}
        />
      </form>
      {areWorks && (
        <Choice
          label={t('status')}
          options={STATUSES.map((status) => [status, t(STATUS_WORDS[status])])}
          onChoose={(status) => onChange({ status: status as Status })}
        />
      )}
      {areWorks && own.length > 0 && (
        <Choice
          label={t('putInto')}
          options={own.map(({ id, name }) => [id, name])}
          onChoose={(addTo) => onChange({ addTo })}
        />
      )}
      {areWorks && active && !active.search && (
        <button type="button" onClick={() => onChange({ removeFrom: active.id })}>
          {t('takeOut')}
        </button>
      )}
      <Choice
        label={t('exportLead')}
        options={OFFERED.map(({ id, label }) => [id, label])}
        onChoose={(id) => props.onExport(OFFERED.find((format) => format.id === id)!)}
      />
      {areWorks && (
        <Choice
          label={t('lookUpMany')}
          options={[
            ['facts', t('lookUpFacts')],
            ['standing', t('lookUpStanding')],
          ]}
          onChoose={(kind) => props.onLookUp(kind as JobKind)}
        />
      )}
      {areWorks && count > 1 && (
        <button type="button" onClick={props.onMerge}>
          {t('merge')}
        </button>
      )}
      <button type="button" class="delete" onClick={() => onChange({ isDeleted: true })}>
        {t('remove')}
      </button>
    </section>
  );
}
