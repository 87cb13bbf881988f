// Scores the shipped reading of services' answers: `npm run score:answers -- --corpus DIR [--json FILE]`. DIR holds recorded
// answers and an INDEX.json that says of each what it is. Fields are compared with the raw answer as scripts/lib/raw-answer.mjs
// reads it, which shares no code with the sources.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rawRecords, sameField } from './lib/raw-answer.mjs';
import { ROOT } from './lib/root.mjs';

const { values } = parseArgs({ options: { corpus: { type: 'string' }, json: { type: 'string' } } });
if (!values.corpus) {
  console.error('npm run score:answers -- --corpus DIR [--json FILE]');
  process.exit(1);
}

/** Source ids by the folder that holds their answers. */
const FOLDERS = {
  crossref: 'crossref',
  'crossref-items': 'crossref',
  openalex: 'openalex',
  'openalex-items': 'openalex',
  europepmc: 'europe-pmc',
  pubmed: 'pubmed',
  s2: 'semantic-scholar',
  datacite: 'datacite',
  arxiv: 'arxiv',
  unpaywall: 'unpaywall',
  openlibrary: 'open-library',
  ctgov: 'clinicaltrials',
  wikipedia: 'wikipedia',
  'doi-cn': 'doi-org',
};
/** What each source asks for; other forms of its answers are not its own. */
const isOurs = (source, { content_type: type = '', status }) =>
  status === 200 && (/^(?:pubmed|arxiv)$/.test(source) ? /xml/.test(type) : /json/.test(type));

const { parseAnswer, mergeWorks, matchReference } = await import(join(ROOT, '.output/bench/summaries.mjs'));
const index = JSON.parse(readFileSync(join(values.corpus, 'INDEX.json'), 'utf8'));
const counts = () => ({
  answers: 0,
  parsed: 0,
  fields: 0,
  equal: 0,
  retracted: 0,
  flagged: 0,
  sound: 0,
  wronglyFlagged: 0,
});
const bySource = {};
const matching = { right: 0, rightBelieved: 0, wrong: 0, wrongBelieved: 0 };
const byIdentifier = new Map();
const misses = [];

for (const entry of index) {
  const source = FOLDERS[entry.file.split('/')[0]];
  if (!source || !isOurs(source, entry)) continue;
  const body = readFileSync(join(values.corpus, entry.file), 'utf8');
  const contentType = (entry.content_type ?? '').split(';')[0].toLowerCase();
  const result = parseAnswer(source, { status: entry.status, contentType, body, url: entry.request_url ?? '' });
  bySource[source] ??= counts();
  const score = bySource[source];
  score.answers += 1;
  if (source === 'pubmed' && body.includes('<ERROR>')) {
    // An error that comes with status 200 is read rightly where it is taken for one.
    if (result.ok) misses.push({ file: entry.file, failure: 'An error is read as a work that is not known.' });
    else score.parsed += 1;
    continue;
  }
  if (!result.ok) {
    misses.push({ file: entry.file, failure: result.failure.message });
    continue;
  }
  score.parsed += 1;
  const works = Array.isArray(result.value) ? result.value : result.value ? [result.value] : [];
  compare(source, entry, body, works, score);
  scoreMatching(entry, works);
}

/** Pairs what was read with the raw records by identifier, else by place, and compares them field by field. */
function compare(source, entry, body, works, score) {
  const raws = rawRecords(source, body);
  if (raws.length !== works.length && raws.length > 0 && works.length === 0)
    misses.push({ file: entry.file, missing: raws.length });
  for (const [i, raw] of raws.entries()) {
    const work =
      works.find(({ csl, ids }) => raw.id && (csl.DOI === raw.id || ids.some(({ value }) => value === raw.id))) ??
      works[i];
    if (!work) continue;
    for (const field of ['title', 'authors', 'year', 'container', 'id']) {
      if (raw[field] === undefined) continue;
      score.fields += 1;
      if (sameField(field, raw, work)) score.equal += 1;
      else misses.push({ file: entry.file, field, raw: raw[field], id: raw.id });
    }
    const isFlagged = work.notices.some(({ kind }) => kind === 'retraction' || kind === 'withdrawal');
    if (raw.isRetracted) {
      score.retracted += 1;
      if (isFlagged) score.flagged += 1;
      else misses.push({ file: entry.file, retracted: raw.id });
    } else if (raw.isRetracted === false) {
      score.sound += 1;
      if (isFlagged) {
        score.wronglyFlagged += 1;
        misses.push({ file: entry.file, wronglyFlagged: raw.id });
      }
    }
    const doi = work.csl.DOI;
    if (doi) byIdentifier.set(doi, [...(byIdentifier.get(doi) ?? []), work]);
  }
}

function scoreMatching({ note, request_url: url, file }, works) {
  const label = /RIGHT/.test(note ?? '') ? 'right' : /WRONG/.test(note ?? '') ? 'wrong' : undefined;
  if (!label || !url) return;
  const asked = new URL(url).searchParams;
  const match = matchReference(asked.get('query.title') ?? asked.get('query') ?? asked.get('search') ?? '', works);
  matching[label] += 1;
  if (match?.believed) matching[`${label}Believed`] += 1;
  if (Boolean(match?.believed) !== (label === 'right')) misses.push({ file, matching: label });
}

/** How much a record says: one for each field it has, and one for every hundred characters of summary. */
const SAYS = {
  title: ({ csl }) => Boolean(csl.title),
  author: ({ csl }) => csl.author?.length ?? 0,
  year: ({ csl }) => Boolean(csl.issued),
  container: ({ csl }) => Boolean(csl['container-title']),
  ids: ({ ids }) => ids.length,
  abstract: ({ abstract }) => (abstract.length ? 1 : 0),
  notices: ({ notices }) => notices.length,
  freeCopies: ({ freeCopies }) => freeCopies.length,
};
const merging = { works: 0, complete: 0 };
for (const [doi, works] of byIdentifier) {
  if (new Set(works.map(({ provenance }) => Object.values(provenance)[0]?.source)).size < 2) continue;
  const merged = mergeWorks(works);
  const poorer = Object.entries(SAYS).filter(
    ([, says]) => Number(says(merged)) < Math.max(...works.map((work) => Number(says(work)))),
  );
  merging.works += 1;
  if (poorer.length === 0) merging.complete += 1;
  else misses.push({ merging: doi, poorer: poorer.map(([name]) => name) });
}

const total = counts();
for (const score of Object.values(bySource)) for (const key of Object.keys(total)) total[key] += score[key];
const share = (part, whole) => `${part} of ${whole}${whole ? ` (${((100 * part) / whole).toFixed(1)} %)` : ''}`;
const row = (name, score) =>
  console.log(
    name.padEnd(17),
    share(score.parsed, score.answers).padEnd(22),
    share(score.equal, score.fields).padEnd(26),
    `${score.flagged} of ${score.retracted}`.padEnd(12),
    `${score.wronglyFlagged} of ${score.sound}`,
  );
console.log('source'.padEnd(17), 'answers read'.padEnd(22), 'fields equal'.padEnd(26), 'flagged'.padEnd(12), 'wrongly');
for (const [source, score] of Object.entries(bySource)) row(source, score);
row('all', total);
console.log(`Merged at least as complete as the best record: ${share(merging.complete, merging.works)}`);
console.log(
  `References believed: right ${share(matching.rightBelieved, matching.right)}, wrong ${share(matching.wrongBelieved, matching.wrong)}`,
);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ bySource, total, merging, matching, misses }, null, 2)}\n`);
