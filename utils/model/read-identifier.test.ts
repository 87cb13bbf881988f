import { expect, it } from 'vitest';
import { identifierKey } from './identifier';
import { readIdentifier } from './read-identifier';

it.each([
  ['a DOI', '10.5555/Lamps.1', 'doi:10.5555/lamps.1'],
  ['a DOI with its prefix', 'doi: 10.5555/lamps.1', 'doi:10.5555/lamps.1'],
  ['the address of a DOI', ' https://doi.org/10.5555/lamps.1 ', 'doi:10.5555/lamps.1'],
  ['a DOI in a pasted citation', 'Tarn A. Lamps. Annals 2012. https://doi.org/10.5555/lamps.1.', 'doi:10.5555/lamps.1'],
  ['a PMID', 'PMID: 12345678', 'pmid:12345678'],
  ['a bare number as a PMID', '12345678', 'pmid:12345678'],
  ['the address of a PMID', 'https://pubmed.ncbi.nlm.nih.gov/12345678/', 'pmid:12345678'],
  ['a number in PubMed Central', 'PMC123456', 'pmcid:PMC123456'],
  ['an arXiv number', '2101.00001', 'arxiv:2101.00001'],
  ['an arXiv number with its prefix', 'arXiv:2101.00001v2', 'arxiv:2101.00001'],
  ['an ISBN with its dashes', '978-0-306-40615-7', 'isbn:9780306406157'],
  ['an ISBN with spaces and its name', 'ISBN 978 0 306 40615 7', 'isbn:9780306406157'],
  ['a trial', 'NCT01234567', 'nct:NCT01234567'],
  ['any other address, as itself', 'https://harbour.example/report.pdf', 'url:https://harbour.example/report.pdf'],
  ['an address without its beginning', 'www.harbour.example/report', 'url:https://www.harbour.example/report'],
  ['nothing', '', undefined],
  ['words', 'the study of lamps', undefined],
  ['an ISBN whose check digit is wrong, and which is too long for a PMID', '9780306406158', undefined],
  ['what runs code', 'javascript:alert(1)', undefined],
  ['half an address', 'https://', undefined],
])('reads %s', (_name, text, expected) => {
  const identifier = readIdentifier(text);
  expect(identifier && identifierKey(identifier)).toBe(expected);
});
