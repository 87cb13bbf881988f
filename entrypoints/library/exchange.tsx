import { useEffect, useRef, useState } from 'preact/hooks';
import { brokenText, say } from '../../components/library/exchange-words';
import { ImportPanel, type ImportState } from '../../components/library/import-panel';
import { fileName } from '../../components/library/shown';
import { t } from '../../components/library/words';
import { errorText, failureText } from '../../components/pages/failure-text';
import type { ImportCounts, ImportJob } from '../../utils/model/imported';
import { saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import { watchImports } from '../../utils/storage/watched';
import { addedCounts } from '../../utils/usecases/import-sum';
import type { DigestDesk, DigestDeskProps } from './digest';
import type { Export, ExportProps } from './export';
import { createReadingClient } from './reading-client';
import { SLICE } from './reading-messages';

/** Largest file that is read, bytes: what is read of it takes several times as much memory. */
const MOST_BYTES = 100_000_000;

/** A file that was looked at, as the background is told of it. */
interface Looked {
  /** Where the slices of what was read of it lie, and how many entries that is. */
  readonly files: readonly string[];
  readonly entries: number;
  readonly label: string;
  /** Name of the file; empty for pasted text. */
  readonly from: string;
}

function Import() {
  const [state, setState] = useState<ImportState>({ type: 'idle' });
  const reading = useRef<ReturnType<typeof createReadingClient>>(undefined);
  const looked = useRef<Looked>(undefined);
  const [tag, setTag] = useState('');
  const [past, setPast] = useState<readonly ImportJob[]>([]);
  /** Name of the import that is told of above the others. */
  const [last, setLast] = useState<string>();
  const undone = useRef(new Set<string>());
  const failed = (message: string) => setState({ type: 'said', message: say('exchangeFailed', message) });

  useEffect(() => watchImports((watched) => watched.type === 'open' && setPast(watched.value)), []);
  useEffect(() => {
    // What was being taken back when the browser ended goes on.
    for (const { name } of past.filter(({ isUndone }) => isUndone)) void sendUndo(name);
  }, [past]);

  /** Has an import taken back, once however often it is seen to be at that. */
  async function sendUndo(name: string) {
    if (undone.current.has(name)) return undefined;
    undone.current.add(name);
    const reply = await sendToBackground('undoImport', { name });
    undone.current.delete(name);
    return reply;
  }

  async function look(given: string | Blob, from = '') {
    setState({ type: 'busy' });
    // Most who open the library bring nothing in: the readers are started when they are needed.
    reading.current ??= createReadingClient();
    const { reader, ...read } = await reading.current(given);
    const label = reader === 'list' ? say('importList') : read.label;
    looked.current = { ...read, label, from };
    // What somebody gave away as one is found, and removed, as one.
    const name = from.replace(/(?: \(\d+\))?\.[^.]*$/, '');
    setTag(reader === 'web-annotation' && name ? say('packTag', name) : '');
    const reply = await sendToBackground('previewImport', { files: read.files, label });
    if (reply.ok) setState({ type: 'seen', counts: reply.value });
    else failed(failureText(reply.failure));
  }
  async function open(chosen: File) {
    if (chosen.size > MOST_BYTES) setState({ type: 'said', message: say('importTooLarge') });
    else await look(chosen, chosen.name);
  }
  async function run(tag: string) {
    if (!looked.current) return;
    const { files, entries, label, from } = looked.current;
    const name = crypto.randomUUID();
    setLast(name);
    let counts: ImportCounts | undefined;
    for (const [slice, file] of files.entries()) {
      setState({ type: 'busy', done: [slice * SLICE, entries] });
      const reply = await sendToBackground('runImport', { name, from, slice, file, label, ...(tag && { tag }) });
      if (reply.ok) counts = addedCounts(counts, reply.value);
      else if (!counts) return failed(failureText(reply.failure));
      // What arrived before it stays, and can be taken back.
      else counts = { ...counts, stopped: reply.failure };
      if (counts.stopped) break;
    }
    setState({ type: 'done', counts: counts! });
  }
  /** A file may be gone or locked since it was chosen. */
  const unread = (error: unknown) => failed(errorText(error));
  async function takeBack(name = last) {
    if (!name) return;
    setState({ type: 'said', message: say('importUndoing') });
    const reply = await sendUndo(name);
    if (reply?.ok) setState({ type: 'said', message: say('importUndone') });
    else if (reply) failed(failureText(reply.failure));
  }
  return (
    <ImportPanel
      state={state}
      tag={tag}
      onLook={(given) => void look(given).catch(unread)}
      onFile={(chosen) => void open(chosen).catch(unread)}
      onRun={(tag) => void run(tag)}
      past={state.type === 'done' || state.type === 'busy' ? past.filter(({ name }) => name !== last) : past}
      onUndo={(name) => void takeBack(name)}
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
