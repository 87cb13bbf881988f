import { joinedSlices, type ReadFile } from '../../utils/formats/read-file';
import { type Result, success } from '../../utils/model/failure';
import { handedOver } from '../../utils/platform/handed-over';
import type { Handlers } from '../../utils/platform/router';
import { movedAmong } from '../../utils/usecases/collections';
import type { Parts } from './parts';

/** That something worked, without what came of it. */
const emptied = (done: Result<unknown>): Result<Record<string, never>> => (done.ok ? success({}) : done);

/** What was read of a file. */
const readOf = (file: string) => handedOver<ReadFile>(file, `blob:${location.origin}/`, (address) => fetch(address));

/** What is done about the reading list, as it is said from pages and from the library. */
export const answersOfLibrary = ({
  list,
  imports,
  collections,
  merging,
  bulk,
  lookUpMany,
  told,
  toldOfList,
  listWork,
}: Parts) =>
  ({
    saveWork: ({ citation, page, remark }, from) => listWork(citation, page, from, remark),
    changeItem: async ({ id, change, seen }, from) => {
      const changing = list.change(id, change, from, seen);
      const reply = await (change.status ? toldOfList(changing) : changing);
      if (reply.ok) await collections.touch(movedAmong(seen?.collections, change.collections));
      return reply;
    },
    deleteItem: ({ id }, from) => toldOfList(list.remove(id, from)),
    restoreItem: ({ id }, from) => toldOfList(list.restore(id, from)),
    changeCollection: ({ id, change, seen }, from) => collections.change(id, change, from, seen),
    mergeItems: ({ ids }, from) => toldOfList(merging.merge(ids, from)),
    unmergeItems: ({ before }, from) => toldOfList(merging.undo(before, from)),
    beginBulk: async ({ ids, ...job }, from) => {
      const begun = await bulk.begin(job, ids, from);
      return begun.ok ? success({ isOwn: begun.value.name === job.name }) : begun;
    },
    resumeBulk: async ({ isStopped }) => emptied(await (isStopped ? bulk.goOn() : bulk.resume())),
    cancelBulk: async () => emptied(await bulk.cancel()),
    undoBulk: async ({ name }) => emptied(await bulk.undo(name)),
    toldBulk: async ({ name }) => emptied(await bulk.told(name)),
    previewImport: async ({ files, label }) => {
      const slices: ReadFile[] = [];
      for (const file of files) {
        const read = await readOf(file);
        if (!read.ok) return read;
        slices.push(read.value);
      }
      // What stands twice in a file may stand in two of its slices.
      return imports.preview({ ...joinedSlices(slices), label });
    },
    runImport: async ({ file, label, tag, ...slice }, from) => {
      const read = await readOf(file);
      if (!read.ok) return read;
      return toldOfList(told(from, imports.run({ ...read.value, label, ...(tag && { tag }) }, slice, from)));
    },
    undoImport: ({ name }, from) => toldOfList(told(from, imports.undo(name, from))),
    planLookUp: ({ kind, ids }) => lookUpMany.plan(kind, ids),
    beginLookUp: async ({ name, kind, ids }, from) => emptied(await lookUpMany.begin(name, kind, ids, from)),
    resumeLookUp: async ({ isStopped }) => {
      if (isStopped) return emptied(await lookUpMany.goOn());
      void lookUpMany.resume();
      return success({});
    },
    cancelLookUp: async () => emptied(await lookUpMany.cancel()),
    undoLookUp: () => lookUpMany.undo(),
  }) satisfies Partial<Handlers>;
