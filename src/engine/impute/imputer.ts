import { issue, type Issue } from "../../base/issue";
import type { Method, Parameters, Values } from "../method";
import { extent, mean } from "../stats/moments";
import { rowOf, type Study } from "../study";

/** The years of a panel, ascending, over the units and indicators of the study at hand. */
export interface Series {
  /** When each year was; differences count. */
  readonly times: readonly number[];
  /** Per year: indicators × units as observed, NaN where the unit or its value is missing. */
  readonly blocks: readonly Float64Array[];
  /** Which of the years is being filled. */
  readonly at: number;
}

export interface ImputeSettings<P extends Parameters> {
  readonly parameters: Values<P>;
  readonly study: Study;
  readonly issues: Issue[];
  /** Absent when the study stands alone. */
  readonly series?: Series;
}

/** Fills missing values of a block (indicators × units) in place. What it has no value for stays missing. */
export interface Imputer<P extends Parameters = Parameters> extends Method<P> {
  impute(block: Float64Array, settings: ImputeSettings<P>): void;
}

export function imputer<const P extends Parameters>(declaration: Imputer<P>): Imputer<P> {
  return declaration;
}

/** Fills each indicator's missing values with one statistic of those present. */
export function fillByColumn(
  statistic: (column: Float64Array) => number,
): (block: Float64Array, settings: { study: Study }) => void {
  return (block, { study }) => {
    const units = study.units.length;
    for (let j = 0; j < study.indicators.length; j += 1) {
      const column = rowOf(block, j, units);
      const value = statistic(column);
      for (let i = 0; i < units; i += 1) if (column[i] !== column[i]) column[i] = value;
    }
  };
}

/** The block's columns, copied, so that what is filled in is never taken for observed. */
export function observedColumns(block: Float64Array, study: Study): Float64Array[] {
  const units = study.units.length;
  return study.indicators.map((_, j) => rowOf(block, j, units).slice());
}

/** Fills one cell with the mean of all units because the method had nothing to go by, and says so. */
export function fillWithMean(
  block: Float64Array,
  observed: Float64Array,
  { study, issues }: Pick<ImputeSettings<Parameters>, "study" | "issues">,
  indicator: number,
  unit: number,
): void {
  const value = mean(observed);
  if (value !== value) return;
  block[indicator * study.units.length + unit] = value;
  const params = { unit: study.units[unit].name, indicator: study.indicators[indicator].name };
  issues.push(issue("note", "impute.mean-instead", params, { unit, indicator }));
}

/** Fills one cell with an estimate, and says so where no unit was observed that low or that high. */
export function fillWithEstimate(
  block: Float64Array,
  observed: Float64Array,
  { study, issues }: Pick<ImputeSettings<Parameters>, "study" | "issues">,
  indicator: number,
  unit: number,
  value: number,
): void {
  block[indicator * study.units.length + unit] = value;
  const { min: low, max: high } = extent(observed);
  if (value >= low && value <= high) return;
  const params = {
    unit: study.units[unit].name,
    indicator: study.indicators[indicator].name,
    value,
    low,
    high,
  };
  issues.push(issue("warning", "impute.outside-range", params, { unit, indicator }));
}
