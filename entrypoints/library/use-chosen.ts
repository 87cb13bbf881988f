import { useEffect, useRef, useState } from 'preact/hooks';
import type { Section } from '../../components/library/library-page';
import type { BulkChange } from '../../utils/model/bulk';
import type { Telling } from './telling';
import { useBulk } from './use-bulk';

const NONE: ReadonlySet<string> = new Set();

/** The entries that are ticked, and changes of all of them. */
export function useChosen(section: Section, ids: () => Promise<readonly string[]>, telling: Telling, isOpen: boolean) {
  const [chosen, setChosen] = useState(NONE);
  const { bulk, cancelBulk, changeAll } = useBulk(telling, isOpen);
  const last = useRef<string>(undefined);
  useEffect(() => setChosen(NONE), [section]);
  const table = section === 'passages' ? 'passages' : 'items';

  return {
    chosen,
    bulk,
    async choose(id: string, isChosen: boolean, reaches: boolean) {
      const from = last.current;
      last.current = id;
      let touched: readonly string[] = [id];
      if (reaches && from !== undefined) {
        const all = await ids();
        const [a, b] = [all.indexOf(from), all.indexOf(id)].sort((x, y) => x - y) as [number, number];
        if (a >= 0) touched = all.slice(a, b + 1);
      }
      setChosen((before) => {
        const next = new Set(before);
        for (const each of touched) {
          if (isChosen) next.add(each);
          else next.delete(each);
        }
        return next;
      });
    },
    chooseAll: async () => setChosen(new Set(await ids())),
    chooseNone: () => setChosen(NONE),
    cancelBulk,
    async changeChosen(change: BulkChange) {
      const isDone = await changeAll({ table, ids: [...chosen], change });
      if (isDone && change.isDeleted) setChosen(NONE);
    },
  };
}
