import { issue, type Issue } from "../base/issue";
import { countLacking, countLeaves, thresholdAt, unitsBelow, type Lacking } from "./availability";
import { denominate } from "./denominate";
import { impute } from "./impute/run";
import type { Recipe } from "./recipe";
import { normalise } from "./scale";
import { ranker } from "./stats/rank";
import type { Study, Unit } from "./study";
import { tierCutter } from "./tier/run";
import { treat } from "./treat/run";
import { effectiveWeights, plantTree, weighChildren } from "./tree";

/** A study's values before they are put on a scale, with what was found on the way. */
export interface Prepared {
  readonly denominated: Float64Array;
  readonly imputed: Float64Array;
  readonly issues: readonly Issue[];
}

/** The values that treatments and normalisers are fitted to, where these are not the study's own. */
export interface Reference {
  readonly units: readonly Unit[];
  /** Indicators × these units, denominated and imputed. */
  readonly imputed: Float64Array;
}

/** Scores, ranks and tiers, and the blocks that they come from: the part of a result that costs no more than it must. */
export interface Scores {
  readonly study: Study;
  readonly recipe: Recipe;
  /** Indicators × units; a stage that changes nothing shares its predecessor's block. */
  readonly denominated: Float64Array;
  readonly imputed: Float64Array;
  readonly treated: Float64Array;
  /** Nodes × units in pre-order; a leaf's row holds its indicator's normalised values. */
  readonly aggregated: Float64Array;
  readonly lacking: Lacking;
  /** Per node: weight inside its parent, and down from the index. */
  readonly weights: Float64Array;
  readonly effectiveWeights: Float64Array;
  /** Per unit; row 0 of `aggregated`. */
  readonly score: Float64Array;
  readonly rank: Int32Array;
  readonly order: Int32Array;
  readonly tierOf: Int32Array;
  /** Per group inside which tiers are cut: lower bounds of all tiers but the last. */
  readonly cuts: readonly (readonly number[])[];
  readonly issues: readonly Issue[];
}

/** Denominates and imputes. */
export function prepare(study: Study, recipe: Recipe): Prepared {
  const issues: Issue[] = [];
  const denominated = denominate(study, issues);
  return { denominated, imputed: impute(study, recipe, denominated, issues), issues };
}

/**
 * Treats, normalises, weighs, aggregates, ranks and cuts into tiers, on the scale of a reference; without one, on the
 * values' own.
 */
export function computeScores(
  study: Study,
  recipe: Recipe,
  { denominated, imputed, issues: found }: Prepared = prepare(study, recipe),
  reference: Reference | null = null,
): Scores {
  const issues = [...found];
  const units = study.units.length;
  const treated = treat(study, recipe, imputed, reference?.imputed ?? imputed, issues);
  const lacking = countLacking(study, denominated);
  const tree = plantTree(study, recipe, lacking);
  normalise(study, recipe, treated, reference?.units ?? study.units, tree.leafOf, issues);
  const weights = new Float64Array(study.nodes.length);
  weights[0] = 1;
  tree.climb(weights, issues, (parent) => weighChildren(study, recipe, parent, tree, treated.block, issues));
  noteUnitsBelowThreshold(study, recipe, lacking, issues);

  const score = tree.rows[0];
  const order = new Int32Array(units);
  const rank = new Int32Array(units);
  ranker(units).rank(score, order, rank);
  const tierOf = new Int32Array(units);
  const { cut, cuts } = tierCutter(study, recipe);
  cut(score, order, tierOf);
  return {
    study,
    recipe,
    denominated,
    imputed,
    treated: treated.block,
    aggregated: tree.aggregated,
    lacking,
    weights,
    effectiveWeights: effectiveWeights(study, weights),
    score,
    rank,
    order,
    tierOf,
    cuts,
    issues,
  };
}

function noteUnitsBelowThreshold(study: Study, recipe: Recipe, lacking: Lacking, issues: Issue[]): void {
  const least = thresholdAt(recipe, 0);
  const [leaves] = countLeaves(study);
  const threshold = Math.round(least * 1000) / 10;
  for (const unit of unitsBelow(lacking[0], leaves, least)) {
    const share = Math.round(((leaves - lacking[0]![unit]) / leaves) * 1000) / 10;
    const params = { unit: study.units[unit].name, share, threshold };
    issues.push(issue("warning", "availability.below", params, { unit }));
  }
}
