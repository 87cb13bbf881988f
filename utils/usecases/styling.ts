import type { StyledCitation, StylingTask } from '../model/citation-style';
import { failed, type Result, success } from '../model/failure';
import type { Clock } from './look-up-ports';

/** What styling leans on. */
export interface StylingNeeds {
  /** Whether the page that nobody sees is not wanted for something else. */
  isFree(): Promise<boolean>;
  /** Opens that page; it asks for its task and says when it is done. */
  openPage(): Promise<void>;
  closePage(): Promise<void>;
  readonly clock: Pick<Clock, 'after'>;
}

/** How long one citation may take, milliseconds: the slowest style takes about one second where a browser is busy. */
const PATIENCE_MS = 10_000;

/**
 * Cites one work at a time in a style, by a page that nobody sees: the style processor is too large for a background, and too slow
 * for the page in which it is wanted (decision 0017). A background that dies meanwhile has answered nobody, and is asked again.
 */
export function createStyling({ isFree, openPage, closePage, clock }: StylingNeeds) {
  let current: { readonly task: StylingTask; end(result: Result<StyledCitation>): void } | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const fail = (why: string) => failed('server', 'styling', why);

  async function style(task: StylingTask): Promise<Result<StyledCitation>> {
    if (!(await isFree())) return fail('A backup is being made.');
    const result = await new Promise<Result<StyledCitation>>((resolve) => {
      const stop = clock.after(PATIENCE_MS, () => resolve(fail('It took too long.')));
      current = {
        task,
        end(made) {
          stop();
          resolve(made);
        },
      };
      openPage().catch((error) => current?.end(fail(String(error))));
    });
    current = undefined;
    await closePage();
    return result;
  }
  return {
    /** A work in a style. Never rejects. */
    cite(task: StylingTask): Promise<Result<StyledCitation>> {
      const styling = before.then(() => style(task)).catch((error) => fail(String(error)));
      before = styling;
      return styling;
    },
    /** The task of the page that nobody sees. */
    task: (): Result<StylingTask> => (current ? success(current.task) : fail('There is nothing to cite.')),
    /** What came of it. */
    done: (made: StyledCitation | undefined) => current?.end(made ? success(made) : fail('The style cannot be used.')),
  };
}
