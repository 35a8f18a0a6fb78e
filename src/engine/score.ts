import { atOnce, part, type Gradual } from "../base/gradual";
import { availabilityOf } from "./availability";
import { summariseGroups } from "./group/summarise";
import type { Recipe } from "./recipe";
import type { Relation, Result } from "./result";
import { computeScores, prepare, type Prepared, type Reference, type Scores } from "./scores";
import { pairs, pearson, spearman } from "./stats/correlation";
import { competitionRanks } from "./stats/rank";
import { rowOf, type GroupColumn, type Study } from "./study";
import { describeTiers, tierLabelsOf } from "./tier/run";

/**
 * Scores a study by a recipe: denominate → impute → treat → direct and normalise → weigh and aggregate up the tree →
 * rank → tiers, group summaries and relations. The study is not changed; every stage is kept by name.
 *
 * The recipe must have passed `checkRecipe` (a method key it does not know is a programmer's mistake and throws).
 */
export function* scoring(study: Study, recipe: Recipe): Gradual<Result> {
  const prepared = prepare(study, recipe);
  yield 0.1;
  return yield* part(0.1, 1, scoringPrepared(study, recipe, prepared));
}

/** The same in one go. */
export function score(study: Study, recipe: Recipe): Result {
  return atOnce(scoring(study, recipe));
}

/** Scores prepared values on the scale of a reference; without one, on their own. */
export function* scoringPrepared(
  study: Study,
  recipe: Recipe,
  prepared: Prepared,
  reference: Reference | null = null,
): Gradual<Result> {
  const scores = computeScores(study, recipe, prepared, reference);
  yield 0.2;
  return yield* part(0.2, 1, describe(scores));
}

/** Everything that is said of scores beyond themselves: flags, availability, groups, relations, tiers' members. */
function* describe(scores: Scores): Gradual<Result> {
  const { study, recipe, denominated, imputed, treated, aggregated, score: index, rank, order } = scores;
  const units = study.units.length;
  const groups = recipe.groups
    ? study.groups.filter((group) => recipe.groups!.includes(group.name))
    : study.groups;
  const { tiers, fits } = describeTiers(study, recipe, index, order, scores.tierOf, scores.cuts);
  const normalised = normalisedOf(study, aggregated);
  const availability = availabilityOf(study, denominated, scores.lacking);
  yield 0.2;
  const summaries = yield* part(0.2, 1, summariseGroups(aggregated, units, groups, recipe.topAndBottom));
  return {
    study,
    recipe,
    stages: {
      raw: study.values,
      denominated,
      imputed,
      treated,
      normalised,
      aggregated,
    },
    imputed: changedCells(denominated, imputed),
    treated: changedCells(imputed, treated),
    availability,
    weights: scores.weights,
    effectiveWeights: scores.effectiveWeights,
    score: index,
    rank,
    groupRanks: groups.map((group) => ({ column: group.name, rank: ranksInside(group, index, order) })),
    order,
    tierOf: scores.tierOf,
    tierLabels: tierLabelsOf(recipe, scores.cuts),
    tiers,
    tierFits: fits,
    groups: summaries,
    relations: relate(study, recipe, index),
    change: null,
    issues: scores.issues,
  };
}

/** Indicators × units, gathered from the leaves. */
function normalisedOf(study: Study, aggregated: Float64Array): Float64Array {
  const units = study.units.length;
  const block = new Float64Array(study.indicators.length * units);
  study.nodes.forEach(({ indicator }, node) => {
    if (indicator >= 0) rowOf(block, indicator, units).set(rowOf(aggregated, node, units));
  });
  return block;
}

function changedCells(before: Float64Array, after: Float64Array): Uint8Array {
  const flags = new Uint8Array(before.length);
  if (before === after) return flags;
  for (let i = 0; i < before.length; i += 1)
    if (after[i] === after[i] && before[i] !== after[i]) flags[i] = 1;
  return flags;
}

function ranksInside(group: GroupColumn, index: Float64Array, order: Int32Array): Int32Array {
  const ranks = new Int32Array(index.length);
  group.labels.forEach((_, label) => {
    const own = order.filter((unit) => group.of[unit] === label);
    const inside = competitionRanks(index, own);
    for (const unit of own) ranks[unit] = inside[unit];
  });
  return ranks;
}

function relate(study: Study, recipe: Recipe, index: Float64Array): Relation[] {
  const denominators = new Set(study.indicators.map((indicator) => indicator.denominator));
  const columns = recipe.covariates
    ? study.columns.filter((column) => recipe.covariates!.includes(column.name))
    : study.columns.filter((column) => !denominators.has(column.name));
  return columns.map(({ name, values }) => ({
    column: name,
    n: pairs(index, values),
    pearson: pearson(index, values),
    spearman: spearman(index, values),
  }));
}
