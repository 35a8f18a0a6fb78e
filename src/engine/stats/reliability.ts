import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { chiSquaredUpper } from "./distribution";
import { pairwise } from "./pairwise";

export interface Alpha {
  /** k/(k − 1)·(1 − Σ variances/Σ covariances). */
  readonly raw: number;
  /** k·r̄/(1 + (k − 1)·r̄), r̄ the mean correlation. */
  readonly standardised: number;
  /** The raw one without each column. */
  readonly ifDropped: readonly number[];
}

/**
 * Cronbach's α of columns, by covariances (n − 1) over the units that two have in common, each variance over its own. NaN
 * for fewer than two columns, and where a pair has no covariance. Columns that run against each other make it negative.
 * Source: Cronbach (1951), Psychometrika 16, 297–334; R psych, `alpha`; COINr, `get_cronbach`.
 * @example two equal columns → 1
 */
export function cronbach(columns: readonly Float64Array[]): Alpha {
  const k = columns.length;
  const pair = pairwise(columns);
  const matrix = columns.map(() => new Array<number>(k));
  for (let j = 0; j < k; j += 1) {
    for (let l = 0; l <= j; l += 1) matrix[j][l] = matrix[l][j] = pair(j, l).covariance;
  }
  let correlations = 0;
  for (let j = 0; j < k; j += 1) {
    for (let l = 0; l < j; l += 1) correlations += matrix[j][l] / Math.sqrt(matrix[j][j] * matrix[l][l]);
  }
  const meanCorrelation = correlations / ((k * (k - 1)) / 2);
  return {
    raw: alphaOf(matrix),
    standardised: k > 1 ? (k * meanCorrelation) / (1 + (k - 1) * meanCorrelation) : NaN,
    ifDropped: matrix.map((_, dropped) => alphaOf(matrix, dropped)),
  };
}

/** α of all columns but one (−1: of all). */
function alphaOf(matrix: readonly (readonly number[])[], dropped = -1): number {
  let k = 0;
  let all = 0;
  let variances = 0;
  matrix.forEach((row, j) => {
    if (j === dropped) return;
    k += 1;
    variances += row[j];
    for (let l = 0; l < row.length; l += 1) if (l !== dropped) all += row[l];
  });
  return k < 2 || all === 0 ? NaN : (k / (k - 1)) * (1 - variances / all);
}

export interface Adequacy {
  /** Kaiser-Meyer-Olkin measure, 0–1, of all and of each variable. */
  readonly kmo: number;
  readonly each: readonly number[];
  /** Bartlett's test that the variables are uncorrelated: χ² = −(n − 1 − (2k + 5)/6)·ln|R|. */
  readonly chiSquared: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * Whether a correlation matrix of n units is fit for factors: KMO = Σr²/(Σr² + Σq²) over pairs, q the partial correlations
 * given all others, and Bartlett's test of sphericity. Null for fewer than two variables, or where one follows from the
 * others exactly (the matrix has no inverse).
 * Source: Kaiser (1974), Psychometrika 39, 31–36; Bartlett (1951), Biometrika 38; R psych, `KMO`, `cortest.bartlett`.
 */
export function adequacy(correlation: readonly (readonly number[])[], n: number): Adequacy | null {
  const k = correlation.length;
  if (k < 2) return null;
  const matrix = new Matrix(correlation.map((row) => [...row]));
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  if (Math.min(...realEigenvalues) < 1e-10) return null;
  const inverted = inverse(matrix);
  const squares = (j: number) => {
    let plain = 0;
    let partial = 0;
    for (let l = 0; l < k; l += 1) {
      if (l === j) continue;
      plain += correlation[j][l] ** 2;
      partial += inverted.get(j, l) ** 2 / (inverted.get(j, j) * inverted.get(l, l));
    }
    return { plain, partial };
  };
  const sums = correlation.map((_, j) => squares(j));
  const plain = sums.reduce((sum, each) => sum + each.plain, 0);
  const partial = sums.reduce((sum, each) => sum + each.partial, 0);
  const determinant = realEigenvalues.reduce((sum, value) => sum + Math.log(value), 0);
  const chiSquared = -(n - 1 - (2 * k + 5) / 6) * determinant;
  const degrees = (k * (k - 1)) / 2;
  return {
    kmo: plain / (plain + partial),
    each: sums.map((own) => own.plain / (own.plain + own.partial)),
    chiSquared,
    degrees,
    p: chiSquaredUpper(Math.max(0, chiSquared), degrees),
  };
}
