import { t } from './words';

/** The ways to put the page, or a reference selected in it, into the reading list. */
export interface AddWork {
  readonly onPage: () => void;
  /** Undefined where nothing is selected that could be a reference. */
  readonly onSelection?: () => void;
  /** What came of it. */
  readonly message?: string;
  readonly onUndo?: () => void;
}

/** Puts the page in front, or the selected reference, into the reading list, and says so. */
export function AddWorkButtons({ onPage, onSelection, message, onUndo }: AddWork) {
  return (
    <section class="add-work" aria-label={t('readingList')}>
      <button type="button" onClick={onPage}>
        {t('addPage')}
      </button>
      {onSelection && (
        <button type="button" onClick={onSelection}>
          {t('addSelection')}
        </button>
      )}
      <p role="status" class="aside">
        {message}{' '}
        {onUndo && (
          <button type="button" class="quiet" onClick={onUndo}>
            {t('undo')}
          </button>
        )}
      </p>
    </section>
  );
}
