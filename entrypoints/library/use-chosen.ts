import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkProgress } from '../../components/library/bulk-bar';
import type { Section } from '../../components/library/library-page';
import { t } from '../../components/library/words';
import type { BulkChange, BulkDone } from '../../utils/model/bulk';
import type { Status } from '../../utils/model/reading-item';
import type { Reply } from '../../utils/platform/messages';
import { sendToBackground } from '../../utils/platform/send';
import type { Telling } from './telling';

/** Entries changed at once: one transaction, short enough to stop between two. */
const BATCH = 100;
const NONE: ReadonlySet<string> = new Set();

/** The change that takes another back; of a status, that of those which had `status` before. */
function inverse(change: BulkChange, status?: Status): BulkChange {
  if (change.addTag !== undefined) return { removeTag: change.addTag };
  if (change.addTo !== undefined) return { removeFrom: change.addTo };
  if (change.removeFrom !== undefined) return { addTo: change.removeFrom };
  if (change.status !== undefined) return { status };
  return { isDeleted: !change.isDeleted };
}

/** The entries that are ticked, and changes of all of them. */
export function useChosen(section: Section, ids: () => Promise<readonly string[]>, { tell, settle }: Telling) {
  const [chosen, setChosen] = useState(NONE);
  const [bulk, setBulk] = useState<BulkProgress>();
  const last = useRef<string>(undefined);
  const isCancelled = useRef(false);
  useEffect(() => setChosen(NONE), [section]);
  const table = section === 'passages' ? 'passages' : 'items';

  /** Changes entries batch by batch; a batch whose background died is said again by the messenger. */
  async function run(all: readonly string[], change: BulkChange): Promise<Reply<BulkDone['changed']>> {
    const start = performance.now();
    const changed: BulkDone['changed'][number][] = [];
    isCancelled.current = false;
    for (let from = 0; from < all.length && !isCancelled.current; from += BATCH) {
      const rate = from / Math.max(0.001, (performance.now() - start) / 1000);
      setBulk({ done: from, total: all.length, rate });
      const reply = await sendToBackground('changeMany', { table, ids: all.slice(from, from + BATCH), change });
      if (!reply.ok) {
        setBulk(undefined);
        return reply;
      }
      changed.push(...reply.value.changed);
    }
    setBulk(undefined);
    return { ok: true, value: changed };
  }
  async function undo(changed: BulkDone['changed'], change: BulkChange): Promise<Reply<unknown>> {
    const statuses = change.status === undefined ? [undefined] : [...new Set(changed.map(({ status }) => status))];
    for (const status of statuses) {
      const own = status === undefined ? changed : changed.filter((each) => each.status === status);
      const reply = await run(
        own.map(({ id }) => id),
        inverse(change, status),
      );
      if (!reply.ok) return reply;
    }
    return { ok: true, value: {} };
  }

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
    cancelBulk: () => {
      isCancelled.current = true;
    },
    async changeChosen(change: BulkChange) {
      const changed = await settle(run([...chosen], change));
      if (!changed) return;
      if (change.isDeleted) setChosen(NONE);
      tell({
        message: t('bulkChanged', changed.length),
        undo: changed.length > 0 ? [() => undo(changed, change)] : [],
      });
    },
  };
}
