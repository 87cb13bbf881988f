import type { Answer } from '../../../utils/model/answer';
import { failed, type Result, success } from '../../../utils/model/failure';
import { sectionText } from '../../../utils/model/rich-text';
import type { Relation, Work } from '../../../utils/model/work';
import { sourceById } from '../../../utils/sources';
import { matchReference as match } from '../../../utils/works/match-reference';
import { mergeWorks as merge } from '../../../utils/works/merge';

/** A work as scorers read it: abstracts as text. The work itself travels along, so that it can be merged. */
interface PlainWork extends Omit<Work, 'abstract'> {
  readonly abstract: readonly { readonly heading?: string; readonly text: string }[];
  readonly related: readonly Relation[];
}

const wholes = new WeakMap<PlainWork, Work>();

function plain(work: Work): PlainWork {
  const value: PlainWork = {
    ...work,
    abstract: work.abstract.map((section) => ({
      ...(section.heading && { heading: section.heading }),
      text: sectionText(section),
    })),
    related: work.related ?? [],
  };
  wholes.set(value, work);
  return value;
}

const whole = (work: PlainWork): Work =>
  wholes.get(work) ?? {
    ...work,
    abstract: work.abstract.map(({ heading, text }) => ({ ...(heading && { heading }), paragraphs: [[text]] })),
  };

/**
 * What a shipped source reads in an answer: one work, several where the answer is a list, undefined where the work is not
 * known there.
 */
export function parseAnswer(sourceId: string, answer: Answer): Result<PlainWork | readonly PlainWork[] | undefined> {
  const source = sourceById(sourceId);
  if (!source) return failed('invalid', 'bench', `There is no source "${sourceId}".`);
  const whole = { ...answer, body: unwrapped(sourceId, answer.body) };
  const list = source.parseList?.(whole);
  if (list?.ok && (list.value.length > 1 || isList(whole.body))) return success(list.value.map(plain));
  const one = source.parse(whole);
  return one.ok ? success(one.value && plain(one.value)) : one;
}

/** Collections keep the list of a search, or the record in it, without what it came in: put back, so that it is read as shipped. */
function unwrapped(sourceId: string, body: string): string {
  const value = parsed(body);
  if (Array.isArray(value))
    return sourceId === 'crossref'
      ? `{"message":{"items":${body}}}`
      : /^(?:openalex|unpaywall)$/.test(sourceId)
        ? `{"results":${body}}`
        : /^(?:semantic-scholar|datacite)$/.test(sourceId)
          ? `{"data":${body}}`
          : body;
  const isBare = sourceId === 'crossref' && value?.message === undefined && value?.DOI !== undefined;
  return isBare ? `{"message":${body}}` : body;
}

/** Whether an answer is a list by its own shape, and not one record with lists in it. */
function isList(body: string): boolean {
  const value = parsed(body);
  return [value?.results, value?.message?.items, value?.data, value?.docs, value?.studies].some(Array.isArray);
}

// biome-ignore lint/suspicious/noExplicitAny: looked into, never believed.
function parsed(body: string): any {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** One work from several records of it, as a note shows it. */
export const mergeWorks = (works: readonly PlainWork[]): PlainWork => plain(merge(works.map(whole)));

/** The work among several that a printed reference names, and whether that is believed. */
export function matchReference(
  text: string,
  works: readonly PlainWork[],
): { readonly work: PlainWork; readonly believed: boolean } | undefined {
  const read = works.map(whole);
  const found = match(text, read);
  const place = found ? read.indexOf(found.work) : -1;
  return found && { work: works[place]!, believed: found.believed };
}
