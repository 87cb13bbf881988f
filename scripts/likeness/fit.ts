/** How a model is fitted: full-batch Adam (Kingma and Ba 2015) on standardised features, with a pull towards 0. */
interface Fit {
  readonly names: readonly string[];
  readonly pull: number;
  /** Features that may only speak for a sentence, or only against it, whatever few examples say. */
  readonly only?: Readonly<Record<string, 'for' | 'against'>>;
}

const STEPS = 250;

/** Minimises a function of a few weights from its gradient. */
function minimise(
  count: number,
  gradient: (weights: Float64Array) => Float64Array,
  limit: (weights: Float64Array) => void,
) {
  const [weights, mean, square] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = gradient(weights);
    const rate = step < STEPS * 0.6 ? 0.05 : 0.01;
    for (let k = 0; k < count; k += 1) {
      mean[k] = 0.9 * mean[k]! + 0.1 * slope[k]!;
      square[k] = 0.99 * square[k]! + 0.01 * slope[k]! ** 2;
      weights[k]! -= (rate * (mean[k]! / (1 - 0.9 ** step))) / (Math.sqrt(square[k]! / (1 - 0.99 ** step)) + 1e-8);
    }
    limit(weights);
  }
  return weights;
}

/** Standard deviation of each column, and its mean. */
function spreads(rows: readonly (readonly number[])[]) {
  const count = rows[0]!.length;
  return Array.from({ length: count }, (_none, k) => {
    const mean = rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length;
    return { mean, spread: Math.sqrt(rows.reduce((sum, row) => sum + (row[k]! - mean) ** 2, 0) / rows.length) + 1e-6 };
  });
}

/** A text's sentences as rows of features, which of them are right, and how much the text counts. */
export interface Ranked {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly number[];
  readonly weight: number;
}

/** Weights under which the right sentences of each text are the likeliest (listwise softmax, Cao et al. 2007). */
export function fitRanking(texts: readonly Ranked[], { names, pull, only = {} }: Fit): number[] {
  const scales = spreads(texts.flatMap(({ rows }) => rows)).map(({ spread }) => spread);
  const scaled = texts.map(({ rows }) => rows.map((row) => Float64Array.from(row, (value, k) => value / scales[k]!)));
  const total = texts.reduce((sum, { weight }) => sum + weight, 0);
  const weights = minimise(
    names.length,
    (at) => {
      const slope = at.map((weight) => pull * weight);
      texts.forEach(({ right, weight }, t) => {
        const rows = scaled[t]!;
        const scores = rows.map((row) => row.reduce((sum, value, k) => sum + value * at[k]!, 0));
        const top = Math.max(...scores);
        const powers = scores.map((score) => Math.exp(score - top));
        const all = powers.reduce((sum, power) => sum + power, 0);
        const good = right.reduce((sum, i) => sum + powers[i]!, 0);
        rows.forEach((row, i) => {
          const push = (weight / total) * (powers[i]! / all - (right.includes(i) ? powers[i]! / good : 0));
          for (let k = 0; k < row.length; k += 1) slope[k]! += push * row[k]!;
        });
      });
      return slope;
    },
    (at) =>
      names.forEach((name, k) => {
        if (only[name] === 'for') at[k] = Math.max(0, at[k]!);
        if (only[name] === 'against') at[k] = Math.min(0, at[k]!);
      }),
  );
  return [...weights].map((weight, k) => weight / scales[k]!);
}

/** One case of a yes or no. */
export interface Judged {
  readonly row: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
}

/** Weights of a logistic regression; the feature `bias` is always 1 and not pulled. */
export function fitJudgement(cases: readonly Judged[], { names, pull }: Fit): number[] {
  const bias = names.indexOf('bias');
  const scales = spreads(cases.map(({ row }) => row)).map((one, k) => (k === bias ? { mean: 0, spread: 1 } : one));
  const rows = cases.map(({ row }) => row.map((value, k) => (value - scales[k]!.mean) / scales[k]!.spread));
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const weights = minimise(
    names.length,
    (at) => {
      const slope = at.map((weight, k) => (k === bias ? 0 : pull * weight));
      rows.forEach((row, i) => {
        const odds = row.reduce((sum, value, k) => sum + value * at[k]!, 0);
        const push = (cases[i]!.weight / total) * (1 / (1 + Math.exp(-odds)) - (cases[i]!.isRight ? 1 : 0));
        for (let k = 0; k < row.length; k += 1) slope[k]! += push * row[k]!;
      });
      return slope;
    },
    () => {},
  );
  const plain = [...weights].map((weight, k) => weight / scales[k]!.spread);
  plain[bias]! -= plain.reduce((sum, weight, k) => sum + weight * scales[k]!.mean, 0);
  return plain;
}
