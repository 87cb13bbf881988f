import { useEffect, useState } from 'preact/hooks';
import { t } from '../../components/library/words';
import { listedWorks } from '../../utils/storage/kept';
import type { Library } from '../../utils/storage/library';
import { createDuplicates } from '../../utils/works/duplicates';

/** Works that seem to be listed more than once. */
export interface Duplicate {
  readonly ids: readonly string[];
  readonly title: string;
}

/** Works read, and looked through, at once. */
const BATCH = 200;
/** Rest after the last change before the list is looked through again, milliseconds. */
const REST_MS = 1500;

async function find(library: Library): Promise<readonly Duplicate[]> {
  const found = createDuplicates();
  const titles = new Map<string, string | undefined>();
  for await (const batch of listedWorks(library, BATCH)) {
    for (const listed of batch) {
      found.add(listed);
      titles.set(listed.id, listed.work.csl.title?.trim());
    }
  }
  return found.groups().map((ids) => ({ ids, title: titles.get(ids[0]!) || t('untitled') }));
}

/** Looks through the reading list whenever it has come to rest. @param version - Changes with every change of the library. */
export function useDuplicates(library: Library, version: unknown): readonly Duplicate[] {
  const [found, setFound] = useState<readonly Duplicate[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = () =>
      void find(library).then(
        (next) => !isOver && setFound(next),
        // That the library cannot be read is said where the reader looks for what is in it.
        () => {},
      );
    const timer = setTimeout(look, REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [version]);
  return found;
}
