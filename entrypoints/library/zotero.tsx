import { useRef, useState } from 'preact/hooks';
import { say } from '../../components/library/exchange-words';
import { fileName } from '../../components/library/shown';
import { ZoteroPanel, type ZoteroState } from '../../components/library/zotero-panel';
import { errorText, failureText } from '../../components/pages/failure-text';
import type { Failure } from '../../utils/model/failure';
import { browser } from '../../utils/platform/browser';
import { saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import { ZOTERO_ORIGIN } from '../../utils/platform/zotero-door';

/** What the reader is told; `refused` and what is rarer in the words of the failure itself. */
const told = (failure: Failure): string =>
  failure.kind === 'offline' ? say('zoteroOffline') : say('exchangeFailed', failureText(failure));

export interface ZoteroProps {
  /** What the reader wants to take away, as Zotero reads it, and how many works that is. */
  readonly records: () => Promise<{ readonly records: string; readonly works: number }>;
}

/** Sending what the reader wants to take away to Zotero. */
export function Zotero({ records }: ZoteroProps) {
  const [state, setState] = useState<ZoteroState>({ type: 'idle' });
  /** What would be sent, and under which name, so that pressing twice sends once. */
  const ready = useRef({ records: '', session: '' });
  const fail = (message: string) => setState({ type: 'said', message, isFailure: true });

  async function find() {
    // The reader's press must not be over when the browser asks whether Zotero may be asked.
    const mayAsk = await browser.permissions.request({ origins: [ZOTERO_ORIGIN] });
    setState({ type: 'busy' });
    const taken = await records();
    ready.current = { records: taken.records, session: crypto.randomUUID() };
    if (!mayAsk) return fail(say('zoteroForbidden'));
    const reply = await sendToBackground('zoteroPlace', {});
    if (!reply.ok) return fail(told(reply.failure));
    if (taken.works === 0) return setState({ type: 'said', message: say('zoteroNothing'), isFailure: false });
    setState({ type: 'found', place: reply.value, works: taken.works });
  }

  async function send() {
    const works = state.type === 'found' ? state.works : 0;
    setState({ type: 'busy' });
    const reply = await sendToBackground('sendToZotero', ready.current);
    if (!reply.ok) return fail(told(reply.failure));
    setState({ type: 'said', message: say('zoteroSent', reply.value.items ?? works), isFailure: false });
  }

  const failed = (error: unknown) => fail(say('exchangeFailed', errorText(error)));
  return (
    <ZoteroPanel
      state={state}
      onFind={() => void find().catch(failed)}
      onSend={() => void send().catch(failed)}
      onFile={() => {
        const name = fileName('for-zotero', 'ris', new Date());
        saveFile(document, name, 'application/x-research-info-systems', ready.current.records);
        setState({ type: 'said', message: say('zoteroSaved', name), isFailure: false });
      }}
    />
  );
}
