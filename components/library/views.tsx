import { useEffect, useState } from 'preact/hooks';
import { KINDS, type WorkKind } from '../../utils/model/work';
import { kindWord } from '../../utils/notes/words';
import { say } from '../note/words';
import { type GradeCount, gradesText } from './grades';
import { t } from './words';

/** How many works have both a value of one group and one of another. */
export interface CrossCount {
  readonly row: string;
  readonly column: string;
  readonly count: number;
}

export interface CrossViewProps {
  /** Counts what was found by two groups. */
  readonly cross: (rows: string, columns: string) => Promise<readonly CrossCount[]>;
  /** Changes when something else was found. */
  readonly version: unknown;
  /** Opens the works of a cell. */
  readonly onOpen: (chosen: Readonly<Record<string, readonly string[]>>) => void;
}

const kindText = (kind: string) =>
  (KINDS as readonly string[]).includes(kind) ? say(kindWord(kind as WorkKind)) : kind;

function useCross({ cross, version }: CrossViewProps, rows: string, columns: string) {
  const [counts, setCounts] = useState<readonly CrossCount[]>();
  useEffect(() => {
    let isOver = false;
    void cross(rows, columns).then((answer) => !isOver && setCounts(answer));
    return () => {
      isOver = true;
    };
  }, [version, rows, columns]);
  return counts;
}

const kindsIn = (counts: readonly CrossCount[]) =>
  KINDS.filter((kind) => counts.some(({ column }) => column === kind)) as readonly string[];
const at = (counts: readonly CrossCount[], row: string, column: string) =>
  counts.find((each) => each.row === row && each.column === column)?.count ?? 0;

/** A table of counts whose cells open what they count. */
function CrossTable({
  caption,
  rows,
  counts,
  nameOf,
  chosenOf,
  moreOf,
  onOpen,
}: {
  readonly caption: string;
  readonly rows: readonly string[];
  readonly counts: readonly CrossCount[];
  readonly nameOf: (row: string) => string;
  /** What is chosen to open a row. */
  readonly chosenOf: (row: string) => Readonly<Record<string, readonly string[]>>;
  /** What a cell says besides its count; empty where nothing. */
  readonly moreOf?: (row: string, kind: string) => string;
  readonly onOpen: CrossViewProps['onOpen'];
}) {
  const kinds = kindsIn(counts);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="cross" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {kindText(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{nameOf(row)}</th>
              {kinds.map((kind) => {
                const count = at(counts, row, kind);
                const more = moreOf?.(row, kind) ?? '';
                return (
                  <td key={kind}>
                    {count > 0 && (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={t('openCell', count, nameOf(row), kindText(kind))}
                        style={{ '--weight': Math.min(1, 0.15 + count / 12) }}
                        onClick={() => onOpen({ ...chosenOf(row), kind: [kind] })}
                      >
                        {count}
                      </button>
                    )}
                    {more && <span class="grades">{more}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Collections by kind of evidence: where there is much, and where nothing. */
export function EvidenceGrid(
  props: CrossViewProps & {
    readonly collections: readonly { readonly id: string; readonly name: string }[];
    readonly readGrades: () => Promise<readonly GradeCount[]>;
  },
) {
  const counts = useCross(props, 'collection', 'kind');
  const [grades, setGrades] = useState<readonly GradeCount[]>([]);
  useEffect(() => {
    let isOver = false;
    void props.readGrades().then((read) => !isOver && setGrades(read));
    return () => {
      isOver = true;
    };
  }, [props.version, props.collections]);
  if (!counts) return null;
  const names = new Map(props.collections.map(({ id, name }) => [id, name]));
  const known = props.collections.map(({ id }) => id).filter((id) => counts.some(({ row }) => row === id));
  const rows = counts.some(({ row }) => row === '') ? [...known, ''] : known;
  return (
    <CrossTable
      caption={t('viewGrid')}
      rows={rows}
      counts={counts}
      nameOf={(row) => names.get(row) ?? t('noCollection')}
      chosenOf={(row) => ({ collection: [row] })}
      moreOf={(row, kind) => gradesText(grades, row, kind)}
      onOpen={props.onOpen}
    />
  );
}

/** As many as `views.css` has; after them they begin anew. */
const BAR_COLOURS = 12;
/** Height of the highest bar, and of what stands above and below all bars, CSS pixels. */
const HEIGHT = 160;
const ABOVE = 20;
const BELOW = 24;
/** So many years stand one after the other, with those without a work between them; in a longer time, these are left out. */
const LONGEST_SPAN = 100;
/** How much smaller the timeline may be drawn. */
const LEAST = 0.85;
/** What the number of a year takes, with the space beside it, CSS pixels. */
const YEAR_WIDTH = 36;

/** The years of a timeline. @param dated - Years of works, rising. */
function yearsOf(dated: readonly number[]): readonly number[] {
  const [first = 0, last = -1] = [dated[0], dated.at(-1)];
  return last - first < LONGEST_SPAN ? Array.from({ length: last - first + 1 }, (_, n) => first + n) : dated;
}

/** Works by year and kind, as a picture with the table behind it. */
export function Timeline(props: CrossViewProps) {
  const counts = useCross(props, 'year', 'kind');
  if (!counts) return null;
  const dated = counts.filter(({ row }) => row !== '');
  const withWorks = [...new Set(dated.map(({ row }) => Number(row)))].sort((a, b) => a - b);
  const years = yearsOf(withWorks);
  const kinds = kindsIn(dated);
  const totals = new Map<number, number>();
  for (const { row, count } of dated) totals.set(Number(row), (totals.get(Number(row)) ?? 0) + count);
  const unit = HEIGHT / Math.max(1, ...totals.values());
  // Few years have room for their numbers, many are named now and then.
  const width = years.length <= 24 ? 40 : years.length <= 50 ? 24 : 16;
  const step = Math.ceil(YEAR_WIDTH / width);
  const whole = { width: Math.max(1, years.length) * width + YEAR_WIDTH, height: ABOVE + HEIGHT + BELOW };
  const isNamed = (year: number, index: number) => (years.length === withWorks.length ? index : year) % step === 0;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <figure class="timeline" tabIndex={0} aria-label={t('viewTimeline')}>
        <svg
          role="img"
          aria-label={t('timelineSays', withWorks.length, withWorks[0] ?? '', withWorks.at(-1) ?? '')}
          viewBox={`0 0 ${whole.width} ${whole.height}`}
          // A little smaller where that shows all of it; smaller still, its years could not be read.
          style={{ maxWidth: `${whole.width}px`, minWidth: `${LEAST * whole.width}px` }}
        >
          {years.map((year, index) => {
            const total = totals.get(year) ?? 0;
            let top = ABOVE + HEIGHT;
            return (
              <g key={year} transform={`translate(${index * width + YEAR_WIDTH / 2} 0)`}>
                <title>{`${year}: ${total}`}</title>
                {kinds.map((kind, place) => {
                  const height = at(dated, String(year), kind) * unit;
                  top -= height;
                  return height > 0 ? (
                    <rect
                      key={kind}
                      class={`bar bar-${place % BAR_COLOURS}`}
                      x="2"
                      width={width - 4}
                      y={top}
                      height={Math.max(1, height - 1)}
                    />
                  ) : undefined;
                })}
                {total > 0 && (
                  <text x={width / 2} y={top - 5} class="bar-total">
                    {total}
                  </text>
                )}
                {isNamed(year, index) && (
                  <text x={width / 2} y={ABOVE + HEIGHT + 17}>
                    {year}
                  </text>
                )}
              </g>
            );
          })}
          <line x1="0" x2="100%" y1={ABOVE + HEIGHT} y2={ABOVE + HEIGHT} />
        </svg>
        <ul class="legend" aria-hidden="true">
          {kinds.map((kind, place) => (
            <li key={kind} class={`bar-${place % BAR_COLOURS}`}>
              {kindText(kind)}
            </li>
          ))}
        </ul>
      </figure>
      <CrossTable
        caption={t('viewTimeline')}
        rows={withWorks.map(String)}
        counts={dated}
        nameOf={(row) => row}
        chosenOf={(row) => ({ year: [row] })}
        onOpen={props.onOpen}
      />
    </>
  );
}
