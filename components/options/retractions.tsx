import type { ComponentChildren } from 'preact';
import { t } from './words';

/** What the options page says of the list of retracted works. */
export interface RetractionState {
  readonly size: number;
  /** ISO 8601 date of the list. */
  readonly made: string;
  /** A sentence about the last file, or while one is read. */
  readonly message?: string;
}

export interface RetractionsProps {
  readonly state: RetractionState;
  readonly dateText: (isoDate: string) => string;
  readonly onLoad: (file: File) => void;
}

/** Where the Retraction Watch table is published. */
const TABLE = 'https://gitlab.com/crossref/retraction-watch-data';

/** The list of retracted works: what it holds, and how to bring a newer one. */
export function Retractions({ state, dateText, onLoad }: RetractionsProps): ComponentChildren {
  return (
    <>
      <p class="aside">
        {t('retractionsText')} {t('retractionsSize', state.size, dateText(state.made))}
      </p>
      <div class="field">
        <label for="retraction-file">{t('retractionsLoad')}</label>
        <input
          id="retraction-file"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onLoad(file);
            // So that the same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <a href={TABLE} target="_blank" rel="noreferrer">
          {t('retractionsWhere')}
        </a>
      </div>
      <p role="status">{state.message}</p>
    </>
  );
}
