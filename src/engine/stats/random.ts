import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Uniform numbers in [0, 1), one a call. */
export type Stream = () => number;

/**
 * A stream of its own for every path (purpose, run, …) under a seed: what one run draws does not hang on which runs were
 * drawn before it, or where. xoroshiro128+ (Blackman & Vigna, 2018), its state hashed from seed and path.
 */
export function stream(seed: number, ...path: readonly number[]): Stream {
  let hash = mixed(seed ^ 0x9e3779b9);
  for (const step of path) hash = mixed(Math.imul(hash, 31) ^ mixed(step + 0x7f4a7c15));
  const generator = xoroshiro128plusFromState([
    mixed(hash ^ 0x243f6a88),
    mixed(hash ^ 0x85a308d3),
    mixed(hash ^ 0x13198a2e),
    // Never all zero, which would be a stream of zeros.
    mixed(hash ^ 0x03707344) | 1,
  ]);
  return () => uniformFloat64(generator);
}

/** Spreads every bit of a whole number over all 32: MurmurHash3's finaliser (Appleby, 2011). */
function mixed(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** One of 0 … count − 1, each with the same chance. */
export function drawIndex(next: Stream, count: number): number {
  return Math.min(count - 1, Math.floor(next() * count));
}

/**
 * A draw from the gamma distribution of shape > 0 and scale 1.
 * Source: Marsaglia & Tsang (2000), ACM Transactions on Mathematical Software 26, with their step for shapes below 1.
 */
export function drawGamma(next: Stream, shape: number): number {
  if (shape < 1) return drawGamma(next, shape + 1) * Math.pow(positive(next), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    // Box & Muller (1958).
    const x = Math.sqrt(-2 * Math.log(positive(next))) * Math.cos(2 * Math.PI * next());
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(positive(next)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A uniform number above zero. */
function positive(next: Stream): number {
  for (;;) {
    const value = next();
    if (value > 0) return value;
  }
}
