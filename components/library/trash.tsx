import { useRef } from 'preact/hooks';
import { quotedWords } from '../../utils/model/passage';
import type { Entry } from './shelf';
import { t } from './words';

/** Days before what is deleted goes for good. */
const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Entries shown; the others come up as these are restored or go. */
export const MOST_TRASHED = 200;

export interface TrashProps {
  /** What is in the trash, deleted last first, as far as it is shown; undefined while it is read. */
  readonly entries: readonly Entry[] | undefined;
  /** How many there are in all. */
  readonly count: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly dateText: (at: number) => string;
  readonly onRestore: (entry: Entry) => void;
  readonly onEmpty: () => void;
}

const clipped = (text: string) => (text.length > 200 ? `${text.slice(0, 200).trimEnd()}…` : text);

const titleOf = (shown: Entry): string =>
  shown.table === 'items'
    ? shown.entry.work.csl.title?.trim() || t('untitled')
    : clipped(quotedWords(shown.entry.selectors).replace(/\s+/g, ' ').trim());

function Row({
  shown,
  now,
  dateText,
  onRestore,
}: { shown: Entry } & Pick<TrashProps, 'now' | 'dateText' | 'onRestore'>) {
  const deleted = shown.entry.deleted ?? now;
  const days = Math.max(0, Math.ceil((deleted + DAYS * DAY_MS - now) / DAY_MS));
  const title = titleOf(shown);
  return (
    <li class="trashed">
      <p class="kind">{t(shown.table === 'items' ? 'trashItem' : 'trashPassage')}</p>
      <p class="trash-title">{title}</p>
      <p class="meta">
        {t('deletedOn', dateText(deleted))} · {t('daysLeft', days)}
        <button type="button" aria-label={t('restoreNamed', title)} onClick={() => onRestore(shown)}>
          {t('restore')}
        </button>
      </p>
    </li>
  );
}

/** What was deleted in the last thirty days: to bring back, or to delete for good after a question. */
export function Trash({ entries, count = 0, now, dateText, onRestore, onEmpty }: TrashProps) {
  const question = useRef<HTMLDialogElement>(null);
  if (!entries) return <p class="aside">{t('opening')}</p>;
  if (entries.length === 0) return <p class="empty">{t('trashEmpty')}</p>;
  const close = () => question.current?.close();
  return (
    <>
      <div class="trash-head">
        <p class="aside">{t('trashText')}</p>
        <button type="button" onClick={() => question.current?.showModal()}>
          {t('emptyTrash')}
        </button>
      </div>
      <ul class="trash">
        {entries.map((shown) => (
          <Row
            key={`${shown.table} ${shown.entry.id}`}
            shown={shown}
            now={now}
            dateText={dateText}
            onRestore={onRestore}
          />
        ))}
      </ul>
      {count > entries.length && <p class="aside">{t('trashMore', count - entries.length)}</p>}
      <dialog ref={question} class="question" aria-labelledby="trash-question">
        <h2 id="trash-question">{t('emptyQuestion', count)}</h2>
        <p>{t('emptyQuestionText')}</p>
        <p class="answers">
          <button type="button" autofocus onClick={close}>
            {t('keep')}
          </button>
          <button
            type="button"
            class="grave"
            onClick={() => {
              close();
              onEmpty();
            }}
          >
            {t('deleteForGood')}
          </button>
        </p>
      </dialog>
    </>
  );
}
