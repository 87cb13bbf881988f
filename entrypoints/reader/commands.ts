import { citationBoxes } from '../../utils/page/citation-boxes';
import type { Door, PageCitation, Reader } from '../../utils/page/door';
import { bring } from '../../utils/platform/bring';
import type { FramePassages } from './passages';

/**
 * Carries out the keyboard commands of one frame; see `Reader.command`.
 *
 * @param openFocused - Opens the note of the link in a note that has the focus, and says whether one has.
 */
export function createCommands(
  document: Document,
  door: Door,
  openFocused: () => boolean,
  passages: FramePassages,
): Reader['command'] {
  const window = document.defaultView as Window;
  let current: PageCitation | undefined;

  /** The citation that has the keyboard's focus. */
  const focused = () => {
    const { activeElement: active, body } = document;
    if (!active || active === body) return undefined;
    return door.scanner.known().find(({ link }) => link && (link === active || active.contains(link)));
  };
  /** The citation in the viewport nearest to the pointer, or to where reading begins; lines count more than columns. */
  const nearest = () => {
    const goal = door.pointer ?? { x: 0, y: window.innerHeight / 3 };
    let best: PageCitation | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const citation of door.scanner.known()) {
      const [box] = citationBoxes(document, citation);
      if (!box || box.bottom < 0 || box.top > window.innerHeight) continue;
      const far = Math.hypot((box.top - goal.y) * 2, box.left - goal.x);
      if (far < least) [best, least] = [citation, far];
    }
    return best;
  };
  /** Where nothing is cited in view, a word of the reader's own is meant. */
  const orWord = (citation: PageCitation | undefined) => {
    if (!citation) door.glossary?.openNearest();
    return citation;
  };
  const chosen = () => focused() ?? (current && door.scanner.known().includes(current) ? current : undefined);
  const walk = async (by: 1 | -1) => {
    await door.scanner.readAll();
    const all = door.scanner.citations();
    const from = chosen();
    const next = from ? all[(all.indexOf(from) + by + all.length) % all.length] : (nearest() ?? all[0]);
    current = next;
    if (!next) return;
    const needed = door.walker ? undefined : bring('walker');
    void Promise.resolve(needed).then(() => current === next && door.walker?.goTo(next));
  };
  return (name) => {
    switch (name) {
      case 'open-note':
        if (openFocused()) return undefined;
        return orWord(chosen() ?? nearest());
      case 'next-citation':
        void walk(1);
        return undefined;
      case 'previous-citation':
        void walk(-1);
        return undefined;
      case 'save-passage':
        passages.saveSelection();
        return undefined;
      case 'undo-passage':
        passages.travel('back');
        return undefined;
      case 'redo-passage':
        passages.travel('again');
        return undefined;
    }
  };
}
