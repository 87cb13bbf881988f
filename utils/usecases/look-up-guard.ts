import { type Failure, failed, type Result, success } from '../model/failure';
import { sameIdentifier } from '../model/identifier';
import type { Work } from '../model/work';
import { isWithin } from '../sources/origins';
import type { Answer, Asked, PrintedReference, SeveralWorks, Source, SourceRequest } from '../sources/source';
import { candidatesFor } from '../works/candidates';
import { matchReference } from '../works/match-reference';
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
  asked: Asked,
  settings: ReadSettings,
): Promise<Result<{ readonly request: SourceRequest; readonly host: string }>> {
  const { contactEmail, keys } = await settings();
  try {
    const courtesy = contactEmail ? { contactEmail } : {};
    const request =
      asked.scheme === 'reference'
        ? source.search?.(asked.value, courtesy)
        : asked.scheme === 'several'
          ? source.several?.(asked.ids, courtesy)
          : source.request({ kind: 'identifier', identifier: asked }, courtesy);
    if (!request) return fail(source, 'invalid', 'request', `${source.label} is not to be asked this.`);
    const { host } = new URL(request.url);
    return isWithin(source.origins, request.url)
      ? success({ request: { ...request, ...keyOf(source, keys[source.id]) }, host })
      : fail(source, 'refused', 'guard', `${source.label} may not send requests to ${host}.`, { url: request.url });
  } catch {
    // Half a surrogate pair in an identifier cannot be written in an address.
    return fail(source, 'invalid', 'request', `${source.label} cannot be asked about this.`);
  }
}

/** The reader's own key, as the source takes it; nothing where there is none. */
function keyOf({ keyHeader }: Source, key: string | undefined): Pick<SourceRequest, 'key'> {
  if (!key || !keyHeader) return {};
  return { key: { [keyHeader]: keyHeader === 'authorization' ? `Bearer ${key}` : key } };
}

/** What an answer says: the work that was asked about, and beside it those of a list. */
export interface Read {
  readonly work: Work | undefined;
  readonly works?: readonly Work[];
}

/** The record in an answer, believed only if it comes from the source's own origins and is about what was asked. */
export function readAnswer(source: Source, asked: Asked, request: SourceRequest, answer: Answer): Result<Read> {
  const url = answer.url;
  if (!isWithin(source.origins, url))
    return fail(source, 'refused', 'guard', `${source.label} sent us elsewhere.`, { url });
  // A page that is gone is often answered with the first page of its site, which says nothing of the work.
  if (asked.scheme === 'url' && isFrontPage(url) && !isFrontPage(request.url))
    return fail(source, 'format', 'guard', `${source.label} is gone: its address leads to its site’s first page.`, {
      url,
    });
  let result: Result<Read>;
  try {
    result =
      asked.scheme === 'reference' || asked.scheme === 'several'
        ? readList(source, asked, answer)
        : asRead(source.parse(answer));
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
  const { work } = result.value;
  if (!work || asked.scheme === 'reference' || asked.scheme === 'several') return result;
  if (work.ids.some((id) => sameIdentifier(id, asked))) return result;
  // An alias is answered by a redirect to the prime name; without one, another name means another work.
  // A page has many addresses: its own canonical one need not be the one that was linked.
  const isOther = asked.scheme !== 'url' && url === request.url && work.ids.some((id) => id.scheme === asked.scheme);
  if (isOther) return fail(source, 'format', 'parse', `${source.label} answered about another work.`, { url });
  return success({ work: { ...work, ids: [...work.ids, asked] } });
}

/** Whether an address is that of a site's first page, in whatever language. */
function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+|home\/?)?$/i.test(pathname);
}

const asRead = (result: Result<Work | undefined>): Result<Read> =>
  result.ok ? success({ work: result.value }) : result;

/** Of a search the work that the reference names, with those it may name where none is to be believed; of a list all. */
function readList(source: Source, asked: PrintedReference | SeveralWorks, answer: Answer): Result<Read> {
  const found = source.parseList?.(answer) ?? success([]);
  if (!found.ok) return found;
  if (asked.scheme === 'several') return success({ work: undefined, works: found.value });
  const match = matchReference(asked.value, found.value);
  if (match?.believed) return success({ work: match.work });
  const works = candidatesFor(asked.value, found.value);
  return success({ work: undefined, ...(works.length > 0 && { works }) });
}
