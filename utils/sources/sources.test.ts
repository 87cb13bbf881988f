import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer';
import type { Identifier, Scheme } from '../model/identifier';
import type { Work } from '../model/work';
import { sources } from '.';

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
};

const answerTo = (url: string, body: unknown, status = 200, contentType = 'application/json'): Answer => ({
  status,
  contentType,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  url,
});

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

/** What is wrong with a work as data: nothing but strings where strings belong, no markup, no other addresses than the web's. */
function faults(work: Work): string[] {
  const found: string[] = [];
  const { author: _a, editor: _e, issued: _i, ...strings } = work.csl;
  for (const [field, value] of Object.entries(strings)) if (typeof value !== 'string') found.push(`csl.${field}`);
  for (const { url } of [...work.freeCopies, { url: work.csl.URL ?? 'https:' }])
    if (!/^https?:/.test(url)) found.push(url);
  const text = JSON.stringify([work.title, work.abstract, work.csl.author]);
  if (/<script|onerror=/i.test(text)) found.push(text);
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
    for (const origin of source.origins) expect(new URL(origin).origin).toBe(origin);
  });

  it('asks only its own origins, and keeps names apart from the rest of the address', () => {
    for (const scheme of source.answers)
      for (const value of NAMES[scheme] ?? []) {
        // Half a surrogate pair has no form in an address; the look-up takes the exception for an invalid question.
        if (/[\ud800-\udfff]/.test(value)) continue;
        const url = new URL(urlFor({ scheme, value }));
        expect(source.origins).toContain(url.origin);
        expect(url.hash).toBe('');
        expect(decodeURIComponent(url.href)).toContain(value.replace(/"/g, id === 'europe-pmc' ? '' : '"'));
      }
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

  it.each(known)('makes half of "%s" a failure', (_name, { identifier, answer }) => {
    const body = JSON.stringify(answer.body);
    for (let length = 0; length < body.length; length += Math.ceil(body.length / 60)) {
      const result = source.parse(answerTo(urlFor(identifier), body.slice(0, length)));
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
      for (const body of damaged(answer.body, replacement)) {
        const result = source.parse(answerTo(urlFor(identifier), body));
        if (result.ok && result.value) expect(faults(result.value)).toEqual([]);
        else if (!result.ok) expect(result.failure.kind).toBe('format');
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
    expect(source.parseList?.(answerTo('https://example.org/', {}))).toEqual({ ok: true, value: [] });
  });
});
