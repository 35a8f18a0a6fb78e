/** The present values in ascending order, in a new array. */
export function sorted(values: Float64Array): Float64Array {
  const present = values.filter((value) => value === value);
  return present.sort();
}

/**
 * Quantile of values already in ascending order and free of NaN: R's type 7, Excel's PERCENTILE.INC.
 * Position p·(n − 1) from zero, linear between neighbours. NaN for no values.
 * Hyndman & Fan (1996), The American Statistician 50.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const n = ascending.length;
  if (n === 0) return NaN;
  const position = p * (n - 1);
  const below = Math.floor(position);
  const share = position - below;
  const low = ascending[below];
  return share === 0 ? low : low + share * (ascending[below + 1] - low);
}
