import { kurtosis, skewness } from "../stats/moments";
import type { Method, Parameters, Values } from "../method";

/** Tames a column in place. NaN stays NaN. */
export type Tame = (column: Float64Array) => void;

/**
 * Tames outliers of one indicator. `fit` learns from a column (missing values are passed over, the column is not changed)
 * and gives back how any column of that indicator is treated, so that one year can be treated by another's measure.
 */
export interface Treatment<P extends Parameters = Parameters> extends Method<P> {
  fit(column: Float64Array, parameters: Values<P>): Tame;
  /** Fits to the column and treats it, in place. */
  treat(column: Float64Array, parameters: Values<P>): void;
}

export function treatment<const P extends Parameters>(
  declaration: Omit<Treatment<P>, "treat">,
): Treatment<P> {
  return {
    ...declaration,
    treat: (column, parameters) => declaration.fit(column, parameters)(column),
  };
}

/** Leaves every column as it is. */
export const untouched: Tame = () => undefined;

/** The limits of the test that tells whether a column needs treatment. */
export const limits = {
  skew: {
    kind: "number",
    label: { en: "Skewness limit", "zh-CN": "偏度界限" },
    fallback: 2,
    min: 0,
    max: 100,
  },
  kurt: {
    kind: "number",
    label: { en: "Kurtosis limit", "zh-CN": "峰度界限" },
    fallback: 3.5,
    min: -2,
    max: 1000,
  },
} as const;

/** Parameters of a transform: a method that is asked for transforms, unless told to look first. */
export const onlySkewed = {
  skewed: {
    kind: "flag",
    label: { en: "Only where skewed", "zh-CN": "仅处理偏态指标" },
    fallback: false,
  },
  ...limits,
} as const;

/**
 * Whether a column needs no treatment: |skewness| < `skew` or excess kurtosis < `kurt` (both strict; G1 and G2).
 * Written as "not failing", so that a column with too few values to have them, or without spread, passes.
 * Source: JRC COIN Tool user guide (2019), §3; Becker et al. (2022), COINr, `check_SkewKurt`.
 */
export function passes(column: Float64Array, skew: number, kurt: number): boolean {
  return !(Math.abs(skewness(column)) >= skew && kurtosis(column) >= kurt);
}

/** True when a transform is told to look first, and the column passes. */
export function isSpared(column: Float64Array, { skewed, skew, kurt }: Values<typeof onlySkewed>): boolean {
  return skewed && passes(column, skew, kurt);
}

/** Each present value by a function of one number. */
export function mapped(map: (value: number) => number): Tame {
  return (column) => {
    for (let i = 0; i < column.length; i += 1) if (column[i] === column[i]) column[i] = map(column[i]);
  };
}

/** ln(distance + 0.01·range) for a distance from one end of a column, 0 … range. */
export function logFromEnd(min: number, max: number): (from: number, to: number) => number {
  // By the share of the range, whose hundredth neither vanishes at 1e-323 nor is lost at 1e308.
  const halves = !Number.isFinite(max - min);
  const range = halves ? max / 2 - min / 2 : max - min;
  const size = Math.log(range) + (halves ? Math.LN2 : 0);
  return (from, to) => Math.log((halves ? to / 2 - from / 2 : to - from) / range + 0.01) + size;
}

/** ln(x − min + 0.01·range). A value below `min`, which only another year can have, is taken as `min`. */
export function logAbove(min: number, max: number): Tame {
  const logarithm = logFromEnd(min, max);
  return mapped((value) => logarithm(min, Math.max(value, min)));
}
