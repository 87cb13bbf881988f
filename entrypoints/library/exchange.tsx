import { useRef, useState } from 'preact/hooks';
import { brokenText, say } from '../../components/library/exchange-words';
import { ImportPanel, type ImportState } from '../../components/library/import-panel';
import { fileName } from '../../components/library/shown';
import { t } from '../../components/library/words';
import { errorText, failureText } from '../../components/pages/failure-text';
import type { ImportUndo } from '../../utils/model/imported';
import { saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import type { DigestDesk, DigestDeskProps } from './digest';
import type { Export, ExportProps } from './export';
import { createReadingClient } from './reading-client';

/** Largest file that is read, bytes: what is read of it takes several times as much memory. */
const MOST_BYTES = 100_000_000;

/** A file that was looked at, as the background is told of it. */
interface Looked {
  /** Where what was read of it lies. */
  readonly file: string;
  readonly label: string;
}

function Import() {
  const [state, setState] = useState<ImportState>({ type: 'idle' });
  const reading = useRef<ReturnType<typeof createReadingClient>>(undefined);
  const looked = useRef<Looked>(undefined);
  const [tag, setTag] = useState('');
  const undo = useRef<ImportUndo>(undefined);
  const failed = (message: string) => setState({ type: 'said', message: say('exchangeFailed', message) });

  /** @param name - Of the file, without its ending; empty for pasted text. */
  async function look(given: string | Blob, name = '') {
    setState({ type: 'busy' });
    // Most who open the library bring nothing in: the readers are started when they are needed.
    reading.current ??= createReadingClient();
    const { address, reader, label } = await reading.current(given);
    looked.current = { file: address, label: reader === 'list' ? say('importList') : label };
    // What somebody gave away as one is found, and removed, as one.
    setTag(reader === 'web-annotation' && name ? say('packTag', name) : '');
    const reply = await sendToBackground('previewImport', looked.current);
    if (reply.ok) setState({ type: 'seen', counts: reply.value });
    else failed(failureText(reply.failure));
  }
  async function open(chosen: File) {
    if (chosen.size > MOST_BYTES) setState({ type: 'said', message: say('importTooLarge') });
    else await look(chosen, chosen.name.replace(/(?: \(\d+\))?\.[^.]*$/, ''));
  }
  async function run(tag: string) {
    if (!looked.current) return;
    setState({ type: 'busy' });
    const reply = await sendToBackground('runImport', { ...looked.current, ...(tag && { tag }) });
    if (!reply.ok) return failed(failureText(reply.failure));
    undo.current = reply.value.undo;
    setState({ type: 'done', counts: reply.value });
  }
  /** A file may be gone or locked since it was chosen. */
  const unread = (error: unknown) => failed(errorText(error));
  async function takeBack() {
    if (!undo.current) return;
    const reply = await sendToBackground('undoImport', { undo: undo.current });
    if (reply.ok) setState({ type: 'said', message: say('importUndone') });
    else failed(failureText(reply.failure));
  }
  return (
    <ImportPanel
      state={state}
      tag={tag}
      onLook={(given) => void look(given).catch(unread)}
      onFile={(chosen) => void open(chosen).catch(unread)}
      onRun={(tag) => void run(tag)}
      onUndo={() => void takeBack()}
      onSaveBroken={(broken) =>
        saveFile(
          document,
          fileName('left-out', 'txt', new Date()),
          'text/plain',
          broken.map((entry) => `${brokenText(entry)}\n${entry.text}\n`).join('\n'),
        )
      }
    />
  );
}

/** Taking away with a choice: most who open the library take nothing away, so its panel is loaded when it is first opened. */
function TakeAway(props: ExportProps) {
  const [Panel, setPanel] = useState<typeof Export>();
  return (
    <details
      class="exchange"
      onToggle={(event) => {
        if (event.currentTarget.open) void import('./export').then((panel) => setPanel(() => panel.Export));
      }}
    >
      <summary>{say('exportChoose')}</summary>
      {Panel && <Panel {...props} />}
    </details>
  );
}

/** What was added and changed: loaded when it is first opened. */
function News(props: DigestDeskProps) {
  const [Panel, setPanel] = useState<typeof DigestDesk>();
  return (
    <details
      class="exchange"
      onToggle={(event) => {
        if (event.currentTarget.open) void import('./digest').then((panel) => setPanel(() => panel.DigestDesk));
      }}
    >
      <summary>{t('digest')}</summary>
      {Panel && <Panel {...props} />}
    </details>
  );
}

/** What is new, taking away with a choice, and bringing in. */
export function Exchange(props: ExportProps & DigestDeskProps) {
  return (
    <section class="exchange-desk" aria-label={say('exchange')}>
      <News {...props} />
      <TakeAway {...props} />
      <Import />
    </section>
  );
}
