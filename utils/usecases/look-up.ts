import type { Citation } from '../model/citation';
import type { Failure } from '../model/failure';
import type { LookUpQuestion, LookUpUpdate } from '../model/look-up';
import { isSourceOn } from '../model/settings';
import type { Work } from '../model/work';
import type { Source } from '../sources/source';
import { type AskerNeeds, createAsker } from './look-up-ask';
import { corrected, correctedCitation, questionAbout } from './look-up-correction';
import { createFindings, type Findings } from './look-up-findings';
import type { CachedRecord, RecordCache } from './look-up-ports';
import { createPublisher, type PublisherNeeds } from './look-up-publish';
import { relatedWorks } from './look-up-related';

/** What a look-up takes, handed in. */
export interface LookupNeeds extends AskerNeeds, PublisherNeeds {
  /** All sources, in order of preference. */
  readonly sources: readonly Source[];
  readonly cache: RecordCache;
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
  /** The reader wants to know how the work stands now: what was heard more than an hour ago is asked again. */
  readonly isAnew?: boolean;
}

/** Looks works up. */
export interface Lookup {
  /**
   * Tells all that can be learnt about a cited work, step by step. First what the page and the cache know, at once; then,
   * where allowed, what the services say, each as it comes. Resolves after the last update, which is `needs-consent`, or
   * `done`; or silently when aborted. Never rejects, as long as `onUpdate` does not throw.
   */
  lookUp(question: LookUpQuestion, options: LookUpOptions, onUpdate: (update: LookUpUpdate) => void): Promise<void>;
  /** A citation that means what the reader has said it means, where that was ever said. Sends nothing. */
  corrected(citation: Citation): Promise<Citation>;
  /** Labels of the services that would be asked about a cited work now. Sends nothing. */
  due(question: LookUpQuestion, isAnew: boolean): Promise<readonly string[]>;
  /** What the cache knows of a cited work, merged; undefined where no service has told anything. Sends nothing. */
  known(question: LookUpQuestion): Promise<Work | undefined>;
  /** Forgets what was learnt in private windows: to be called when the last one closes. */
  forgetPrivate(): void;
}

/** A record older than this is asked for again where the reader wants to know how a work stands now. */
const ANEW_MS = 3_600_000;

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
  const { cache, clock } = needs;
  const asker = createAsker(needs);
  const privately = new Map<string, CachedRecord>();

  async function readKeys(keys: readonly string[], isPrivate: boolean): Promise<readonly CachedRecord[]> {
    const kept = await cache.get(keys).catch(() => []);
    return isPrivate ? [...kept, ...keys.flatMap((key) => privately.get(key) ?? [])] : kept;
  }

  async function readCache(findings: Findings, sources: readonly Source[], isPrivate: boolean): Promise<void> {
    // Twice, because records name further identifiers of the same work.
    for (let round = 0; round < 2; round += 1) {
      const keys = findings.unreadKeys(sources);
      if (keys.length === 0) return;
      findings.add(await readKeys(keys, isPrivate));
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

  const correct = (question: LookUpQuestion, isPrivate: boolean) =>
    corrected(question, {
      read: (keys) => readKeys(keys, isPrivate),
      keep: (record) => keep(record, isPrivate),
      now: () => clock.now(),
    });

  const enabledSources = async (): Promise<readonly Source[]> => {
    const settings = await needs.settings();
    return needs.sources.filter(
      (source) => isSourceOn(settings, source) && (!source.needsEmail || settings.contactEmail !== ''),
    );
  };

  return {
    async lookUp(asked, { signal, allowed, private: isPrivate, isAnew }, onUpdate) {
      const tell = (update: LookUpUpdate) => {
        if (!signal.aborted) onUpdate(update);
      };
      const sources = await enabledSources();
      const meant = await correct(asked, isPrivate);
      const { question } = meant;
      const findings = createFindings(question, clock.now(), isAnew ? ANEW_MS : undefined);
      const publish = createPublisher(meant, findings, needs, tell);
      await readCache(findings, sources, isPrivate);
      if (question.pick) {
        await Promise.all(findings.pick(question.pick.identifier).map((record) => keep(record, isPrivate)));
        await readCache(findings, sources, isPrivate);
      }
      if (question.wantsRelated) {
        const { works, failures } = await relatedWorks(findings.work().related ?? [], {
          sources,
          read: (keys) => readKeys(keys, isPrivate),
          async ask(source, asked) {
            const result = await asker.ask(source, asked, { signal, reason: 'related', isPrivate });
            if (result.ok) await keep(result.value, isPrivate);
            return result;
          },
        });
        tell({ type: 'related', works });
        tell({ type: 'done', asked: [], failures });
        return;
      }
      await publish();
      const due = dueOf(findings, sources);
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
      const told = new Set<Source>(fromCache);
      const running = new Map<Source, Promise<void>>();
      const rounds = new Map<Source, number>();
      const writing: Promise<void>[] = [];

      /** Asks a source what it is still to be asked; whether there was anything. */
      const ask = (source: Source): boolean => {
        const next = findings.questionFor(source);
        const round = rounds.get(source) ?? 0;
        // The second round is for what the first has taught us: another name under which the source may know the work.
        if (!next || round > 1 || running.has(source)) return false;
        rounds.set(source, round + 1);
        findings.markAsked(source, next.asked);
        told.add(source);
        const reason = next.isRefresh ? 'refresh' : allowed === 'network' ? 'pressed' : 'note';
        running.set(
          source,
          asker.ask(source, next.asked, { signal, reason, isPrivate }).then(async (result) => {
            running.delete(source);
            if (signal.aborted) return;
            if (!result.ok) {
              failures.set(source.id, result.failure);
              return;
            }
            failures.delete(source.id);
            findings.add([result.value]);
            // First what the reader waits for: the disk would keep it waiting.
            const published = publish();
            writing.push(published.then(() => keep(result.value, isPrivate)));
            for (const other of sources) if (!other.fills && !failures.has(other.id)) ask(other);
            await published;
          }),
        );
        return true;
      };

      /** For each gap that the others have left, the next source that may fill it: one at a time, since most fill it. */
      const askForGaps = (): void => {
        const fillers = sources.filter(
          (source) => source.fills && findings.lacks(source.fills) && !failures.has(source.id),
        );
        for (const filling of new Set(fillers.map((source) => source.fills)))
          fillers.filter((source) => source.fills === filling).some(ask);
      };

      const isQuiet = due.every((source) => findings.questionFor(source)?.isRefresh);
      for (const source of due) if (!source.fills) ask(source);
      if (running.size === 0) askForGaps();
      while (running.size > 0 && !signal.aborted) {
        if (!isQuiet) tell({ type: 'asking', services: labels([...running.keys()]) });
        await Promise.race(running.values());
        if (running.size === 0 && failures.size < told.size) askForGaps();
      }
      await Promise.all(writing);
      await publish();
      tell({
        type: 'done',
        asked: labels(sources.filter((source) => told.has(source))),
        failures: [...failures.values()].filter(({ kind }) => kind !== 'cancelled'),
      });
    },

    async corrected(citation) {
      return correctedCitation(citation, await correct(questionAbout(citation), false));
    },

    async due(question, isAnew) {
      const sources = await enabledSources();
      const findings = createFindings(question, clock.now(), isAnew ? ANEW_MS : undefined);
      await readCache(findings, sources, false);
      return labels(dueOf(findings, sources));
    },

    async known(asked) {
      const { question } = await correct(asked, false);
      const findings = createFindings(question, clock.now());
      await readCache(findings, await enabledSources(), false);
      return findings.isKnown() ? findings.work() : undefined;
    },

    forgetPrivate: () => privately.clear(),
  };
}

/** Sources that there is something to ask of. */
const dueOf = (findings: Findings, sources: readonly Source[]): readonly Source[] =>
  sources.filter((source) => findings.questionFor(source) && (!source.fills || findings.lacks(source.fills)));

const labels = (sources: readonly Source[]): readonly string[] => sources.map((source) => source.label);
