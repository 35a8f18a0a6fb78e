import { mean, standardDeviation } from "../stats/moments";
import { fillWithMean, imputer, observedColumns } from "./imputer";

/**
 * Mean of the k nearest neighbours: the units most alike over the indicators that both have, among those with a value.
 *
 * Distance √(m/s · Σ(z_a − z_b)²) over the s shared of m indicators; z is the indicator less its mean over its standard
 * deviation (n − 1), or the value as it is with standardise = no. Units as near as the k-th all count, so that the order
 * of the units does not matter; fewer donors than k are all taken. What was filled in is never a donor. Without a donor
 * the cell takes the mean of all units (noted); an indicator without any value stays missing. Quadratic in the units:
 * every unit that lacks a value is compared with every other.
 * Source: Troyanskaya et al. (2001), Bioinformatics 17; scikit-learn `KNNImputer`, nan-euclidean distance.
 * @example k = 1: (1, 1), (9, 9), (2, –) → the last becomes (2, 1)
 */
export const nearestNeighbours = imputer({
  key: "nearest-neighbours",
  label: { en: "Nearest neighbours", "zh-CN": "K 近邻填补" },
  synonyms: ["knn", "k nearest neighbours", "nearest neighbors", "k近邻", "最近邻", "近邻填补"],
  reference: "Troyanskaya et al. (2001), Bioinformatics 17",
  parameters: {
    k: { kind: "number", label: { en: "Neighbours", "zh-CN": "近邻个数" }, fallback: 5, min: 1, max: 1000 },
    standardise: {
      kind: "flag",
      label: { en: "Standardise first", "zh-CN": "先标准化" },
      fallback: true,
    },
  },
  impute(block, settings) {
    const { study, parameters } = settings;
    const units = study.units.length;
    const observed = observedColumns(block, study);
    const compared = comparable(observed, parameters.standardise);
    const distance = new Float64Array(units);
    for (let i = 0; i < units; i += 1) {
      if (observed.every((column) => column[i] === column[i])) continue;
      for (let other = 0; other < units; other += 1) {
        distance[other] = other === i ? NaN : distanceBetween(compared, i, other);
      }
      observed.forEach((column, j) => {
        if (column[i] === column[i]) return;
        const value = meanOfNearest(column, distance, Math.round(parameters.k));
        if (value === value) block[j * units + i] = value;
        else fillWithMean(block, column, settings, j, i);
      });
    }
  },
});

/** Columns whose differences can be added up: standardised, or all over the same number. */
function comparable(columns: readonly Float64Array[], standardise: boolean): Float64Array[] {
  let size = 0;
  for (const column of columns) {
    for (const value of column) if (Math.abs(value) > size) size = Math.abs(value);
  }
  return columns.map((column) => {
    if (!standardise) return column.map((value) => value / (size || 1));
    const centre = mean(column);
    const deviation = standardDeviation(column);
    return column.map((value) => (deviation > 0 ? (value - centre) / deviation : value - value));
  });
}

/** NaN when they share no indicator. */
function distanceBetween(columns: readonly Float64Array[], a: number, b: number): number {
  let shared = 0;
  let squares = 0;
  for (const column of columns) {
    const difference = column[a] - column[b];
    if (difference !== difference) continue;
    shared += 1;
    squares += difference * difference;
  }
  return shared > 0 ? Math.sqrt((columns.length / shared) * squares) : NaN;
}

function meanOfNearest(column: Float64Array, distance: Float64Array, k: number): number {
  const near = distance.filter((each, i) => each === each && column[i] === column[i]).sort();
  if (near.length === 0) return NaN;
  // A hair wider, for distances that are equal but for rounding.
  const reach = near[Math.min(k, near.length) - 1] * (1 + 1e-12);
  return mean(column.filter((value, i) => value === value && distance[i] <= reach));
}
