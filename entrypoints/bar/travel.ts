import { say } from '../../components/passages/words';
import type { Deed, PageHistory, Travel } from '../../utils/model/deed';
import type { Failure } from '../../utils/model/failure';
import type { Passage } from '../../utils/model/passage';
import type { PagePassages } from '../../utils/page/passages';
import type { sendToBackground } from '../../utils/platform/send';
import { sentenceOf } from './desk';
import { sayings } from './new-passage';
import type { History } from './subject';

/** What was done to the passages of this page, as the background remembers it, also after the page was left. */
export interface PageTravel {
  /** What can be taken back of one passage and made again, as the bar keeps it. */
  historyOf(passage: Passage): Promise<History>;
  /** Takes back the last thing done on this page, or does it again. */
  travel(way: Travel): Promise<Travelled>;
  /** What was done last, where it was deleting a passage. */
  lastDeleted(): Promise<Travelled | undefined>;
}

/** What came of it, and what more there is. */
export interface Travelled {
  /** A sentence to the reader. */
  readonly message: string;
  /** The passage that has changed. */
  readonly id?: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const NOTHING: PageHistory = { past: [], future: [] };

const wordsOf = ({ before, after }: Deed): string => (before ?? after)!.selectors.quote.exact.slice(0, 60);

/** The last deeds that changed a passage which was there before and after. */
function changesOf(deeds: readonly Deed[], id: string): readonly Deed[] {
  const own = deeds.filter((deed) => deed.id === id);
  const from = own.findLastIndex(({ before, after }) => !before || !after);
  return own.slice(from + 1);
}

/** Travels through the history of a document's passages. */
export function createPageTravel(
  document: Document,
  passages: PagePassages,
  send: typeof sendToBackground,
): PageTravel {
  const ask = () => send('pageHistory', sayings(document));

  /** Does to a passage what leads to one end of a deed. */
  async function go(deed: Deed, way: Travel): Promise<Failure | undefined> {
    const { id } = deed;
    const [from, to] = way === 'back' ? [deed.after, deed.before] : [deed.before, deed.after];
    if (!to) {
      const reply = await send('deletePassage', { id, travel: way });
      if (!reply.ok) return reply.failure;
      passages.remove(id);
      return undefined;
    }
    const reply = from
      ? await send('changePassage', { id, change: to, travel: way })
      : await send('restorePassage', { id, travel: way });
    if (!reply.ok) return reply.failure;
    if (from) passages.update(reply.value);
    else passages.bring(reply.value);
    return undefined;
  }

  return {
    async historyOf(passage) {
      const reply = await ask();
      const { past, future } = reply.ok ? reply.value : NOTHING;
      return {
        past: changesOf(past, passage.id).map(({ before }) => ({ ...passage, ...before })),
        future: changesOf(future, passage.id).map(({ after }) => ({ ...passage, ...after })),
      };
    },
    async travel(way) {
      const reply = await ask();
      if (!reply.ok) return { message: sentenceOf(reply.failure), canUndo: false, canRedo: false };
      const { past, future } = reply.value;
      const [from, other] = way === 'back' ? [past, future] : [future, past];
      const deed = from.at(-1);
      const isBack = way === 'back';
      if (!deed)
        return {
          message: say(isBack ? 'nothingUndone' : 'nothingRedone'),
          canUndo: !isBack && other.length > 0,
          canRedo: isBack && other.length > 0,
        };
      const failure = await go(deed, way);
      if (failure) return { message: sentenceOf(failure), canUndo: false, canRedo: false };
      const to = isBack ? deed.before : deed.after;
      const message = !to
        ? 'isDeleted'
        : !deed.before || !deed.after
          ? 'isBack'
          : isBack
            ? 'isAsBefore'
            : 'isChangedAgain';
      return {
        message: say(message, wordsOf(deed)),
        id: deed.id,
        canUndo: !isBack || from.length > 1,
        canRedo: isBack || from.length > 1,
      };
    },
    async lastDeleted() {
      const reply = await ask();
      const deed = reply.ok ? reply.value.past.at(-1) : undefined;
      return deed && !deed.after
        ? { message: say('isDeleted', wordsOf(deed)), canUndo: true, canRedo: false }
        : undefined;
    },
  };
}
