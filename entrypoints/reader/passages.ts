import type { Passage } from '../../utils/model/passage';
import { describeStretches } from '../../utils/page/describe';
import type { Bar, BarPlace, Door, Reader } from '../../utils/page/door';
import { findQuote } from '../../utils/page/find-quote';
import { createHost, ownRoot } from '../../utils/page/host';
import { pageText } from '../../utils/page/page-text';
import { createPainter } from '../../utils/page/paint';
import { createPagePassages } from '../../utils/page/passages';
import { readSelection, type Selected } from '../../utils/page/selection';
import { bring } from '../../utils/platform/bring';
import type { sendToBackground } from '../../utils/platform/send';
import { type ClaimMarks, createClaimMarks } from './claim-marks';
import { createLost } from './lost';

/** The passages of a frame, saved ones and claims. */
export interface FramePassages
  extends ClaimMarks,
    Pick<Reader, 'passages' | 'openLost' | 'offerUndo' | 'markLinked' | 'offerSelection' | 'saveSelection' | 'find'> {
  show(passages: readonly Passage[]): void;
  travel: Bar['travel'];
}

/** What the reader does not mean to turn a passage by. */
const CONTROLS = 'a[href], button, input, textarea, select, label, summary';

/** Starts showing passages in a frame, and leading to the bar, which saves and changes them. Ends with the door. */
export function startPassages(document: Document, door: Door, send: typeof sendToBackground): FramePassages {
  const { signal } = door;
  const root = () => document.body ?? document.documentElement;
  const painter = createPainter(document, signal, () => createHost(document, []));
  const passages = createPagePassages(document, painter, signal, () => door.bar?.draw());

  /** The bar's script is put into the frame when it is first wanted. */
  async function withBar<T>(use: (bar: Bar) => T): Promise<T | undefined> {
    if (!door.bar) await bring('bar', send);
    return door.bar && !signal.aborted ? use(door.bar) : undefined;
  }

  function placeOf({ stretches, isBackward }: Extract<Selected, { kind: 'words' }>): BarPlace {
    const { model } = pageText(root());
    const ranges = stretches.flatMap((stretch) => model.rangesOf(stretch));
    return { selectors: describeStretches(root(), stretches), ranges, isBackward, over: passages.over(ranges) };
  }

  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || ownRoot(event.target)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const selection = document.getSelection();
      const target = event.composedPath()[0] as Element;
      if ((selection && !selection.isCollapsed) || target.closest?.(CONTROLS)) return;
      const [passage, ...others] = passages.at(event.clientX, event.clientY);
      if (!passage) return door.bar?.close();
      void withBar((bar) => bar.open(passage, others));
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'selectionchange',
    () => {
      // A bar for a selection that is gone offers nothing; one for a saved passage stays.
      if (door.bar && readSelection(document).kind === 'nothing') door.bar.close('offered');
    },
    { signal },
  );

  const claims = createClaimMarks(document, door, painter);
  const lost = createLost(door, send, {
    notFound: () => passages.notFound(),
    async change(passage, selectors) {
      passages.update({ ...passage, selectors });
      const failure = await withBar((bar) => bar.change(passage.id, selectors));
      if (failure) passages.update(passage);
      return failure;
    },
    point: claims.point,
  });

  return {
    passages,
    openLost: lost.open,
    travel: (way) => void withBar((bar) => bar.travel(way)),
    offerUndo: () => void withBar((bar) => bar.offerUndo()),
    show(next) {
      passages.show(next);
      lost.hint();
    },
    find: (selectors, isLoose) => findQuote(root(), selectors, isLoose, () => new Promise((go) => setTimeout(go))),
    markLinked: (ranges) => painter.paint({ id: 'linked', layer: 'target', ranges }),
    ...claims,
    offerSelection() {
      if (!door.settings.selectionBar || readSelection(document).kind !== 'words') return;
      void withBar((bar) => {
        // Read again: the script may have taken its time.
        const selected = readSelection(document);
        if (selected.kind === 'words') bar.offer(placeOf(selected));
      });
    },
    saveSelection() {
      const selected = readSelection(document);
      const place = selected.kind === 'words' ? placeOf(selected) : undefined;
      void withBar((bar) => {
        if (place) bar.save(place);
        else if (selected.kind === 'own-text') bar.complain('ownText');
        else bar.complain(selected.kind === 'too-long' ? 'tooLong' : 'nothingSelected');
      });
    },
  };
}
