import { say } from '../../components/note/words';
import { asElement, attributeOf, idOf } from '../../utils/page/dom';
import type { Door, Guide, PageCitation, Reader, Step } from '../../utils/page/door';
import { passageAt } from '../../utils/page/link-target';
import { unfoldAround } from '../../utils/page/reveal';
import { citationsOfWork, isSamePlace } from '../../utils/page/same-work';
import { type Spot, spotAt } from '../../utils/page/spot';
import { drawMentions } from './mention-list';
import { createToast, type ToastDeed } from './toast';
import { showSought } from './visit';

/** How long a page may take to come to rest at what a link leads to, and between two looks, milliseconds. */
const PATIENCE_MS = 1500;
const LOOK_MS = 60;
/** A longer target of a link is more than the label of a citation, UTF-16 units. */
const LABEL = 40;

/** A passage that cites a work: the words that its citation supports, or its label where they cannot be told. */
interface Mention {
  readonly citation: PageCitation;
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** Makes what leads to passages of a frame. Ends with the door. */
export function createGuide(document: Document, door: Door): Guide {
  const window = document.defaultView as Window;
  const toast = createToast(document, door, () => door.reader?.unmark());
  const wait = (ms: number) => new Promise<void>((go) => window.setTimeout(go, ms));
  const withReader = () => new Promise<Reader>((use) => door.withReader(use));
  /** Grows with everything that is led to: what is older is given up. */
  let turn = 0;

  const back = (spot: Spot): ToastDeed => ({
    name: say('goBack'),
    run() {
      toast.close();
      door.reader?.unmark();
      spot.back();
    },
  });
  const isInView = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom >= 0 && top <= window.innerHeight && element.getClientRects().length > 0;
  };
  /** Waits until an element does not move any more: pages and browsers scroll as they like. */
  async function atRest(target: Element): Promise<void> {
    let last = Number.NaN;
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      await wait(LOOK_MS);
      const { top } = target.getBoundingClientRect();
      if (top === last) return;
      last = top;
    }
  }

  function mentionsOf(citations: readonly PageCitation[], reader: Reader): Mention[] {
    return citations.flatMap((citation) => {
      const claim = reader.claimOf(citation);
      return claim && claim.ranges.length > 0 ? [{ citation, ...claim }] : [];
    });
  }
  function walk(mentions: readonly Mention[], index: number, reader: Reader, spot: Spot): void {
    const { citation, ranges } = mentions[index]!;
    reader.mark(
      mentions.flatMap((each) => each.ranges),
      ranges,
    );
    const step = (by: number): ToastDeed => ({
      name: say(by > 0 ? 'nextMention' : 'previousMention'),
      run: () => walk(mentions, (index + by + mentions.length) % mentions.length, reader, spot),
    });
    const steps = mentions.length > 1 ? [step(-1), step(1)] : [];
    const { startContainer } = citation.range;
    toast.say(say('mentionOf', index + 1, mentions.length), [...steps, back(spot)], startContainer);
  }

  /** The citations of an entry. */
  function citing(entry: Element): readonly PageCitation[] {
    const id = idOf(entry);
    const known = id ? door.scanner.known() : [];
    const linked = known.filter(({ link }) => link && attributeOf(link, 'href')?.endsWith(`#${id}`));
    return linked.length > 0 ? linked : known.filter(({ citation }) => citation.reference?.id === id);
  }

  /** What a link may mean that leads to an element: the words a citation in it supports, or its own. */
  function meant(target: Element, reader: Reader): readonly Range[] {
    const isLabel = (target.textContent?.trim().length ?? 0) <= LABEL;
    const cited =
      isLabel && door.scanner.known().find(({ link }) => link && (target.contains(link) || link.contains(target)));
    const ranges = cited ? (reader.claimOf(cited)?.ranges ?? []) : [];
    if (ranges.length > 0) return ranges;
    const own = passageAt(target);
    return own ? [own] : [];
  }

  return {
    async arrive({ link, target, spot }: Step) {
      turn += 1;
      const own = turn;
      await atRest(target);
      const isFollowed = window.location.hash === (link as HTMLAnchorElement).hash;
      if (isFollowed) unfoldAround(target);
      // Where the page made something else of the click, there is nothing to mark.
      if (own !== turn || !target.isConnected || !(isFollowed || isInView(target))) return;
      const reader = await withReader();
      const ranges = meant(target, reader);
      if (own !== turn || ranges.length === 0) return;
      reader.mark(ranges, ranges, true);
      const mentions = mentionsOf(citing(target), reader);
      const show: ToastDeed = {
        name: say('mentionsHere', mentions.length),
        run: () => walk(mentions, 0, reader, spot),
      };
      const deeds = [...(mentions.length > 0 ? [show] : []), ...(spot.hasMoved() ? [back(spot)] : [])];
      toast.say(say('arrived'), deeds, target);
    },
    listMentions(place, citation, onGo) {
      let isOver = false;
      const near = citation.link ?? asElement(citation.range.startContainer.parentNode) ?? document.documentElement;
      void (async () => {
        const reader = await withReader();
        const all = await citationsOfWork(door.scanner, citation, () => wait(0));
        if (isOver) return;
        const mentions = mentionsOf(all, reader);
        drawMentions(
          place,
          mentions.map((each) => ({ words: each.text, isHere: isSamePlace(each.citation, citation) })),
          (index) => {
            turn += 1;
            const spot = spotAt(near);
            onGo();
            walk(mentions, index, reader, spot);
          },
        );
      })();
      return () => {
        isOver = true;
        place.replaceChildren();
      };
    },
    async visit(sought) {
      turn += 1;
      const own = turn;
      await showSought(sought, await withReader(), toast, () => own !== turn || door.signal.aborted);
    },
    claimMarked(isMarked, spot) {
      turn += 1;
      toast.say(say(isMarked ? 'highlighted' : 'noPassage'), spot.hasMoved() ? [back(spot)] : []);
    },
  };
}
