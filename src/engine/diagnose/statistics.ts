import type { Result } from "../result";
import { count, extent, kurtosis, mean, skewness, standardDeviation } from "../stats/moments";
import { quantile, sorted } from "../stats/quantile";
import { rowOf } from "../study";

/** One indicator as measured (after denomination), and its shape after treatment. NaN where not defined. */
export interface IndicatorStatistics {
  readonly n: number;
  readonly imputed: number;
  readonly treated: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly median: number;
  /** With n − 1. */
  readonly sd: number;
  /** G1 and excess G2. */
  readonly skewness: number;
  readonly kurtosis: number;
  readonly skewnessAfter: number;
  readonly kurtosisAfter: number;
}

/** Statistics of every indicator over the values present. @see stats/moments for the definitions */
export function indicatorStatistics({ study, stages, imputed, treated }: Result): IndicatorStatistics[] {
  const units = study.units.length;
  const flagged = (flags: Uint8Array, j: number) =>
    flags.subarray(j * units, (j + 1) * units).reduce((sum, flag) => sum + flag, 0);
  return study.indicators.map((_, j) => {
    const before = rowOf(stages.denominated, j, units);
    const after = rowOf(stages.treated, j, units);
    const { min, max } = extent(before);
    return {
      n: count(before),
      imputed: flagged(imputed, j),
      treated: flagged(treated, j),
      min,
      max,
      mean: mean(before),
      median: quantile(sorted(before), 0.5),
      sd: standardDeviation(before),
      skewness: skewness(before),
      kurtosis: kurtosis(before),
      skewnessAfter: skewness(after),
      kurtosisAfter: kurtosis(after),
    };
  });
}
