import { describe, expect, it } from 'vitest';
import type { Identifier } from '../model/identifier';
import type { Notice } from '../model/work';
import { workFrom } from '../sources/record';
import { createFindings } from './look-up-findings';
import { cacheKey } from './look-up-ports';

const DOI: Identifier = { scheme: 'doi', value: '10.5555/gulls' };
const ARXIV: Identifier = { scheme: 'arxiv', value: '2101.00001' };
const PMID: Identifier = { scheme: 'pmid', value: '99000001' };
const APPEARED: Notice = { kind: 'newer-version', doi: DOI.value, source: 'arxiv' };

const recordOf = (source: string, asked: Identifier, ids: readonly Identifier[], notices: readonly Notice[] = []) => ({
  key: cacheKey(source, asked),
  source,
  fetchedAt: 1,
  work: workFrom(source, {
    type: source === 'arxiv' ? 'article' : 'article-journal',
    kind: source === 'arxiv' ? 'preprint' : 'study',
    title: ['Lamps and gulls'],
    ids,
    authors: [],
    issued: [2021],
    notices,
  })!,
});

describe('a preprint that has appeared', () => {
  it.each([
    ['where the preprint is cited', ARXIV, [APPEARED]],
    ['not where the article is', DOI, []],
    ['nor where the article is cited by another of its names', PMID, []],
  ])('is said to have a newer version %s', (_where, cited, notices) => {
    const findings = createFindings({ identifiers: [cited] }, 1);
    findings.add([
      recordOf('crossref', DOI, cited === PMID ? [DOI, PMID] : [DOI]),
      recordOf('arxiv', ARXIV, [ARXIV, DOI], [APPEARED]),
    ]);
    expect(findings.work().notices).toEqual(notices);
    expect(findings.work().kind).toBe('study');
  });
});
