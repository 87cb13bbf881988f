import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say as sayExchange } from '../../components/library/exchange-words';
import { type LibraryActions, LibraryPage } from '../../components/library/library-page';
import { MOST_TRASHED } from '../../components/library/trash';
import { CHUNK } from '../../components/library/virtual-list';
import { t } from '../../components/library/words';
import { dayText } from '../../components/pages/dates';
import { errorText, failureText } from '../../components/pages/failure-text';
import { showTheme } from '../../components/pages/theme';
import { Toast } from '../../components/pages/toast';
import type { Offered } from '../../utils/formats/offered';
import type { Scope } from '../../utils/formats/scope';
import type { Collection } from '../../utils/model/collection';
import { browser } from '../../utils/platform/browser';
import type { Reply } from '../../utils/platform/messages';
import { saveBlob } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import { loadSettings, watchSettings } from '../../utils/platform/settings';
import { readNewest } from '../../utils/storage/kept';
import { createLibrary } from '../../utils/storage/library';
import { type Trash, type Trashed, watchTrash } from '../../utils/storage/watched';
import { TRASH_MS } from '../../utils/usecases/trash';
import { introduce } from '../../utils/words/words';
import { Exchange } from './exchange';
import { readGrades } from './read-grades';
import { edited, type Telling, type Told } from './telling';
import { useAutoBackup } from './use-auto-backup';
import { useChosen } from './use-chosen';
import { collectionActions, useCollections } from './use-collections';
import { useDuplicates } from './use-duplicates';
import { useLookUp } from './use-look-up';
import { useLoss } from './use-loss';
import { useSafeKeeping } from './use-safe-keeping';
import { useSearch } from './use-search';
import { useWork } from './use-work';

/** So long the page stays empty while its first entries are read, milliseconds. */
const PATIENCE_MS = 100;

/** So many things saved are worth the question whether backups shall be made. */
const WORTH_A_BACKUP = 20;

const library = createLibrary();
/** Asked for before anything is drawn: it is what the reader waits for. */
const newest = readNewest(library, CHUNK);

const ENTRY = '#shelf [data-id]';

/** Id of the entry after one on the page, of the one before it where it is the last. */
function entryAfter(id: string): string | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(ENTRY)];
  const at = all.findIndex(({ dataset }) => dataset.id === id);
  return (all[at + 1] ?? all[at - 1])?.dataset.id;
}

/** Leads the keyboard to an entry; to the list where it is not there. */
function focusEntry(id: string | undefined): void {
  const entry = id === undefined ? undefined : document.querySelector(`${ENTRY}[data-id="${CSS.escape(id)}"] .delete`);
  const to = entry ?? document.querySelector('[role="tab"][aria-selected="true"]');
  (to as HTMLElement | null)?.focus({ preventScroll: true });
}

function Library() {
  const wanted = useRef<string>(undefined);
  const known = useRef<readonly Collection[]>([]);
  const { state, asked, ask, see, ids, find } = useSearch(
    newest,
    (id) => known.current.find((each) => each.id === id)?.order ?? [],
  );
  // What is not seen at once is read after what is: all reading shares one disk.
  const isOpen = state.type === 'open';
  const collections = useCollections(isOpen);
  known.current = collections;
  const [told, tell] = useState<Told>();
  const [shortcut, setShortcut] = useState<string>();
  const [trash, setTrash] = useState<Trash>();
  const say = (message: string) => tell({ message, undo: [] });
  const { rescue, ...safeKeeping } = useSafeKeeping(library, say, isOpen);
  const loss = useLoss(library, isOpen);
  const { onLater, wasAsked, ...automatic } = useAutoBackup(say, isOpen);

  useEffect(() => {
    if (!isOpen) return;
    // What has waited its time goes before the trash is shown; where nobody opens the library, at the browser's next start.
    void sendToBackground('emptyTrash', { before: Date.now() - TRASH_MS });
    return watchTrash(MOST_TRASHED, (watched) => watched.type === 'open' && setTrash(watched.value));
  }, [isOpen]);
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      setShortcut(commands.find(({ name }) => name === 'save-passage')?.shortcut);
    });
  }, []);

  const settle: Telling['settle'] = async (saying) => {
    const reply = await saying;
    if (reply.ok) return reply.value;
    tell({ message: t('failed', failureText(reply.failure)), undo: [] });
    return undefined;
  };
  const telling: Telling = { tell, settle };
  const { chosen, bulk, ...choosing } = useChosen(asked.section, ids, telling, isOpen);
  const { onPlan, ...lookUp } = useLookUp(telling, isOpen);
  const work = useWork(collections, find);
  const duplicates = useDuplicates(library, state.type === 'open' ? state.found.kept : undefined);
  // The order by hand is in the collection, not in the index.
  useEffect(() => {
    const made = collections.find(({ id }) => id === wanted.current);
    if (made) {
      wanted.current = undefined;
      ask({ section: 'items', text: '', chosen: { collection: [made.id] }, order: 'hand' });
    } else if (asked.order === 'hand') ask({});
  }, [collections]);

  const deleted = async (id: string, saying: Promise<Reply<unknown>>, message: string, undo: Told['undo'][number]) => {
    const next = entryAfter(id);
    if (!(await settle<unknown>(saying))) return;
    tell((before) => {
      // Pressed twice, it is deleted once.
      if (before?.deleted?.includes(id)) return before;
      const all = [...((before?.deleted && before.undo) || []), undo];
      const text = all.length === 1 ? message : t('deletedMany', all.length);
      return { message: text, undo: all, deleted: [...(before?.deleted ?? []), id], next };
    });
  };

  const actions: LibraryActions = {
    changePassage: (id, change, seen) =>
      edited(telling, sendToBackground('changePassage', { id, change, seen }), change),
    changeItem: (id, change, seen) => edited(telling, sendToBackground('changeItem', { id, change, seen }), change),
    deletePassage: (id) =>
      void deleted(id, sendToBackground('deletePassage', { id }), t('deletedPassage'), () =>
        sendToBackground('restorePassage', { id }),
      ),
    deleteItem: (id) =>
      void deleted(id, sendToBackground('deleteItem', { id }), t('deletedItem'), () =>
        sendToBackground('restoreItem', { id }),
      ),
    ask,
    see,
    ...choosing,
    ...collectionActions(telling, ask, () => asked.chosen.collection?.[0], ids, wanted),
    readGrades: () => readGrades(library, collections),
    lookUpChosen: (kind) => onPlan(kind, [...chosen]),
    mergeItems: (all) => void merge(all),
    mergeChosen: () => void merge([...chosen]),
    leaveWork: () => {
      location.hash = '';
    },
    exportChosen: (format) => void write(format, { type: 'ids', ids: chosen }),
    takeAway: (format) => void write(format, { type: 'all' }),
    reload: () => location.reload(),
    rescue,
  };
  async function merge(all: readonly string[]) {
    const merged = await settle(sendToBackground('mergeItems', { ids: all }));
    if (!merged) return;
    choosing.chooseNone();
    const { before, item } = merged;
    tell({
      message: t('merged', item.work.csl.title?.trim() || t('untitled')),
      undo: [() => sendToBackground('unmergeItems', { before })],
    });
  }
  /** Most who open the library write no file: the worker that does is started when it is needed. */
  async function write(format: Offered, scope: Scope) {
    const { createWritingClient, firstWish } = await import('./writing-client');
    const client = createWritingClient();
    try {
      const file = await client.write({ ...firstWish, format: format.id, scope }, () => {}).file;
      if (!file) return;
      saveBlob(document, file.name, file.blob);
      tell({ message: t('exported', file.name), undo: [] });
    } catch (error) {
      tell({ message: t('failed', errorText(error)), undo: [] });
    } finally {
      client.close();
    }
  }
  const restoreTrashed = async ({ table, entry: { id } }: Trashed) => {
    const name = table === 'items' ? 'restoreItem' : 'restorePassage';
    if (await settle<unknown>(sendToBackground(name, { id }))) tell({ message: t('restored'), undo: [] });
  };
  const emptyTrash = async () => {
    const reply = await sendToBackground('emptyTrash', { before: Date.now() });
    tell({ message: reply.ok ? t('emptied', reply.value.removed) : t('failed', failureText(reply.failure)), undo: [] });
  };
  const undo = async () => {
    if (!told) return;
    const { undo: steps, ...rest } = told;
    // No more than once, however long it takes.
    tell({ ...rest, undo: [] });
    let isDone = true;
    for (const step of steps) isDone = (await settle(step())) !== undefined && isDone;
    if (isDone) tell({ message: t(told.deleted ? 'restored' : 'undone'), undo: [] });
  };
  const kept = state.type === 'open' ? state.found.kept : undefined;
  const isWorthAsking = kept !== undefined && kept.items + kept.passages >= WORTH_A_BACKUP;
  const leadToBackups = () => {
    onLater();
    const section = document.querySelector('.auto-backup');
    section?.scrollIntoView({ block: 'center' });
    section?.querySelector('button')?.focus();
  };
  const dismiss = useMemo(() => () => tell(undefined), []);

  return (
    <>
      <LibraryPage
        state={state}
        asked={asked}
        actions={actions}
        dateText={dayText}
        collections={collections}
        chosen={chosen}
        bulk={bulk}
        duplicates={duplicates}
        work={work}
        saveShortcut={shortcut}
        optionsUrl={browser.runtime.getURL('/options.html')}
        trash={{
          entries: trash?.latest,
          count: trash?.count,
          now: Date.now(),
          onRestore: (entry) => void restoreTrashed(entry),
          onEmpty: () => void emptyTrash(),
        }}
        safeKeeping={{ ...safeKeeping, automatic }}
        lookUp={lookUp}
        loss={loss}
        backupQuestion={isWorthAsking && !wasAsked ? { onYes: leadToBackups, onNo: onLater } : undefined}
      />
      {state.type === 'open' && (
        <Exchange
          library={library}
          version={state.found}
          dateText={dayText}
          onTake={(format, ids) => void write(format, { type: 'ids', ids })}
          onFailed={(message) => say(t('failed', message))}
          live={[
            { id: 'found', label: sayExchange('scopeFound'), ids },
            { id: 'chosen', label: sayExchange('scopeChosen'), ids: async () => [...chosen] },
          ]}
        />
      )}
      {told && (
        <Toast
          message={told.message}
          action={told.undo.length > 0 ? { label: t('undo'), run: () => void undo() } : undefined}
          dismissLabel={t('dismiss')}
          onDismiss={dismiss}
          onLost={() => focusEntry(told.next)}
        />
      )}
    </>
  );
}

introduce(document, t('title'));
void loadSettings(browser).then(({ theme }) => showTheme(document, theme));
watchSettings(browser, ({ theme }) => showTheme(document, theme));
// Not in one go with reading the scripts, and with the entries where they come at once; else with words that say what is waited for.
void Promise.race([newest, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).finally(() =>
  render(<Library />, document.getElementById('app')!),
);
