import type { Result } from "../result";
import { mean, shape } from "../stats/moments";
import { sorter } from "../stats/order";
import { quantile } from "../stats/quantile";
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
  const { sort, ascending } = sorter(units);
  const flagged = (flags: Uint8Array, j: number) => {
    let count = 0;
    for (let cell = j * units; cell < (j + 1) * units; cell += 1) count += flags[cell];
    return count;
  };
  return study.indicators.map((_, j) => {
    const before = rowOf(stages.denominated, j, units);
    const after = rowOf(stages.treated, j, units);
    const values = ascending.subarray(0, sort(before));
    const measured = shape(before);
    const changed = stages.treated === stages.denominated ? measured : shape(after);
    return {
      n: values.length,
      imputed: flagged(imputed, j),
      treated: flagged(treated, j),
      min: values[0] ?? NaN,
      max: values[values.length - 1] ?? NaN,
      mean: mean(before),
      median: quantile(values, 0.5),
      sd: measured.sd,
      skewness: measured.skewness,
      kurtosis: measured.kurtosis,
      skewnessAfter: changed.skewness,
      kurtosisAfter: changed.kurtosis,
    };
  });
}
