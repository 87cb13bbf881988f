import type { ZoteroPlace } from '../../utils/model/zotero';
import { say } from './exchange-words';

/** How far the sending to Zotero has come. */
export type ZoteroState =
  | { readonly type: 'idle' }
  | { readonly type: 'busy' }
  /** The reader is shown where works would arrive, and how many would. */
  | { readonly type: 'found'; readonly place: ZoteroPlace; readonly works: number }
  | { readonly type: 'said'; readonly message: string; readonly isFailure: boolean };

export interface ZoteroPanelProps {
  readonly state: ZoteroState;
  readonly onFind: () => void;
  readonly onSend: () => void;
  /** Saves what would have been sent as a file that Zotero imports. */
  readonly onFile: () => void;
}

/** Sending works to a Zotero on the same machine: first where they would arrive, then the sending; a file where that fails. */
export function ZoteroPanel({ state, onFind, onSend, onFile }: ZoteroPanelProps) {
  const isFailure = state.type === 'said' ? state.isFailure : state.type === 'found' && !state.place.isEditable;
  return (
    <fieldset class="format-options zotero">
      <legend>{say('zoteroLegend')}</legend>
      {state.type === 'found' ? (
        <>
          {state.place.isEditable ? (
            <>
              <p>
                {state.place.collection === undefined
                  ? say('zoteroInto', state.place.library)
                  : say('zoteroIntoCollection', state.place.library, state.place.collection)}
              </p>
              <button type="button" onClick={onSend}>
                {say('zoteroSend', state.works)}
              </button>
            </>
          ) : (
            <p role="alert">{say('zoteroReadOnly', state.place.library)}</p>
          )}{' '}
        </>
      ) : null}
      <button type="button" disabled={state.type === 'busy'} onClick={onFind}>
        {say(state.type === 'found' ? 'zoteroAgain' : 'zoteroFind')}
      </button>
      {isFailure && (
        <>
          {' '}
          <button type="button" onClick={onFile}>
            {say('zoteroFile')}
          </button>
        </>
      )}
      <p role="status">
        {state.type === 'busy' && say('zoteroBusy')}
        {state.type === 'said' && state.message}
      </p>
    </fieldset>
  );
}
