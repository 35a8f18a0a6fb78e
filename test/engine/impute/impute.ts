import type { Issue } from "../../../src/base/issue";
import type { Indicator, Node, ParameterValue, Study } from "../../../src/engine/index";
import type { Imputer, Series } from "../../../src/engine/impute/imputer";
import { parametersOf } from "../run-method";

interface Options {
  parameters?: Record<string, ParameterValue>;
  /** Group columns, each a letter a unit; a space for none. */
  groups?: string[];
  indicators?: Partial<Indicator>[];
  nodes?: Node[];
  series?: Series;
}

/** Fills columns of units, and says what was noted. */
export function imputeColumns(
  method: Imputer<never>,
  columns: number[][],
  { parameters, groups = [], indicators = [], nodes = [], series }: Options = {},
): { filled: number[][]; issues: Issue[] } {
  const units = columns[0].length;
  const block = Float64Array.from(columns.flat());
  const issues: Issue[] = [];
  const study = {
    nodes,
    indicators: columns.map((_, j) => ({
      name: columns.length === 1 ? "I" : `I${j}`,
      direction: "positive",
      idealLow: NaN,
      idealHigh: NaN,
      ...indicators[j],
    })),
    units: columns[0].map((_, i) => ({ name: `U${i}`, code: "" })),
    groups: groups.map((letters, g) => {
      const labels = [...new Set(letters)].filter((label) => label !== " ");
      return {
        name: g === 0 ? "g" : `g${g}`,
        labels,
        of: Int32Array.from(letters, (label) => labels.indexOf(label)),
      };
    }),
  } as unknown as Study;
  method.impute(block, { study, issues, series, parameters: parametersOf(method as never, parameters) });
  return { filled: columns.map((_, j) => [...block.subarray(j * units, (j + 1) * units)]), issues };
}

/** Fills one column of units that stand in groups named by letters. */
export function impute(
  method: Imputer<never>,
  column: number[],
  groups = "",
): { filled: number[]; issues: Issue[] } {
  const { filled, issues } = imputeColumns(method, [column], { groups: groups ? [groups] : [] });
  return { filled: filled[0], issues };
}

/** Fills each year of one unit's one indicator. */
export function imputeYears(
  method: Imputer<never>,
  observed: Record<number, number>,
  parameters: Record<string, ParameterValue> = {},
): number[] {
  const times = Object.keys(observed).map(Number);
  const blocks = times.map((time) => Float64Array.of(observed[time]));
  return times.map(
    (time, at) =>
      imputeColumns(method, [[observed[time]]], { parameters, series: { times, blocks, at } }).filled[0][0],
  );
}

/** One parent with the given number of leaves. */
export function oneParent(leaves: number): Node[] {
  const node = {
    code: "",
    level: 1,
    parent: 0,
    children: [],
    weight: NaN,
    aggregation: null,
    weighting: null,
  };
  return [
    { ...node, name: "Index", level: 0, parent: -1, indicator: -1, children: Array.from({ length: leaves }, (_, j) => j + 1) }, // prettier-ignore
    ...Array.from({ length: leaves }, (_, j) => ({ ...node, name: `I${j}`, indicator: j })),
  ];
}
