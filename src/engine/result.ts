import type { Issue } from "../base/issue";
import type { Recipe } from "./recipe";
import type { Study } from "./study";

/** One block a stage; indicators × units, NaN for missing. A stage that changes nothing shares its predecessor's block. */
export interface Stages {
  readonly raw: Float64Array;
  readonly denominated: Float64Array;
  readonly imputed: Float64Array;
  readonly treated: Float64Array;
  readonly normalised: Float64Array;
  /** Nodes × units: every node of the tree in pre-order, leaves included, row 0 the index. */
  readonly aggregated: Float64Array;
}

/** The units of one tier inside one group (or among all units). */
export interface Tier {
  /** Label of the group inside which the tiers were cut; null when over all units. */
  readonly group: string | null;
  /** 0 is the best tier. */
  readonly tier: number;
  readonly label: string;
  /** Lower bound, inclusive; -Infinity for the last. */
  readonly lower: number;
  readonly count: number;
  /** Mean score; NaN for an empty tier. */
  readonly mean: number;
  /** Unit indices, best first. */
  readonly members: readonly number[];
}

/** The line that tiers were cut by: score = intercept + slope · probit. */
export interface TierRegression {
  readonly intercept: number;
  readonly slope: number;
  readonly rSquared: number;
  /** Number of different scores it goes through. */
  readonly points: number;
}

/** How well the tiers of one group (or of all units) fit the scores. */
export interface TierFit {
  /** Label of the group inside which the tiers were cut; null when over all units. */
  readonly group: string | null;
  /** Goodness of variance fit, 0–1: 1 when every score is its tier's mean; NaN without spread. */
  readonly varianceFit: number;
  /** Where the method is one that regresses; null otherwise. */
  readonly regression: TierRegression | null;
}

/** One node's scores inside one group. Statistics are NaN where they are not defined (sd of one unit). */
export interface GroupSummary {
  /** Group column and label; column null and label null for all units. */
  readonly column: string | null;
  readonly value: string | null;
  readonly node: number;
  /** Units in the group, and those of them with a score at the node. */
  readonly units: number;
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  /** With n − 1. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  /** Unit indices of least and greatest; -1 for none. */
  readonly minUnit: number;
  readonly maxUnit: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** Means of the best and worst N; of all when there are fewer. */
  readonly topMean: number;
  readonly bottomMean: number;
}

/** How the index goes with a covariate, over the units that have both. */
export interface Relation {
  readonly column: string;
  readonly n: number;
  readonly pearson: number;
  readonly spearman: number;
}

/** Units by their tier in two years. */
export interface TierMigration {
  readonly labels: readonly string[];
  /** `counts[before][after]`; a last row and a last column for units without a tier, or not there, in that year. */
  readonly counts: readonly (readonly number[])[];
}

/** What became of each unit since an earlier year, both scored on the scale of one panel. */
export interface Change {
  /** The earlier year. */
  readonly from: string;
  /** Score less the earlier score; NaN where either is missing. */
  readonly score: Float64Array;
  /** Places gained since (positive: risen), each year's ranks being among that year's units; 0 where either is missing. */
  readonly rank: Int32Array;
  /** What of `score` comes from other values, other weights and another scale; they add up to it. */
  readonly data: Float64Array;
  readonly weights: Float64Array;
  readonly scale: Float64Array;
  /** Over all units of both years. */
  readonly tiers: TierMigration;
}

/** Everything a scoring run found. Sheets, pane and command line all show this one. */
export interface Result {
  readonly study: Study;
  readonly recipe: Recipe;
  readonly stages: Stages;
  /** Indicators × units: 1 where a value was imputed / treated. */
  readonly imputed: Uint8Array;
  readonly treated: Uint8Array;
  /** Nodes × units: share of the node's indicators present, 0–1. */
  readonly availability: Float64Array;
  /** Per node: weight inside its parent (siblings add up to 1), and down from the index (leaves add up to 1). */
  readonly weights: Float64Array;
  readonly effectiveWeights: Float64Array;
  /** Per unit: the index; NaN without a score. Row 0 of `stages.aggregated`. */
  readonly score: Float64Array;
  /** Per unit: 1 is best, ties share the smaller rank; 0 without a score. */
  readonly rank: Int32Array;
  /** Per summarised group column: rank inside the unit's group; 0 without. */
  readonly groupRanks: readonly { readonly column: string; readonly rank: Int32Array }[];
  /** Units in rank order, those without a score last in the study's order. */
  readonly order: Int32Array;
  /** Per unit: 0 is the best tier, -1 without. */
  readonly tierOf: Int32Array;
  readonly tierLabels: readonly string[];
  readonly tiers: readonly Tier[];
  /** One a group, in the tiers' order. */
  readonly tierFits: readonly TierFit[];
  /** All units first, then each column's labels; inside each, nodes in pre-order. */
  readonly groups: readonly GroupSummary[];
  readonly relations: readonly Relation[];
  /** Since the previous year of a panel; null for a study that stands alone, and for a panel's first year. */
  readonly change: Change | null;
  readonly issues: readonly Issue[];
}
