import type { Failure } from '../model/failure';
import type { ClosestSentence, LookUpQuestion, LookUpUpdate } from '../model/look-up';
import type { Work } from '../model/work';
import type { Source } from '../sources/source';
import { closestSentence } from '../works/closest-sentence';
import { type AskerNeeds, createAsker } from './look-up-ask';
import { createFindings, type Findings } from './look-up-findings';
import type { CachedRecord, RecordCache } from './look-up-ports';

/** What a look-up takes, handed in. */
export interface LookupNeeds extends AskerNeeds {
  /** All sources, in order of preference. */
  readonly sources: readonly Source[];
  readonly cache: RecordCache;
  /** Whether the reading list holds the work. Must not reject. */
  readonly isListed: (work: Work, question: LookUpQuestion) => Promise<boolean>;
}

/** How one look-up is made. */
export interface LookUpOptions {
  /** Aborted when the note closes: requests that nobody else waits for are aborted, no update comes any more. */
  readonly signal: AbortSignal;
  /**
   * - `as-set`: the reader's setting decides (a note was opened)
   * - `network`: the reader pressed Look up
   * - `cache-only`: nothing may be sent, and nothing is asked
   */
  readonly allowed: 'as-set' | 'network' | 'cache-only';
  /** Asked from a private window: what is learnt is kept in memory alone, and nothing is logged. */
  readonly private: boolean;
}

/** Looks works up. */
export interface Lookup {
  /**
   * Tells all that can be learnt about a cited work, step by step. First what the page and the cache know, at once; then,
   * where allowed, what the services say, each as it comes. Resolves after the last update, which is `needs-consent`, or
   * `done`; or silently when aborted. Never rejects, as long as `onUpdate` does not throw.
   */
  lookUp(question: LookUpQuestion, options: LookUpOptions, onUpdate: (update: LookUpUpdate) => void): Promise<void>;
  /** What the cache knows of a cited work, merged; undefined where no service has told anything. Sends nothing. */
  known(question: LookUpQuestion): Promise<Work | undefined>;
  /** Forgets what was learnt in private windows: to be called when the last one closes. */
  forgetPrivate(): void;
}

/** A reader's private session meets fewer works than this; beyond it the oldest are dropped. */
const MOST_PRIVATE = 300;

/**
 * The look-up, over sources, cache, network and clock. One for the life of the background: it holds the requests in flight,
 * the pace of each host and the rest of ill services, all of which may be lost at any time.
 *
 * A note's port uses it so: on `ask`, `lookUp(question, { allowed: 'as-set', … }, post)`; on `go`, the same question with
 * `allowed: 'network'`; on disconnect it aborts the signal.
 */
export function createLookup(needs: LookupNeeds): Lookup {
  const { cache, clock, isListed } = needs;
  const asker = createAsker(needs);
  const privately = new Map<string, CachedRecord>();

  async function readCache(findings: Findings, sources: readonly Source[], isPrivate: boolean): Promise<void> {
    // Twice, because records name further identifiers of the same work.
    for (let round = 0; round < 2; round += 1) {
      const keys = findings.unreadKeys(sources);
      if (keys.length === 0) return;
      const kept = await cache.get(keys).catch(() => []);
      const ownPrivate = isPrivate ? keys.flatMap((key) => privately.get(key) ?? []) : [];
      findings.add([...kept, ...ownPrivate]);
    }
  }

  async function keep(record: CachedRecord, isPrivate: boolean): Promise<void> {
    // A cache that cannot be written costs a request next time, and nothing now.
    if (!isPrivate) return cache.put(record).catch(() => {});
    privately.delete(record.key);
    privately.set(record.key, record);
    for (const oldest of privately.keys()) {
      if (privately.size <= MOST_PRIVATE) break;
      privately.delete(oldest);
    }
  }

  const enabledSources = async (): Promise<readonly Source[]> => {
    const { sourcesOff } = await needs.settings();
    return needs.sources.filter((source) => !sourcesOff.includes(source.id));
  };

  return {
    async lookUp(question, { signal, allowed, private: isPrivate }, onUpdate) {
      const tell = (update: LookUpUpdate) => {
        if (!signal.aborted) onUpdate(update);
      };
      const sources = await enabledSources();
      const findings = createFindings(question, clock.now());
      const publish = createPublisher(question, findings, isListed, tell);
      await readCache(findings, sources, isPrivate);
      await publish();
      const due = sources.filter((source) => findings.questionFor(source));
      const fromCache = sources.filter((source) => findings.hasRecord(source));
      const { lookUp: consent } = await needs.settings();
      const mayAsk = allowed === 'network' || (allowed === 'as-set' && consent === 'on-open');
      if (due.length === 0 || !mayAsk) {
        const asksReader = due.length > 0 && allowed === 'as-set' && !findings.isGood();
        tell(
          asksReader
            ? {
                type: 'needs-consent',
                state: consent === 'unasked' ? 'unasked' : 'on-press',
                services: due.map((source) => source.label),
              }
            : { type: 'done', asked: labels(fromCache), failures: [] },
        );
        return;
      }
      const failures = new Map<string, Failure>();
      const asked = new Set<Source>(fromCache);
      const running = new Map<Source, Promise<void>>();
      const rounds = new Map<Source, number>();
      const writing: Promise<void>[] = [];

      const ask = (source: Source): void => {
        const next = findings.questionFor(source);
        const round = rounds.get(source) ?? 0;
        // The second round is for what the first has taught us: another name under which the source may know the work.
        if (!next || round > 1 || running.has(source)) return;
        rounds.set(source, round + 1);
        findings.markAsked(source, next.identifier);
        asked.add(source);
        const reason = next.isRefresh ? 'refresh' : allowed === 'network' ? 'pressed' : 'note';
        running.set(
          source,
          asker.ask(source, next.identifier, { signal, reason, isPrivate }).then(async (result) => {
            running.delete(source);
            if (signal.aborted) return;
            if (!result.ok) {
              failures.set(source.id, result.failure);
              return;
            }
            failures.delete(source.id);
            findings.add([result.value]);
            writing.push(keep(result.value, isPrivate));
            for (const other of sources) if (!failures.has(other.id)) ask(other);
            await publish();
          }),
        );
      };

      const isQuiet = due.every((source) => findings.questionFor(source)?.isRefresh);
      for (const source of due) ask(source);
      while (running.size > 0 && !signal.aborted) {
        if (!isQuiet) tell({ type: 'asking', services: labels([...running.keys()]) });
        await Promise.race(running.values());
      }
      await Promise.all(writing);
      await publish();
      tell({
        type: 'done',
        asked: labels(sources.filter((source) => asked.has(source))),
        failures: [...failures.values()].filter(({ kind }) => kind !== 'cancelled'),
      });
    },

    async known(question) {
      const findings = createFindings(question, clock.now());
      await readCache(findings, await enabledSources(), false);
      return findings.isKnown() ? findings.work() : undefined;
    },

    forgetPrivate: () => privately.clear(),
  };
}

const labels = (sources: readonly Source[]): readonly string[] => sources.map((source) => source.label);

/**
 * A function that tells what is known now, in order and only where it differs from what was told last. Resolves once it is
 * told.
 */
function createPublisher(
  question: LookUpQuestion,
  findings: Findings,
  isListed: LookupNeeds['isListed'],
  tell: (update: LookUpUpdate) => void,
): () => Promise<void> {
  let told = '';
  let last: Promise<void> = Promise.resolve();
  async function say(): Promise<void> {
    const work = findings.work();
    const words = JSON.stringify(work);
    if (words === told) return;
    told = words;
    const listed = await isListed(work, question).catch(() => false);
    const closest: ClosestSentence | undefined = question.claim ? closestSentence(question.claim, work) : undefined;
    tell({ type: 'work', work, ...(closest && { closest }), listed });
  }
  return () => {
    last = last.then(say);
    return last;
  };
}
