import { useState } from 'preact/hooks';
import type { BrokenEntry, ImportCounts, ImportJob } from '../../utils/model/imported';
import { timeText } from '../pages/dates';
import { failureText } from '../pages/failure-text';
import { brokenText, say } from './exchange-words';

/** What is told of an import at this moment. */
export type ImportState =
  | { readonly type: 'idle' }
  /** `done`: entries that have been brought in, and of how many; undefined while a file is looked at. */
  | { readonly type: 'busy'; readonly done?: readonly [number, number] }
  | { readonly type: 'seen'; readonly counts: ImportCounts }
  | { readonly type: 'done'; readonly counts: ImportCounts }
  | { readonly type: 'said'; readonly message: string };

export interface ImportPanelProps {
  readonly state: ImportState;
  /** The tag that is proposed for passages. */
  readonly tag: string;
  readonly onLook: (text: string) => void;
  readonly onFile: (file: File) => void;
  /** @param tag - For the passages; empty where they shall have none. */
  readonly onRun: (tag: string) => void;
  /** Imports that can be taken back, the last first. */
  readonly past: readonly ImportJob[];
  /** @param name - Of one of them; undefined: of the one that was just done. */
  readonly onUndo: (name?: string) => void;
  /** Gives the reader the list of what cannot be read, whole. */
  readonly onSaveBroken: (broken: readonly BrokenEntry[]) => void;
}

/** Most broken entries that are shown, and characters of each; a damaged file has thousands. */
const MOST = 50;
const LONGEST = 200;

function Broken({ broken, onSave }: { readonly broken: readonly BrokenEntry[]; readonly onSave: () => void }) {
  if (broken.length === 0) return null;
  return (
    <details class="broken">
      <summary>{say('importBroken', broken.length)}</summary>
      <ul>
        {broken.slice(0, MOST).map((entry) => (
          <li key={`${entry.where} ${entry.text.slice(0, LONGEST).toWellFormed()}`}>
            {brokenText(entry)} <code>{entry.text.slice(0, LONGEST).toWellFormed()}</code>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onSave}>
        {say('saveBroken')}
      </button>
    </details>
  );
}

/** The way in; passages come with a tag, if the reader wants one, by which they are found together. */
function Run({ tag, onRun }: { readonly tag: string | undefined; readonly onRun: (tag: string) => void }) {
  const [written, setWritten] = useState(tag ?? '');
  return (
    <>
      {tag !== undefined && (
        <label>
          {say('importTag')}{' '}
          <input
            id="import-tag"
            maxLength={100}
            value={written}
            onInput={(event) => setWritten(event.currentTarget.value)}
          />
        </label>
      )}
      <button type="button" onClick={() => onRun(written.trim())}>
        {say('importRun')}
      </button>
    </>
  );
}

/** What was brought in of late, which can be taken back long after. */
function Past({ past, onUndo }: Pick<ImportPanelProps, 'past' | 'onUndo'>) {
  const [isOpen, setIsOpen] = useState(false);
  if (past.length === 0) return null;
  return (
    <details class="import-past" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say('importPast')}</summary>
      {isOpen && (
        <>
          <p class="aside">{say('importPastHint')}</p>
          <ul>
            {past.map(({ name, from, label, at, fresh, known, freshPassages, knownPassages, isUndone }) => (
              <li key={name}>
                {say('importFound', `${from || label}, ${timeText(at)}`, fresh, known, freshPassages, knownPassages)}{' '}
                {isUndone ? (
                  say('importUndoing')
                ) : (
                  <button type="button" aria-label={say('importPastUndo', from || label)} onClick={() => onUndo(name)}>
                    {say('importUndo')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

/** A file or pasted text, what it would bring, and the way back. */
export function ImportPanel(props: ImportPanelProps) {
  const { state, tag, past, onLook, onFile, onRun, onUndo, onSaveBroken } = props;
  const [text, setText] = useState('');
  return (
    <section class="exchange" aria-labelledby="import-lead">
      <h2 id="import-lead">{say('importLead')}</h2>
      <p class="aside">{say('importHint')}</p>
      <label>
        {say('importFile')}{' '}
        <input
          id="import-file"
          type="file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
      <label class="pasted">
        {say('importText')}
        <textarea
          id="import-text"
          rows={4}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="button" disabled={text.trim() === '' || state.type === 'busy'} onClick={() => onLook(text)}>
        {say('importLook')}
      </button>
      <div class="import-told" role="status">
        {state.type === 'busy' && <p>{state.done ? say('importRunning', ...state.done) : say('importLooking')}</p>}
        {state.type === 'said' && <p>{state.message}</p>}
        {state.type === 'seen' && (
          <>
            <p>
              {say(
                'importFound',
                state.counts.label,
                state.counts.fresh,
                state.counts.known,
                state.counts.freshPassages,
                state.counts.knownPassages,
              )}
            </p>
            {state.counts.unclear > 0 && <p>{say('importUnclear', state.counts.unclear)}</p>}
            <Broken broken={state.counts.broken} onSave={() => onSaveBroken(state.counts.broken)} />
            {state.counts.fresh + state.counts.known + state.counts.freshPassages > 0 && (
              <Run key={tag} tag={state.counts.freshPassages > 0 ? tag : undefined} onRun={onRun} />
            )}
          </>
        )}
        {state.type === 'done' && (
          <>
            {state.counts.stopped && (
              <p class="trouble" role="alert">
                {say('importStopped', failureText(state.counts.stopped))}
              </p>
            )}
            <p>{say('importDone', state.counts.fresh, state.counts.freshPassages, state.counts.known)}</p>
            <Broken broken={state.counts.broken} onSave={() => onSaveBroken(state.counts.broken)} />
            <button type="button" onClick={() => onUndo()}>
              {say('importUndo')}
            </button>
          </>
        )}
      </div>
      <Past past={past} onUndo={onUndo} />
    </section>
  );
}
