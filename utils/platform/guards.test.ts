import { describe, expect, it } from 'vitest';
import { checkMessage, checkNoteAsks } from './guards';

const PASSAGE = {
  id: '0b7c9f0e-0000-4000-8000-000000000001',
  page: { url: 'https://example.org/a', title: 'A', keys: ['url:https://example.org/a'] },
  selectors: {
    quote: { exact: 'words', prefix: '', suffix: '' },
    position: { start: 1, end: 6 },
    range: { start: { path: 'p', offset: 0 }, end: { path: 'p', offset: 5 } },
  },
  colour: 'yellow',
  remark: '',
  tags: ['a'],
  created: 1,
  modified: 1,
};
const CITATION = {
  kind: 'marker',
  label: '[3]',
  identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
  reference: { id: 'r3', text: 'A. Author. A title. 2012.', identifiers: [] },
  url: 'https://doi.org/10.5555/a',
  claim: 'A claim.',
  confidence: 0.9,
};
const ID = { id: PASSAGE.id };
const PAGE = { url: 'https://example.org/a', title: 'A' };

const GOOD: [string, unknown][] = [
  ['askStanding', { cited: [{ identifiers: CITATION.identifiers }] }],
  ['replaceRetractions', { list: 'SUJEUg==' }],
  ['describeRetractions', {}],
  ['greet', { url: 'https://example.org/a', names: [{ name: 'citation_doi', content: '10.5555/a' }] }],
  ['greet', { url: 'about:srcdoc', names: [] }],
  ['inject', { script: 'reader' }],
  ['savePassage', { passage: PASSAGE }],
  ['savePassage', { passage: PASSAGE, says: { url: PASSAGE.page.url, names: [] } }],
  ['changePassage', { ...ID, change: { remark: 'a', colour: 'pink', tags: [] } }],
  ['changePassage', { ...ID, change: {} }],
  ['deletePassage', ID],
  ['restorePassage', ID],
  ['saveWork', { citation: CITATION, page: PAGE }],
  ['changeItem', { ...ID, change: { status: 'read' } }],
  ['deleteItem', ID],
  ['restoreItem', ID],
  ['allowLookUps', { lookUp: 'on-open' }],
  ['openLibrary', {}],
  ['citeInStyle', { record: '[]', style: 'apa' }],
  ['stylingDone', {}],
];

const BAD: [string, unknown, unknown][] = [
  ['a style that does not ship', 'citeInStyle', { record: '[]', style: '../options' }],
  ['a thousand works at once', 'askStanding', { cited: Array(1000).fill({ identifiers: CITATION.identifiers }) }],
  ['no message', undefined, undefined],
  ['a name of the prototype', 'constructor', {}],
  ['an unknown name', 'eraseAll', {}],
  ['a name that is no text', 7, {}],
  ['no input', 'deletePassage', undefined],
  ['a list for an object', 'deletePassage', [ID]],
  ['an id that is too long', 'deletePassage', { id: 'a'.repeat(65) }],
  ['an id with other signs', 'deletePassage', { id: '../../etc/passwd' }],
  ['too many names', 'greet', { url: 'https://example.org', names: Array(101).fill({ name: 'a', content: 'b' }) }],
  ['a script of another name', 'inject', { script: 'background' }],
  ['names that are no list', 'greet', { url: 'https://example.org', names: { length: 1, 0: 'a' } }],
  [
    'an empty quote',
    'savePassage',
    { passage: { ...PASSAGE, selectors: { quote: { exact: '', prefix: '', suffix: '' } } } },
  ],
  [
    'an endless quote',
    'savePassage',
    { passage: { ...PASSAGE, selectors: { quote: { exact: 'a'.repeat(100_001), prefix: '', suffix: '' } } } },
  ],
  ['a colour nobody has', 'savePassage', { passage: { ...PASSAGE, colour: 'red' } }],
  [
    'a page address that runs code',
    'savePassage',
    { passage: { ...PASSAGE, page: { ...PASSAGE.page, url: 'javascript:alert(1)' } } },
  ],
  ['a time that is no number', 'savePassage', { passage: { ...PASSAGE, created: Number.NaN } }],
  [
    'a position before the start',
    'savePassage',
    { passage: { ...PASSAGE, selectors: { ...PASSAGE.selectors, position: { start: -1, end: 2 } } } },
  ],
  ['an endless remark', 'changePassage', { ...ID, change: { remark: 'a'.repeat(50_001) } }],
  ['a remark that is no text', 'changePassage', { ...ID, change: { remark: { toString: 'x' } } }],
  [
    'a scheme nobody has',
    'saveWork',
    { citation: { ...CITATION, identifiers: [{ scheme: 'x', value: 'y' }] }, page: PAGE },
  ],
  ['a link that runs code', 'saveWork', { citation: { ...CITATION, url: 'data:text/html,a' }, page: PAGE }],
  ['a status nobody has', 'changeItem', { ...ID, change: { status: 'burnt' } }],
  ['an answer that was not offered', 'allowLookUps', { lookUp: 'unasked' }],
];

describe('checkMessage', () => {
  it.each(GOOD)('lets a sound %s through unchanged', (name, input) => {
    expect(checkMessage({ name, input }, true)).toEqual({ ok: true, value: { name, input } });
  });

  it.each(BAD)('leaves aside %s', (_what, name, input) => {
    expect(checkMessage(name === undefined ? name : { name, input }, true)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', says: ['misread', expect.any(String)] },
    });
  });

  it('leaves unknown fields behind, at every depth', () => {
    const page = { ...PASSAGE.page, secret: 1 };
    const result = checkMessage(
      { name: 'savePassage', input: { passage: { ...PASSAGE, page, own: 1 }, own: 1 } },
      true,
    );
    expect(result.ok && result.value.input).toEqual({ passage: PASSAGE });
  });

  it('cuts an endless title of a page rather than refuse to save', () => {
    const input = { citation: CITATION, page: { ...PAGE, title: 'a'.repeat(9999) } };
    const result = checkMessage({ name: 'saveWork', input }, false);
    expect(result).toMatchObject({ ok: true, value: { input: { page: { title: 'a'.repeat(2000) } } } });
  });

  it.each(GOOD)('lets a page say %s only where a page needs to', (name, input) => {
    expect(checkMessage({ name, input }, false).ok).toBe(
      !['changeItem', 'restoreItem', 'replaceRetractions', 'describeRetractions', 'stylingDone'].includes(name),
    );
  });
});

describe('checkNoteAsks', () => {
  const question = { identifiers: CITATION.identifiers, referenceText: 'A title.', url: PAGE.url, claim: 'A claim.' };

  it.each([
    [{ type: 'go' }],
    [{ type: 'ask', question }],
    [{ type: 'ask', question: { identifiers: [] } }],
    [{ type: 'ask', question: { identifiers: [], wantsRelated: true } }],
    [{ type: 'ask', question: { identifiers: [], pick: {} } }],
    [{ type: 'ask', question: { identifiers: [], pick: { identifier: CITATION.identifiers[0] } } }],
  ])('lets %o through unchanged', (asks) => {
    expect(checkNoteAsks(asks)).toEqual({ ok: true, value: asks });
  });

  it.each([
    [undefined],
    [null],
    ['ask'],
    [{ type: 'stop' }],
    [{ type: 'ask' }],
    [{ type: 'ask', question: { identifiers: 'doi' } }],
    [{ type: 'ask', question: { identifiers: [], pick: { identifier: 'doi' } } }],
    [{ type: 'ask', question: { identifiers: [], referenceText: 'a'.repeat(4001) } }],
  ])('leaves aside %o', (asks) => {
    expect(checkNoteAsks(asks)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });
});
