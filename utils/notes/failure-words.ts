import type { Failure, FailureKind } from '../model/failure';
import type { Say, Word } from './words';

/**
 * Which failures a reader sees, and how: the one table. `undefined` is silence. A failure of one service is silent as well
 * where another has answered (see `view.ts`), save `offline` and `limited`, which explain what may be missing.
 */
const SEEN: { readonly [Kind in FailureKind]: Word | undefined } = {
  offline: 'failOffline',
  timeout: 'failTimeout',
  limited: 'failLimited',
  refused: 'failRefused',
  server: 'failServer',
  format: 'failFormat',
  storage: 'failStorage',
  invalid: 'failInvalid',
  cancelled: undefined,
};

/** Failures that have a sentence of their own, by where they happened. */
const OWN: Readonly<Record<string, Word>> = { 'network.body': 'failLarge', 'linked-page.pdf': 'failWordless' };

/**
 * One sentence for each thing that went wrong, without repeats.
 *
 * @param label - The label of a source id.
 */
export function failureSentences(failures: readonly Failure[], say: Say, label: (source: string) => string): string[] {
  const sentences = failures.flatMap((failure) => {
    const word = OWN[failure.stage] ?? SEEN[failure.kind];
    return word ? [say(word, failure.source ? label(failure.source) : say('aService'))] : [];
  });
  return [...new Set(sentences)];
}
