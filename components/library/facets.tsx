import { useRef, useState } from 'preact/hooks';
import { KINDS, type WorkKind } from '../../utils/model/work';
import { kindWord } from '../../utils/notes/words';
import { say } from '../note/words';
import { STATUS_WORDS } from './item-entry';
import { COLOUR_WORDS } from './passage-entry';
import { type LibraryWord, t } from './words';

/** How many of what was found have a value. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Groups that can be chosen from, in the order in which they are shown. */
export const GROUPS = ['kind', 'status', 'has', 'tag', 'colour', 'year', 'site'] as const;

/** One of {@link GROUPS}. */
export type Group = (typeof GROUPS)[number];

/** What is chosen in each group: any of a group, all groups. */
export type Chosen = { readonly [Name in Group | 'collection']?: readonly string[] };

const GROUP_WORDS: { readonly [Name in Group]: LibraryWord } = {
  kind: 'facetKind',
  status: 'status',
  has: 'facetHas',
  tag: 'tags',
  colour: 'colour',
  year: 'facetYear',
  site: 'facetSite',
};

/** Values shown at first, and how many more with every press: libraries have thousands of sites. */
const FIRST = 6;
const MORE = 50;

function label(group: Group, value: string): string {
  if (group === 'kind' && (KINDS as readonly string[]).includes(value)) return say(kindWord(value as WorkKind));
  if (group === 'status' && value in STATUS_WORDS) return t(STATUS_WORDS[value as keyof typeof STATUS_WORDS]);
  if (group === 'colour' && value in COLOUR_WORDS) return t(COLOUR_WORDS[value as keyof typeof COLOUR_WORDS]);
  if (group === 'has') return t(value === 'remark' ? 'hasRemark' : 'retracted');
  return value;
}

/**
 * The values of a group in the places that they had before: counts change while the reader is about to press one of them. New
 * ones come last, and what nothing has any more stays with a count of none.
 *
 * @param places - The order kept from one drawing to the next; added to.
 */
function inPlace(
  group: Group,
  counts: readonly FacetCount[],
  chosen: readonly string[],
  places: string[],
): readonly FacetCount[] {
  const known = new Set(places);
  const fresh = [...counts.map(({ value }) => value), ...chosen].filter((value) => !known.has(value));
  if (group === 'year') fresh.sort((a, b) => Number(b) - Number(a));
  places.push(...new Set(fresh));
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  return places.map((value) => ({ value, count: countOf.get(value) ?? 0 }));
}

interface GroupProps {
  readonly group: Group;
  readonly counts: readonly FacetCount[];
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

function FacetGroup({ group, counts, chosen, onChoose }: GroupProps) {
  const [most, setMost] = useState(FIRST);
  const sorted = inPlace(group, counts, chosen, useRef<string[]>([]).current);
  const shown = sorted.filter(({ value }, index) => index < most || chosen.includes(value));
  return (
    <fieldset class="facet">
      <legend>{t(GROUP_WORDS[group])}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} class={count === 0 ? 'none' : undefined}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <span class="facet-value">{label(group, value)}</span> <span class="count">{count}</span>
        </label>
      ))}
      {shown.length < sorted.length && (
        <button type="button" class="quiet" onClick={() => setMost(most + MORE)}>
          {t('showMore', Math.min(MORE, sorted.length - shown.length))}
        </button>
      )}
    </fieldset>
  );
}

export interface FacetsProps {
  readonly counts: Readonly<Record<string, readonly FacetCount[]>>;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/**
 * What was found by kind, year, tag and so on, with counts, to choose from. Nothing moves while it is chosen from; give it
 * another `key` when something else is searched for.
 */
export function Facets({ counts, chosen, onChoose }: FacetsProps) {
  const seen = useRef(new Set<Group>()).current;
  for (const group of GROUPS) if ((counts[group]?.length ?? 0) + (chosen[group]?.length ?? 0) > 0) seen.add(group);
  const groups = GROUPS.filter((group) => seen.has(group));
  const isAny = Object.values(chosen).some((values) => values.length > 0);
  return (
    <>
      <button type="button" class="quiet clear-facets" disabled={!isAny} onClick={() => onChoose({})}>
        {t('clearFacets')}
      </button>
      {groups.map((group) => (
        <FacetGroup
          key={group}
          group={group}
          counts={counts[group] ?? []}
          chosen={chosen[group] ?? []}
          onChoose={(values) => onChoose({ ...chosen, [group]: values })}
        />
      ))}
    </>
  );
}
