import { useEffect, useState } from 'preact/hooks';
import { failureText } from '../../components/pages/failure-text';
import type { AddWork } from '../../components/popup/add-work';
import { t } from '../../components/popup/words';
import type { Citation } from '../../utils/model/citation';
import { browser } from '../../utils/platform/browser';
import type { FollowedTab } from '../../utils/platform/followed-tab';
import type { PageSubject, Reply } from '../../utils/platform/messages';
import { sendToBackground } from '../../utils/platform/send';
import { tellTab } from '../../utils/platform/tabs';
import { pageItem } from '../../utils/usecases/page-item';
import { selectedCitation } from '../../utils/usecases/selected-citation';

type Undo = () => Promise<Reply<unknown>>;

/** The ways to put the page in front, or the reference that is selected in it, into the reading list; undefined where there are none. */
export function useAddWork(tab: FollowedTab | undefined, isRead: boolean): AddWork | undefined {
  const [subject, setSubject] = useState<PageSubject>();
  const [told, setTold] = useState<{ readonly message: string; readonly undo?: Undo }>();
  const id = tab?.id;
  useEffect(() => {
    if (id === undefined || !isRead) return;
    void tellTab(browser, id, 'subject', {}, 0).then((reply) => reply.ok && setSubject(reply.value));
  }, [id, isRead]);
  if (!subject || tab?.incognito) return undefined;
  const { says, title, selection } = subject;

  async function addSelection(citation: Citation): Promise<void> {
    const question = { identifiers: citation.identifiers, referenceText: citation.reference?.text };
    const known = await sendToBackground('askKnown', { question });
    // A work that was there before is not to be taken away with the place where it was met.
    const isFresh = known.ok && !known.value.isListed;
    const saying = sendToBackground('saveWork', { citation, page: { url: says.url, title } });
    await tell(saying, ({ id }) => (isFresh ? () => sendToBackground('deleteItem', { id }) : undefined));
  }
  async function tell<T>(saying: Promise<Reply<T>>, undo: (value: T) => Undo | undefined): Promise<void> {
    const reply = await saying;
    setTold(
      reply.ok
        ? { message: t('added'), undo: undo(reply.value) }
        : { message: t('failed', failureText(reply.failure)) },
    );
  }
  const citation = selectedCitation(selection);
  return {
    message: told?.message,
    onPage() {
      const file = { items: [pageItem(says, title)], passages: [], broken: [] };
      const name = crypto.randomUUID();
      void tell(
        sendToBackground('runImport', { name, from: '', slice: 0, file: JSON.stringify(file), label: '' }),
        () => () => sendToBackground('undoImport', { name }),
      );
    },
    onSelection: citation && (() => void addSelection(citation)),
    onUndo:
      told?.undo &&
      (() => {
        void told.undo?.().then((reply) => {
          setTold({ message: reply.ok ? t('undone') : t('failed', failureText(reply.failure)) });
        });
      }),
  };
}
