import { claimStretch } from '../../utils/claims/claim-stretch';
import { findClaim } from '../../utils/page/claim';
import type { Claim, Door, PageCitation, Reader } from '../../utils/page/door';
import { listenToKeys } from '../../utils/page/heard-keys';
import { bringIntoView } from '../../utils/page/into-view';
import type { Painter } from '../../utils/page/paint';

/** Claims of a frame's citations. */
export interface ClaimMarks {
  /** The words that a citation supports. */
  claimOf(citation: PageCitation): Claim | undefined;
  /** Marks them and brings them into view. @returns Whether there were any. */
  highlightClaim(citation: PageCitation): boolean;
  /** Brings words into view and makes them stand out for a moment. */
  point(ranges: readonly Range[]): void;
  /** Marks words as claims are marked, and points at some of them. */
  mark: Reader['mark'];
  unmark(): void;
}

const CLAIM = 'claim';
const TARGET = 'target';
/** How long the words just gone to stand out, milliseconds. */
const EMPHASIS_MS = 1600;

/** Marks one claim at a time, until another is marked or Escape is pressed. */
export function createClaimMarks(document: Document, door: Door, painter: Painter): ClaimMarks {
  const window = document.defaultView!;
  let emphasis: number | undefined;
  const claimOf = (citation: PageCitation) => findClaim(door.scanner, citation, document, claimStretch);
  listenToKeys(door, ({ key }) => key === 'Escape' && painter.erase(CLAIM), door.signal);
  door.signal.addEventListener('abort', () => window.clearTimeout(emphasis), { once: true });
  const point = (ranges: readonly Range[], isCentred = false) => {
    const [first] = ranges;
    if (!first) return;
    // Copies: what leaves one highlight must stay in the other.
    painter.paint({ id: TARGET, layer: 'target', ranges: ranges.map((range) => range.cloneRange()) });
    bringIntoView(first, isCentred);
    window.clearTimeout(emphasis);
    emphasis = window.setTimeout(() => painter.erase(TARGET), EMPHASIS_MS);
  };
  const mark: ClaimMarks['mark'] = (ranges, here, isCentred) => {
    painter.paint({ id: CLAIM, layer: 'claim', ranges });
    point(here, isCentred);
  };
  return {
    claimOf,
    point: (ranges) => point(ranges),
    mark,
    unmark: () => painter.erase(CLAIM),
    highlightClaim(citation) {
      const ranges = claimOf(citation)?.ranges ?? [];
      if (ranges.length === 0) return false;
      mark(ranges, ranges);
      return true;
    },
  };
}
