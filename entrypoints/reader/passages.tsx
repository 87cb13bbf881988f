import { say } from '../../components/passages/words';
import type { Failure } from '../../utils/model/failure';
import { pageKeys } from '../../utils/model/page-key';
import { factsOf } from '../../utils/model/page-names';
import type { Colour, Passage, Selectors } from '../../utils/model/passage';
import { describeStretch } from '../../utils/page/describe';
import type { Door } from '../../utils/page/door';
import { createHost, ownRoot } from '../../utils/page/host';
import { pageSays } from '../../utils/page/page-says';
import { pageText } from '../../utils/page/page-text';
import { createPainter } from '../../utils/page/paint';
import { createPagePassages } from '../../utils/page/passages';
import { readSelection, type Selected } from '../../utils/page/selection';
import type { sendToBackground } from '../../utils/platform/send';
import { type Bar, type BarState, openBar } from './bar';
import { type ClaimMarks, createClaimMarks } from './claim-marks';
import { copyQuote } from './copy-quote';
import { createKeeper } from './keep';

/** What passages need of their frame. */
export interface PassagesDepend {
  readonly document: Document;
  readonly door: Door;
  readonly isPrivate: boolean;
  readonly send: typeof sendToBackground;
  /** A new UUID. */
  newId(): string;
}

/** The passages of a frame, saved ones and claims. */
export interface FramePassages extends ClaimMarks {
  show(passages: readonly Passage[]): void;
  /** Opens the bar at the selection, where there is one. */
  offerSelection(): void;
  /** Saves the selection in the default colour and opens its remark; says so where it cannot. */
  saveSelection(): void;
  /** Saved passages that are not on the page. */
  notFound(): readonly Passage[];
}

/** A passage that the bar is open for: one that is there, or the one that a selection would become. */
interface Subject {
  readonly selectors: Selectors;
  readonly ranges: readonly Range[];
  passage: Passage | undefined;
  state: BarState;
  isWriting: boolean;
  message: string | undefined;
}

/** Starts showing and saving passages in a frame. Ends with the door. */
export function startPassages({ document, door, isPrivate, send, newId }: PassagesDepend): FramePassages {
  const { signal } = door;
  const window = document.defaultView!;
  const root = () => document.body ?? document.documentElement;
  const painter = createPainter(document, signal, () => createHost(document, ''));
  let bar: Bar | undefined;
  let subject: Subject | undefined;
  const drafts = new Map<string, string>();
  const passages = createPagePassages(document, painter, signal, () => draw());
  const keeper = createKeeper(send, () => tell(say('waiting')));

  const draftOf = (one: Subject): string =>
    drafts.get(one.passage?.id ?? one.selectors.quote.exact) ?? one.passage?.remark ?? '';
  const view = (one: Subject) => ({
    colour: one.passage?.colour,
    remark: draftOf(one),
    isWriting: one.isWriting,
    state: one.state,
    message: one.message,
    notFound: passages.notFound().map(({ selectors }) => selectors.quote.exact.slice(0, 200)),
  });
  const draw = () => {
    if (subject) bar?.draw(view(subject));
  };
  const tell = (message: string) => {
    if (subject) subject.message = message;
    draw();
  };
  const sentenceOf = ({ kind, message }: Failure) => (kind === 'cancelled' ? say('gone') : say('gaveUp', message));

  function passageOf(selectors: Selectors, colour: Colour): Passage {
    const first = window.performance.getEntriesByType('navigation')[0]?.name.split('#')[0];
    const isMoved = first !== undefined && first !== window.location.href.split('#')[0];
    const facts = factsOf(pageSays(document, isMoved));
    const now = Date.now();
    return {
      id: newId(),
      page: { url: facts.url, title: document.title.trim().slice(0, 500), keys: pageKeys(facts) },
      selectors,
      colour,
      remark: '',
      tags: [],
      created: now,
      modified: now,
    };
  }

  async function saveAs(one: Subject, colour: Colour): Promise<void> {
    if (isPrivate) return tell(say('privateWindow'));
    const passage = passageOf(one.selectors, colour);
    if (passage.page.keys.length === 0) return tell(say('noAddress'));
    const draft = drafts.get(one.selectors.quote.exact);
    if (draft !== undefined) {
      drafts.delete(one.selectors.quote.exact);
      drafts.set(passage.id, draft);
    }
    one.passage = passage;
    one.state = 'saved';
    one.message = undefined;
    passages.add(passage, one.ranges);
    draw();
    const failure = await keeper.save(passage);
    if (!failure) {
      passages.settle(passage.id);
      if (one.message === say('waiting')) one.message = undefined;
      return draw();
    }
    // Refused for good: what is not kept must not look as if it were.
    passages.remove(passage.id);
    one.passage = undefined;
    one.state = 'offered';
    one.message = sentenceOf(failure);
    draw();
  }

  async function change(one: Subject, next: { colour?: Colour; remark?: string }): Promise<void> {
    const { passage } = one;
    if (!passage) return;
    one.passage = { ...passage, ...next, modified: Date.now() };
    passages.update(one.passage);
    draw();
    const failure = await keeper.change(passage.id, next);
    if (failure) tell(sentenceOf(failure));
  }

  function openFor(one: Subject, atStart: boolean, byKey: boolean): void {
    close();
    subject = one;
    const boxes = () => one.ranges.flatMap((each) => [...each.getClientRects()]).filter(({ width }) => width > 0);
    bar = openBar(document, one.ranges[0]?.startContainer ?? root(), boxes, atStart, view(one), actionsFor(one), () => {
      if (subject !== one) return;
      bar = undefined;
      subject = undefined;
    });
    if (byKey && !one.isWriting) bar.focus();
  }
  function close(): void {
    bar?.close();
    bar = undefined;
    subject = undefined;
  }

  const actionsFor = (one: Subject) => {
    const write = () => {
      one.isWriting = true;
      draw();
    };
    return {
      onColour(colour: Colour) {
        one.isWriting = true;
        if (one.passage) void change(one, { colour });
        else void saveAs(one, colour);
      },
      onWrite() {
        write();
        if (!one.passage) void saveAs(one, 'yellow');
      },
      onRemark(remark: string) {
        drafts.set(one.passage?.id ?? one.selectors.quote.exact, remark);
        draw();
      },
      onDone() {
        const { passage } = one;
        const remark = draftOf(one).trim();
        if (passage && remark !== passage.remark) void change(one, { remark });
        if (passage) drafts.delete(passage.id);
        if (passage) close();
      },
      async onCopy() {
        const isCopied = await copyQuote(document, one.selectors);
        tell(say(isCopied ? 'copied' : 'copyFailed'));
      },
      onRemove() {
        const { passage } = one;
        if (!passage) return;
        passages.remove(passage.id);
        one.state = 'removed';
        one.message = undefined;
        draw();
        void keeper.remove(passage.id).then((failure) => {
          if (!failure) return;
          one.state = 'saved';
          passages.add(passage, one.ranges);
          tell(sentenceOf(failure));
        });
      },
      onUndo() {
        const { passage } = one;
        if (!passage) return;
        one.state = 'saved';
        passages.add(passage, one.ranges);
        draw();
        void keeper.restore(passage.id).then((failure) => {
          if (!failure) return passages.settle(passage.id);
          passages.remove(passage.id);
          one.passage = undefined;
          one.state = 'offered';
          tell(sentenceOf(failure));
        });
      },
    };
  };

  const subjectOf = ({ stretch }: Extract<Selected, { kind: 'words' }>): Subject => ({
    selectors: describeStretch(root(), stretch),
    ranges: pageText(root()).model.rangesOf(stretch),
    passage: undefined,
    state: 'offered',
    isWriting: false,
    message: undefined,
  });

  /** A sentence by itself, where there is nothing to open a bar for. */
  function complain(message: string): void {
    const selectors = { quote: { exact: '', prefix: '', suffix: '' } };
    openFor({ selectors, ranges: [], passage: undefined, state: 'notice', isWriting: false, message }, false, true);
  }

  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || ownRoot(event.target)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const selection = document.getSelection();
      const target = event.composedPath()[0] as Element;
      if (
        (selection && !selection.isCollapsed) ||
        target.closest?.('a[href], button, input, textarea, select, label, summary')
      )
        return;
      const passage = passages.at(event.clientX, event.clientY);
      if (!passage) return subject && close();
      const ranges = passages.rangesOf(passage.id);
      const { selectors } = passage;
      openFor(
        { selectors, ranges, passage, state: 'saved', isWriting: passage.remark !== '', message: undefined },
        false,
        false,
      );
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'selectionchange',
    () => {
      // A bar for a selection that is gone offers nothing; one for a saved passage stays.
      if (subject?.state === 'offered' && readSelection(document).kind === 'nothing' && !isInBar()) close();
    },
    { signal },
  );
  const isInBar = () => ownRoot(document.activeElement) !== undefined;
  signal.addEventListener('abort', close, { once: true });

  const claims = createClaimMarks(document, door, painter);

  return {
    show: (next) => passages.show(next),
    notFound: () => passages.notFound(),
    ...claims,
    offerSelection() {
      if (!door.settings.selectionBar) return;
      const selected = readSelection(document);
      if (selected.kind !== 'words') return;
      if (subject?.passage === undefined && subject?.ranges[0]?.toString() === selected.range.toString()) return;
      openFor(subjectOf(selected), selected.isBackward, false);
    },
    saveSelection() {
      const selected = readSelection(document);
      if (selected.kind === 'nothing') return complain(say('nothingSelected'));
      if (selected.kind === 'own-text') return complain(say('ownText'));
      if (selected.kind === 'too-long') return complain(say('tooLong'));
      const one = subjectOf(selected);
      one.isWriting = true;
      openFor(one, selected.isBackward, true);
      void saveAs(one, 'yellow');
    },
  };
}
