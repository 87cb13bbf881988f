import { render } from 'preact';
import { WordNote as View } from '../../components/glossary/word-note';
import css from '../../components/glossary/word-note.css?inline';
import { say } from '../../components/glossary/words';
import frameCss from '../../components/note/frame.css?inline';
import tokens from '../../components/tokens.css?inline';
import type { Term } from '../../utils/model/term';
import type { Door, PageCitation } from '../../utils/page/door';
import { createLayer } from '../../utils/page/layer';
import { sendToBackground } from '../../utils/platform/send';
import { direction, language } from '../../utils/words/words';
import { NOTE_SIZES, type Stand, stand } from '../reader/stand';

/** What a note on a word is about. */
export interface WordSubject {
  readonly term: Term | { readonly word: string; readonly definition: '' };
  /** Where the word stands; undefined where it is only named. */
  readonly place?: PageCitation;
  readonly by: 'pointer' | 'key';
}

/** An open note on a word. */
export interface WordNote {
  readonly isWriting: boolean;
  owns(node: EventTarget | null): boolean;
  isNear(x: number, y: number): boolean;
  close(): void;
}

/** Its width and the height it is expected to have, pixels. */
const WANTED = { width: 340, height: 160 };

/** Opens the reader's own note on a word beside it, or in the middle where it has no place. */
export function openWordNote(
  window: Window,
  door: Door,
  { term, place, by }: WordSubject,
  onClosed: () => void,
): WordNote {
  const { document } = window;
  const life = new AbortController();
  const { theme, noteSize } = door.settings;
  const looks = { language: language(), direction: direction(), theme, size: NOTE_SIZES[noteSize] };
  const { host, layer, size } = createLayer(document, [tokens, frameCss, css], place?.range.startContainer, looks);
  const wanted = { width: WANTED.width * size, height: WANTED.height * size };
  const focused = document.activeElement as HTMLElement | null;
  const isNew = term.definition === '';
  let standing: Stand | undefined;

  const close = () => {
    if (life.signal.aborted) return;
    life.abort();
    const hadFocus = host.root.activeElement !== null;
    render(null, layer);
    host.remove();
    if (hadFocus) focused?.focus?.({ preventScroll: true });
    onClosed();
  };
  const settle = (asked: Promise<{ readonly ok: boolean }>) =>
    void asked.then(({ ok }) => (ok ? close() : draw(say('failed'))));
  const draw = (message?: string) => {
    if (life.signal.aborted) return;
    render(
      <View
        word={term.word}
        definition={term.definition}
        isWriting={isNew}
        isDialog={by === 'key'}
        message={message}
        onSave={(word, definition) =>
          settle(sendToBackground('saveTerm', { id: 'id' in term ? term.id : newId(), word, definition }))
        }
        onRemove={() => 'id' in term && settle(sendToBackground('removeTerm', { id: term.id }))}
        onClose={close}
      />,
      layer,
    );
  };
  draw();
  host.show();
  const frame = layer.firstElementChild as HTMLElement;
  if (place)
    standing = stand(window, frame, place, by === 'pointer' ? door.pointer : undefined, wanted, close, life.signal);
  else
    Object.assign(frame.style, {
      left: `max(8px, calc(50vw - ${wanted.width / 2}px))`,
      top: '20vh',
      width: `${wanted.width}px`,
    });
  document.addEventListener('fullscreenchange', () => host.show(), { signal: life.signal });
  return {
    get isWriting() {
      return layer.querySelector('form') !== null;
    },
    owns: (node) => node === host.host,
    isNear: (x, y) => standing?.isNear(x, y) ?? false,
    close,
  };
}

/** An id for a new word. Pages without a secure context have no `randomUUID`. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
