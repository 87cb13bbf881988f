import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cslFaults } from '../../tests/csl-schema';
import type { Answer } from '../model/answer';
import { type Identifier, identifierKey, type Scheme } from '../model/identifier';
import type { Work } from '../model/work';
import { sources } from '.';
import { isWithin } from './origins';

interface Fixture {
  readonly about: string;
  readonly identifier: Identifier;
  readonly answer: { readonly status: number; readonly contentType: string; readonly body: unknown };
  /** Parts of the work that must come out; null where the service does not know it. */
  readonly expected: Partial<Work> | null;
}

const HERE = import.meta.dirname;
const FIXTURES = join(HERE, '../../tests/fixtures/sources');

const fixturesOf = (id: string): readonly (readonly [string, Fixture])[] =>
  readdirSync(join(FIXTURES, id)).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(join(FIXTURES, id, file), 'utf8')),
  ]);

/** The ugliest names each scheme allows. */
const NAMES: Partial<Record<Scheme, readonly string[]>> = {
  doi: [
    '10.5555/a',
    '10.1002/(sici)1097-0258(19980815/30)17:15<1661::aid>3.0.co;2-2',
    '10.5555/a?b#c&d="e%f',
    '10.5555/\ud83e',
  ],
  pmid: ['1', '12345678'],
  pmcid: ['PMC1'],
  arxiv: ['2101.00001', 'hep-th/9901001'],
  openalex: ['W1'],
  s2: ['CorpusID:1'],
  isbn: ['9780000000002'],
  nct: ['NCT09900001'],
  'effectiveness-bank': ['Matrix/Alcohol/C2.htm'],
  url: ['https://en.wikipedia.org/wiki/AC/DC', 'https://birds.example.org/lamps?a=b&c=%23d'],
};

const answerTo = (url: string, body: unknown, status = 200, contentType = 'application/json'): Answer => ({
  status,
  contentType,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  url,
});

/** A name as a service takes it: a quotation mark would end a phrase, and one of them leaves the letters out. */
const namedThere = (id: string, value: string): string =>
  id === 'europe-pmc' ? value.replace(/"/g, '') : id === 'semantic-scholar' ? value.replace(/^PMC/, '') : value;

/** Every value of a JSON tree in turn replaced by something of another sort. */
function* damaged(value: unknown, replacement: unknown): Generator<unknown> {
  yield replacement;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries())
      for (const other of damaged(item, replacement)) yield value.map((old, j) => (i === j ? other : old));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      for (const other of damaged(item, replacement)) yield { ...value, [key]: other };
  }
}

/** Every piece of text between the tags of markup in turn replaced by something else. */
function* damagedMarkup(markup: string, replacement: unknown): Generator<string> {
  const other = typeof replacement === 'string' ? replacement : JSON.stringify(replacement);
  for (const piece of [other, other.replaceAll('<', '&lt;')])
    for (const { index, 0: words } of markup.matchAll(/(?<=>)[^<>]+(?=<)|(?<==")[^"<>]+(?=")/g))
      yield markup.slice(0, index) + piece + markup.slice(index + words.length);
}

/** What is wrong with a work as data: nothing but strings where strings belong, no markup, no other addresses than the web's. */
function faults(work: Work): string[] {
  const found: string[] = [];
  const { author: _a, editor: _e, issued: _i, ...strings } = work.csl;
  for (const [field, value] of Object.entries(strings)) if (typeof value !== 'string') found.push(`csl.${field}`);
  for (const { url } of [...work.freeCopies, { url: work.csl.URL ?? 'https:' }])
    if (!/^https?:/.test(url)) found.push(url);
  const text = JSON.stringify([work.title, work.abstract, { ...work.csl, DOI: '', id: '' }]);
  found.push(...cslFaults(work.csl));
  if (/<script|onerror=/i.test(text)) found.push(text);
  const own = work.ids.map(identifierKey);
  const { related = [] } = work;
  if (related.length > 10 || related.some(({ id }) => own.includes(identifierKey(id)))) found.push('related');
  if (typeof (work.kindGround?.words ?? '') !== 'string') found.push('kindGround');
  return found;
}

describe('the list of sources', () => {
  it('names every file that is a source, each once', () => {
    const files = readdirSync(HERE)
      .filter((file) => file.endsWith('.ts') && /: Source = \{/.test(readFileSync(join(HERE, file), 'utf8')))
      .map((file) => file.replace('.ts', ''));
    expect(sources.map(({ id }) => id).sort(), 'ids equal file names; add the line in index.ts').toEqual(files.sort());
  });
});

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  const fixtures = fixturesOf(id);
  const urlFor = (identifier: Identifier) => source.request({ kind: 'identifier', identifier }, {}).url;

  it('states its facts', () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(source.label).not.toBe('');
    expect(source.docs).toMatch(/^https:\/\//);
    expect(source.limit.requestsPerSecond).toBeGreaterThan(0);
    expect(source.limit.concurrent).toBeGreaterThan(0);
    expect(source.limit.stated).not.toBe('');
    for (const origin of source.origins) expect(origin).toMatch(/^https:\/\/(?:\*|(?:\*\.)?[a-z0-9.-]+\.[a-z]+)$/);
  });

  it('asks only its own origins, and keeps names apart from the rest of the address', () => {
    for (const scheme of source.answers)
      for (const value of NAMES[scheme] ?? []) {
        // Half a surrogate pair has no form in an address; the look-up takes the exception for an invalid question.
        if (/[\ud800-\udfff]/.test(value)) continue;
        if (source.covers && !source.covers({ scheme, value })) continue;
        const url = new URL(urlFor({ scheme, value }));
        expect(isWithin(source.origins, url.href), url.href).toBe(true);
        expect(url.hash).toBe('');
        if (scheme !== 'url') expect(decodeURIComponent(url.href)).toContain(namedThere(id, value));
      }
  });

  it('asks about several works in one request to its own origins, which names each', () => {
    if (!source.several) return;
    const scheme = source.answers[0]!;
    const names = NAMES[scheme]!.filter((value) => !/[\ud800-\udfff]/.test(value));
    const url = new URL(
      source.several(
        names.map((value) => ({ scheme, value })),
        {},
      ).url,
    );
    expect(isWithin(source.origins, url.href)).toBe(true);
    expect(url.hash).toBe('');
    for (const value of names) expect(decodeURIComponent(url.href)).toContain(namedThere(id, value));
  });

  it('sends an address only if the reader has given one', () => {
    const identifier = { scheme: source.answers[0]!, value: NAMES[source.answers[0]!]![0]! };
    expect(urlFor(identifier)).not.toMatch(/mailto|email|@/);
  });

  it('has answers to learn from: a known work and an unknown one', () => {
    expect(fixtures.some(([, fixture]) => fixture.expected !== null)).toBe(true);
    expect(fixtures.some(([, fixture]) => fixture.expected === null)).toBe(true);
  });

  it.each(fixtures)('reads "%s"', (_name, { identifier, answer, expected }) => {
    const result = source.parse(answerTo(urlFor(identifier), answer.body, answer.status, answer.contentType));
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    if (expected === null) expect(result.value).toBeUndefined();
    else {
      expect(result.value).toMatchObject(expected);
      expect(faults(result.value!)).toEqual([]);
      for (const { source: from } of Object.values(result.value!.provenance)) expect(from).toBe(id);
    }
  });

  const known = fixtures.filter(([, fixture]) => fixture.expected !== null);
  /** A source that reads web pages takes them in any state; what it must not take is a page of something else. */
  const readsPages = source
    .request({ kind: 'identifier', identifier: known[0]![1].identifier }, {})
    .accept.includes('html');
  const bodyOf = ({ answer: { body } }: Fixture) => (typeof body === 'string' ? body : JSON.stringify(body));

  it.each(known)('takes half of "%s" for what it is', (_name, fixture) => {
    const body = bodyOf(fixture);
    const { contentType } = fixture.answer;
    for (let length = 0; length < body.trimEnd().length; length += Math.ceil(body.length / 60)) {
      const result = source.parse(answerTo(urlFor(fixture.identifier), body.slice(0, length), 200, contentType));
      if (readsPages && result.ok) {
        if (result.value) expect(faults(result.value)).toEqual([]);
        continue;
      }
      expect(result).toMatchObject({ ok: false, failure: { kind: 'format', source: id } });
    }
  });

  const HOSTILE: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['a number', -1e308],
    ['an empty list', []],
    ['nested lists', [[[[[]]]]]],
    ['an object', { toString: 1, length: 1e9 }],
    ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['a javascript address', 'javascript:alert(1)'],
    ['broken text', '\ud800\u0000\u202e&#x110000;&#0;<'],
    ['a very long text', 'word '.repeat(300)],
  ];
  it.each(HOSTILE)('survives %s in every place of its answers', (_name, replacement) => {
    for (const [, { identifier, answer }] of known)
      for (const body of typeof answer.body === 'string'
        ? damagedMarkup(answer.body, replacement)
        : damaged(answer.body, replacement)) {
        const result = source.parse(answerTo(urlFor(identifier), body, 200, answer.contentType));
        if (result.ok && result.value) expect(faults(result.value)).toEqual([]);
        else if (!result.ok) expect(result.failure.kind).toBe('format');
        const all = source.parseList?.(answerTo(urlFor(identifier), body, 200, answer.contentType));
        if (all?.ok) for (const work of all.value) expect(faults(work)).toEqual([]);
        else if (all) expect(all.failure.kind).toBe('format');
      }
  });

  it('takes a web page with status 200 for a failure', () => {
    const url = urlFor(known[0]![1].identifier);
    for (const contentType of ['text/html', 'application/json', ''])
      expect(source.parse(answerTo(url, '<!doctype html><title>Log in</title>', 200, contentType))).toMatchObject({
        ok: false,
        failure: { kind: 'format', source: id },
      });
  });

  const DOCUMENTED_EMPTY: Readonly<Record<string, readonly string[]>> = { 'open-library': ['{}'] };
  it.each([
    ['', 'format'],
    [' \n', 'format'],
    ['{}', 'format'],
    ['[]', 'format'],
    ['{"error":"internal"}', 'format'],
    ['{"error":true,"message":"Something went wrong"}', 'format'],
    ['{"status":"failed","message-type":"exception","message":[{"type":"x"}]}', 'format'],
    ['{"errCode":503,"errMsg":"down"}', 'server'],
    ['{"HTTP_status_code":422,"error":true,"message":"Please give an address"}', 'format'],
    ['{"errors":[{"status":"500","title":"no"}]}', 'server'],
    ['{"statusCode":401,"message":"Forbidden"}', 'refused'],
    ['{"error":"API rate limit exceeded","api-key":"::1","count":"4","limit":"3"}', 'limited'],
    ['{"message":"Too Many Requests. Please wait."}', 'limited'],
    ['{"code":429}', 'limited'],
    ['<h1>Too Many Requests</h1><p>2 per 1 second</p>', 'limited'],
    ['Rate exceeded.', 'limited'],
    ['<?xml version="1.0"?><eFetchResult><ERROR>Empty id list</ERROR></eFetchResult>', 'format'],
    ['<error>gone wrong</error>', 'format'],
  ])('takes %j with status 200 for a failure, and no work for unknown', (body, kind) => {
    if (DOCUMENTED_EMPTY[id]?.includes(body) || (readsPages && body.startsWith('<'))) return;
    const identifier = known[0]![1].identifier;
    const { url, accept } = source.request({ kind: 'identifier', identifier }, {});
    const given = answerTo(url, body, 200, body.startsWith('<') ? 'text/html' : 'application/json');
    for (const result of [source.parse(given), source.parseList?.(given)])
      if (result)
        // Only who speaks JSON is asked what a JSON means.
        expect(result).toMatchObject({ ok: false, failure: { source: id, ...(accept.includes('json') && { kind }) } });
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [429, 'limited'],
    [451, 'refused'],
    [500, 'server'],
    [504, 'server'],
    [400, 'format'],
  ])('takes status %i for a failure of kind %s', (status, kind) => {
    const url = urlFor(known[0]![1].identifier);
    expect(source.parse(answerTo(url, '<html>no</html>', status, 'text/html'))).toMatchObject({
      ok: false,
      failure: { kind, source: id, url },
    });
  });

  it('reads lists of the same records', () => {
    if (!source.parseList) return;
    const nothing = fixtures.find(([, { expected }]) => expected === null)![1].answer;
    expect(source.parseList(answerTo('https://example.org/', nothing.body, nothing.status))).toEqual({
      ok: true,
      value: [],
    });
    for (const [, { identifier, answer }] of known) {
      const given = answerTo(urlFor(identifier), answer.body, 200, answer.contentType);
      const [one, all] = [source.parse(given), source.parseList(given)];
      // An answer to a question about one work may be a record by itself, which is no list.
      if (one.ok && all.ok && all.value.length > 0) expect(all.value).toContainEqual(one.value);
    }
  });

  it.each([
    ['ten megabytes of words', 'word '.repeat(2_000_000)],
    ['ten megabytes of open elements', '<a>'.repeat(3_400_000)],
    ['ten megabytes of open lists', '['.repeat(10_000_000)],
    ['half-open tags without end', '<a <!-- <![CDATA[ "'.repeat(200_000)],
  ])('takes %s for a failure', (_name, body) => {
    const { identifier, answer } = known[0]![1];
    const result = source.parse(answerTo(urlFor(identifier), body, 200, answer.contentType));
    if (readsPages && result.ok) expect(result.value).toBeUndefined();
    else expect(result).toMatchObject({ ok: false, failure: { kind: 'format' } });
  });
});
