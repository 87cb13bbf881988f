import { say } from '../../components/passages/words';
import type { Travel } from '../../utils/model/deed';
import { type Colour, joinPlaces, MOST_PLACES, type Passage, placesOf, quotedWords } from '../../utils/model/passage';
import type { Bar, BarPlace, Door, Reader } from '../../utils/page/door';
import { bring } from '../../utils/platform/bring';
import type { leaveMessage } from '../../utils/platform/outbox';
import type { sendToBackground } from '../../utils/platform/send';
import { type BarActions, type BarView, type OpenBar, openBar } from './bar-view';
import { copyQuote } from './copy-quote';
import { createDesk, sentenceOf } from './desk';
import { createDrafts } from './drafts';
import { createKeeper } from './keep';
import { sayings } from './new-passage';
import { type History, newHistory, type Subject, shortened, touch } from './subject';
import { createPageTravel } from './travel';

/** What the bar needs of its frame. */
export interface BarDepend {
  readonly document: Document;
  readonly door: Door;
  readonly reader: Pick<Reader, 'passages' | 'openLost' | 'owns' | 'layer'>;
  readonly isPrivate: boolean;
  /** Whether the page can be found again, so that keeping something of it has a meaning. */
  readonly hasAddress: boolean;
  readonly send: typeof sendToBackground;
  readonly leave: typeof leaveMessage;
}

/** Whether words are a term rather than a sentence: a few words, without an end. */
const isTerm = (words: string): boolean =>
  /^[^.!?;:\n]{2,60}$/.test(words.trim()) && words.trim().split(/\s+/).length <= 5;

/** Makes the bar of a frame: open for one subject at a time. Ends with the door. */
export function createPassageBar({ document, door, reader, isPrivate, hasAddress, send, leave }: BarDepend): Bar {
  const { signal } = door;
  const { passages } = reader;
  let bar: OpenBar | undefined;
  let subject: Subject | undefined;
  /** The passage that the bar was last open for. */
  let lastId: string | undefined;
  let linking: Promise<unknown> | undefined;
  let citing: ReturnType<typeof send<'describePage'>> | undefined;
  let knownTags: readonly string[] = [];
  const drafts = createDrafts();
  const histories = new Map<string, History>();

  const view = (one: Subject): BarView => ({
    colour: one.passage?.colour,
    remark: drafts.remark(one),
    tags: one.passage?.tags ?? [],
    tag: drafts.tag(one),
    knownTags,
    field: one.field,
    state: one.state,
    message: one.message,
    extendable: shortened(one.over),
    joinable: shortened(one.beside),
    others: one.others.map((other) => ({ id: other.id, words: shortened(other)! })),
    isTerm: isTerm(one.selectors.quote.exact),
    canUndo: one.page?.canUndo ?? one.history.past.length > 0,
    canRedo: one.page?.canRedo ?? one.history.future.length > 0,
    lost: passages.notFound().length,
  });
  const draw = () => {
    if (subject) bar?.draw(view(subject));
  };
  const tell = (message: string) => {
    if (subject) subject.message = message;
    draw();
  };
  const keeper = createKeeper(send, leave, () => tell(say('waiting')));
  const pageTravel = createPageTravel(document, passages, send);
  const desk = createDesk({ document, isPrivate, hasAddress, passages, keeper, drafts, histories, draw });

  /** Where it stands; for a moment after its extent has changed, where it stood. */
  const placeOf = (one: Subject): readonly Range[] => {
    const shown = one.passage ? passages.rangesOf(one.passage.id) : [];
    return shown.length > 0 ? shown : one.ranges;
  };
  function close(): void {
    lastId = subject?.passage?.id ?? lastId;
    bar?.close();
    bar = undefined;
    subject = undefined;
  }
  function openFor(one: Subject, atStart: boolean, byKey: boolean): void {
    close();
    subject = one;
    // Ready by the time that its words are copied: copying has to follow the click at once.
    if (!door.linker) linking = bring('linker', send);
    citing = send('describePage', sayings(document));
    const near = one.ranges[0]?.startContainer ?? document.body ?? document.documentElement;
    const boxes = () =>
      placeOf(one)
        .flatMap((each) => [...each.getClientRects()])
        .filter(({ width }) => width > 0);
    bar = openBar(
      document,
      near,
      { layer: reader.layer, keys: door.keys },
      boxes,
      atStart,
      view(one),
      actionsFor(one),
      () => {
        if (subject !== one) return;
        lastId = one.passage?.id ?? lastId;
        bar = undefined;
        subject = undefined;
      },
    );
    if (byKey && !one.field) bar.focus();
  }

  async function copy(one: Subject, word: 'copied' | 'copiedCited'): Promise<void> {
    await linking;
    const cited = word === 'copiedCited' ? await citing : undefined;
    const about = cited && (cited.ok ? cited.value : { authors: [], identifiers: [] });
    const words = quotedWords((one.passage ?? one).selectors);
    const isCopied = await copyQuote(document, door.linker, words, placeOf(one), about);
    tell(say(isCopied ? word : 'copyFailed'));
  }

  async function define({ selectors, ranges }: Subject): Promise<void> {
    if (!door.glossary) await bring('glossary', send);
    close();
    door.glossary?.define(selectors.quote.exact.trim(), ranges[0]);
  }

  async function askTags(): Promise<void> {
    const reply = await send('listTags', {});
    if (reply.ok) knownTags = reply.value.tags;
    draw();
  }

  /** Gives a saved passage other words; everything else of it stays, what was done to it as well. */
  async function putTo(one: Subject, passage: Passage, selectors: Passage['selectors']): Promise<void> {
    one.passage = passage;
    one.state = 'saved';
    document.getSelection()?.removeAllRanges();
    one.history = histories.get(passage.id) ?? (await pageTravel.historyOf(passage));
    await desk.change(one, { selectors });
  }

  const actionsFor = (one: Subject): BarActions => ({
    onColour(colour: Colour) {
      one.field = 'remark';
      if (one.passage) void desk.change(one, { colour });
      else void desk.saveAs(one, colour);
    },
    onField(field) {
      one.field = field;
      if (field === 'tags') void askTags();
      if (one.passage || !field) draw();
      else void desk.saveAs(one, 'yellow');
    },
    onRemark(remark) {
      drafts.write(one, { remark });
      draw();
    },
    onTag(tag) {
      drafts.write(one, { tag });
      draw();
    },
    onAddTag: (tag) => desk.addTag(one, tag),
    onRemoveTag: (tag) => desk.removeTag(one, tag),
    onDone() {
      if (!one.passage) return;
      desk.keepDraft(one);
      close();
    },
    onCopy: () => copy(one, 'copied'),
    onCite: () => copy(one, 'copiedCited'),
    onDefine: () => void define(one),
    onRemove: () => desk.remove(one),
    onLost() {
      close();
      reader.openLost();
    },
    onExtend: () => {
      const { over } = one;
      if (!over) return;
      // Of a passage of several runs of words only those change that the selection touches.
      const [first, ...others] = placesOf(one.selectors);
      const apart = placesOf(over.selectors).filter((old) => [first, ...others].every((next) => !touch(old, next)));
      const isOne = !over.selectors.more;
      void putTo(one, over, isOne ? one.selectors : joinPlaces([first, ...others, ...apart]));
    },
    onJoin() {
      const { beside } = one;
      if (!beside) return;
      const [first, ...others] = placesOf(beside.selectors);
      void putTo(one, beside, joinPlaces([first, ...others, ...placesOf(one.selectors)]));
    },
    onOther(id) {
      const passage = one.others.find((other) => other.id === id);
      const here = [...one.others, one.passage!];
      if (passage)
        open(
          passage,
          here.filter((other) => other.id !== id),
        );
    },
    onRedo: () => (one.page ? void travel('again') : desk.redo(one)),
    onUndo() {
      if (one.page) void travel('back');
      else if (one.state === 'saved') desk.undo(one);
      else desk.restore(one);
    },
  });

  const nothing = { passage: undefined, field: undefined, message: undefined, others: [] };
  function subjectOf({ selectors, ranges, over }: BarPlace): Subject {
    // The bar may still be open for it.
    const recent = subject?.passage?.id ?? lastId;
    const last = passages.all().find(({ id }) => id === recent);
    const isFull = last && placesOf(last.selectors).length + placesOf(selectors).length > MOST_PLACES;
    const beside = over || isFull ? undefined : last;
    return { ...nothing, selectors, ranges, state: 'offered', over, beside, history: newHistory() };
  }

  function open(passage: Passage, others: readonly Passage[]): void {
    const known = histories.get(passage.id);
    const one: Subject = {
      ...nothing,
      selectors: passage.selectors,
      ranges: passages.rangesOf(passage.id),
      passage,
      state: 'saved',
      field: passage.remark ? 'remark' : undefined,
      others,
      history: known ?? newHistory(),
    };
    openFor(one, false, false);
    if (known) return;
    void pageTravel.historyOf(passage).then((history) => {
      // What was done meanwhile is newer, and remembered here.
      if (histories.has(passage.id)) return;
      one.history = history;
      draw();
    });
  }

  /** A sentence by itself, where there is no passage to open the bar for. */
  function notice(message: string, byKey: boolean, page?: Subject['page']): void {
    const selectors = { quote: { exact: '', prefix: '', suffix: '' } };
    const one: Subject = {
      ...nothing,
      selectors,
      ranges: [],
      state: 'notice',
      history: newHistory(),
      ...(page && { page }),
    };
    openFor(one, false, byKey);
    // A live region speaks of what changes in it, not of what it began with.
    document.defaultView!.requestAnimationFrame(() => {
      one.message = message;
      draw();
    });
  }
  async function travel(way: Travel): Promise<void> {
    const { message, id, ...page } = await pageTravel.travel(way);
    if (id) histories.delete(id);
    notice(message, true, page);
  }

  /** Whether just these words are a passage already. */
  const isSaved = ({ over, selectors }: BarPlace): boolean =>
    over !== undefined &&
    quotedWords(over.selectors) === quotedWords(selectors) &&
    over.selectors.position?.start === selectors.position?.start;

  signal.addEventListener('abort', close, { once: true });
  document.defaultView!.addEventListener('pagehide', () => subject && desk.keepDraft(subject), { signal });

  return {
    offer(place) {
      if (isSaved(place)) return subject?.passage?.id === place.over?.id ? undefined : open(place.over!, []);
      if (subject && !subject.passage && subject.ranges.join() === place.ranges.join()) return;
      openFor(subjectOf(place), place.isBackward, false);
    },
    save(place) {
      // Said twice, it is saved once.
      if (isSaved(place)) return open(place.over!, []);
      const one = subjectOf(place);
      one.field = 'remark';
      openFor(one, place.isBackward, true);
      void desk.saveAs(one, 'yellow');
    },
    open,
    complain: (word) => notice(say(word), true),
    travel: (way) => void travel(way),
    async offerUndo() {
      const deleted = await pageTravel.lastDeleted();
      if (deleted && !subject) notice(deleted.message, false, deleted);
    },
    async change(id, selectors) {
      const failure = await keeper.change(id, { selectors });
      return failure && sentenceOf(failure);
    },
    draw,
    close(which) {
      const isInBar = reader.owns(document.activeElement);
      if (!which || (subject?.state === which && !isInBar)) close();
    },
  };
}
