import type { MethodChoice } from "./method";

/** Which way an indicator is good. `ideal`: one best value; `interval`: best inside [idealLow, idealHigh]. */
export type Direction = "positive" | "negative" | "ideal" | "interval";

export interface Unit {
  readonly name: string;
  /** Empty when the workbook has no code column. */
  readonly code: string;
}

/** A leaf of the tree: what was measured. NaN where the framework says nothing. */
export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly direction: Direction;
  readonly low: number;
  readonly high: number;
  readonly idealLow: number;
  readonly idealHigh: number;
  /** Header of the column to divide by; empty for none. */
  readonly denominator: string;
  readonly normalisation: MethodChoice | null;
  readonly treatment: MethodChoice | null;
}

/** A node of the framework. Nodes stand in pre-order: node 0 is the index, a parent stands before its children. */
export interface Node {
  readonly code: string;
  readonly name: string;
  /** 0 for the index, 1 for first-level indicators, and so on. */
  readonly level: number;
  /** -1 for the index. */
  readonly parent: number;
  readonly children: readonly number[];
  /** As written, in the framework's own convention (fraction, percent, points); NaN when not given. */
  readonly weight: number;
  /** Index into `Study.indicators` for a leaf, -1 otherwise. */
  readonly indicator: number;
  /** How its score is made from its children's; null takes the recipe's. */
  readonly aggregation: MethodChoice | null;
  /** How its children are weighed; null takes the recipe's. */
  readonly weighting: MethodChoice | null;
}

/** A text column that divides the units (class, region, cluster). */
export interface GroupColumn {
  readonly name: string;
  /** Distinct values in order of first appearance. */
  readonly labels: readonly string[];
  /** Per unit the index into `labels`; -1 for none. */
  readonly of: Int32Array;
}

/** A numeric column outside the tree: a covariate, a denominator. */
export interface NumberColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** One expert's pairwise judgements of a node's children: how many times more the row matters than the column. */
export interface Judgement {
  readonly expert: string;
  readonly parent: number;
  /** Children × children, row by row, in the order of the parent's children. */
  readonly matrix: Float64Array;
}

/** A stretch of an indicator's values and the points it earns: linear from `fromPoints` to `toPoints`, flat when they are equal. */
export interface Band {
  /** Lower bound, inclusive; -Infinity for none. */
  readonly from: number;
  /** Upper bound, exclusive (inclusive for the last band); Infinity for none. */
  readonly to: number;
  readonly fromPoints: number;
  readonly toPoints: number;
}

/** Scoring rules of one indicator: its bands in ascending order. */
export interface ScoringRule {
  readonly indicator: number;
  readonly bands: readonly Band[];
}

/** Everything that is scored: the tree, the units and one block of raw values. */
export interface Study {
  readonly nodes: readonly Node[];
  readonly indicators: readonly Indicator[];
  readonly units: readonly Unit[];
  /** Indicators × units, one indicator after the other; NaN for missing. */
  readonly values: Float64Array;
  readonly groups: readonly GroupColumn[];
  readonly columns: readonly NumberColumn[];
  /** What experts said, where a sheet says it; empty otherwise. */
  readonly judgements: readonly Judgement[];
  /** Per node the mean of the experts' points; NaN where none were given. */
  readonly points: Float64Array;
  readonly rules: readonly ScoringRule[];
}

/** The part of a block that holds one row of it (an indicator, a node): a view, not a copy. */
export function rowOf(block: Float64Array, row: number, units: number): Float64Array {
  return block.subarray(row * units, (row + 1) * units);
}
