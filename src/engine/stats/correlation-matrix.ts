import { pearson } from "./correlation";
import { mean, standardDeviation } from "./moments";
import { unitRange } from "./rescale";

/**
 * Pearson's correlation of every two columns, pairwise: over the units that have both. NaN where a column has no spread
 * or fewer than three units have both.
 */
export function correlations(columns: readonly Float64Array[]): number[][] {
  // Correlation does not mind the scale; 0–1 keeps squares within range.
  const scaled = columns.map(unitRange);
  const matrix = columns.map(() => columns.map(() => NaN));
  scaled.forEach((one, j) => {
    if (!one) return;
    matrix[j][j] = 1;
    for (let k = 0; k < j; k += 1) {
      const other = scaled[k];
      if (!other) continue;
      let both = 0;
      for (let i = 0; i < one.length; i += 1) if (one[i] === one[i] && other[i] === other[i]) both += 1;
      if (both >= 3) matrix[j][k] = matrix[k][j] = pearson(one, other);
    }
  });
  return matrix;
}

/** Indices of the units that every column has a value for. */
export function completeUnits(columns: readonly Float64Array[]): number[] {
  const complete: number[] = [];
  const units = columns[0]?.length ?? 0;
  for (let i = 0; i < units; i += 1) {
    if (columns.every((column) => column[i] === column[i])) complete.push(i);
  }
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
  const candidates = columns.map((_, j) => j).filter((j) => unitRange(columns[j]) !== null);
  const complete = completeUnits(candidates.map((j) => columns[j]));
  const varying: number[] = [];
  const scaled: Float64Array[] = [];
  const deviations: number[] = [];
  for (const j of candidates) {
    const own = Float64Array.from(complete, (i) => columns[j][i]);
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
      let product = 0;
      for (let i = 0; i < count; i += 1) product += columns[j][i] * columns[k][i];
      matrix[j][k] = matrix[k][j] = Math.max(-1, Math.min(1, product / (count - 1)));
    }
  }
  return matrix;
}
