import { failed, type Result, success } from '../model/failure';
import { count, list, type Shape, shape } from './shape';
import type { Answer } from './source';
import { readXml, type XmlElement } from './xml';

/** Longest body that is read, UTF-16 units: the largest real records have a tenth of it. */
const LONGEST = 5_000_000;

type Fail = (kind: 'limited' | 'refused' | 'server' | 'format', message: string) => Result<never>;

const failing =
  (sourceId: string, { url }: Answer): Fail =>
  (kind, message) =>
    failed(kind, `${sourceId}.parse`, message, { source: sourceId, url });

/** What services, and those who stand before them, say when they are asked too much. */
const TOO_MUCH =
  /\b(?:rate[- ]?limit|rate exceeded|too many requests|quota (?:is |has been )?exceeded|exceeded (?:your |the )?quota|slow down)/i;

/** A failure for a body that is not what the service documents; words of haste in its beginning say why. */
const strange = (fail: Fail, label: string, body: string, message: string): Result<never> =>
  TOO_MUCH.test(body.slice(0, 1000)) ? fail('limited', `${label} asks us to slow down.`) : fail('format', message);

/**
 * What a status says, the same for every service.
 *
 * @returns undefined where there is a body to read; success without a value where the service says that it does not know the
 *   thing (404, 410); a failure of kind `limited` (429), `refused` (401, 403, 451), `server` (5xx) or `format` (any other).
 */
function judgeStatus(fail: Fail, label: string, status: number): Result<undefined> | undefined {
  if (status === 404 || status === 410) return success(undefined);
  if (status === 429) return fail('limited', `${label} asks us to slow down.`);
  if (status === 401 || status === 403 || status === 451)
    return fail('refused', `${label} refused the request (${status}).`);
  if (status >= 500) return fail('server', `${label} has a fault of its own (${status}).`);
  if (status < 200 || status > 299) return fail('format', `${label} did not accept the request (${status}).`);
  return undefined;
}

/**
 * The body of an answer whose status says that there is one, the same for every service.
 *
 * @returns undefined where the service says that it does not know the thing (404, 410); a failure of kind `limited` (429),
 *   `refused` (401, 403, 451), `server` (5xx) or `format` (any other status, an empty body, a body of many megabytes).
 */
export function readBody(sourceId: string, label: string, answer: Answer): Result<string | undefined> {
  const fail = failing(sourceId, answer);
  const { status, body } = answer;
  const judged = judgeStatus(fail, label, status);
  if (judged) return judged;
  if (body.trim() === '') return fail('format', `${label} sent an empty answer.`);
  return body.length > LONGEST ? fail('format', `${label} sent more than any record holds.`) : success(body);
}

/** The JSON of an answer, judged as by {@link readBody}; a web page, half a JSON and a bare value are failures of kind `format`. */
function readJson(sourceId: string, label: string, answer: Answer): Result<unknown | undefined> {
  const fail = failing(sourceId, answer);
  const body = readBody(sourceId, label, answer);
  if (!body.ok || body.value === undefined) return body;
  // A gateway, a login page of a hotel or library: HTML with status 200.
  if (/html/.test(answer.contentType) || /^\s*</.test(body.value))
    return strange(fail, label, body.value, `${label} sent a web page instead of a record.`);
  try {
    const value: unknown = JSON.parse(body.value);
    if (typeof value !== 'object' || value === null)
      return fail('format', `${label} sent something that is no record.`);
    return success(value);
  } catch {
    return strange(fail, label, body.value, `${label} sent a damaged answer.`);
  }
}

/** The status that an error's own body states, whatever that of the answer is; undefined where it states none. */
function statusIn(body: Shape): number | undefined {
  const [first] = list(body.errors);
  const stated = [body.HTTP_status_code, body.httpCode, body.statusCode, body.errCode, body.status, body.code];
  return [...stated, shape(first).status, shape(body.error).code, shape(body.error).status]
    .map((value) => count(value))
    .find((value) => value !== undefined && value >= 400 && value < 600);
}

/**
 * The object in an answer, judged as by {@link readBody}. What is not known there is told only by what the service documents:
 * an error with status 200, `{}` and anything else are failures, so that no work is taken for unknown.
 *
 * @param holds - Whether an object (`{items}` for a bare list) is what the service documents: a record, a list, or its word that it has none.
 */
export function readObject(
  sourceId: string,
  label: string,
  answer: Answer,
  holds: (body: Shape) => boolean,
): Result<Shape | undefined> {
  const json = readJson(sourceId, label, answer);
  if (!json.ok || json.value === undefined) return json as Result<undefined>;
  const body = Array.isArray(json.value) ? { items: json.value } : shape(json.value);
  if (holds(body)) return success(body);
  const fail = failing(sourceId, answer);
  const stated = statusIn(body);
  return (
    (stated !== undefined ? judgeStatus(fail, label, stated) : undefined) ??
    strange(fail, label, answer.body, `${label} sent something that is no record.`)
  );
}

/**
 * The root element of an XML answer, judged as by {@link readBody}; a web page, half an XML and an element that is not among
 * those that the service documents (its errors have others) are failures.
 */
export function readXmlAnswer(
  sourceId: string,
  label: string,
  answer: Answer,
  roots: readonly string[],
): Result<XmlElement | undefined> {
  const fail = failing(sourceId, answer);
  const body = readBody(sourceId, label, answer);
  if (!body.ok || body.value === undefined) return body as Result<undefined>;
  const root = readXml(body.value);
  if (!root) return strange(fail, label, body.value, `${label} sent a damaged answer.`);
  return roots.includes(root.name)
    ? success(root)
    : strange(fail, label, body.value, `${label} sent something that is no record.`);
}
