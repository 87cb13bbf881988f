import { useEffect, useState } from 'preact/hooks';
import { t } from '../../components/library/words';
import { listedWorks } from '../../utils/storage/kept';
import type { Library } from '../../utils/storage/library';
import { duplicates, type Listed } from '../../utils/works/duplicates';

/** Works that seem to be listed more than once. */
export interface Duplicate {
  readonly ids: readonly string[];
  readonly title: string;
}

/** Works read at once. */
const BATCH = 200;
/** Rest after the last change before the list is looked through again, milliseconds. */
const REST_MS = 1500;

async function find(library: Library): Promise<readonly Duplicate[]> {
  const all: Listed[] = [];
  for await (const batch of listedWorks(library, BATCH)) {
    // Only what tells them apart is kept: summaries are long.
    for (const { id, keys, work } of batch) {
      all.push({ id, keys, work: { ...work, abstract: [], csl: { ...work.csl, abstract: undefined } } });
    }
  }
  const titles = new Map(all.map(({ id, work }) => [id, work.csl.title?.trim()]));
  return duplicates(all).map((ids) => ({ ids, title: titles.get(ids[0]!) || t('untitled') }));
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
