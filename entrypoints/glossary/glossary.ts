import { type Term, wordKey } from '../../utils/model/term';
import { createTermFinder, type TermFinder } from '../../utils/notes/terms';
import type { Door, Glossary, PageCitation } from '../../utils/page/door';
import { ownRoot } from '../../utils/page/host';
import { markTerms, type TermMark, type TermMarks } from '../../utils/page/term-marks';
import { native } from '../../utils/platform/native';
import { loadTerms, watchTerms } from '../../utils/platform/term-store';
import { feelWords } from './feel-words';
import { openWordNote, type WordNote } from './word-note';

/** The reader's own words in one frame: looked for once when the page is there, and again when it or they change. */
export function createGlossary(window: Window & typeof globalThis, door: Door): Glossary {
  const { document } = window;
  const { signal } = door;
  let marks: TermMarks<Term> | undefined;
  let note: WordNote | undefined;
  let life = new AbortController();

  const open = (subject: Parameters<typeof openWordNote>[2]) => {
    note?.close();
    const opened = openWordNote(window, door, subject, () => {
      if (note === opened) note = undefined;
    });
    note = opened;
  };
  const openMark = ({ term, place }: TermMark<Term>, by: 'pointer' | 'key') => open({ term, place, by });

  /** One look at all the words of the page tells whether there is anything to be done at all. */
  const mayHold = (finder: TermFinder) => finder.find(document.body?.textContent ?? '', 1).length > 0;
  async function show(terms?: readonly Term[]): Promise<void> {
    const all = terms ?? (await loadTerms(native));
    life.abort();
    life = new AbortController();
    marks = undefined;
    if (signal.aborted || door.settings.glossary !== 'on' || all.length === 0) return;
    const finder = createTermFinder(all);
    if (!mayHold(finder)) return;
    const isOurs = (element: Element) => ownRoot(element) !== undefined;
    marks = markTerms(window, finder.find, isOurs, life.signal, door.marks);
    feelWords(window, door, marks, { current: () => note, open: openMark }, life.signal);
  }

  const unwatch = watchTerms(native, (terms) => void show(terms));
  signal.addEventListener('abort', () => {
    life.abort();
    note?.close();
    try {
      unwatch();
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
  return {
    show: () => void show(),
    async define(word, at) {
      const known = (await loadTerms(native)).find((term) => wordKey(term.word) === wordKey(word));
      if (signal.aborted) return;
      open({ term: known ?? { word, definition: '' }, ...(at && { place: placeOf(word, at) }), by: 'key' });
    },
    openNearest() {
      const goal = door.pointer ?? { x: 0, y: window.innerHeight / 3 };
      const [nearest] = (marks?.all ?? [])
        .map((mark) => ({ mark, box: boxOf(mark) }))
        .filter(({ box }) => box && box.bottom > 0 && box.top < window.innerHeight)
        .sort((a, b) => far(a.box!, goal) - far(b.box!, goal));
      if (nearest) openMark(nearest.mark, 'key');
    },
  };
}

/** The place of a selected word as a citation of nothing, so that a note can stand beside it. */
const placeOf = (
  label: string,
  { startContainer, startOffset, endContainer, endOffset }: AbstractRange,
): PageCitation => ({
  citation: { kind: 'page-note', label, identifiers: [], confidence: 1 },
  range: new StaticRange({ startContainer, startOffset, endContainer, endOffset }),
  cluster: -1,
});

function boxOf({ place: { range } }: TermMark<unknown>): DOMRect | undefined {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || endOffset > (endContainer as Text).length) return undefined;
  const live = startContainer.ownerDocument!.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live.getBoundingClientRect();
}

/** Lines count more than columns. */
const far = (box: DOMRect, { x, y }: { readonly x: number; readonly y: number }): number =>
  Math.hypot((box.top - y) * 2, box.left - x);
