import { together, type Together } from "./correlation";

/** A column as it is compared with the others, in units of its greatest value and less its mean. */
interface Prepared {
  readonly column: Float64Array;
  readonly unit: number;
  /** 0 where missing, so that a place that one of two lacks adds nothing to the product of both. */
  readonly centred: Float64Array;
  readonly missing: Int32Array;
  readonly n: number;
  /** Of the centred values: what rounding left of it. */
  readonly sum: number;
  readonly squares: number;
  readonly varies: boolean;
}

/** Below this share of a column's own spread, what is left of it beside another is counted afresh: differences would have lost too many digits. */
const leastSpread = 1e-4;

/**
 * Any two of several columns over the places where both are present. One product a pair: each column is centred once, and of
 * its sums is taken what stands where the other has a gap.
 */
export function pairwise(columns: readonly Float64Array[]): (one: number, other: number) => Together {
  const prepared = columns.map(prepare);
  return (one, other) => {
    const x = prepared[one];
    const y = prepared[other];
    if (!x.varies || !y.varies) return together(x.column, y.column);
    const left = beside(x, y);
    const right = beside(y, x);
    const { n } = left;
    const xx = left.squares - (left.sum * left.sum) / n;
    const yy = right.squares - (right.sum * right.sum) / n;
    const isSafe = xx > leastSpread * x.squares && yy > leastSpread * y.squares;
    if (n < 2 || !isSafe) return together(x.column, y.column);
    const xy = dot(x.centred, y.centred) - (left.sum * right.sum) / n;
    return {
      n,
      r: Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))),
      covariance: (xy / (n - 1)) * x.unit * y.unit,
    };
  };
}

function prepare(column: Float64Array): Prepared {
  let n = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i];
    if (value !== value) continue;
    n += 1;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const unit = Math.max(Math.abs(least), Math.abs(most)) || 1;
  let mean = 0;
  for (let i = 0; i < column.length; i += 1) if (column[i] === column[i]) mean += column[i] / unit;
  mean /= n;
  const centred = new Float64Array(column.length);
  const missing = new Int32Array(column.length - n);
  let gaps = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < column.length; i += 1) {
    if (column[i] !== column[i]) {
      missing[gaps++] = i;
      continue;
    }
    const value = column[i] / unit - mean;
    centred[i] = value;
    sum += value;
    squares += value * value;
  }
  return { column, unit, centred, missing, n, sum, squares, varies: least < most };
}

/** What a column has where another has no gap. */
function beside({ column, centred, n, sum, squares }: Prepared, { missing }: Prepared) {
  const left = { n, sum, squares };
  for (let gap = 0; gap < missing.length; gap += 1) {
    const i = missing[gap];
    if (column[i] !== column[i]) continue;
    left.n -= 1;
    left.sum -= centred[i];
    left.squares -= centred[i] * centred[i];
  }
  return left;
}

/** Sum of products, in four strands: one addition need not wait for the one before. */
export function dot(x: Float64Array, y: Float64Array): number {
  const whole = x.length - (x.length % 4);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < whole; i += 4) {
    first += x[i] * y[i];
    second += x[i + 1] * y[i + 1];
    third += x[i + 2] * y[i + 2];
    fourth += x[i + 3] * y[i + 3];
  }
  for (let i = whole; i < x.length; i += 1) first += x[i] * y[i];
  return first + second + (third + fourth);
}
