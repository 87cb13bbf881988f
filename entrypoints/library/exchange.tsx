import { useRef, useState } from 'preact/hooks';
import { brokenText, say } from '../../components/library/exchange-words';
import { ImportPanel, type ImportState } from '../../components/library/import-panel';
import { fileName } from '../../components/library/shown';
import { t } from '../../components/library/words';
import { failureText } from '../../components/pages/failure-text';
import type { ImportUndo } from '../../utils/model/imported';
import { saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import type { ImportFile } from '../../utils/usecases/import';
import type { DigestDesk, DigestDeskProps } from './digest';
import type { Export, ExportProps } from './export';
import { parseXml } from './parse-xml';

/** Largest file that is read, bytes: what a message to the background may carry. */
const MOST_BYTES = 20_000_000;

function Import() {
  const [state, setState] = useState<ImportState>({ type: 'idle' });
  const file = useRef<ImportFile>(undefined);
  const [tag, setTag] = useState('');
  const undo = useRef<ImportUndo>(undefined);
  const failed = (message: string) => setState({ type: 'said', message: say('exchangeFailed', message) });

  /** @param name - Of the file, without its ending; empty for pasted text. */
  async function look(given: string, name = '') {
    setState({ type: 'busy' });
    // Most who open the library bring nothing in: the readers are loaded when they are needed.
    const { readerFor } = await import('../../utils/formats/readers');
    const reader = readerFor(given);
    const label = reader.id === 'list' ? say('importList') : reader.label;
    file.current = { label, ...reader.read(given, parseXml) };
    // What somebody gave away as one is found, and removed, as one.
    setTag(reader.id === 'web-annotation' && name ? say('packTag', name) : '');
    const reply = await sendToBackground('previewImport', { file: JSON.stringify(file.current) });
    if (reply.ok) setState({ type: 'seen', counts: reply.value });
    else failed(failureText(reply.failure));
  }
  async function open(chosen: File) {
    if (chosen.size > MOST_BYTES) setState({ type: 'said', message: say('importTooLarge') });
    else await look(await chosen.text(), chosen.name.replace(/(?: \(\d+\))?\.[^.]*$/, ''));
  }
  async function run(tag: string) {
    setState({ type: 'busy' });
    const reply = await sendToBackground('runImport', {
      file: JSON.stringify({ ...file.current, ...(tag && { tag }) }),
    });
    if (!reply.ok) return failed(failureText(reply.failure));
    undo.current = reply.value.undo;
    setState({ type: 'done', counts: reply.value });
  }
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
      onLook={(given) => void look(given)}
      onFile={(chosen) => void open(chosen)}
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
