import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type LibraryActions, LibraryPage, type LibraryState } from '../../components/library/library-page';
import { fileName } from '../../components/library/shown';
import { t } from '../../components/library/words';
import { Toast } from '../../components/pages/toast';
import type { Format } from '../../utils/formats';
import { browser } from '../../utils/platform/browser';
import type { Reply } from '../../utils/platform/messages';
import { saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import { watchKept } from '../../utils/storage/watch';

interface Told {
  readonly message: string;
  /** What Undo brings back, oldest first. */
  readonly undo: readonly (() => Promise<Reply<unknown>>)[];
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

function Library() {
  const [state, setState] = useState<LibraryState>({ type: 'opening' });
  const [told, tell] = useState<Told>();
  const [shortcut, setShortcut] = useState<string>();

  useEffect(
    () => watchKept((watched) => setState(watched.type === 'open' ? { type: 'open', ...watched.value } : watched)),
    [],
  );
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      setShortcut(commands.find(({ name }) => name === 'save-passage')?.shortcut);
    });
  }, []);

  /** Says why something did not work. */
  const settle = async (saying: Promise<Reply<unknown>>): Promise<boolean> => {
    const reply = await saying;
    if (!reply.ok) tell({ message: t('failed', reply.failure.message), undo: [] });
    return reply.ok;
  };
  const deleted = async (saying: Promise<Reply<unknown>>, message: string, undo: Told['undo'][number]) => {
    if (!(await settle(saying))) return;
    tell((before) => {
      const all = [...(before?.undo ?? []), undo];
      return { message: all.length === 1 ? message : t('deletedMany', all.length), undo: all };
    });
  };

  const actions: LibraryActions = {
    changePassage: (id, change) => void settle(sendToBackground('changePassage', { id, change })),
    changeItem: (id, change) => void settle(sendToBackground('changeItem', { id, change })),
    deletePassage: (id) =>
      void deleted(sendToBackground('deletePassage', { id }), t('deletedPassage'), () =>
        sendToBackground('restorePassage', { id }),
      ),
    deleteItem: (id) =>
      void deleted(sendToBackground('deleteItem', { id }), t('deletedItem'), () =>
        sendToBackground('restoreItem', { id }),
      ),
    takeAway(format: Format) {
      if (state.type !== 'open') return;
      const now = new Date();
      const name = fileName(format.holdsPassages ? 'library' : 'reading-list', format.extension, now);
      saveFile(document, name, format.mediaType, format.write(state, { generatedAt: now }));
      tell({ message: t('exported', name), undo: [] });
    },
    reload: () => location.reload(),
  };
  const undo = async () => {
    const steps = told?.undo ?? [];
    tell({ message: t('restored'), undo: [] });
    for (const step of steps) await settle(step());
  };
  const dismiss = useMemo(() => () => tell(undefined), []);

  return (
    <>
      <LibraryPage
        state={state}
        actions={actions}
        dateText={(at) => dates.format(at)}
        saveShortcut={shortcut}
        optionsUrl={browser.runtime.getURL('/options.html')}
      />
      {told && (
        <Toast
          message={told.message}
          action={told.undo.length > 0 ? { label: t('undo'), run: () => void undo() } : undefined}
          dismissLabel={t('dismiss')}
          onDismiss={dismiss}
        />
      )}
    </>
  );
}

render(<Library />, document.getElementById('app')!);
