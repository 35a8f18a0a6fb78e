import type { MethodChoice } from "../method";

/**
 * How weights are drawn around those of the recipe, inside each parent. `noise`: w·(1 + U(−f, f)), scaled to add up to 1.
 * `dirichlet`: Dirichlet(κw) with κ = 1/f² − 1, so that a weight's standard deviation is f·√(w(1 − w)). f is `spread`, or
 * the level's own where `levels` has one (1 for the first-level indicators); 0 leaves a level as it is.
 */
export interface WeightVariation {
  readonly method: "noise" | "dirichlet";
  /** 0 to 1. */
  readonly spread: number;
  readonly levels: Readonly<Record<number, number>>;
}

/**
 * What is uncertain about a recipe, and how often to try: plain data. The method lists name alternatives; in each run the
 * recipe's own method or one of them is taken, each with the same chance. Methods that the framework gives to single
 * indicators or nodes stay.
 */
export interface RobustnessPlan {
  /** Monte Carlo runs. */
  readonly runs: number;
  /** Of all random streams: the same seed, the same numbers. */
  readonly seed: number;
  /** Null leaves the weights as they are. */
  readonly weights: WeightVariation | null;
  readonly imputation: readonly MethodChoice[];
  readonly treatment: readonly MethodChoice[];
  readonly normalisation: readonly MethodChoice[];
  readonly aggregation: readonly MethodChoice[];
  /** Each run leaves out one indicator, or none, each with the same chance. */
  readonly leaveOneOut: boolean;
}

/** The choices that have alternatives, in the order of the pipeline. */
export const variedMethods = ["imputation", "treatment", "normalisation", "aggregation"] as const;
export type VariedMethod = (typeof variedMethods)[number];

/** An uncertain choice of a plan. */
export type UncertainChoice = "weights" | VariedMethod | "leave-one-out";

/** What "yes" means: the customary ±25 % on all weights. */
export const defaultPlan: RobustnessPlan = {
  runs: 1000,
  seed: 1,
  weights: { method: "noise", spread: 0.25, levels: {} },
  imputation: [],
  treatment: [],
  normalisation: [],
  aggregation: [],
  leaveOneOut: false,
};

/** What a plan varies, in the order in which sensitivities are listed. */
export function uncertainChoices(plan: RobustnessPlan): UncertainChoice[] {
  const { weights } = plan;
  const spreads = weights ? [weights.spread, ...Object.values(weights.levels)] : [];
  return [
    ...(spreads.some((spread) => spread > 0) ? (["weights"] as const) : []),
    ...variedMethods.filter((method) => plan[method].length > 0),
    ...(plan.leaveOneOut ? (["leave-one-out"] as const) : []),
  ];
}
