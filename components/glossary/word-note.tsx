import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { say } from './words';

export interface WordNoteProps {
  readonly word: string;
  /** Empty while it is being defined for the first time. */
  readonly definition: string;
  /** Whether it opens with its fields, to be written. */
  readonly isWriting: boolean;
  /** A dialog that takes the focus, rather than one that shows itself beside the pointer. */
  readonly isDialog: boolean;
  readonly message?: string;
  onSave(word: string, definition: string): void;
  onRemove(): void;
  onClose(): void;
}

/** The reader's own note on a word: what they wrote, and the way to change it. Nothing of the page's or a service's is in it. */
export function WordNote(props: WordNoteProps) {
  const [isWriting, setWriting] = useState(props.isWriting);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const field = frame.current?.querySelector<HTMLElement>(props.word ? 'textarea' : 'input');
    if (isWriting) field?.focus({ preventScroll: true });
    else if (props.isDialog) frame.current?.focus({ preventScroll: true });
  }, [isWriting]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const [word, definition] = [form.get('word'), form.get('definition')].map((value) => String(value ?? '').trim());
    if (word && definition) props.onSave(word, definition);
  };
  return (
    <div
      class="frame"
      ref={frame}
      role="dialog"
      aria-label={props.word ? say('noteOn', props.word) : say('define')}
      aria-describedby={isWriting ? undefined : `${id}-text`}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <p class="kind top">{say('own')}</p>
      {isWriting ? (
        <form onSubmit={submit}>
          <label for={`${id}-word`}>{say('word')}</label>
          <input id={`${id}-word`} name="word" dir="auto" maxLength={100} required defaultValue={props.word} />
          <label for={`${id}-definition`}>{say('definition')}</label>
          <textarea
            id={`${id}-definition`}
            name="definition"
            dir="auto"
            rows={4}
            maxLength={5000}
            required
            defaultValue={props.definition}
          />
          <div class="row">
            <button type="submit" class="primary">
              {say('save')}
            </button>
            <button type="button" onClick={props.onClose}>
              {say('cancel')}
            </button>
          </div>
        </form>
      ) : (
        <>
          <h2 dir="auto">{props.word}</h2>
          <p class="definition" id={`${id}-text`} dir="auto">
            {props.definition}
          </p>
          <div class="row">
            <button type="button" onClick={() => setWriting(true)}>
              {say('edit')}
            </button>
            <button type="button" onClick={props.onRemove}>
              {say('remove')}
            </button>
          </div>
        </>
      )}
      <p class="message" role="status">
        {props.message}
      </p>
      <div class="corner">
        <button type="button" class="close" aria-label={say('close')} onClick={props.onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
    </div>
  );
}
