import { t } from './words';

/** Says that the library which was here is gone, and where a backup is brought back. */
export function Lost({ onSeen }: { readonly onSeen: () => void }) {
  return (
    <section class="notice" role="alert">
      <p>{t('lost')}</p>
      <p class="answers">
        <button type="button" onClick={() => document.getElementById('safe-keeping')?.scrollIntoView()}>
          {t('toSafeKeeping')}
        </button>
        <button type="button" class="quiet" onClick={onSeen}>
          {t('dismiss')}
        </button>
      </p>
    </section>
  );
}
