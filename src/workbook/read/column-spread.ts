/** How the values of one numeric column lie, from one pass over them. Sizes are absolute values other than zero. */
export interface ColumnSpread {
  readonly missing: number;
  /** How many sizes there are; how many values are below zero. */
  readonly sizes: number;
  readonly negative: number;
  /** The powers of two at or below the least, the middle and the greatest size; NaN without any. */
  readonly least: number;
  readonly middle: number;
  readonly greatest: number;
}

/** Sign, exponent and first bit of the fraction (which tells NaN from infinity): the highest 13 bits of a number. */
const counts = new Uint32Array(1 << 13);
const exponents = 1 << 11;
const nan = 0xfff;
const minus = 1 << 12;

/** NaN is missing. Little-endian machines only, as are all that run us: the second of a number's two words is the higher. */
export function spreadOf(values: Float64Array): ColumnSpread {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  counts.fill(0);
  for (let i = 1; i < words.length; i += 2) counts[words[i] >>> 19] += 1;
  const missing = counts[nan] + counts[nan + minus];
  counts[nan] = counts[nan + minus] = 0;
  let sizes = 0;
  let negative = 0;
  // Exponent 0 is that of zero.
  for (let bin = 2; bin < minus; bin += 1) {
    negative += counts[bin + minus];
    counts[bin] += counts[bin + minus];
    sizes += counts[bin];
  }
  const sizeOf = (rank: number): number => {
    let exponent = 0;
    for (let below = 0; below <= rank && exponent < exponents; below += counts[2 * exponent] + counts[2 * exponent + 1]) exponent += 1; // prettier-ignore
    return sizes > 0 ? 2 ** (exponent - 1023) : NaN;
  };
  return {
    missing,
    sizes,
    negative,
    least: sizeOf(0),
    middle: sizeOf(sizes >> 1),
    greatest: sizeOf(sizes - 1),
  };
}
