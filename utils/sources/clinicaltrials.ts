import { success } from '../model/failure';
import { plainText, type Section } from '../model/rich-text';
import type { Work, WorkKind } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { groupName } from '../works/names';
import { readObject } from './answer';
import { idFrom, readEach, relationFrom, workFrom } from './record';
import { count, firstText, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';

/** Without these limits a record with results can have half a megabyte. */
const FIELDS = 'protocolSection,hasResults';

/** ClinicalTrials.gov: what was registered of a trial before its results were known. */
export const clinicaltrials: Source = {
  id: 'clinicaltrials',
  label: 'ClinicalTrials.gov',
  docs: 'https://clinicaltrials.gov/data-api/api',
  origins: ['https://clinicaltrials.gov'],
  limit: { requestsPerSecond: 2, concurrent: 1, stated: 'None is published; this is our own restraint.' },
  answers: ['nct'],
  request({ identifier }) {
    const id = encodeURIComponent(identifier.value);
    return { url: `https://clinicaltrials.gov/api/v2/studies/${id}?fields=${FIELDS}`, accept: 'application/json' };
  },
  parse(answer) {
    const works = readAll(answer);
    return works.ok ? success(works.value[0]) : works;
  },
  parseList: readAll,
};

/** Studies of the registry that assign nobody to anything (its list of study types). */
const KINDS: Readonly<Record<string, WorkKind>> = { OBSERVATIONAL: 'study', EXPANDED_ACCESS: 'document' };

function readAll(answer: Answer) {
  const body = readObject(
    'clinicaltrials',
    'ClinicalTrials.gov',
    answer,
    (study) => 'identificationModule' in shape(study.protocolSection) || Array.isArray(study.studies),
  );
  if (!body.ok) return body;
  return success(readEach(body.value && ('studies' in body.value ? body.value.studies : body.value), readStudy));
}

function readStudy(study: Shape): Work | undefined {
  const protocol = shape(study.protocolSection);
  const identification = shape(protocol.identificationModule);
  const status = shape(protocol.statusModule);
  const design = shape(protocol.designModule);
  const title = cleanInline(firstText(identification.officialTitle, identification.briefTitle));
  const nct = idFrom('nct', text(identification.nctId));
  const sponsor = text(shape(shape(protocol.sponsorCollaboratorsModule).leadSponsor).name);
  return workFrom('clinicaltrials', {
    type: 'dataset',
    kind: KINDS[text(design.studyType)] ?? 'trial',
    title: plainText(title) ? title : [],
    ids: [nct],
    authors: [groupName(sponsor)],
    issued:
      isoDateParts(shape(status.studyFirstPostDateStruct).date) ??
      isoDateParts(status.studyFirstSubmitDate) ??
      isoDateParts(shape(status.startDateStruct).date),
    csl: {
      publisher: 'ClinicalTrials.gov',
      genre: 'Trial registration',
      number: nct?.value ?? '',
      URL: nct ? `https://clinicaltrials.gov/study/${nct.value}` : '',
    },
    abstract: sections(protocol, status, design),
    related: list(shape(protocol.referencesModule).references)
      .map(shape)
      .map(({ type, pmid }) => relationFrom('clinicaltrials', text(type), idFrom('pmid', text(pmid)))),
  });
}

/** The registry's text has Markdown's escapes in it ("\\>", "\\*"). */
const unescaped = (value: unknown): string => text(value).replace(/\\([<>*_[\]~#.-])/g, '$1');

/** "NOT_YET_RECRUITING" as "Not yet recruiting". */
const worded = (value: unknown): string => {
  const words = cleanText(text(value))
    .replaceAll('_', ' ')
    .replace(/(?<=[A-Z])(?=\d)/, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The registry's summary, and under its own names for them the facts that a reader looks for first. */
function sections(protocol: Shape, status: Shape, design: Shape): Section[] {
  const info = shape(design.designInfo);
  const masking = text(shape(info.maskingInfo).masking).replace(/^NONE$/, 'NO');
  const isHoped = /^(?:estimated|anticipated)$/i.test(text(shape(design.enrollmentInfo).type));
  const enrolled = count(shape(design.enrollmentInfo).count);
  const names = (items: unknown, field: string): string =>
    list(items)
      .map((item) => cleanText(unescaped(field ? shape(item)[field] : item)))
      .filter(Boolean)
      .slice(0, 12)
      .join('; ');
  const facts: readonly (readonly [string, string])[] = [
    ['Status', [worded(status.overallStatus), cleanText(unescaped(status.whyStopped))].filter(Boolean).join(': ')],
    [
      'Design',
      [
        design.studyType,
        info.allocation,
        info.interventionModel,
        info.observationalModel,
        masking && `${masking}_MASKING`,
        ...list(design.phases),
      ]
        .filter((value) => text(value) !== '' && text(value) !== 'NA')
        .map(worded)
        .join('; '),
    ],
    ['Enrollment', enrolled === undefined ? '' : `${enrolled}${isHoped ? ' (estimated)' : ''}`],
    ['Conditions', names(shape(protocol.conditionsModule).conditions, '')],
    ['Interventions', names(shape(protocol.armsInterventionsModule).interventions, 'name')],
    ['Primary outcomes', names(shape(protocol.outcomesModule).primaryOutcomes, 'measure')],
  ];
  return [
    ...cleanAbstract(unescaped(shape(protocol.descriptionModule).briefSummary)),
    ...facts.filter(([, words]) => words).map(([heading, words]) => ({ heading, paragraphs: [[words]] })),
  ];
}
