import { render } from 'preact';
import frameCss from '../../components/note/frame.css?inline';
import { Note } from '../../components/note/note';
import css from '../../components/note/note.css?inline';
import { say } from '../../components/note/words';
import tokens from '../../components/tokens.css?inline';
import { citationBoxes } from '../../utils/page/citation-boxes';
import type { Door, OpenedBy, PageCitation } from '../../utils/page/door';
import { createHold } from '../../utils/page/held';
import { createLayer } from '../../utils/page/layer';
import { reveal } from '../../utils/page/reveal';
import { putAwayTitles } from '../../utils/page/titles';
import { direction, language } from '../../utils/words/words';
import { createInner } from './inner-note';
import { createActions, viewOf } from './note-actions';
import { type Asked, openSession, type Session } from './session';
import { NOTE_SIZES, type Stand, stand } from './stand';

/** What a note needs of the rest of the reader script. */
export interface NotesDepend {
  readonly door: Door;
  readonly document: Document;
  readonly isPrivate: boolean;
  claimOf(citation: PageCitation): string | undefined;
  /** Whether it stands inside another note: then it has neither claim nor cluster, and nothing opens inside it. */
  readonly isInner?: true;
  /** Marks the words a citation supports. @returns Whether they could be told. */
  highlightClaim(citation: PageCitation): boolean;
  /** The background where undefined. */
  readonly asked?: Asked;
}

/** A note that is shown. */
export interface OpenNote {
  readonly cluster: readonly PageCitation[];
  readonly isClosed: boolean;
  /** Unfolds an entry. Asked for by key or touch, it becomes a dialog that has the focus, however it was opened. */
  turnTo(index: number, by: OpenedBy): void;
  /** Whether a node is its host. */
  owns(node: EventTarget | null): boolean;
  /** Opens the note of the link in it that has the focus. @returns Whether one has. */
  openFocused(): boolean;
  /** Closes the note inside it. @returns Whether there was one. */
  closeInner(): boolean;
  isNear(x: number, y: number): boolean;
  close(): void;
}

/** What an entry with a summary takes, and a folded one, pixels. */
const ENTRY_HEIGHT = 320;
const FOLDED_HEIGHT = 58;
const WIDTH = 420;
/** Beyond this size what can be done does not stay at the foot: it would take most of the window. */
const MAGNIFIED = 1.4;

const isInView = ({ innerWidth, innerHeight }: Window, box: DOMRect): boolean =>
  box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;

/** Calls back once the frame being made is on the screen: a message posted in a frame is delivered after its painting. */
function afterPaint(window: Window, callback: () => void): void {
  window.requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(0);
  });
}

/**
 * Opens a note beside its citation.
 *
 * @param onClosed - It is gone.
 * @param onPinned - It has become one that stays where it is until it is closed.
 */
export function openNote(
  depend: NotesDepend,
  citation: PageCitation,
  by: OpenedBy,
  onClosed: () => void,
  onPinned: () => void,
): OpenNote {
  const { door, document, isPrivate, isInner, claimOf, highlightClaim, asked } = depend;
  const window = document.defaultView as Window;
  const cluster = isInner ? [citation] : door.scanner.cluster(citation);
  const life = new AbortController();
  // Who asks by key may have scrolled away from it.
  if (by === 'key' && !citationBoxes(document, citation).some((box) => isInView(window, box))) reveal(citation);
  const { theme, noteSize } = door.settings;
  const looks = { language: language(), direction: direction(), theme, size: NOTE_SIZES[noteSize] };
  const styles = [tokens, frameCss, css];
  const { host, layer, size } = createLayer(document, styles, citation.range.startContainer, looks);
  layer.classList.toggle('magnified', size > MAGNIFIED);
  const whenFree = createHold(window, layer, life.signal);
  const giveBackTitles = putAwayTitles(citation.link ?? citation.range.startContainer.parentElement);
  const focused = (isInner ? citation.link : document.activeElement) as HTMLElement | null | undefined;
  const page = () => ({ url: document.location.href, title: document.title });
  const session: Session = openSession(cluster, page, claimOf, () => whenFree(draw), asked);
  const isIt = ({ link, range }: PageCitation) =>
    link === citation.link &&
    range.startContainer === citation.range.startContainer &&
    range.startOffset === citation.range.startOffset;
  let unfolded: number | undefined = Math.max(0, cluster.findIndex(isIt));
  let place: Stand | undefined;
  let isDialog = by !== 'pointer';
  let isPinned = false;
  let isRoomy = true;

  const actions = createActions({
    door,
    session,
    isPrivate,
    claimOf,
    highlight: isInner
      ? undefined
      : (marked) => {
          const isMarked = highlightClaim(marked);
          if (isMarked && !isPinned) place?.makeWay();
          return isMarked;
        },
    onGo: isInner ? undefined : () => !isPinned && close(),
    // What the tap would have done without us; the page hears it as any click.
    follow:
      by === 'touch'
        ? (link) => {
            close();
            door.leaving(link);
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
          }
        : undefined,
  });
  const turnTo = (index: number | undefined) => {
    unfolded = index;
    isRoomy = true;
    draw();
    layer.querySelector('.unfolded')?.scrollIntoView({ block: 'nearest' });
    if (index !== undefined) session.lookUp(index);
  };
  const close = () => {
    if (life.signal.aborted) return;
    inner?.close();
    life.abort();
    const hadFocus = host.root.activeElement !== null;
    session.close();
    render(null, layer);
    host.remove();
    giveBackTitles();
    if (hadFocus) focused?.focus?.({ preventScroll: true });
    onClosed();
  };
  const pin = () => {
    isPinned = true;
    place?.stay();
    draw();
    onPinned();
  };
  /** Room for what may still come is given up when nothing will, and not while the pointer is about to press something. */
  const needsRoom = () => {
    const stage = session.entries[unfolded ?? -1]?.progress.stage;
    return stage === 'starting' || stage === 'asking' || (layer.firstElementChild?.matches(':hover') ?? false);
  };
  function draw() {
    isRoomy &&= needsRoom();
    render(
      <Note
        entries={session.entries.map((entry) => ({
          label: entry.place.citation.label,
          view: viewOf(entry),
          deeds: entry.deeds,
        }))}
        unfolded={unfolded}
        isDialog={isDialog && !isPinned}
        isSheet={by === 'touch'}
        isPinned={isPinned}
        isRoomy={isRoomy}
        isPrivate={isPrivate}
        say={say}
        actions={actions}
        onUnfold={turnTo}
        onPin={by === 'touch' || isInner ? undefined : pin}
        onMove={(byX, byY) => place?.move(byX, byY)}
        onResize={(byX, byY) => place?.resize(byX, byY)}
        onClose={(byEscape) => {
          if (!byEscape || !inner?.close()) close();
        }}
      />,
      layer,
    );
  }

  const openInner = (link: PageCitation, key: OpenedBy, onGone: () => void) =>
    openNote({ ...depend, isInner: true, claimOf: () => undefined }, link, key, onGone, () => {});
  const inner = isInner || by === 'touch' ? undefined : createInner(door, host.root, life.signal, openInner);
  draw();
  // Drawn first, so that showing it computes the styles of all of it, and placing it reads the one layout that follows.
  host.show();
  const frame = layer.firstElementChild as HTMLElement;
  const isAskable = session.entries.some((entry) => entry.isAskable);
  const expected = isAskable ? ENTRY_HEIGHT + FOLDED_HEIGHT * (cluster.length - 1) : 0;
  // A sheet stands where its style says, and a phone's way back closes it, where a script may hear of that.
  if (by === 'touch') {
    const { CloseWatcher } = window as { CloseWatcher?: new (options: { signal: AbortSignal }) => EventTarget };
    if (CloseWatcher) new CloseWatcher({ signal: life.signal }).addEventListener('close', close);
  } else {
    const pointer = by === 'pointer' ? door.pointer : undefined;
    const wanted = { width: WIDTH * size, height: expected * size };
    place = stand(window, frame, citation, pointer, wanted, close, life.signal);
  }
  // A dialog or full screen that the page opens now would cover the note.
  document.addEventListener('fullscreenchange', () => host.show(), { signal: life.signal });
  afterPaint(window, () => {
    if (life.signal.aborted) return;
    door.timing.shown = window.performance.now();
    if (unfolded !== undefined) session.lookUp(unfolded);
  });
  return {
    cluster,
    turnTo(index, nowBy) {
      isDialog ||= nowBy !== 'pointer';
      turnTo(index);
    },
    close,
    get isClosed() {
      return life.signal.aborted;
    },
    owns: (node) => node === host.host,
    openFocused: () => inner?.openFocused() ?? false,
    closeInner: () => inner?.close() ?? false,
    // Who has written something into a field of it may let the hand stray.
    isNear: (x, y) =>
      !!(host.root.activeElement as HTMLInputElement | null)?.value ||
      ((place?.isNear(x, y) || inner?.isNear(x, y)) ?? false),
  };
}
