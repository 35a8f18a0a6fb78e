import { paired } from "./association";

/** Half widths that are tried, as shares of the number of different x; 1 is one straight line for all. */
const spans = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 1];

/** Different x in ascending order with how many y each has, their mean and their squared deviations from it. */
interface Points {
  readonly x: Float64Array;
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly within: Float64Array;
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
  const m = points.x.length;
  const n = x.length;
  let sum = 0;
  for (let p = 0; p < m; p += 1) sum += points.count[p] * points.mean[p];
  const centre = sum / n;
  let total = 0;
  for (let p = 0; p < m; p += 1) total += points.within[p] + points.count[p] * (points.mean[p] - centre) ** 2;
  if (m < 2 || !(total > 0)) return none;
  let best = { ...none, error: Infinity };
  for (const span of [...spans].reverse()) {
    const { fitted, error } = runningLines(points, Math.round(span * m));
    // By a hair: of spans that fit alike, the widest stays.
    if (!(error < best.error * (1 - 1e-9))) continue;
    let explained = 0;
    for (let p = 0; p < m; p += 1) explained += points.count[p] * (fitted[p] - centre) ** 2;
    best = { ratio: Math.min(1, explained / total), span, error };
  }
  return { ratio: best.ratio, span: best.span };
}

function collapse(x: Float64Array, y: Float64Array): Points {
  const order = Array.from(x.keys()).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const at: number[] = [];
  const members: number[][] = [];
  for (const i of order) {
    if (at.length > 0 && at[at.length - 1] === x[i]) members[at.length - 1].push(y[i]);
    else {
      at.push(x[i]);
      members.push([y[i]]);
    }
  }
  const means = members.map((own) => own.reduce((sum, each) => sum + each, 0) / own.length);
  return {
    x: Float64Array.from(at),
    count: Float64Array.from(members, (own) => own.length),
    mean: Float64Array.from(means),
    within: Float64Array.from(members, (own, p) =>
      own.reduce((sum, each) => sum + (each - means[p]) ** 2, 0),
    ),
  };
}

/** Weighted least-squares lines through windows of `half` points on either side, by prefix sums; leave-one-out error. */
function runningLines(
  { x, count, mean, within }: Points,
  half: number,
): { fitted: Float64Array; error: number } {
  const m = x.length;
  const scale = x[m - 1] / 2 - x[0] / 2;
  // Around the middle of the range and in units of half of it, so that little is lost to rounding.
  const at = x.map((value) => (value - (x[0] / 2 + x[m - 1] / 2)) / scale);
  const sums = Array.from({ length: 5 }, () => new Float64Array(m + 1));
  for (let p = 0; p < m; p += 1) {
    const terms = [1, at[p], mean[p], at[p] * at[p], at[p] * mean[p]];
    terms.forEach((term, s) => (sums[s][p + 1] = sums[s][p] + count[p] * term));
  }
  const fitted = new Float64Array(m);
  let error = 0;
  for (let p = 0; p < m; p += 1) {
    const from = Math.max(0, p - half);
    const to = Math.min(m, p + half + 1);
    const [weight, sumX, sumY, sumXX, sumXY] = sums.map((prefix) => prefix[to] - prefix[from]);
    const centre = sumX / weight;
    const spread = sumXX - sumX * centre;
    const isLine = to - from > 2 || (to - from === 2 && half > 0);
    const slope = isLine && spread > 1e-12 * weight ? (sumXY - centre * sumY) / spread : 0;
    fitted[p] = sumY / weight + slope * (at[p] - centre);
    const leverage = 1 / weight + (slope === 0 ? 0 : (at[p] - centre) ** 2 / spread);
    if (leverage > 1 - 1e-9) return { fitted, error: Infinity };
    error += (within[p] + count[p] * (mean[p] - fitted[p]) ** 2) / (1 - leverage) ** 2;
  }
  return { fitted, error };
}
