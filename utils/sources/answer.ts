import { failed, type Result, success } from '../model/failure';
import { type Shape, shape } from './shape';
import type { Answer } from './source';
import { readXml, type XmlElement } from './xml';

/** Longest body that is read, UTF-16 units: the largest real records have a tenth of it. */
const LONGEST = 5_000_000;

type Fail = (kind: 'limited' | 'refused' | 'server' | 'format', message: string) => Result<never>;

const failing =
  (sourceId: string, { url }: Answer): Fail =>
  (kind, message) =>
    failed(kind, `${sourceId}.parse`, message, { source: sourceId, url });

/**
 * The body of an answer whose status says that there is one, the same for every service.
 *
 * @returns undefined where the service says that it does not know the thing (404, 410); a failure of kind `limited` (429),
 *   `refused` (401, 403, 451), `server` (5xx) or `format` (any other status, a body of many megabytes).
 */
export function readBody(sourceId: string, label: string, answer: Answer): Result<string | undefined> {
  const fail = failing(sourceId, answer);
  const { status, body } = answer;
  if (status === 404 || status === 410) return success(undefined);
  if (status === 429) return fail('limited', `${label} asks us to slow down.`);
  if (status === 401 || status === 403 || status === 451)
    return fail('refused', `${label} refused the request (${status}).`);
  if (status >= 500) return fail('server', `${label} has a fault of its own (${status}).`);
  if (status < 200 || status > 299) return fail('format', `${label} did not accept the request (${status}).`);
  return body.length > LONGEST ? fail('format', `${label} sent more than any record holds.`) : success(body);
}

/** The JSON of an answer, judged as by {@link readBody}; a web page, half a JSON and a bare value are failures of kind `format`. */
export function readJson(sourceId: string, label: string, answer: Answer): Result<unknown | undefined> {
  const fail = failing(sourceId, answer);
  const body = readBody(sourceId, label, answer);
  if (!body.ok || body.value === undefined) return body;
  // A gateway, a login page of a hotel or library: HTML with status 200.
  if (/html/.test(answer.contentType) || /^\s*</.test(body.value))
    return fail('format', `${label} sent a web page instead of a record.`);
  try {
    const value: unknown = JSON.parse(body.value);
    if (typeof value !== 'object' || value === null)
      return fail('format', `${label} sent something that is no record.`);
    return success(value);
  } catch {
    return fail('format', `${label} sent a damaged answer.`);
  }
}

/** The same as {@link readJson}, as an object; an empty one for a list. */
export function readObject(sourceId: string, label: string, answer: Answer): Result<Shape | undefined> {
  const json = readJson(sourceId, label, answer);
  return json.ok && json.value !== undefined ? success(shape(json.value)) : (json as Result<undefined>);
}

/** The root element of an XML answer, judged as by {@link readBody}; a web page and half an XML are failures of kind `format`. */
export function readXmlAnswer(sourceId: string, label: string, answer: Answer): Result<XmlElement | undefined> {
  const fail = failing(sourceId, answer);
  const body = readBody(sourceId, label, answer);
  if (!body.ok || body.value === undefined) return body as Result<undefined>;
  const root = readXml(body.value);
  if (!root) return fail('format', `${label} sent a damaged answer.`);
  return /^html$/i.test(root.name) || /^\s*<!doctype html/i.test(body.value)
    ? fail('format', `${label} sent a web page instead of a record.`)
    : success(root);
}
