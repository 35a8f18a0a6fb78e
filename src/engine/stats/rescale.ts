import { extent } from "./moments";

/** A column whose range is smaller than this, relative to its size, is one value and the noise of arithmetic. */
const noise = 1e-12;

/** Whether the present values differ by more than the noise of arithmetic. */
export function hasSpread(values: Float64Array): boolean {
  const { min, max } = extent(values);
  // Halved, so that the range of 1e308 and −1e308 is a number.
  return max / 2 - min / 2 > noise * Math.max(Math.abs(min), Math.abs(max));
}

/**
 * (x − min)/(max − min) over the present values, so 0–1; missing stays missing. Null without spread, which includes a
 * column of one value or none. 1e300 and 1e-300 neither overflow nor vanish.
 * @example 2, 4, 6 → 0, 0.5, 1
 */
export function unitRange(values: Float64Array): Float64Array | null {
  if (!hasSpread(values)) return null;
  const { min, max } = extent(values);
  const half = max / 2 - min / 2;
  return values.map((value) => (half > 1e-300 ? (value / 2 - min / 2) / half : (value - min) / (max - min)));
}

/** The values over their greatest absolute value, so within ±1; all zero or none stays as it is. */
export function unitSize(values: Float64Array): Float64Array {
  const { min, max } = extent(values);
  const size = Math.max(Math.abs(min), Math.abs(max));
  return size > 0 ? values.map((value) => value / size) : values.slice();
}
