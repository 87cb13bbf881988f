import { failed, type Result, success } from '../model/failure';
import type { Answer } from './source';

/**
 * The JSON of an answer, after its status and sort have been judged, the same for every service.
 *
 * @returns undefined where the service says that it does not know the thing (404, 410); a failure of kind `limited` (429),
 *   `refused` (401, 403, 451), `server` (5xx) or `format` (any other status, HTML, half a JSON).
 */
export function readJson(sourceId: string, label: string, answer: Answer): Result<unknown | undefined> {
  const fail = (kind: 'limited' | 'refused' | 'server' | 'format', message: string) =>
    failed(kind, `${sourceId}.parse`, message, { source: sourceId, url: answer.url });
  const { status } = answer;
  if (status === 404 || status === 410) return success(undefined);
  if (status === 429) return fail('limited', `${label} asks us to slow down.`);
  if (status === 401 || status === 403 || status === 451)
    return fail('refused', `${label} refused the request (${status}).`);
  if (status >= 500) return fail('server', `${label} has a fault of its own (${status}).`);
  if (status < 200 || status > 299) return fail('format', `${label} did not accept the request (${status}).`);
  // A gateway, a login page of a hotel or library: HTML with status 200.
  if (/html/.test(answer.contentType) || /^\s*</.test(answer.body))
    return fail('format', `${label} sent a web page instead of a record.`);
  try {
    const value: unknown = JSON.parse(answer.body);
    if (typeof value !== 'object' || value === null)
      return fail('format', `${label} sent something that is no record.`);
    return success(value);
  } catch {
    return fail('format', `${label} sent a damaged answer.`);
  }
}
