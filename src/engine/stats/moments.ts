/** Sum of the present values (NaN is skipped), compensated by Neumaier's rule so that long columns do not drift. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value !== value) continue;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** How many values are present (not NaN). */
export function count(values: ArrayLike<number>): number {
  let n = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i] === values[i]) n += 1;
  return n;
}

/** Arithmetic mean of the present values; NaN when there are none. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / count(values);
}

/**
 * Standard deviation of the present values with n − 1 (`population`: with n), two passes.
 * NaN for fewer than two values (population: for none).
 */
export function standardDeviation(values: ArrayLike<number>, population = false): number {
  return deviationOf(centralSums(values), population);
}

function deviationOf({ n, second, unit }: CentralSums, population = false): number {
  const degrees = population ? n : n - 1;
  return degrees > 0 ? unit * Math.sqrt(second / degrees) : NaN;
}

/** Least and greatest present value; NaN when there are none. */
export function extent(values: ArrayLike<number>): { min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? { min, max } : { min: NaN, max: NaN };
}

/**
 * Sample skewness G1 = √n·Σd³/(Σd²)^1.5 · √(n(n−1))/(n−2), of the present values.
 * NaN for n < 3 or without spread. Joanes & Gill (1998), The Statistician 47, "type 2"; SAS, SPSS and Excel's SKEW.
 */
export function skewness(values: ArrayLike<number>): number {
  return skewnessOf(centralSums(values));
}

function skewnessOf({ n, second, third }: CentralSums): number {
  if (n < 3 || second === 0) return NaN;
  return ((Math.sqrt(n) * third) / second ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
}

/**
 * Sample excess kurtosis G2 = ((n+1)(r−3)+6)(n−1)/((n−2)(n−3)), r = nΣd⁴/(Σd²)², of the present values.
 * NaN for n < 4 or without spread. Joanes & Gill (1998), "type 2"; SAS, SPSS and Excel's KURT.
 */
export function kurtosis(values: ArrayLike<number>): number {
  return kurtosisOf(centralSums(values));
}

function kurtosisOf({ n, second, fourth }: CentralSums): number {
  if (n < 4 || second === 0) return NaN;
  const r = (n * fourth) / (second * second);
  return (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
}

/** Standard deviation (n − 1), skewness and kurtosis of a column that is walked once for all three. */
export function shape(values: ArrayLike<number>): { sd: number; skewness: number; kurtosis: number } {
  const sums = centralSums(values);
  return { sd: deviationOf(sums), skewness: skewnessOf(sums), kurtosis: kurtosisOf(sums) };
}

interface CentralSums {
  readonly n: number;
  readonly unit: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

/** Sums of powers of deviations, in units of the greatest deviation so that 1e300 and 1e-300 survive the fourth power. */
function centralSums(values: ArrayLike<number>): CentralSums {
  const centre = mean(values);
  const { min, max } = extent(values);
  const unit = Math.max(max - centre, centre - min) || 1;
  let n = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value !== value) continue;
    const d = (value - centre) / unit;
    n += 1;
    second += d * d;
    third += d * d * d;
    fourth += d * d * d * d;
  }
  return { n, unit, second, third, fourth };
}
