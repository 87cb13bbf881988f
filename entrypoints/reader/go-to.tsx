import { render } from 'preact';
import css from '../../components/note/note.css?inline';
import { say } from '../../utils/notes/words';
import { citationBoxes } from '../../utils/page/citation-boxes';
import type { Door, PageCitation } from '../../utils/page/door';
import { createHost } from '../../utils/page/host';
import { reveal } from '../../utils/page/reveal';

/** How long the place and its number stay marked, milliseconds. */
const MARKED_MS = 2500;

/** Walks to citations: brings one into view, frames it for a moment, says "citation 12 of 40". */
export function createGoTo(document: Document, door: Door): (citation: PageCitation) => void {
  const window = document.defaultView as Window;
  let leave: (() => void) | undefined;
  door.signal.addEventListener('abort', () => leave?.(), { once: true });
  return (citation) => {
    leave?.();
    reveal(citation);
    const all = door.scanner.citations();
    const host = createHost(document, css, citation.range.startContainer);
    const layer = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
    layer.className = 'layer tokens';
    host.root.append(layer);
    host.show();
    const draw = (words: string) =>
      render(
        <>
          {citationBoxes(document, citation).map((box) => (
            <div
              key={`${box.left} ${box.top}`}
              class="here"
              style={{
                left: `${box.left - 4}px`,
                top: `${box.top - 3}px`,
                width: `${box.width + 8}px`,
                height: `${box.height + 6}px`,
              }}
            />
          ))}
          <p class="toast" role="status">
            {words}
          </p>
        </>,
        layer,
      );
    // A live region speaks of what changes in it, not of what it began with.
    draw('');
    const counted = () => draw(say('citationOf', all.indexOf(citation) + 1, all.length));
    window.requestAnimationFrame(() => leave && counted());
    const timer = window.setTimeout(() => leave?.(), MARKED_MS);
    window.addEventListener('scroll', counted, { capture: true, passive: true });
    leave = () => {
      leave = undefined;
      window.clearTimeout(timer);
      window.removeEventListener('scroll', counted, { capture: true });
      render(null, layer);
      host.remove();
    };
  };
}
