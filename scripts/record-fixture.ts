import { mkdirSync, writeFileSync } from 'node:fs';
import { canonicalIdentifier } from '../utils/model/canonical';
import { SCHEMES, type Scheme } from '../utils/model/identifier';
import { createFetchAnswer } from '../utils/platform/network';
import { sourceById } from '../utils/sources';

const USE = 'npm run record SOURCE SCHEME:VALUE, for example: npm run record crossref doi:10.1000/182';

/** What stands for every summary: somebody else's prose is not ours to keep. */
export const OWN_PROSE =
  "Demonstration summary, not the authors' abstract. The first sentence says what was asked. The second says what was found.";

/** Fields that hold prose, in any service. */
const PROSE = /abstract|summary|description|extract|tldr|snippet|annotation|note|comment|affiliation|acknowledg/i;
/** Fields that are large and say nothing about the work itself, or are about people rather than the work. */
const DROPPED =
  /^(?:reference|references|referenced_works|related_works|counts_by_year|concepts|topics|keywords|mesh|institutions|raw_affiliation_strings|affiliations|affiliation|email|ORCID|orcid|assertion|funder|grantsList|investigatorList)$/;

/**
 * An answer with its shape and bare facts (identifiers, titles, names, dates, numbers), every piece of prose replaced by our
 * own, and long lists cut to their first three.
 */
export function withoutProse(value: unknown, field = ''): unknown {
  if (typeof value === 'string') {
    if (PROSE.test(field)) return /[<>]/.test(value) ? `<p>${OWN_PROSE}</p>` : OWN_PROSE;
    // Prose under a name we do not know: a title is shorter.
    return value.length > 400 ? OWN_PROSE : value;
  }
  if (Array.isArray(value)) return value.slice(0, 3).map((item) => withoutProse(item, field));
  if (typeof value !== 'object' || value === null) return value;
  if (/inverted_index/.test(field)) return indexOf(OWN_PROSE.split(' '));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !DROPPED.test(name))
      .map(([name, item]) => [name, withoutProse(item, name)]),
  );
}

/** Words with the places where they stand, as OpenAlex gives an abstract. */
function indexOf(words: readonly string[]): Record<string, number[]> {
  const places: Record<string, number[]> = {};
  for (const [place, word] of words.entries()) places[word] = [...(places[word] ?? []), place];
  return places;
}

/** Asks a service about a work and keeps the answer's shape and bare facts as a fixture; what must come of it is left to fill in. */
export async function main([sourceId = '', name = '']: readonly string[]): Promise<number> {
  const source = sourceById(sourceId);
  const [scheme, ...rest] = name.split(':');
  const identifier = SCHEMES.includes(scheme as Scheme)
    ? canonicalIdentifier(scheme as Scheme, rest.join(':'))
    : undefined;
  if (!source || !identifier || !source.answers.includes(identifier.scheme)) {
    console.error(USE);
    return 1;
  }
  const request = source.request({ kind: 'identifier', identifier }, {});
  const result = await createFetchAnswer(fetch)(request, AbortSignal.timeout(20_000));
  if (!result.ok) {
    console.error(result.failure.message);
    return 1;
  }
  const { status, contentType, body, url } = result.value;
  let kept: unknown = body.slice(0, 500);
  try {
    kept = withoutProse(JSON.parse(body));
  } catch {
    // Not JSON: an error page, of which the beginning is enough.
  }
  const parsed = source.parse({
    status,
    contentType,
    url,
    body: typeof kept === 'string' ? kept : JSON.stringify(kept),
  });
  const file = `tests/fixtures/sources/${sourceId}/${identifier.value.replace(/[^a-z0-9]+/gi, '-')}.json`;
  mkdirSync(`tests/fixtures/sources/${sourceId}`, { recursive: true });
  const fixture = {
    about: '',
    identifier,
    answer: { status, contentType, body: kept },
    expected: parsed.ok ? (parsed.value ?? null) : null,
  };
  writeFileSync(file, `${JSON.stringify(fixture, null, 2)}\n`);
  console.log(
    `Wrote ${file}. Say in "about" what it shows, and read "expected": it is what we make of it today, right or wrong.`,
  );
  return 0;
}
