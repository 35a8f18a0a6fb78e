import { paired } from "./association";
import { ascendingOrder } from "./order";

/** Half widths that are tried, as shares of the number of different x; 1 is one straight line for all. */
const spans = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 1];

/** Different x in ascending order, with how many y each has, their mean and their squared deviations from it. */
interface Points {
  /** x, moved to −1 … 1. */
  readonly at: Float64Array;
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly within: Float64Array;
  /** Prefix sums, from 0, of count times 1, x, y, xx and xy. */
  readonly sums: readonly Float64Array[];
}

export interface CorrelationRatio {
  /** Var(E[y|x])/Var(y), 0–1. */
  readonly ratio: number;
  /** The half width that was chosen, as a share of the number of different x: 1 for a straight line. */
  readonly span: number;
}

/**
 * Correlation ratio S = Var(E[y|x])/Var(y) of y on x: the share of y's variance that would go if x were known, whatever the
 * shape of the dependence (r² when it is a line). Over the places where both are present.
 *
 * Estimator: running lines. Equal x are one point, weighted by its number; at each point a least-squares line through the
 * h different x on either side gives E[y|x]; h is, of 0 (the means of equal x), 5, 10, 20, 35, 50 and 100 % of the number
 * of different x, the one with the least leave-one-out error, the widest of equals. S is the variance of the fitted values
 * around the mean of y over that of y, at most 1. As a line has no bends to follow noise with, S of unrelated columns is near 1/n
 * and not 0. n log n. NaN without spread in x or y, or for fewer than three places.
 * Source: Paruolo, Saisana & Saltelli (2013), Journal of the Royal Statistical Society A 176, 609–634 (the measure, estimated
 * by local lines); Friedman (1984), A Variable Span Smoother, Stanford LCS 5 (running lines, spans by cross-validation).
 */
export function correlationRatio(one: Float64Array, other: Float64Array): CorrelationRatio {
  const { x, y } = paired(one, other);
  const none = { ratio: NaN, span: NaN };
  if (x.length < 3) return none;
  const points = collapse(x, y);
  const m = points.at.length;
  const n = x.length;
  let sum = 0;
  for (let p = 0; p < m; p += 1) sum += points.count[p] * points.mean[p];
  const centre = sum / n;
  let total = 0;
  for (let p = 0; p < m; p += 1) total += points.within[p] + points.count[p] * (points.mean[p] - centre) ** 2;
  if (m < 2 || !(total > 0)) return none;
  let best = { ...none, error: Infinity };
  const fitted = new Float64Array(m);
  for (const span of [...spans].reverse()) {
    // By a hair: of spans that fit alike, the widest stays.
    const error = runningLines(points, Math.round(span * m), best.error * (1 - 1e-9), fitted);
    if (!(error < Infinity)) continue;
    let explained = 0;
    for (let p = 0; p < m; p += 1) explained += points.count[p] * (fitted[p] - centre) ** 2;
    best = { ratio: Math.min(1, explained / total), span, error };
  }
  return { ratio: best.ratio, span: best.span };
}

function collapse(x: Float64Array, y: Float64Array): Points {
  const order = ascendingOrder(x);
  const n = order.length;
  const at = new Float64Array(n);
  const count = new Float64Array(n);
  const mean = new Float64Array(n);
  const within = new Float64Array(n);
  const least = x[order[0]];
  const most = x[order[n - 1]];
  const middle = least / 2 + most / 2;
  // In units of half the range around its middle, so that little is lost to rounding.
  const scale = most / 2 - least / 2 || 1;
  let m = 0;
  for (let start = 0; start < n;) {
    let end = start;
    while (end < n && x[order[end]] === x[order[start]]) end += 1;
    at[m] = (x[order[start]] - middle) / scale;
    count[m] = end - start;
    if (count[m] === 1) mean[m] = y[order[start]];
    else {
      // Sorted, so that the order of units with equal x does not show in the last digit.
      const own = Float64Array.from(order.subarray(start, end), (i) => y[i]).sort();
      for (const value of own) mean[m] += value / own.length;
      for (const value of own) within[m] += (value - mean[m]) ** 2;
    }
    m += 1;
    start = end;
  }
  const sums = Array.from({ length: 5 }, () => new Float64Array(m + 1));
  for (let p = 0; p < m; p += 1) {
    sums[0][p + 1] = sums[0][p] + count[p];
    sums[1][p + 1] = sums[1][p] + count[p] * at[p];
    sums[2][p + 1] = sums[2][p] + count[p] * mean[p];
    sums[3][p + 1] = sums[3][p] + count[p] * at[p] * at[p];
    sums[4][p + 1] = sums[4][p] + count[p] * at[p] * mean[p];
  }
  return {
    at: at.subarray(0, m),
    count: count.subarray(0, m),
    mean: mean.subarray(0, m),
    within: within.subarray(0, m),
    sums,
  };
}

/**
 * Weighted least-squares lines through windows of `half` points on either side, into `fitted`; says the leave-one-out error,
 * Infinity as soon as it is no less than `most`.
 */
function runningLines(
  { at, count, mean, within, sums }: Points,
  half: number,
  most: number,
  fitted: Float64Array,
): number {
  const m = at.length;
  const [counts, sumsX, sumsY, sumsXX, sumsXY] = sums;
  let error = 0;
  for (let p = 0; p < m; p += 1) {
    const from = Math.max(0, p - half);
    const to = Math.min(m, p + half + 1);
    const weight = counts[to] - counts[from];
    const centre = (sumsX[to] - sumsX[from]) / weight;
    const level = (sumsY[to] - sumsY[from]) / weight;
    const spread = sumsXX[to] - sumsXX[from] - weight * centre * centre;
    const isLine = to - from > 1 && spread > 1e-12 * weight;
    const slope = isLine ? (sumsXY[to] - sumsXY[from] - weight * centre * level) / spread : 0;
    fitted[p] = level + slope * (at[p] - centre);
    const leverage = 1 / weight + (isLine ? (at[p] - centre) ** 2 / spread : 0);
    // A line that goes through its own point whatever that is cannot be judged without it.
    if (leverage > 1 - 1e-9) return Infinity;
    const missed = mean[p] - fitted[p];
    error += (within[p] + count[p] * missed * missed) / ((1 - leverage) * (1 - leverage));
    if (error >= most) return Infinity;
  }
  return error;
}
