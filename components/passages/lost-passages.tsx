import type { WordRun } from '../../utils/quotes/word-difference';
import type { SayLost } from './words';

/** A place where a lost passage may stand. */
export interface LostPlace {
  /** Its words beside those that were saved. */
  readonly runs: readonly WordRun[];
  /** How like it is, 0 to 1. */
  readonly confidence: number;
}

/** A saved passage that was not found on its page. */
export interface LostPassage {
  readonly id: string;
  /** The words that were saved. */
  readonly words: string;
  readonly remark: string;
  /** Best first; undefined while they are looked for. */
  readonly places: readonly LostPlace[] | undefined;
  /** The reader has said where it is. */
  readonly isMended: boolean;
  /** A sentence about what went wrong. */
  readonly message: string | undefined;
}

/** What the panel of lost passages shows. */
export interface LostPassagesProps {
  readonly entries: readonly LostPassage[];
  /** Only says that there are some. */
  readonly isHint: boolean;
  readonly say: SayLost;
  onOpen(): void;
  onClose(): void;
  /** `place`: number among the places of the passage, here and below. */
  onShow(id: string, place: number): void;
  onAttach(id: string, place: number): void;
  onUndo(id: string): void;
  /** Attaches all whose best place is so like them: {@link SURE}. */
  onAttachSure(): void;
}

/** Likeness from which a place may be accepted together with others. */
export const SURE = 0.8;

/** Whether the best place of a passage may be accepted together with others: like enough, and no other as like. */
export const isSure = ({ places, isMended }: LostPassage): boolean => {
  const [best, next] = places ?? [];
  return !isMended && !!best && best.confidence >= SURE && best.confidence - (next?.confidence ?? 0) > 0.05;
};

const percent = (share: number) => Math.round(share * 100);

function Words({ runs }: { readonly runs: readonly WordRun[] }) {
  return (
    <p class="words" dir="auto">
      {runs.map(
        ({ kind, text }, index) =>
          // biome-ignore-start lint/suspicious/noArrayIndexKey: runs have no names, and never change their order.
          kind === 'same' ? text : kind === 'gone' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>,
        // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
      )}
    </p>
  );
}

function Entry({ entry, ...props }: { readonly entry: LostPassage } & LostPassagesProps) {
  const { say } = props;
  const { id, words, remark, places, isMended, message } = entry;
  return (
    <li>
      <blockquote dir="auto">{words}</blockquote>
      {remark && (
        <p class="remark" dir="auto">
          {remark}
        </p>
      )}
      {isMended ? (
        <p class="row">
          <span class="said">{say('mended')}</span>
          <button type="button" onClick={() => props.onUndo(id)}>
            {say('undo')}
          </button>
        </p>
      ) : (
        <>
          {places?.length === 0 && <p class="said">{say('noPlace')}</p>}
          {places === undefined && <p class="said">{say('searching')}</p>}
          {places?.map(({ runs, confidence }, place) => (
            <div class="place" key={`${confidence} ${runs[0]?.text}`}>
              <Words runs={runs} />
              <p class="row">
                <span class="said">{say('alike', percent(confidence))}</span>
                <button type="button" onClick={() => props.onShow(id, place)}>
                  {say('show')}
                </button>
                <button type="button" class="primary" onClick={() => props.onAttach(id, place)}>
                  {say('attach')}
                </button>
              </p>
            </div>
          ))}
        </>
      )}
      {message && <p class="said">{message}</p>}
    </li>
  );
}

/** Saved passages that are not on the page: their old words, where they may be now, and a press to say so. */
export function LostPassages(props: LostPassagesProps) {
  const { entries, isHint, say } = props;
  const sure = entries.filter(isSure).length;
  const close = (
    <button type="button" class="close" aria-label={say('close')} title={say('close')} onClick={props.onClose}>
      <span aria-hidden="true">×</span>
    </button>
  );
  const count = entries.filter(({ isMended }) => !isMended).length;
  if (isHint)
    return (
      <div class="hint" role="status">
        <span class="said">{say('changed', count)}</span>
        <button type="button" onClick={props.onOpen}>
          {say('open')}
        </button>
        {close}
      </div>
    );
  return (
    <div class="panel" role="dialog" tabIndex={-1} aria-labelledby="lost-title">
      <header class="row">
        <h2 id="lost-title">{say('title')}</h2>
        {close}
      </header>
      <p class="said" role="status">
        {count > 0 ? say('changed', count) : say('allMended')}
      </p>
      {sure > 1 && (
        <p>
          <button type="button" onClick={props.onAttachSure}>
            {say('attachSure', sure, percent(SURE))}
          </button>
        </p>
      )}
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} {...props} />
        ))}
      </ul>
    </div>
  );
}
