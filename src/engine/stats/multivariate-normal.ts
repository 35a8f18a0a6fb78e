import { CholeskyDecomposition, Matrix } from "ml-matrix";

export interface MultivariateNormal {
  readonly mean: readonly number[];
  /** With n: the maximum-likelihood covariance. */
  readonly covariance: readonly (readonly number[])[];
  /** Columns × rows: each missing value's expectation given the row's present ones; present values as they are. */
  readonly filled: readonly Float64Array[];
  readonly steps: number;
  readonly settled: boolean;
}

/** Changes smaller than this, of standardised means and covariances, end the search. */
const settledAt = 1e-9;

/**
 * Mean and covariance of a multivariate normal by maximum likelihood from columns with missing values (missing at
 * random): expectation-maximisation from the means and variances of what is present. Nothing random.
 *
 * Columns should be standardised, as `settledAt` is a plain number. A row without any value counts with the mean. Where
 * the covariance of the present values is singular, a ridge from 1e-10 of their variance upwards is put on its diagonal.
 * Source: Dempster, Laird & Rubin (1977), J. R. Statist. Soc. B 39; Little & Rubin (2002), §11.2.
 * @example complete columns: their means, and covariances with n, in one step
 */
export function fitMultivariateNormal(columns: readonly Float64Array[], most = 2000): MultivariateNormal {
  const k = columns.length;
  const rows = columns[0].length;
  const patterns = patternsOf(columns);
  let mean = columns.map(meanOf);
  let covariance: number[][] = columns.map((column, a) =>
    columns.map((_, b) => (a === b ? varianceOf(column, mean[a]) || 1 : 0)),
  );
  const filled = columns.map((column) => column.slice());
  let steps = 0;
  let settled = false;
  while (steps < most && !settled) {
    steps += 1;
    const extra = fillIn(columns, filled, patterns, mean, covariance);
    const nextMean = filled.map(meanOf);
    const next = filled.map((one, a) =>
      filled.map((other, b) => {
        if (b > a) return 0;
        let sum = extra[a][b];
        for (let r = 0; r < rows; r += 1) sum += (one[r] - nextMean[a]) * (other[r] - nextMean[b]);
        return sum / rows;
      }),
    );
    let change = 0;
    for (let a = 0; a < k; a += 1) {
      change = Math.max(change, Math.abs(nextMean[a] - mean[a]));
      for (let b = 0; b <= a; b += 1) {
        next[b][a] = next[a][b];
        change = Math.max(change, Math.abs(next[a][b] - covariance[a][b]));
      }
    }
    mean = nextMean;
    covariance = next;
    settled = change < settledAt;
  }
  fillIn(columns, filled, patterns, mean, covariance);
  return { mean, covariance, filled, steps, settled };
}

interface Pattern {
  readonly present: readonly number[];
  readonly missing: readonly number[];
  readonly rows: number[];
}

/** Rows that lack the same columns share one regression. */
function patternsOf(columns: readonly Float64Array[]): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (let r = 0; r < columns[0].length; r += 1) {
    const missing = columns.flatMap((column, c) => (column[r] === column[r] ? [] : [c]));
    if (missing.length === 0) continue;
    const key = missing.join(" ");
    const known = patterns.get(key);
    if (known) known.rows.push(r);
    else {
      const present = columns.flatMap((column, c) => (column[r] === column[r] ? [c] : []));
      patterns.set(key, { present, missing, rows: [r] });
    }
  }
  return [...patterns.values()];
}

/** Expectations of what is missing, written to `filled`; gives back the sums of its conditional covariances. */
function fillIn(
  columns: readonly Float64Array[],
  filled: readonly Float64Array[],
  patterns: readonly Pattern[],
  mean: readonly number[],
  covariance: readonly (readonly number[])[],
): number[][] {
  const extra = columns.map(() => columns.map(() => 0));
  for (const { present, missing, rows } of patterns) {
    const slopes = conditional(present, missing, covariance);
    for (const r of rows) {
      missing.forEach((m, a) => {
        let value = mean[m];
        present.forEach((p, b) => (value += slopes[b][a] * (columns[p][r] - mean[p])));
        filled[m][r] = value;
      });
    }
    missing.forEach((one, a) => {
      for (const other of missing) {
        let left = covariance[one][other];
        present.forEach((p, b) => (left -= slopes[b][a] * covariance[p][other]));
        extra[one][other] += rows.length * left;
      }
    });
  }
  return extra;
}

/** Slopes [present][missing] of the regression of the missing on the present columns. */
function conditional(
  present: readonly number[],
  missing: readonly number[],
  covariance: readonly (readonly number[])[],
): number[][] {
  if (present.length === 0) return [];
  const right = new Matrix(present.map((p) => missing.map((m) => covariance[p][m])));
  const size = Math.max(...present.map((p) => covariance[p][p])) || 1;
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-10 : ridge * 10) {
    const left = new Matrix(
      present.map((p, a) => present.map((q, b) => covariance[p][q] + (a === b ? ridge * size : 0))),
    );
    const decomposition = new CholeskyDecomposition(left);
    const wellApart = decomposition.lowerTriangularMatrix
      .diagonal()
      .every((each) => each * each > 1e-12 * size);
    if (decomposition.isPositiveDefinite() && wellApart) return decomposition.solve(right).to2DArray();
  }
}

function meanOf(column: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const value of column) {
    if (value !== value) continue;
    sum += value;
    n += 1;
  }
  return n > 0 ? sum / n : 0;
}

function varianceOf(column: Float64Array, centre: number): number {
  let sum = 0;
  let n = 0;
  for (const value of column) {
    if (value !== value) continue;
    sum += (value - centre) ** 2;
    n += 1;
  }
  return n > 0 ? sum / n : 0;
}
