import type { DemoReference } from '../../components/welcome/demo';
import { t } from '../../components/welcome/words';
import type { Identifier } from '../../utils/model/identifier';
import type { Inline, Section } from '../../utils/model/rich-text';
import type { CslName, Notice, Work, WorkKind } from '../../utils/model/work';

interface Invented {
  readonly doi: string;
  readonly title: string;
  readonly authors: readonly CslName[];
  readonly year: number;
  readonly kind: WorkKind;
  readonly abstract: readonly Section[];
  readonly notices?: readonly Notice[];
}

const NAMES: readonly CslName[] = [
  { family: 'Tarn', given: 'Ada' },
  { family: 'Weld', given: 'Boris' },
  { family: 'Moor', given: 'Clara' },
];
const text = (...sentences: readonly string[]): readonly (readonly Inline[])[] => [[sentences.join(' ')]];

/** Works that do not exist. Their DOIs have the prefix for trying things out (https://www.crossref.org/documentation/register-maintain-records/creating-test-dois/). */
const INVENTED = (): readonly Invented[] => [
  {
    doi: '10.5555/dough.2019.1',
    title: t('workFirst'),
    authors: NAMES.slice(0, 2),
    year: 2019,
    kind: 'trial',
    abstract: [
      { heading: t('background'), paragraphs: text(t('demonstration'), t('backgroundText')) },
      { heading: t('methods'), paragraphs: text(t('methodsText')) },
      { heading: t('results'), paragraphs: text(t('resultsText')) },
      { heading: t('conclusions'), paragraphs: text(t('conclusionsText')) },
    ],
  },
  {
    doi: '10.5555/dough.2021.2',
    title: t('workSecond'),
    authors: NAMES.slice(2),
    year: 2021,
    kind: 'review',
    abstract: [{ paragraphs: text(t('demonstration'), t('reviewText')) }],
  },
  {
    doi: '10.5555/dough.2009.3',
    title: t('workThird'),
    authors: NAMES.slice(1, 2),
    year: 2009,
    kind: 'study',
    abstract: [{ paragraphs: text(t('demonstration'), t('drumsText')) }],
    notices: [{ kind: 'retraction', date: '2011', source: 'page' }],
  },
];

const idOf = (doi: string): Identifier => ({ scheme: 'doi', value: doi });

function workOf({ doi, title, authors, year, kind, abstract, notices = [] }: Invented, at: number): Work {
  const from = { source: 'page', at };
  return {
    csl: {
      id: `doi:${doi}`,
      type: 'article-journal',
      title,
      author: authors,
      'container-title': t('journal'),
      issued: { 'date-parts': [[year]] },
    },
    title: [title],
    ids: [idOf(doi)],
    kind,
    abstract,
    notices,
    freeCopies: [],
    provenance: { title: from, abstract: from, kind: from },
  };
}

/** The invented works, by their DOI. */
export const inventedWorks = (at: number): ReadonlyMap<string, Work> =>
  new Map(INVENTED().map((one) => [one.doi, workOf(one, at)]));

/** How the invented page prints them. */
export function inventedReferences(): readonly [DemoReference, DemoReference, DemoReference] {
  const [first, second, third] = INVENTED().map(({ authors, year, title, doi }, index) => ({
    id: `ref-${index + 1}`,
    text: `${authors.map(({ family, given }) => `${family}, ${given?.[0]}.`).join('; ')} (${year}). “${title}”. ${t('journal')}. doi:${doi}`,
  }));
  return [first!, second!, third!];
}
