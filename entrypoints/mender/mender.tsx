import { render } from 'preact';
import { isSure, LostPassages } from '../../components/passages/lost-passages';
import css from '../../components/passages/lost-passages.css?inline';
import { sayLost as say } from '../../components/passages/words';
import tokens from '../../components/tokens.css?inline';
import { joinPlaces, type Passage, type Place, placesOf, type Selectors } from '../../utils/model/passage';
import { describeStretch } from '../../utils/page/describe';
import type { Mender, MendPorts } from '../../utils/page/door';
import { createLayer } from '../../utils/page/layer';
import { forgetPageText } from '../../utils/page/page-text';
import { wordDifference } from '../../utils/quotes/word-difference';
import { direction, language } from '../../utils/words/words';
import { isCurrent, type Suggested, searchPlaces } from './search';

/** The selectors of a passage with a place of it put elsewhere. */
function mended({ selectors }: Passage, lost: Place, found: Place): Selectors {
  const words = ({ quote, position }: Place) => `${position?.start} ${quote.exact}`;
  const [first, ...more] = placesOf(selectors).map((place) => (words(place) === words(lost) ? found : place));
  return joinPlaces([first!, ...more]);
}

interface Entry {
  readonly passage: Passage;
  found: Suggested | undefined;
  isMended: boolean;
  message: string | undefined;
}

/** Makes the panel of lost passages of a frame; it is open once at most, and ends with the signal. */
export function createMender(document: Document, signal: AbortSignal): Mender {
  const root = () => document.body ?? document.documentElement;
  let close: (() => void) | undefined;
  signal.addEventListener('abort', () => close?.(), { once: true });

  function openPanel(ports: MendPorts, asHint: boolean): void {
    const life = new AbortController();
    const looks = { language: language(), direction: direction() };
    const { host, layer } = createLayer(document, [tokens, css], undefined, looks);
    const focused = document.activeElement as HTMLElement | null;
    const entries: Entry[] = ports
      .notFound()
      .map((passage) => ({ passage, found: undefined, isMended: false, message: undefined }));
    let isHint = asHint;
    const entryOf = (id: string) => entries.find(({ passage }) => passage.id === id);

    const search = (which: readonly Entry[]) => {
      for (const entry of which) entry.found = undefined;
      const passages = which.map(({ passage }) => passage);
      void searchPlaces(root(), passages, life.signal, ({ id }, found) => {
        const entry = entryOf(id);
        if (entry) entry.found = found;
        draw();
      });
    };
    async function attach(id: string, number: number): Promise<void> {
      const entry = entryOf(id);
      const place = entry?.found?.places[number];
      if (!entry?.found || !place) return;
      if (!isCurrent(root(), entry.found.model)) {
        entry.message = say('pageMoved');
        search(entries.filter(({ isMended }) => !isMended));
        return draw();
      }
      entry.isMended = true;
      entry.message = undefined;
      draw();
      entry.message = await ports.change(
        entry.passage,
        mended(entry.passage, entry.found.lost, describeStretch(root(), place)),
      );
      if (entry.message) entry.isMended = false;
      draw();
    }
    async function undo(id: string): Promise<void> {
      const entry = entryOf(id);
      if (!entry) return;
      entry.message = await ports.change(entry.passage, entry.passage.selectors);
      if (!entry.message) entry.isMended = false;
      draw();
    }
    const views = () =>
      entries.map(({ passage, found, isMended, message }) => ({
        id: passage.id,
        words: (found?.lost ?? passage.selectors).quote.exact,
        remark: passage.remark,
        places: found?.places.map(({ start, end, confidence }) => ({
          runs: wordDifference(found.lost.quote.exact, found.model.text.slice(start, end)),
          confidence,
        })),
        isMended,
        message,
      }));
    function draw(): void {
      if (life.signal.aborted) return;
      const hadFocus = host.root.activeElement !== null;
      render(
        <LostPassages
          entries={views()}
          isHint={isHint}
          say={say}
          onOpen={open}
          onClose={() => close?.()}
          onShow={(id, place) => {
            const found = entryOf(id)?.found;
            const at = found?.places[place];
            if (at) ports.point(found.model.rangesOf(at));
          }}
          onAttach={(id, place) => void attach(id, place)}
          onUndo={(id) => void undo(id)}
          onAttachSure={() => {
            for (const one of views().filter(isSure)) void attach(one.id, 0);
          }}
        />,
        layer,
      );
      // What was pressed is often gone after it; the keyboard stays in the list.
      if (hadFocus && !host.root.activeElement)
        layer.querySelector<HTMLElement>('.panel')?.focus({ preventScroll: true });
    }
    function open(): void {
      isHint = false;
      draw();
      layer.querySelector('button')?.focus({ preventScroll: true });
      search(entries);
    }
    close = () => {
      if (life.signal.aborted) return;
      const hadFocus = host.root.activeElement !== null;
      life.abort();
      close = undefined;
      render(null, layer);
      host.remove();
      forgetPageText(root());
      if (hadFocus) focused?.focus?.({ preventScroll: true });
    };
    const onKey = (event: KeyboardEvent) => {
      // Escape in the page is the page's own; in the panel, where keys arrive as copies (`sealKeys`), it closes it.
      if (event.key === 'Escape' && event.composedPath().includes(layer)) close?.();
    };
    host.root.addEventListener('keydown', (event) => onKey(event as KeyboardEvent), { signal: life.signal });
    host.show();
    if (isHint) draw();
    else open();
  }

  return {
    open(ports, asHint) {
      if (asHint && close) return;
      close?.();
      if (ports.notFound().length > 0) openPanel(ports, asHint);
    },
  };
}
