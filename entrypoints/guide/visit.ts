import { say } from '../../components/note/words';
import type { Sought } from '../../utils/model/visit';
import type { Reader } from '../../utils/page/door';
import { sendToBackground } from '../../utils/platform/send';
import type { Toast } from './toast';

/** Looks again after so many milliseconds: pages show much of their text late. */
const WAITS_MS = [0, 400, 1200, 3000, 6000];

/** Letters and digits alone: what is left of words that were printed in another way. */
const bare = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Shows what a reader wants to see who comes from a page that cites this one, and says how surely it was found. */
export async function showSought(
  sought: Sought,
  reader: Reader,
  toast: Toast,
  isOver: () => boolean,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((go) => setTimeout(go, ms)),
): Promise<void> {
  const back = {
    name: say('visitBack'),
    run() {
      void sendToBackground('returnFromVisit', {}).then((reply) => {
        if (!reply.ok || !reply.value.isThere) toast.say(say('visitGone'), []);
      });
    },
  };
  const { href } = window.location;
  for (const ms of WAITS_MS) {
    await wait(ms);
    // The reader, or a page that only leads on, has gone somewhere else.
    if (isOver() || window.location.href.split('#')[0] !== href.split('#')[0]) return;
    for (const { kind, quote } of sought) {
      // What is only like it may stand above the words themselves, which come late.
      const isLoose = ms > 0 && document.readyState === 'complete';
      const found = await reader.find({ quote }, isLoose);
      if (!found || isOver()) continue;
      void sendToBackground('visitDone', {});
      reader.mark(found.ranges, found.ranges, true);
      const isSame = bare(found.words) === bare(quote.exact);
      const word = !isSame ? 'visitNear' : kind === 'quoted' ? 'visitQuoted' : 'visitClosest';
      toast.say(say(word), [back], found.ranges[0]?.startContainer);
      return;
    }
  }
  void sendToBackground('visitDone', {});
  toast.say(say('visitLost'), [back]);
}
