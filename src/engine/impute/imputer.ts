import type { Issue } from "../../base/issue";
import type { Method, Parameters, Values } from "../method";
import { rowOf, type Study } from "../study";

export interface ImputeSettings<P extends Parameters> {
  readonly parameters: Values<P>;
  readonly study: Study;
  readonly issues: Issue[];
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
