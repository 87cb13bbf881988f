import type { EntryActions } from '../../components/note/entry';
import { say } from '../../components/note/words';
import type { Sought } from '../../utils/model/visit';
import { type EntryView, viewEntry } from '../../utils/notes/view';
import { workText } from '../../utils/notes/work-text';
import type { Door, Further, FurtherPorts, Lesson, PageCitation } from '../../utils/page/door';
import { bring } from '../../utils/platform/bring';
import { sendToBackground } from '../../utils/platform/send';
import { language } from '../../utils/words/words';
import { soughtIn } from './in-document';
import type { Session, SessionEntry } from './session';

/** What an entry shows now. */
export const viewOf = ({ place, progress }: SessionEntry): EntryView =>
  viewEntry(place.citation, progress, { say, now: Date.now(), locale: language() });

/** What the deeds of a note need. */
export interface ActionsDepend {
  readonly door: Door;
  readonly session: Session;
  readonly isPrivate: boolean;
  claimOf(citation: PageCitation): string | undefined;
  /** Marks the words a citation supports. @returns Whether they could be told. Undefined inside another note. */
  readonly highlight?: (citation: PageCitation) => boolean;
  /** The reader is about to be led to a passage that cites the same work. Undefined inside another note. */
  readonly onGo?: () => void;
  /** Follows the page's own link of a citation; undefined where the note does not stand in its stead. */
  readonly follow?: (link: Element) => void;
}

/** What can be done with each entry of an open note. */
export function createActions(depend: ActionsDepend): (index: number) => EntryActions {
  const { door, session, claimOf, highlight, onGo, follow } = depend;
  const lessons = new Map<number, Lesson>();
  /** Lets the further script draw in a place, once it is here. */
  const further = (draw: (it: Further) => () => void) => {
    let isOver = false;
    let undo: (() => void) | undefined;
    const needed = door.further ? undefined : bring('further');
    void Promise.resolve(needed).then(() => {
      if (!isOver && door.further) undo = draw(door.further);
    });
    return () => {
      isOver = true;
      undo?.();
    };
  };
  const mentions = (place: HTMLElement, entry: SessionEntry, onGo: () => void) => {
    let isOver = false;
    let undo: (() => void) | undefined;
    door.withGuide((guide) => {
      if (!isOver) undo = guide.listMentions(place, entry.place, onGo);
    });
    return () => {
      isOver = true;
      undo?.();
    };
  };
  async function forget(index: number, entry: SessionEntry): Promise<void> {
    const lesson = lessons.get(index);
    if (!lesson && !door.teacher) await bring('teacher');
    if (!lesson && !door.teacher) return session.tell(index, say('background'));
    const learnt = lesson ? undefined : door.teacher?.forget(entry.place);
    lesson?.undo();
    if (learnt) lessons.set(index, learnt);
    else lessons.delete(index);
    session.forgotten(index, learnt !== undefined, learnt ? say('forgotten', learnt.others + 1) : say('remembered'));
  }
  async function copyLink(ports: FurtherPorts): Promise<void> {
    if (!door.further) await bring('further');
    if (door.further) door.further.copyLink(ports);
    else ports.tell(say('copyFailed'));
  }
  async function openThere(index: number, url: string, sought: Sought): Promise<void> {
    const reply = await sendToBackground('openDocument', { id: crypto.randomUUID(), url, sought });
    const words = sought[0].quote.exact.split(/\s+/).slice(0, 8).join(' ');
    const isFile = reply.ok && reply.value.isFile;
    session.tell(index, reply.ok ? say(isFile ? 'openedFile' : 'openedThere', words) : say('background'));
  }
  return (index) => {
    const entry = session.entries[index] as SessionEntry;
    const { link } = entry.place;
    const url = viewOf(entry).titleUrl;
    // Not for the first words on the screen: to tell a claim the whole page is read.
    const isFirst = entry.progress.stage === 'starting';
    const sought = url && !isFirst ? soughtIn(entry.progress, claimOf(entry.place)) : undefined;
    const text = () => workText(viewOf(entry), entry.progress.work);
    const ports: FurtherPorts = {
      words: text,
      work: () => entry.progress.work,
      sources: () => entry.progress,
      claim: () => claimOf(entry.place),
      tell: (message) => session.tell(index, message),
      correct: (identifier) => session.correct(index, identifier),
      remark: depend.isPrivate ? undefined : (words) => session.save(index, words),
    };
    return {
      onSave: () => void session.save(index),
      onUndo: () => void session.undo(index),
      onCopy: () => void copyLink(ports),
      drawFurther: (place) => further((it) => it.showMore(place, ports)),
      drawWhich: (place) => further((it) => it.askWhich(place, ports)),
      drawRecord: (place) => further((it) => it.tellRecord(place, ports)),
      onUncorrect: () => session.correct(index),
      onOpenThere: url && sought ? () => void openThere(index, url, sought) : undefined,
      drawMentions: onGo && ((place) => mentions(place, entry, onGo)),
      onHighlight: highlight && (() => session.tell(index, say(highlight(entry.place) ? 'highlighted' : 'noPassage'))),
      onFollow: follow && link && (() => follow(link)),
      onLookUp: () => session.go(index),
      onRelated: () => session.relate(index),
      // A link in a note of ours is nothing that could be taught about the page.
      onForget: highlight && (() => void forget(index, entry)),
      onPick: (id) => session.pick(index, id),
      onAllow: (lookUp) => void session.allow(index, lookUp),
    };
  };
}
