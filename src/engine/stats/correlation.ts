import { ascendingRanks } from "./rank";

/** Two columns over the places where both are present. */
export interface Together {
  readonly n: number;
  /** Pearson's correlation; NaN for fewer than two places or where one has no spread. */
  readonly r: number;
  /** With n − 1; NaN for fewer than two places. */
  readonly covariance: number;
}

/**
 * Pearson's correlation and the covariance over the places where both are present, two passes, in units of the greatest value
 * of each so that 1e300 and 1e-300 survive their squares.
 */
export function together(x: Float64Array, y: Float64Array): Together {
  let n = 0;
  let unitX = 0;
  let unitY = 0;
  let first = -1;
  let differsX = false;
  let differsY = false;
  for (let i = 0; i < x.length; i += 1) {
    if (x[i] !== x[i] || y[i] !== y[i]) continue;
    n += 1;
    if (first < 0) first = i;
    differsX ||= x[i] !== x[first];
    differsY ||= y[i] !== y[first];
    unitX = Math.max(unitX, Math.abs(x[i]));
    unitY = Math.max(unitY, Math.abs(y[i]));
  }
  // Asked of the values themselves: deviations from a rounded mean would leave a trace of spread.
  if (!differsX || !differsY) return { n, r: NaN, covariance: n > 1 ? 0 : NaN };
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < x.length; i += 1) {
    if (x[i] !== x[i] || y[i] !== y[i]) continue;
    meanX += x[i] / unitX / n;
    meanY += y[i] / unitY / n;
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i += 1) {
    if (x[i] !== x[i] || y[i] !== y[i]) continue;
    const dx = x[i] / unitX - meanX;
    const dy = y[i] / unitY - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const r = xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))) : NaN;
  return { n, r, covariance: (xy / (n - 1)) * unitX * unitY };
}

/** Pearson's correlation over the places where both are present; NaN for fewer than two or where one has no spread. */
export function pearson(x: Float64Array, y: Float64Array): number {
  return together(x, y).r;
}

/** Spearman's correlation: Pearson's of the average ranks, over the places where both are present. */
export function spearman(x: Float64Array, y: Float64Array): number {
  const pairX = new Float64Array(x.length).fill(NaN);
  const pairY = new Float64Array(x.length).fill(NaN);
  for (let i = 0; i < x.length; i += 1) {
    if (x[i] !== x[i] || y[i] !== y[i]) continue;
    pairX[i] = x[i];
    pairY[i] = y[i];
  }
  return pearson(ascendingRanks(pairX, "average"), ascendingRanks(pairY, "average"));
}

/** Number of places where both are present. */
export function pairs(x: Float64Array, y: Float64Array): number {
  let n = 0;
  for (let i = 0; i < x.length; i += 1) if (x[i] === x[i] && y[i] === y[i]) n += 1;
  return n;
}
