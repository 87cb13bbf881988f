import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A claim, the sentences of the text it cites, and which of them it rests on, by people's judgement; none if not there. */
export interface Example {
  readonly set: SetName;
  /** The cited text: examples of one text are never divided between training and checking. */
  readonly text: string;
  readonly claim: string;
  readonly sentences: readonly string[];
  readonly right: readonly number[];
  /** Headings of the sections that the sentences stand in, where the text has them. */
  readonly headings?: readonly string[];
}

export type SetName = 'scifact' | 'evidence_inference' | 'scisumm' | 'scisumm-abstracts';

interface Item {
  readonly id: string;
  readonly doc?: string;
  readonly claim: string;
  readonly sentences: string[];
  readonly gold: number[];
  readonly sections?: string[];
}

interface Paper {
  readonly paper: string;
  readonly sentences: { readonly sid: number; readonly section: string; readonly text: string }[];
  readonly citances: { readonly claim: string; readonly gold: number[] }[];
}

/** SciFact (Wadden et al. 2020) or Evidence Inference 2.0 (DeYoung et al. 2020): claims and abstracts. */
function readItems(folder: string, set: 'scifact' | 'evidence_inference'): Example[] {
  const { items } = JSON.parse(readFileSync(join(folder, set, 'dev.json'), 'utf8')) as { items: Item[] };
  return items.map(({ id, doc, claim, sentences, gold, sections }) => ({
    set,
    text: doc ?? id,
    claim,
    sentences,
    right: gold,
    ...(sections && { headings: sections }),
  }));
}

/** CL-SciSumm (Chandrasekaran et al. 2019): sentences that cite papers on language technology; the papers whole, and their abstracts. */
function readPapers(folder: string): Example[] {
  const { papers } = JSON.parse(readFileSync(join(folder, 'scisumm/dev.json'), 'utf8')) as { papers: Paper[] };
  return papers.flatMap(({ paper, sentences, citances }) => {
    const body = sentences.filter(({ section }) => section !== 'TITLE');
    const byClaim = Map.groupBy
      ? Map.groupBy(citances, ({ claim }) => claim)
      : new Map(citances.map(({ claim }) => [claim, citances.filter((other) => other.claim === claim)]));
    return [...byClaim].flatMap(([claim, judged]): Example[] => {
      const sids = new Set(judged.flatMap(({ gold }) => gold));
      const example = (set: SetName, among: Paper['sentences']): Example => ({
        set,
        text: paper,
        claim,
        sentences: among.map(({ text }) => text),
        right: among.flatMap(({ sid }, i) => (sids.has(sid) ? [i] : [])),
      });
      const whole = example('scisumm', body);
      if (!whole.right.length) return [];
      const abstract = body.filter(({ section }) => section === 'ABSTRACT');
      return abstract.length < 2 ? [whole] : [whole, example('scisumm-abstracts', abstract)];
    });
  });
}

/** All examples of a folder with one subfolder for each of the three sets. */
export const readExamples = (folder: string): Example[] => [
  ...readItems(folder, 'scifact'),
  ...readItems(folder, 'evidence_inference'),
  ...readPapers(folder),
];

/** Which of `count` parts a text falls into, always the same. */
export function foldOf(text: string, count: number, salt = ''): number {
  let hash = 2166136261;
  for (const letter of salt + text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) % count;
}
