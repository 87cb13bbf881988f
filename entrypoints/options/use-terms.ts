import { useEffect, useState } from 'preact/hooks';
import type { TermsProps } from '../../components/options/terms';
import { t } from '../../components/options/words';
import { failureText } from '../../components/pages/failure-text';
import { readTermsFile, type Term, termsFile } from '../../utils/model/term';
import { browser } from '../../utils/platform/browser';
import type { Reply } from '../../utils/platform/messages';
import { saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import { loadTerms, watchTerms } from '../../utils/platform/term-store';

/** The reader's own words as they are, and what can be done with them. */
export function useTerms(): Omit<TermsProps, 'isShown' | 'onShow'> {
  const [terms, setTerms] = useState<readonly Term[]>([]);
  const [message, setMessage] = useState<string>();
  useEffect(() => {
    void loadTerms(browser).then(setTerms);
    return watchTerms(browser, setTerms);
  }, []);
  const told = (reply: Reply<unknown>, done?: string) =>
    setMessage(reply.ok ? done : t('saveFailed', failureText(reply.failure)));

  async function importFile(file: File): Promise<void> {
    const read = readTermsFile(await file.text(), () => crypto.randomUUID(), Date.now());
    for (const { id, word, definition } of read.terms) {
      const reply = await sendToBackground('saveTerm', { id, word, definition });
      if (!reply.ok) return told(reply);
    }
    setMessage(
      [t('termsImported', read.terms.length), read.broken > 0 ? t('termsBroken', read.broken) : ''].join(' ').trim(),
    );
  }
  return {
    terms,
    message,
    onSave: ({ id = crypto.randomUUID(), word, definition }) =>
      void sendToBackground('saveTerm', { id, word, definition }).then((reply) => told(reply)),
    onRemove: (id) => void sendToBackground('removeTerm', { id }).then((reply) => told(reply)),
    onExport: () => saveFile(document, 'ibid-words.json', 'application/json', termsFile(terms)),
    onImport: (file) => void importFile(file),
  };
}
