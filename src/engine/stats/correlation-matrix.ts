import { mean, standardDeviation } from "./moments";
import { dot, pairwise } from "./pairwise";
import { hasSpread, unitRange } from "./rescale";

/**
 * Pearson's correlation of every two columns, pairwise: over the units that have both. NaN where a column has no spread
 * or fewer than three units have both.
 */
export function correlations(columns: readonly Float64Array[]): number[][] {
  const varying = columns.map((column) => hasSpread(column));
  const pair = pairwise(columns);
  const matrix = columns.map(() => columns.map(() => NaN));
  varying.forEach((one, j) => {
    if (!one) return;
    matrix[j][j] = 1;
    for (let k = 0; k < j; k += 1) {
      if (!varying[k]) continue;
      const { n, r } = pair(j, k);
      if (n >= 3) matrix[j][k] = matrix[k][j] = r;
    }
  });
  return matrix;
}

/** Indices of the units that every column has a value for. */
export function completeUnits(columns: readonly Float64Array[]): number[] {
  const units = columns[0]?.length ?? 0;
  const lacking = new Uint8Array(units);
  for (const column of columns)
    for (let i = 0; i < units; i += 1) if (column[i] !== column[i]) lacking[i] = 1;
  const complete: number[] = [];
  for (let i = 0; i < units; i += 1) if (!lacking[i]) complete.push(i);
  return complete;
}

/** Columns made comparable, listwise. */
export interface Standardised {
  /** Which of the given columns vary over the complete units. */
  readonly varying: readonly number[];
  /** Number of complete units. */
  readonly count: number;
  /** One column each of `varying`: mean 0, standard deviation 1 (n − 1) over the complete units, in their order. */
  readonly columns: readonly Float64Array[];
  /** The standard deviations (n − 1) that they were divided by. */
  readonly deviations: readonly number[];
}

/**
 * Standardises columns over the units that have all of them (listwise). A column that has no value or no spread of its
 * own is left out first, so that an empty column does not empty the others.
 */
export function standardised(columns: readonly Float64Array[]): Standardised {
  const candidates = columns.map((_, j) => j).filter((j) => hasSpread(columns[j]));
  const complete = completeUnits(candidates.map((j) => columns[j]));
  const varying: number[] = [];
  const scaled: Float64Array[] = [];
  const deviations: number[] = [];
  for (const j of candidates) {
    const own = new Float64Array(complete.length);
    for (let k = 0; k < own.length; k += 1) own[k] = columns[j][complete[k]];
    const ranged = unitRange(own);
    if (!ranged) continue;
    const centre = mean(ranged);
    const deviation = standardDeviation(ranged);
    varying.push(j);
    scaled.push(ranged.map((value) => (value - centre) / deviation));
    deviations.push(standardDeviation(own));
  }
  return { varying, count: complete.length, columns: scaled, deviations };
}

/** Correlations of standardised columns: Z′Z/(n − 1), with ones on the diagonal. */
export function correlationsOf({ columns, count }: Standardised): number[][] {
  const matrix = columns.map(() => columns.map(() => 1));
  for (let j = 0; j < columns.length; j += 1) {
    for (let k = 0; k < j; k += 1) {
      const product = dot(columns[j], columns[k]);
      matrix[j][k] = matrix[k][j] = Math.max(-1, Math.min(1, product / (count - 1)));
    }
  }
  return matrix;
}
