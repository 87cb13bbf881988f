import { render } from 'preact';
import type { EntryActions } from '../../components/note/entry';
import { Note } from '../../components/note/note';
import css from '../../components/note/note.css?inline';
import { plainText } from '../../utils/model/rich-text';
import { titleAndLink } from '../../utils/notes/copy';
import { viewEntry } from '../../utils/notes/view';
import { say } from '../../utils/notes/words';
import { citationBoxes } from '../../utils/page/citation-boxes';
import { copyForms } from '../../utils/page/clipboard';
import type { Door, OpenedBy, PageCitation } from '../../utils/page/door';
import { createHost, pageZoom } from '../../utils/page/host';
import { reveal } from '../../utils/page/reveal';
import { putAwayTitles } from '../../utils/page/titles';
import { openSession, type Session } from './session';
import { type Stand, stand } from './stand';

/** The notes of one frame: one is open at a time. */
export interface Notes {
  open(citation: PageCitation, by: OpenedBy): void;
  close(): void;
  readonly isOpen: boolean;
  isNear(x: number, y: number): boolean;
}

/** What a note needs of the rest of the reader script. */
export interface NotesDepend {
  readonly door: Door;
  readonly document: Document;
  readonly isPrivate: boolean;
  claimOf(citation: PageCitation): string | undefined;
  /** Marks the words a citation supports. @returns Whether they could be told. */
  highlightClaim(citation: PageCitation): boolean;
}

interface OpenNote {
  readonly cluster: readonly PageCitation[];
  readonly isClosed: boolean;
  turnTo(index: number): void;
  isNear(x: number, y: number): boolean;
  close(): void;
}

/** What an entry with a summary takes, and a folded one, pixels. */
const ENTRY_HEIGHT = 320;
const FOLDED_HEIGHT = 58;

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

function openNote(
  { door, document, isPrivate, claimOf, highlightClaim }: NotesDepend,
  citation: PageCitation,
  by: OpenedBy,
  onClosed: () => void,
): OpenNote {
  const window = document.defaultView as Window;
  const cluster = door.scanner.cluster(citation);
  const life = new AbortController();
  // Who asks by key may have scrolled away from it.
  if (by === 'key' && !citationBoxes(document, citation).some((box) => isInView(window, box))) reveal(citation);
  const host = createHost(document, css, citation.range.startContainer);
  const layer = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  layer.className = 'layer tokens';
  layer.style.setProperty('zoom', String(1 / pageZoom(document)));
  host.root.append(layer);
  const giveBackTitles = putAwayTitles(citation.link ?? citation.range.startContainer.parentElement);
  const focused = document.activeElement as HTMLElement | null;
  const page = () => ({ url: document.location.href, title: document.title });
  const session: Session = openSession(cluster, page, claimOf, () => draw());
  let unfolded: number | undefined = Math.max(0, cluster.indexOf(citation));
  let place: Stand | undefined;

  const views = () =>
    session.entries.map(({ place: { citation }, progress, deeds }) => ({
      label: citation.label,
      view: viewEntry(citation, progress, { say, now: Date.now() }),
      deeds,
    }));
  const actions = (index: number): EntryActions => ({
    onSave: () => void session.save(index),
    onUndo: () => void session.undo(index),
    async onCopy() {
      const view = views()[index]?.view;
      const work = session.entries[index]?.progress.work;
      const doi = work?.ids.find(({ scheme }) => scheme === 'doi');
      const url = doi ? `https://doi.org/${encodeURI(doi.value)}` : view?.titleUrl;
      const title = plainText(view?.title ?? []) || view?.pageText?.text || '';
      const isCopied = await copyForms(document, titleAndLink(title, url));
      session.tell(index, say(isCopied ? 'copied' : 'copyFailed'));
    },
    onHighlight() {
      const entry = session.entries[index];
      if (!entry) return;
      const isMarked = highlightClaim(entry.place);
      session.tell(index, say(isMarked ? 'highlighted' : 'noPassage'));
      if (isMarked) place?.makeWay();
    },
    onLookUp: () => session.go(index),
    onAllow: (lookUp) => void session.allow(index, lookUp),
  });
  const turnTo = (index: number | undefined) => {
    unfolded = index;
    draw();
    layer.querySelector('.unfolded')?.scrollIntoView({ block: 'nearest' });
    if (index !== undefined) session.lookUp(index);
  };
  const close = () => {
    if (life.signal.aborted) return;
    life.abort();
    const hadFocus = host.root.activeElement !== null;
    session.close();
    render(null, layer);
    host.remove();
    giveBackTitles();
    if (hadFocus) focused?.focus?.({ preventScroll: true });
    onClosed();
  };
  function draw() {
    render(
      <Note
        entries={views()}
        unfolded={unfolded}
        isDialog={by !== 'pointer'}
        isSheet={by === 'touch'}
        isPrivate={isPrivate}
        say={say}
        actions={actions}
        onUnfold={turnTo}
        onClose={close}
      />,
      layer,
    );
  }

  host.show();
  draw();
  const frame = layer.firstElementChild as HTMLElement;
  const isAskable = session.entries.some((entry) => entry.isAskable);
  const expected = isAskable ? ENTRY_HEIGHT + FOLDED_HEIGHT * (cluster.length - 1) : 0;
  // A sheet stands where its style says.
  if (by !== 'touch')
    place = stand(window, frame, citation, by === 'pointer' ? door.pointer : undefined, expected, close, life.signal);
  // A dialog or full screen that the page opens now would cover the note.
  document.addEventListener('fullscreenchange', () => host.show(), { signal: life.signal });
  afterPaint(window, () => {
    if (life.signal.aborted) return;
    door.timing.shown = window.performance.now();
    if (unfolded !== undefined) session.lookUp(unfolded);
  });
  return {
    cluster,
    turnTo,
    close,
    get isClosed() {
      return life.signal.aborted;
    },
    isNear: (x, y) => place?.isNear(x, y) ?? false,
  };
}

/** The notes of a frame. They end with the door. */
export function createNotes(depend: NotesDepend): Notes {
  let note: OpenNote | undefined;
  const notes: Notes = {
    open(citation, by) {
      const index = note?.cluster.indexOf(citation) ?? -1;
      if (note && index >= 0) return note.turnTo(index);
      note?.close();
      const opened = openNote(depend, citation, by, () => {
        note = undefined;
      });
      // A citation that is not to be seen has no note.
      note = opened.isClosed ? undefined : opened;
    },
    close: () => note?.close(),
    get isOpen() {
      return note !== undefined;
    },
    isNear: (x, y) => note?.isNear(x, y) ?? false,
  };
  depend.door.signal.addEventListener('abort', () => notes.close(), { once: true });
  return notes;
}
