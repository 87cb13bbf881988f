import type { Answer } from '../../../utils/model/answer';
import { failed, type Result, success } from '../../../utils/model/failure';
import { sectionText } from '../../../utils/model/rich-text';
import type { Work } from '../../../utils/model/work';
import { sourceById } from '../../../utils/sources';
import { mergeWorks as merge } from '../../../utils/works/merge';

/** A work as scorers read it: abstracts as text. The work itself travels along, so that it can be merged. */
interface PlainWork extends Omit<Work, 'abstract'> {
  readonly abstract: readonly { readonly heading?: string; readonly text: string }[];
  readonly related: readonly never[];
}

const wholes = new WeakMap<PlainWork, Work>();

function plain(work: Work): PlainWork {
  const value: PlainWork = {
    ...work,
    abstract: work.abstract.map((section) => ({
      ...(section.heading && { heading: section.heading }),
      text: sectionText(section),
    })),
    related: [],
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
  const list = source.parseList?.(answer);
  if (list?.ok && list.value.length > 0 && isList(answer.body)) return success(list.value.map(plain));
  const one = source.parse(answer);
  return one.ok ? success(one.value && plain(one.value)) : one;
}

/** Whether an answer is a list by its own shape, and not one record with lists in it. */
function isList(body: string): boolean {
  try {
    const value = JSON.parse(body);
    const results = value?.resultList?.result ?? value?.results ?? value?.message?.items;
    return Array.isArray(results) && (value?.resultList === undefined || results.length > 1);
  } catch {
    return false;
  }
}

/** One work from several records of it, as a note shows it. */
export const mergeWorks = (works: readonly PlainWork[]): PlainWork => plain(merge(works.map(whole)));
