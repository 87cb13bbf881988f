import { type Failure, FailureError } from '../../utils/model/failure';
import { wordsOf } from '../../utils/words/words';

const say = wordsOf('failure');

/** What a reader is told of a failure, in the reader's language where there are words for it. */
export const failureText = ({ says, message }: Pick<Failure, 'says' | 'message'>): string =>
  says ? say(...says) : message;

/** As {@link failureText}, of whatever was thrown. */
export const errorText = (error: unknown): string =>
  error instanceof FailureError ? failureText(error.failure) : error instanceof Error ? error.message : String(error);
