import { choose, type MethodChoice } from "./method";
import type { RobustnessPlan } from "./robustness/plan";

/** A method for every level, and others for some. Level 0 is the index, 1 the first level, and so on. */
export interface ByLevel {
  readonly general: MethodChoice;
  readonly levels: Readonly<Record<number, MethodChoice>>;
}

/** How a study is scored: plain data that can be compared, posted to a worker, written to a sheet and replayed. */
export interface Recipe {
  /** Name of the index; empty takes the tree's root. */
  readonly indexName: string;
  readonly scale: readonly [low: number, high: number];
  /** Decimals shown, and used where tiers are cut on rounded scores. */
  readonly decimals: number;
  /** Least share of a node's indicators that must be present for a score there, 0–1. */
  readonly availability: number;
  /** Other shares for some levels, 0 the index. */
  readonly availabilityLevels: Readonly<Record<number, number>>;
  readonly imputation: MethodChoice;
  readonly treatment: MethodChoice;
  readonly normalisation: MethodChoice;
  /** Of a level: the weights of that level's nodes inside their parents. */
  readonly weights: ByLevel;
  /** Weights of first-level nodes, by name, in place of all others; null leaves them to `weights` and the framework. */
  readonly firstLevelWeights: Readonly<Record<string, number>> | null;
  /** Of a level: how that level's nodes are made from their children. */
  readonly aggregation: ByLevel;
  readonly tiers: MethodChoice;
  /** Names of the tiers, best first; empty takes "Tier 1", "Tier 2", … */
  readonly tierLabels: readonly string[];
  readonly tiersOn: "unrounded" | "rounded";
  /** A group column inside which tiers are cut; empty for all units together. */
  readonly tiersWithin: string;
  /** Group columns to summarise; null takes them all. */
  readonly groups: readonly string[] | null;
  /** Covariates to relate the index to; null takes every numeric column outside the tree that is no denominator. */
  readonly covariates: readonly string[] | null;
  /** N of "mean of the top N and the bottom N". */
  readonly topAndBottom: number;
  /** What is uncertain about all this, and how often to try; null when nobody asks. */
  readonly robustness: RobustnessPlan | null;
}

export const defaultRecipe: Recipe = {
  indexName: "",
  scale: [0, 100],
  decimals: 2,
  // As the Settings sheet writes two thirds; shares are compared to three decimals.
  availability: 0.667,
  availabilityLevels: {},
  imputation: choose("none"),
  treatment: choose("none"),
  normalisation: choose("min-max"),
  weights: { general: choose("given"), levels: {} },
  firstLevelWeights: null,
  aggregation: { general: choose("arithmetic"), levels: {} },
  tiers: choose("cut-offs", { values: [70, 60] }),
  tierLabels: [],
  tiersOn: "unrounded",
  tiersWithin: "",
  groups: null,
  covariates: null,
  topAndBottom: 10,
  robustness: null,
};

/** The method that a level uses. */
export function atLevel(choice: ByLevel, level: number): MethodChoice {
  return choice.levels[level] ?? choice.general;
}
