import { citationBoxes } from '../../utils/page/citation-boxes';
import type { Door, PageCitation, Reader } from '../../utils/page/door';
import { createGoTo } from './go-to';

/** Carries out the keyboard commands of one frame; see `Reader.command`. */
export function createCommands(document: Document, door: Door, saveSelection: () => void): Reader['command'] {
  const window = document.defaultView as Window;
  const goTo = createGoTo(document, door);
  let current: PageCitation | undefined;

  /** The citation that has the keyboard's focus. */
  const focused = () => {
    const { activeElement: active, body } = document;
    if (!active || active === body) return undefined;
    return door.scanner.citations().find(({ link }) => link && (link === active || active.contains(link)));
  };
  /** The citation in the viewport nearest to the pointer, or to where reading begins; lines count more than columns. */
  const nearest = () => {
    const goal = door.pointer ?? { x: 0, y: window.innerHeight / 3 };
    let best: PageCitation | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const citation of door.scanner.citations()) {
      const [box] = citationBoxes(document, citation);
      if (!box || box.bottom < 0 || box.top > window.innerHeight) continue;
      const far = Math.hypot((box.top - goal.y) * 2, box.left - goal.x);
      if (far < least) [best, least] = [citation, far];
    }
    return best;
  };
  const chosen = () => focused() ?? (current && door.scanner.citations().includes(current) ? current : undefined);
  const walk = (by: 1 | -1) => {
    const all = door.scanner.citations();
    const from = chosen();
    const next = from ? all[(all.indexOf(from) + by + all.length) % all.length] : (nearest() ?? all[0]);
    current = next;
    if (next) goTo(next);
  };
  return (name) => {
    switch (name) {
      case 'open-note':
        return chosen() ?? nearest();
      case 'next-citation':
        walk(1);
        return undefined;
      case 'previous-citation':
        walk(-1);
        return undefined;
      case 'save-passage':
        saveSelection();
        return undefined;
    }
  };
}
