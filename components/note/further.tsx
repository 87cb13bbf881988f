import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FurtherView } from '../../utils/notes/further';
import type { Say } from '../../utils/notes/words';

/** What else can be done with a work. */
export interface FurtherProps {
  readonly view: FurtherView;
  readonly say: Say;
  onCopyAs(form: 'markdown' | 'citation'): void;
  /** Opens the reader's own library at this work's title. */
  onSearchLibrary(): void;
  /** The system's way to pass something on, where the browser has one. */
  readonly onShare?: () => void;
  /** Explains a word to themselves, the one selected in the page where one is. */
  onDefine(): void;
  /** Keeps a remark of theirs with the work; undefined where nothing is kept. @returns Whether it is kept. */
  readonly onRemark?: (words: string) => Promise<boolean>;
}

/** A remark of the reader's own, to be written and kept. */
function Remark({ say, onKeep }: { readonly say: Say; onKeep(words: string): Promise<boolean> }) {
  const [isWriting, setWriting] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isBegun = useRef(false);
  // Before it is painted: what is typed from then on is the remark's, and not the page's.
  useLayoutEffect(() => {
    if (isBegun.current) (field.current ?? button.current)?.focus();
    isBegun.current = true;
  }, [isWriting]);
  if (!isWriting)
    return (
      <button type="button" ref={button} onClick={() => setWriting(true)}>
        {say('remark')}
      </button>
    );
  const keep = async (event: Event) => {
    event.preventDefault();
    const words = field.current?.value.trim();
    if (words && (await onKeep(words))) setWriting(false);
  };
  return (
    <form
      class="remark"
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The field alone, and not the note around it.
        event.stopPropagation();
        setWriting(false);
      }}
    >
      <textarea ref={field} aria-label={say('remark')} dir="auto" rows={3} maxLength={5000} required />
      <button type="submit">{say('keepRemark')}</button>
    </form>
  );
}

/** Searches, prepared messages and other forms of a copy; they are links, so that the reader sees where they lead. */
export function Further({ view, say, ...actions }: FurtherProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="further" ref={panel} aria-label={say('further')}>
      <h3>{say('search')}</h3>
      <div class="row">
        {view.searches.map(({ label, url }) => (
          <a key={label} href={url} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        ))}
        <button type="button" onClick={actions.onSearchLibrary}>
          {say('searchLibrary')}
        </button>
      </div>
      <h3>{say('passOn')}</h3>
      <div class="row">
        <button type="button" onClick={() => actions.onCopyAs('citation')}>
          {say('copyCitation')}
        </button>
        <button type="button" onClick={() => actions.onCopyAs('markdown')}>
          {say('copyMarkdown')}
        </button>
        {actions.onShare && (
          <button type="button" onClick={actions.onShare}>
            {say('share')}
          </button>
        )}
        {view.mails.map(({ label, url }) => (
          <a key={label} href={url}>
            {label}
          </a>
        ))}
      </div>
      <h3>{say('ownWords')}</h3>
      <div class="row">
        <button type="button" onClick={actions.onDefine}>
          {say('define')}
        </button>
        {actions.onRemark && <Remark say={say} onKeep={actions.onRemark} />}
      </div>
    </section>
  );
}
