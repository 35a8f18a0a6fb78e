import type { Ties } from "./rank";

/** How many values of an ascending array are below `value` (with `orEqual`: not above it). */
export function countBelow(ascending: Float64Array, value: number, orEqual = false): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value || (orEqual && ascending[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rank of a value among ascending values, 1 for the least; one that is not there takes the place it would get. */
export function placeOf(ascending: Float64Array, value: number, ties: Ties): number {
  const first = countBelow(ascending, value) + 1;
  const last = Math.max(first, countBelow(ascending, value, true));
  return ties === "min" ? first : ties === "max" ? last : (first + last) / 2;
}
