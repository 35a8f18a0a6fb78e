import { choose, parameterValues, type Band, type Method, type ParameterValue } from "../../src/engine/index";
import type { Weighter, WeightSettings } from "../../src/engine/weight/weighter";
import type { Aggregator } from "../../src/engine/aggregate/aggregator";
import type { Normaliser } from "../../src/engine/normalise/normaliser";

export function parametersOf(method: Method, given: Record<string, ParameterValue> = {}): never {
  return parameterValues(method, choose(method.key, given)) as never;
}

/** Fits a normaliser to a column and maps it (or other values). */
export function normalise(
  method: Normaliser<never>,
  column: number[],
  options: {
    parameters?: Record<string, ParameterValue>;
    scale?: [number, number];
    goalposts?: [number, number];
    on?: number[];
    target?: number;
    bands?: Band[];
  } = {},
): number[] {
  const out = new Float64Array((options.on ?? column).length);
  const [low, high] = options.goalposts ?? [NaN, NaN];
  const fit = method.fit(Float64Array.from(column), {
    parameters: parametersOf(method as never, options.parameters),
    scale: options.scale ?? [0, 100],
    goalposts: { low, high },
    target: options.target ?? high,
    unitIndex: (name) => Number(name),
    bands: options.bands ?? [],
  });
  fit(Float64Array.from(options.on ?? column), out);
  return [...out];
}

export function aggregate(
  method: Aggregator<never>,
  columns: number[][],
  weights: number[],
  options: { parameters?: Record<string, ParameterValue>; scale?: [number, number] } = {},
): number[] {
  const out = new Float64Array(columns[0].length);
  const values = columns.map((column) => Float64Array.from(column));
  const parameters = parametersOf(method as never, options.parameters);
  method.aggregate(values, Float64Array.from(weights), out, parameters, options.scale ?? [0, 100]);
  return [...out];
}

/** Weighs siblings that are given by their columns, or by what else the method looks at. */
export function weigh(
  method: Weighter<never>,
  columns: number[][],
  options: Partial<Omit<WeightSettings<never>, "columns" | "parameters">> & {
    parameters?: Record<string, ParameterValue>;
  } = {},
): number[] {
  const none = new Float64Array(columns.length).fill(NaN);
  const { parameters, ...rest } = options;
  const settings = {
    given: none,
    points: none,
    judgements: [],
    columns: columns.map((column) => Float64Array.from(column)),
    directed: () => columns.map((column) => Float64Array.from(column)),
    names: columns.map((_, i) => `child ${i}`),
    parent: { node: 0, name: "parent" },
    issues: [],
    ...rest,
    parameters: parametersOf(method as never, parameters),
  };
  return [...method.weigh(settings)];
}
