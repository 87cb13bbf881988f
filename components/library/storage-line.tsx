import type { StorageState } from '../../utils/model/storage-state';
import { sizeText } from './size-text';
import { t } from './words';

/** How much room the library takes, and whether the browser keeps it; the way to ask it to. */
export function StorageLine({
  storage,
  onPersist,
}: {
  readonly storage: StorageState;
  readonly onPersist: () => void;
}) {
  const { usedBytes, roomBytes, isPersistent } = storage;
  return (
    <p>
      {t('storageUsed', sizeText(usedBytes), sizeText(roomBytes))}{' '}
      {isPersistent ? t('storagePersistent') : t('storageFleeting')}{' '}
      {!isPersistent && (
        <button type="button" onClick={onPersist}>
          {t('persist')}
        </button>
      )}
    </p>
  );
}
