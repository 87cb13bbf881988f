import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Identifier } from '../../utils/model/identifier';
import type { Say } from '../../utils/notes/words';

export interface WhichProps {
  readonly say: Say;
  /** What is named by what the reader wrote; undefined where nothing is. */
  read(text: string): Identifier | undefined;
  onCorrect(identifier: Identifier): void;
}

/** Asks which study it is instead. What is written is read back in words before anybody is asked about it. */
export function Which({ say, read, onCorrect }: WhichProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const identifier = read(text);
  const isEmpty = text.trim() === '';
  const verdict = identifier
    ? say('whichRead', `${identifier.scheme.toUpperCase()} ${identifier.value}`)
    : isEmpty
      ? say('whichHint')
      : say('whichUnread');
  return (
    <form
      class="which"
      aria-label={say('which')}
      onSubmit={(event) => {
        event.preventDefault();
        if (identifier) onCorrect(identifier);
      }}
    >
      <label for={id}>{say('which')}</label>
      <div class="row">
        <input
          id={id}
          ref={field}
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby={`${id}-verdict`}
          aria-invalid={!identifier && !isEmpty}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" disabled={!identifier}>
          {say('lookUp')}
        </button>
      </div>
      <p class="small" id={`${id}-verdict`} role="status">
        {verdict}
      </p>
    </form>
  );
}
