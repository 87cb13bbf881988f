import type { ClosestSentence, LookUpQuestion, LookUpUpdate } from '../model/look-up';
import type { ReadingItem } from '../model/reading-item';
import type { Work } from '../model/work';
import { closestSentence } from '../works/closest-sentence';
import { glanceOf } from '../works/glance';
import { namedWorks } from '../works/named';
import type { RankSentences } from '../works/rank-sentences';
import type { Corrected } from './look-up-correction';
import type { Findings } from './look-up-findings';

/** What the reading list says of a work. */
type Listed = Pick<ReadingItem, 'status' | 'remark'> | undefined;

/** What telling takes, handed in. */
export interface PublisherNeeds {
  /** How far the reader has come with a work of the reading list, and their remark on it; undefined where it does not hold it. Must not reject. */
  readonly listedAs: (work: Work, question: LookUpQuestion) => Promise<Listed>;
  /** A work with what the lists on this device say of its standing. Must not reject. */
  readonly judged: (work: Work) => Promise<Work>;
  /** The ranker of sentences, which is loaded when a claim is first to be compared; undefined where it cannot be. Must not reject. */
  readonly ranker: () => Promise<RankSentences | undefined>;
}

/**
 * A function that tells what is known now, in order and only where it differs from what was told last. Resolves once it is
 * told.
 */
export function createPublisher(
  { question, corrected }: Corrected,
  findings: Findings,
  { listedAs, judged, ranker }: PublisherNeeds,
  tell: (update: LookUpUpdate) => void,
): () => Promise<void> {
  let told = '';
  let last: Promise<void> = Promise.resolve();
  let isListRead = false;
  let listed: Listed;
  // On its way while services are asked: the first words are not to wait for a file.
  if (question.claim) void ranker();

  async function say(): Promise<void> {
    const work = await judged(findings.work());
    const candidates = findings.candidates();
    const words = JSON.stringify([work, candidates]);
    if (words === told) return;
    told = words;
    const closest = question.claim && work.abstract.length > 0 ? await closestTo(question.claim, work) : undefined;
    const named = namedWorks(work.abstract, work.ids);
    const disagreements = findings.disagreements();
    const readList = () => listedAs(work, question).catch(() => undefined);
    const tellAll = () =>
      tell({
        type: 'work',
        work,
        ...(closest && { closest }),
        glance: glanceOf(work.abstract),
        ...(named.length > 0 && { named }),
        ...(disagreements.length > 0 && { disagreements }),
        ...(corrected && { corrected }),
        ...(candidates.length > 0 && { candidates, isPicked: findings.isPicked() }),
        listed: listed !== undefined,
        ...(listed?.status === 'read' && { isRead: true }),
        ...(listed?.remark && { remark: listed.remark }),
      });
    if (!isListRead) {
      isListRead = true;
      listed = await readList();
      return tellAll();
    }
    // A service's words do not wait for the disk. Under a name that only the service knew, the list may say more.
    tellAll();
    const before = JSON.stringify(listed);
    listed = await readList();
    if (JSON.stringify(listed) !== before) tellAll();
  }

  async function closestTo(claim: string, work: Work): Promise<ClosestSentence | undefined> {
    const rank = await ranker();
    return rank && closestSentence(rank, claim, work);
  }

  return () => {
    last = last.then(say);
    return last;
  };
}
