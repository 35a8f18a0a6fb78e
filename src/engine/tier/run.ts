import { findMethod, parameterValues } from "../method";
import type { Recipe } from "../recipe";
import type { Tier, TierFit } from "../result";
import { goodnessOfVarianceFit } from "../stats/goodness-of-variance-fit";
import { mean } from "../stats/moments";
import { sameScore } from "../stats/rank";
import type { Study } from "../study";
import { tierings } from "./index";

/** Cuts scores into tiers, again and again, in memory of its own. */
export interface TierCutter {
  /** Per group inside which tiers are cut (or for all units): lower bounds of all tiers but the last, highest first. */
  readonly cuts: (readonly number[])[];
  /**
   * Writes each unit's tier to `tierOf`: 0 is the best, -1 without a score (or without a group, where tiers are cut inside
   * groups). `order` is best first.
   */
  cut(scores: Float64Array, order: Int32Array, tierOf: Int32Array): void;
}

/**
 * Divides units into tiers over all units or inside each group of a column. A score that differs from a lower bound by
 * noise alone (relative 1e-9) counts as on it. With `tiersOn: rounded` the scores are first rounded, half away from zero,
 * to the recipe's decimals, as UNDP does. Bounds that do not hang on the scores are found once.
 */
export function tierCutter(study: Study, recipe: Recipe): TierCutter {
  const { method, parameters, groups, within } = tieringOf(study, recipe);
  const ascending = new Float64Array(study.units.length);
  const fixed = method.fixed ? method.cuts(ascending.subarray(0, 0), parameters) : null;
  const cuts: (readonly number[])[] = groups.map(() => fixed ?? []);
  return {
    cuts,
    cut(scores, order, tierOf) {
      const basis = onBasis(scores, recipe);
      tierOf.fill(-1);
      for (let group = 0; group < groups.length; group += 1) {
        if (!fixed) {
          const members = fillAscending(basis, order, within, group, ascending);
          cuts[group] = method.cuts(ascending.subarray(0, members), parameters);
        }
        const bounds = cuts[group];
        let tier = 0;
        for (let place = 0; place < order.length; place += 1) {
          const unit = order[place];
          const score = basis[unit];
          if (score !== score) break;
          if (within && within[unit] !== group) continue;
          // Scores fall from place to place save for noise, and so do tiers.
          while (tier > 0 && reaches(score, bounds[tier - 1])) tier -= 1;
          while (tier < bounds.length && !reaches(score, bounds[tier])) tier += 1;
          tierOf[unit] = tier;
        }
      }
    },
  };
}

function reaches(score: number, bound: number): boolean {
  return score >= bound || sameScore(score, bound);
}

function tieringOf(study: Study, recipe: Recipe) {
  const method = findMethod(tierings, recipe.tiers);
  const column = recipe.tiersWithin
    ? study.groups.find((each) => each.name === recipe.tiersWithin)
    : undefined;
  return {
    method,
    parameters: parameterValues(method, recipe.tiers),
    /** Labels of the groups inside which tiers are cut; one null for all units. */
    groups: (column ? column.labels : [null]) as readonly (string | null)[],
    /** Per unit its group; null for all units together. */
    within: column ? column.of : null,
  };
}

function onBasis(scores: Float64Array, { tiersOn, decimals }: Recipe): Float64Array {
  return tiersOn === "rounded" ? scores.map((value) => round(value, decimals)) : scores;
}

/** A group's scores from least to greatest; says how many. */
function fillAscending(
  basis: Float64Array,
  order: Int32Array,
  within: Int32Array | null,
  group: number,
  ascending: Float64Array,
): number {
  let members = 0;
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const unit = order[place];
    const score = basis[unit];
    if (score !== score || (within && within[unit] !== group)) continue;
    let at = members;
    // Ties by noise stand in the study's order.
    for (; at > 0 && ascending[at - 1] > score; at -= 1) ascending[at] = ascending[at - 1];
    ascending[at] = score;
    members += 1;
  }
  return members;
}

/** The tiers that units were cut into, with their members and how well they fit. */
export function describeTiers(
  study: Study,
  recipe: Recipe,
  scores: Float64Array,
  order: Int32Array,
  tierOf: Int32Array,
  cuts: readonly (readonly number[])[],
): { readonly tiers: readonly Tier[]; readonly fits: readonly TierFit[] } {
  const { method, parameters, groups, within } = tieringOf(study, recipe);
  const basis = onBasis(scores, recipe);
  const ascending = new Float64Array(scores.length);
  const tiers: Tier[] = [];
  const fits = groups.map((group, g): TierFit => {
    const bounds = cuts[g];
    const members: number[][] = Array.from({ length: bounds.length + 1 }, () => []);
    for (const unit of order)
      if (tierOf[unit] >= 0 && (!within || within[unit] === g)) members[tierOf[unit]].push(unit);
    members.forEach((units, tier) =>
      tiers.push({
        group,
        tier,
        label: tierLabel(recipe, tier),
        lower: tier < bounds.length ? bounds[tier] : -Infinity,
        count: units.length,
        mean: mean(units.map((unit) => scores[unit])),
        members: units,
      }),
    );
    const count = fillAscending(basis, order, within, g, ascending);
    return {
      group,
      varianceFit: goodnessOfVarianceFit(
        basis,
        tierOf.map((tier, unit) => (!within || within[unit] === g ? tier : -1)),
      ),
      regression: method.regression?.(ascending.slice(0, count), parameters) ?? null,
    };
  });
  return { tiers, fits };
}

/** Names of as many tiers as the group that has most of them. */
export function tierLabelsOf(recipe: Recipe, cuts: readonly (readonly number[])[]): string[] {
  const count = cuts.reduce((most, bounds) => Math.max(most, bounds.length + 1), 0);
  return Array.from({ length: count }, (_, tier) => tierLabel(recipe, tier));
}

function tierLabel({ tierLabels }: Recipe, tier: number): string {
  return tierLabels[tier] ?? String(tier + 1);
}

/** Half away from zero, on the number's decimal digits, so that 0.5495 (stored a hair lower) rounds to 0.550. */
export function round(value: number, decimals: number): number {
  if (value !== value) return NaN;
  const shifted = Number(`${Math.abs(value).toPrecision(15)}e${decimals}`);
  if (Number.isNaN(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${decimals}`);
}
