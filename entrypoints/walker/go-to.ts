import css from '../../components/note/walker.css?inline';
import { say } from '../../components/note/words';
import tokens from '../../components/tokens.css?inline';
import { questionOf } from '../../utils/notes/progress';
import { kindWord } from '../../utils/notes/words';
import { citationBoxes } from '../../utils/page/citation-boxes';
import type { Door, PageCitation } from '../../utils/page/door';
import { createLayer, makeElement } from '../../utils/page/layer';
import { reveal } from '../../utils/page/reveal';
import { isSamePlace } from '../../utils/page/same-work';
import { sendToBackground } from '../../utils/platform/send';
import { direction, language } from '../../utils/words/words';

/** How long the place and its number stay marked, milliseconds. */
const MARKED_MS = 2500;
/** Between the citation and its frame, pixels. */
const AROUND = { x: 4, y: 3 };

/** What this device knows of a cited work, in few words; nothing is asked of anybody, and not knowing is no word. */
async function whatIsKnown({ citation }: PageCitation): Promise<readonly string[]> {
  const question = questionOf(citation);
  const reply = question && (await sendToBackground('askKnown', { question }));
  if (!reply?.ok) return [];
  const { kind, year, isRetracted, isListed } = reply.value;
  return [
    isRetracted ? say('retracted') : '',
    kind ? say(kindWord(kind)) : '',
    year ? String(year) : '',
    isListed ? say('inLibrary') : '',
  ].filter(Boolean);
}

/** Goes to citations: brings one into view, frames it for a moment, says "citation 12 of 40, trial, 2012, in your library". */
export function createGoTo(document: Document, door: Door): (citation: PageCitation) => void {
  const window = document.defaultView as Window;
  let leave: (() => void) | undefined;
  door.signal.addEventListener('abort', () => leave?.(), { once: true });

  const frameOf = ({ left, top, width, height }: DOMRect) => {
    const frame = makeElement(document, 'div', 'here');
    Object.assign(frame.style, {
      left: `${left - AROUND.x}px`,
      top: `${top - AROUND.y}px`,
      width: `${width + 2 * AROUND.x}px`,
      height: `${height + 2 * AROUND.y}px`,
    });
    return frame;
  };

  return (citation) => {
    leave?.();
    reveal(citation);
    const all = door.scanner.citations();
    const { theme } = door.settings;
    const looks = { language: language(), direction: direction(), theme };
    const { host, layer } = createLayer(document, [tokens, css], citation.range.startContainer, looks);
    const toast = makeElement(document, 'p', 'toast');
    toast.setAttribute('role', 'status');
    const boxes = makeElement(document, 'div');
    layer.append(boxes, toast);
    host.show();
    const draw = () => boxes.replaceChildren(...citationBoxes(document, citation).map(frameOf));
    draw();
    // A live region speaks of what changes in it, not of what it began with.
    const counted = say('citationOf', all.findIndex((other) => isSamePlace(other, citation)) + 1, all.length);
    void whatIsKnown(citation).then((known) => {
      toast.textContent = [counted, ...known].join(', ');
    });
    const timer = window.setTimeout(() => leave?.(), MARKED_MS);
    window.addEventListener('scroll', draw, { capture: true, passive: true });
    leave = () => {
      leave = undefined;
      window.clearTimeout(timer);
      window.removeEventListener('scroll', draw, { capture: true });
      host.remove();
    };
  };
}
