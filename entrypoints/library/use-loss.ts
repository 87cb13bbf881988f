import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../utils/platform/browser';
import { keepLibraryName, loadLibraryName } from '../../utils/platform/library-mark';
import type { Library } from '../../utils/storage/library';
import { libraryName } from '../../utils/storage/library-name';

/**
 * Whether this is another library than the one seen last: Chromium throws a damaged database away and begins an empty one, and
 * browsers clear storage, both without a word to anybody.
 *
 * @returns What the reader says to having read of it; undefined where nothing is lost.
 */
export function useLoss(library: Library, isOpen: boolean): { readonly onSeen: () => void } | undefined {
  const [lost, setLost] = useState<{ readonly onSeen: () => void }>();
  useEffect(() => {
    if (!isOpen) return;
    const look = async () => {
      const [name, known] = await Promise.all([libraryName(library), loadLibraryName(browser)]);
      if (!name.ok || name.value === known) return;
      const keep = () => keepLibraryName(browser, name.value ?? '');
      if (known === undefined) return keep();
      const onSeen = () => {
        setLost(undefined);
        void keep();
      };
      setLost({ onSeen });
    };
    // What cannot be remembered is not missed: no more than before.
    void look().catch(() => {});
  }, [isOpen]);
  return lost;
}
