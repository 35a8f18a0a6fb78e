import type { Issue } from "../../base/issue";
import type { MethodChoice } from "../method";
import type { RobustnessPlan, UncertainChoice, VariedMethod } from "./plan";

/** How far the ranks hang on one uncertain choice. Output: the mean absolute rank shift against the recipe's ranks. */
export interface Sensitivity {
  readonly choice: UncertainChoice;
  /** First order: share of the output's variance due to this choice alone; and with 5 and 95 % of its bootstrap. */
  readonly first: number;
  readonly firstLower: number;
  readonly firstUpper: number;
  /** Total order: the choice with all that it does together with others. */
  readonly total: number;
  readonly totalLower: number;
  readonly totalUpper: number;
}

/** What the ranks do when one node (an indicator, or a branch with all below it) has no weight. */
export interface LeftOut {
  readonly node: number;
  /** Over units with a rank both ways: mean and greatest absolute shift; NaN where nothing is left to score. */
  readonly meanShift: number;
  readonly largestShift: number;
  /** The unit that moves most (the better ranked of several); -1 for none. */
  readonly unit: number;
}

/** A unit that another recipe places elsewhere. */
export interface Mover {
  readonly unit: number;
  /** Its rank there. */
  readonly rank: number;
}

/** The same study by a recipe that differs in one method. */
export interface Alternative {
  readonly method: VariedMethod | "weights";
  readonly choice: MethodChoice;
  /** Spearman's correlation of the scores with the recipe's. */
  readonly rankCorrelation: number;
  readonly meanShift: number;
  readonly largestShift: number;
  /** Units by how far they move, at most five; none that do not. */
  readonly movers: readonly Mover[];
  /** Per unit; 0 without. */
  readonly rank: Int32Array;
}

/** The smallest change in one first-level weight that does something; the other weights keep their proportions. */
export interface WeightChange {
  /** The first-level node; -1 where no change of one weight does it. */
  readonly node: number;
  /** Weight afterwards less weight before, of weights that add up to 1; NaN for none. */
  readonly change: number;
}

/** How sure scores, ranks and tiers are. Arrays are per unit, NaN for a unit without a score. */
export interface Robustness {
  readonly plan: RobustnessPlan;
  /** Runs in which the unit had a score. */
  readonly scoredRuns: Int32Array;
  /** 5 %, 50 % and 95 % of the unit's ranks over the runs (type 7), and their mean. */
  readonly rankLower: Float64Array;
  readonly rankMedian: Float64Array;
  readonly rankUpper: Float64Array;
  readonly rankMean: Float64Array;
  /**
   * The same of its scores. Runs with another normalisation, or with another aggregation that is no mean of the children,
   * are first put on the recipe's mean and standard deviation, so that scores and tiers compare.
   */
  readonly scoreLower: Float64Array;
  readonly scoreMedian: Float64Array;
  readonly scoreUpper: Float64Array;
  /** Units × tiers: share of the unit's runs in which it stood in the tier. */
  readonly tierProbability: Float64Array;
  readonly tiers: number;
  /** Chance that a unit scores better than the one that follows it in the result's order, ties as halves; NaN for the last. */
  readonly beatsNext: Float64Array;
  /** 1 where the unit's tier is the recipe's in fewer than `sureTier` of its runs. */
  readonly tierUnsure: Uint8Array;
  /** One a choice that varies; none for fewer than two. */
  readonly sensitivities: readonly Sensitivity[];
  /** Every node but the index, in pre-order. */
  readonly leftOut: readonly LeftOut[];
  readonly alternatives: readonly Alternative[];
  /** Per unit: what makes it change places with the one that follows it, and what lifts it into the next tier. */
  readonly swapsWithNext: readonly WeightChange[];
  readonly liftsTier: readonly WeightChange[];
  readonly issues: readonly Issue[];
}

/** A tier that a unit stands in less often than this is named as not robust: what lies outside a 5–95 % interval. */
export const sureTier = 0.9;
