import type { Example, SetName } from './sets';

/** An example and the scores of its sentences, from weights that have not seen it. */
export interface Scored {
  readonly example: Example;
  readonly scores: readonly number[];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const percent = (share: number) => (100 * share).toFixed(1);

/** How often a shown sentence beats an unanswerable claim's best: the area under the curve. */
function area(above: readonly number[], below: readonly number[]): number {
  return mean(above.map((one) => mean(below.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)))));
}

/** 95 % interval of a figure by drawing texts again 400 times (Efron's bootstrap), from a generator that starts the same. */
function interval(all: readonly Scored[], figure: (some: readonly Scored[]) => number): string {
  const texts = [...new Set(all.map(({ example }) => example.text))];
  const byText = new Map(texts.map((text) => [text, all.filter(({ example }) => example.text === text)]));
  let state = 7;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return byText.get(texts[Math.floor((state / 2 ** 32) * texts.length)]!)!;
  };
  const found = Array.from({ length: 400 }, () => figure(texts.flatMap(draw))).sort((one, other) => one - other);
  return `${percent(found[10]!)}–${percent(found[389]!)}`;
}

/** One line for each set: how often the best sentence is right, whether answerable claims are told, what is shown. */
export function figures(all: readonly Scored[], threshold: number): string {
  const sets = [...new Set(all.map(({ example }) => example.set))] satisfies SetName[];
  const best = ({ scores }: Scored) => Math.max(...scores);
  const isAnswerable = ({ example }: Scored) => example.right.length > 0;
  const isRight = (one: Scored) => (one.example.right.includes(one.scores.indexOf(best(one))) ? 1 : 0);
  const isShown = (one: Scored) => best(one) >= threshold;
  return sets
    .map((set) => {
      const some = all.filter(({ example }) => example.set === set);
      const line = (name: string, figure: (some: readonly Scored[]) => number) =>
        `${name} ${percent(figure(some))} [${interval(some, figure)}]`;
      const first = line('first is right', (of) => mean(of.filter(isAnswerable).map(isRight)));
      if (some.every(isAnswerable)) return `${set}: ${first}`;
      return [
        `${set}: ${first}`,
        line('area', (of) => area(of.filter(isAnswerable).map(best), of.filter((one) => !isAnswerable(one)).map(best))),
        line('shown of answerable', (of) => mean(of.filter(isAnswerable).map((one) => (isShown(one) ? 1 : 0)))),
        line('right of shown', (of) => mean(of.filter(isShown).map(isRight))),
        `sentences shown for each ${mean(some.filter(isShown).map(({ scores }) => scores.filter((score) => score >= threshold).length)).toFixed(2)}`,
      ].join('; ');
    })
    .join('\n');
}
