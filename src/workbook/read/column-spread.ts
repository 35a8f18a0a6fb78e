/** How the values of one numeric column lie, from one pass over them. Sizes are absolute values other than zero. */
export interface ColumnSpread {
  readonly missing: number;
  /** How many sizes there are; how many values are below zero. */
  readonly sizes: number;
  readonly negative: number;
  /** Least and greatest size; Infinity and 0 without any. */
  readonly least: number;
  readonly greatest: number;
  /** Sizes of at most 1: how many, and the greatest; and the least size above 1. */
  readonly upToOne: number;
  readonly greatestUpToOne: number;
  readonly leastAboveOne: number;
  /** The power of two at or below the middle size. */
  readonly middle: number;
}

const counts = new Uint32Array(2048);
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

/** NaN is missing. Little-endian machines only, as are all that run us: the second word holds the exponent. */
export function spreadOf(values: Float64Array): ColumnSpread {
  let missing = 0;
  let sizes = 0;
  let negative = 0;
  let least = Infinity;
  let greatest = 0;
  let upToOne = 0;
  let greatestUpToOne = 0;
  let leastAboveOne = Infinity;
  counts.fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value !== value) {
      missing += 1;
      continue;
    }
    if (value === 0) continue;
    if (value < 0) negative += 1;
    const size = value < 0 ? -value : value;
    sizes += 1;
    if (size < least) least = size;
    if (size > greatest) greatest = size;
    if (size > 1) {
      if (size < leastAboveOne) leastAboveOne = size;
    } else {
      upToOne += 1;
      if (size > greatestUpToOne) greatestUpToOne = size;
    }
    number[0] = size;
    counts[words[1] >>> 20] += 1;
  }
  const half = sizes >> 1;
  let exponent = 0;
  for (let below = counts[0]; below <= half && exponent < 2047; below += counts[exponent]) exponent += 1;
  return { missing, sizes, negative, least, greatest, upToOne, greatestUpToOne, leastAboveOne, middle: 2 ** (exponent - 1023) }; // prettier-ignore
}
