import type { KeptHere } from '../../components/welcome/welcome-page';
import { failed, success } from '../../utils/model/failure';
import { identifierKey } from '../../utils/model/identifier';
import type { LookUpQuestion, LookUpUpdate } from '../../utils/model/look-up';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import type { Work } from '../../utils/model/work';
import type { Reply, ToBackground } from '../../utils/platform/messages';
import { sendToBackground } from '../../utils/platform/send';
import { closestSentence } from '../../utils/works/closest-sentence';
import { glanceOf } from '../../utils/works/glance';
import type { RankSentences } from '../../utils/works/rank-sentences';
import type { Asked } from '../reader/session';

/** What stands in place of the background on the page on which Ibid is tried out: it knows the invented works, and keeps for as long as the page is open. */
export interface TryOut extends Asked {
  /** Passages and works kept, the oldest first. */
  kept(): readonly KeptHere[];
}

const NONE = success({});

/**
 * Makes it.
 *
 * @param works - By DOI.
 * @param ranker - What finds the sentence closest to a claim, as everywhere else; undefined where it cannot be read.
 * @param onKept - Hears when something was kept or given up.
 */
export function createTryOut(
  works: ReadonlyMap<string, Work>,
  ranker: Promise<RankSentences | undefined>,
  onKept: () => void,
): TryOut {
  const passages = new Map<string, Passage>();
  const gone = new Map<string, Passage>();
  const items = new Map<string, ReadingItem>();
  const workOf = ({ identifiers }: Pick<LookUpQuestion, 'identifiers'>) =>
    identifiers.map(({ value }) => works.get(value)).find((work) => work !== undefined);

  const answers: { readonly [Name in keyof ToBackground]?: (input: never) => Reply<unknown> } = {
    // Every script is here from the beginning.
    inject: () => NONE,
    listTags: () => success({ tags: [] }),
    // The bar takes back what was done while it is open; what was done before is not remembered here.
    pageHistory: () => success({ past: [], future: [] }),
    savePassage({ passage }: ToBackground['savePassage'][0]) {
      passages.set(passage.id, passage);
      return success(passage);
    },
    changePassage({ id, change }: ToBackground['changePassage'][0]) {
      const passage = { ...passages.get(id)!, ...change };
      passages.set(id, passage);
      return success(passage);
    },
    deletePassage({ id }: ToBackground['deletePassage'][0]) {
      gone.set(id, passages.get(id)!);
      passages.delete(id);
      return NONE;
    },
    restorePassage({ id }: ToBackground['restorePassage'][0]) {
      passages.set(id, gone.get(id)!);
      return success(gone.get(id)!);
    },
    saveWork({ citation }: ToBackground['saveWork'][0]) {
      const identifiers = [...citation.identifiers, ...(citation.reference?.identifiers ?? [])];
      const work = workOf({ identifiers });
      if (!work) return failed('invalid', 'tryOut', 'This work is not among the invented ones.');
      const id = identifierKey(work.ids[0]!);
      const item = {
        id,
        work,
        status: 'to-read',
        remark: '',
        tags: [],
        encounters: [],
        added: 0,
        modified: 0,
      } as const;
      items.set(id, item);
      return success(item);
    },
    deleteItem({ id }: ToBackground['deleteItem'][0]) {
      items.delete(id);
      return NONE;
    },
  };

  async function send<Name extends keyof ToBackground>(
    name: Name,
    input: ToBackground[Name][0],
  ): Promise<Reply<ToBackground[Name][1]>> {
    const answer = answers[name] as ((input: ToBackground[Name][0]) => Reply<unknown>) | undefined;
    // What is neither kept nor looked up is the same here as elsewhere: the options, the library's page.
    if (!answer) return sendToBackground(name, input);
    const reply = answer(input);
    onKept();
    return reply as Reply<ToBackground[Name][1]>;
  }

  return {
    send,
    leave: () => () => {},
    lookUp(question, onUpdate: (update: LookUpUpdate) => void) {
      let isOver = false;
      const tell = (update: LookUpUpdate) => !isOver && onUpdate(update);
      void ranker.then((rank) => {
        const work = workOf(question);
        if (question.wantsRelated) tell({ type: 'related', works: [] });
        else if (work) {
          const closest = rank && question.claim ? closestSentence(rank, question.claim, work) : undefined;
          const listed = items.has(identifierKey(work.ids[0]!));
          tell({ type: 'work', work, closest, glance: glanceOf(work.abstract), listed });
        }
        tell({ type: 'done', asked: [], failures: [] });
      });
      return {
        go: () => {},
        close() {
          isOver = true;
        },
      };
    },
    kept: () => [
      ...[...items.values()].map(({ id, work }) => ({ id, is: 'work' as const, words: work.csl.title ?? '' })),
      ...[...passages.values()].map(({ id, selectors }) => ({
        id,
        is: 'passage' as const,
        words: selectors.quote.exact.replace(/\s+/g, ' ').trim(),
      })),
    ],
  };
}
