import type { Method, Parameters, Values } from "../method";
import type { Band } from "../study";

/** Low and high ends of an indicator after its direction was applied: larger is better. NaN when not given. */
export interface Goalposts {
  readonly low: number;
  readonly high: number;
}

export interface NormaliserSettings<P extends Parameters> {
  readonly parameters: Values<P>;
  /** The score's scale; methods with bounds of their own fit onto it. */
  readonly scale: readonly [low: number, high: number];
  readonly goalposts: Goalposts;
  /** The framework's target after direction (its High for positive, its Low for negative indicators); NaN for none. */
  readonly target: number;
  /** Index of the unit of that name or code in the column; -1 for none. */
  readonly unitIndex: (name: string) => number;
  /** The indicator's scoring rules, ascending; empty when it has none. They apply to values as measured. */
  readonly bands: readonly Band[];
}

/** Writes the normalised column to `out` (same length). NaN stays NaN. */
export type Apply = (column: Float64Array, out: Float64Array) => void;

/**
 * Puts one indicator on the common scale. `fit` learns from a column in which larger is better (missing values are
 * passed over) and gives back how any column of that indicator is mapped. A column without spread maps to a finite
 * value, the middle of the scale.
 */
export interface Normaliser<P extends Parameters = Parameters> extends Method<P> {
  /** True when it needs Low and High of the framework. */
  readonly needsGoalposts?: boolean;
  /** True when it takes values as measured: direction is then its own matter. */
  readonly takesMeasured?: boolean;
  fit(column: Float64Array, settings: NormaliserSettings<P>): Apply;
}

export function normaliser<const P extends Parameters>(declaration: Normaliser<P>): Normaliser<P> {
  return declaration;
}

/** Each present value by a function of one number. */
export function mapped(map: (value: number) => number): Apply {
  return (column, out) => {
    for (let i = 0; i < column.length; i += 1) out[i] = column[i] === column[i] ? map(column[i]) : NaN;
  };
}

/**
 * The natural logarithm that keeps the order of directed values: ln x where more is better; −ln(−x) where less is
 * better, since direction has turned those values negative. `side` is one end of the column: its sign tells which.
 * A value of the wrong sign is beyond the worse end.
 */
export function signedLog(value: number, side: number): number {
  if (value !== value) return NaN;
  if (side < 0) return value < 0 ? -Math.log(-value) : Infinity;
  return value > 0 ? Math.log(value) : -Infinity;
}

/** Every present value to one number. */
export function constant(value: number): Apply {
  return (column, out) => {
    for (let i = 0; i < column.length; i += 1) out[i] = column[i] === column[i] ? value : NaN;
  };
}

/** low + (high − low)·(x − min)/(max − min), written so that the ends come out exactly. */
export function linear(min: number, max: number, low: number, high: number): Apply {
  const range = max - min;
  return (column, out) => {
    for (let i = 0; i < column.length; i += 1) {
      const share = (column[i] - min) / range;
      out[i] = share === 1 ? high : low + share * (high - low);
    }
  };
}
