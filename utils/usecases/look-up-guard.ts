import { type Failure, failed, type Result, success } from '../model/failure';
import { type Identifier, sameIdentifier } from '../model/identifier';
import type { Work } from '../model/work';
import type { Answer, Source, SourceRequest } from '../sources/source';
import type { ReadSettings } from './look-up-ports';

/** A failure of a source, with the step of asking at which it happened. */
export const fail = (
  source: Source,
  kind: Failure['kind'],
  step: string,
  message: string,
  more: Partial<Pick<Failure, 'url' | 'retryAfterMs'>> = {},
): Result<never> => failed(kind, `${source.id}.${step}`, message, { source: source.id, ...more });

/** The request for a question, refused where it would leave the source's origins. */
export async function makeRequest(
  source: Source,
  identifier: Identifier,
  settings: ReadSettings,
): Promise<Result<{ readonly request: SourceRequest; readonly host: string }>> {
  const { contactEmail } = await settings();
  try {
    const request = source.request({ kind: 'identifier', identifier }, contactEmail ? { contactEmail } : {});
    const { origin, host } = new URL(request.url);
    return source.origins.includes(origin)
      ? success({ request, host })
      : fail(source, 'refused', 'guard', `${source.label} may not send requests to ${host}.`, { url: request.url });
  } catch {
    // Half a surrogate pair in an identifier cannot be written in an address.
    return fail(source, 'invalid', 'request', `${source.label} cannot be asked about this identifier.`);
  }
}

/** The record in an answer, believed only if it comes from the source's own origins and is about what was asked. */
export function readAnswer(
  source: Source,
  identifier: Identifier,
  request: SourceRequest,
  answer: Answer,
): Result<Work | undefined> {
  const url = answer.url;
  if (!source.origins.some((origin) => url.startsWith(`${origin}/`)))
    return fail(source, 'refused', 'guard', `${source.label} sent us elsewhere.`, { url });
  let result: Result<Work | undefined>;
  try {
    result = source.parse(answer);
  } catch (error) {
    // `parse` promises not to throw; a source that breaks its promise must still not cost the reader the note.
    return fail(source, 'format', 'parse', `${source.label}'s answer could not be read: ${String(error)}`, { url });
  }
  if (!result.ok) {
    const { retryAfterMs } = answer;
    return {
      ok: false,
      failure: { url, ...result.failure, source: source.id, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    };
  }
  const work = result.value;
  if (!work) return result;
  if (work.ids.some((id) => sameIdentifier(id, identifier))) return result;
  // An alias is answered by a redirect to the prime name; without one, another name means another work.
  const isOther = url === request.url && work.ids.some((id) => id.scheme === identifier.scheme);
  if (isOther) return fail(source, 'format', 'parse', `${source.label} answered about another work.`, { url });
  return success({ ...work, ids: [...work.ids, identifier] });
}
