import { useEffect, useState } from 'preact/hooks';
import type { RetractionState } from '../../components/options/retractions';
import { t } from '../../components/options/words';
import { failureText } from '../../components/pages/failure-text';
import { digest } from '../../utils/platform/digest';
import { toBase64 } from '../../utils/platform/retraction-store';
import { sendToBackground } from '../../utils/platform/send';
import { listFromTable } from '../../utils/usecases/list-from-table';

/** The list of retracted works as it is, and a function that makes it anew from the reader's file, here, where a long task hurts nobody. */
export function useRetractions(): readonly [RetractionState, (file: File) => void] {
  const [state, setState] = useState<RetractionState>({ size: 0, made: '' });
  useEffect(() => {
    void sendToBackground('describeRetractions', {}).then((reply) => reply.ok && setState(reply.value));
  }, []);

  async function load(file: File): Promise<void> {
    const say = (message: string) => setState((before) => ({ ...before, message }));
    say(t('retractionsLoading'));
    try {
      const made = new Date(file.lastModified).toISOString().slice(0, 10);
      const list = await listFromTable(await file.text(), made, digest);
      if (!list) return say(t('retractionsFailed', t('retractionsOther')));
      const reply = await sendToBackground('replaceRetractions', { list: toBase64(list) });
      if (reply.ok) setState({ ...reply.value, message: t('retractionsLoaded', reply.value.size) });
      else say(t('retractionsFailed', failureText(reply.failure)));
    } catch (error) {
      // A file that has gone since, or that the browser may not read.
      say(t('retractionsFailed', String(error)));
    }
  }
  return [state, (file) => void load(file)];
}
