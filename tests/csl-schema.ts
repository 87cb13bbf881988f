/**
 * CSL-JSON as its schema states it (https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json): which types and
 * fields there are, and what may stand in each. Unknown fields are not allowed.
 */
const TYPES =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  );

/** Fields that hold a string. */
const STRINGS = new Set(
  'language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place authority call-number citation-label collection-title container-title container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section source status title title-short URL version volume-title volume-title-short year-suffix'.split(
    ' ',
  ),
);
/** Fields that hold a string or a number. */
const NUMBERS = new Set(
  'id chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages number-of-volumes page page-first part-number part printing-number supplement-number volume'.split(
    ' ',
  ),
);
const NAMES = new Set(
  'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator'.split(
    ' ',
  ),
);
const DATES = new Set('accessed available-date event-date issued original-date submitted'.split(' '));
const NAME_PARTS = new Set(
  'family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering literal parse-names'.split(
    ' ',
  ),
);

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isName = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([part, words]) => NAME_PARTS.has(part) && isText(words));

function isDate(value: unknown): boolean {
  const parts = (value as { 'date-parts'?: unknown })?.['date-parts'];
  if (parts === undefined) return isText((value as { literal?: unknown })?.literal);
  return (
    Array.isArray(parts) &&
    parts.length >= 1 &&
    parts.length <= 2 &&
    parts.every(
      (each) =>
        Array.isArray(each) && each.length >= 1 && each.length <= 3 && each.every((part) => Number.isInteger(part)),
    )
  );
}

function isAllowed(field: string, value: unknown): boolean {
  if (field === 'type') return TYPES.includes(value as string);
  if (STRINGS.has(field)) return isText(value);
  if (NUMBERS.has(field)) return isText(value) || typeof value === 'number';
  if (NAMES.has(field)) return Array.isArray(value) && value.length > 0 && value.every(isName);
  return DATES.has(field) && isDate(value);
}

/** What the schema does not allow in an item, field by field; empty for a valid one. */
export function cslFaults(item: object): string[] {
  const missing = ['id', 'type'].filter((field) => !(field in item)).map((field) => `csl.${field} is missing`);
  const wrong = Object.entries(item)
    .filter(([field, value]) => !isAllowed(field, value))
    .map(([field, value]) => `csl.${field}: ${JSON.stringify(value)?.slice(0, 80)}`);
  return [...missing, ...wrong];
}
