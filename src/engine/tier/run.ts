import { parameterValues } from "../method";
import type { Recipe } from "../recipe";
import type { Tier, TierFit } from "../result";
import { goodnessOfVarianceFit } from "../stats/goodness-of-variance-fit";
import { sameScore } from "../stats/rank";
import { sorted } from "../stats/quantile";
import { mean } from "../stats/moments";
import type { Study } from "../study";
import { tierings } from "./index";

export interface Tiers {
  /** Per unit: 0 is the best tier, -1 without a score (or without a group, where tiers are cut inside groups). */
  readonly tierOf: Int32Array;
  readonly labels: readonly string[];
  readonly tiers: readonly Tier[];
  readonly fits: readonly TierFit[];
}

/**
 * Divides units into tiers over all units or inside each group of a column.
 *
 * A score that differs from a lower bound by noise alone (relative 1e-9) counts as on it. With `tiersOn: rounded` the
 * scores are first rounded, half away from zero, to the recipe's decimals, as UNDP does. `order` is best first.
 */
export function divideIntoTiers(study: Study, recipe: Recipe, score: Float64Array, order: Int32Array): Tiers {
  const basis = recipe.tiersOn === "rounded" ? score.map((value) => round(value, recipe.decimals)) : score;
  const within = recipe.tiersWithin
    ? study.groups.find((each) => each.name === recipe.tiersWithin)
    : undefined;
  const tierOf = new Int32Array(score.length).fill(-1);
  const tiers: Tier[] = [];
  const fits: TierFit[] = [];
  const method = tierings.find((each) => each.key === recipe.tiers.key)!;
  const parameters = parameterValues(method, recipe.tiers);
  const groups: readonly (string | null)[] = within ? within.labels : [null];
  let count = 0;
  groups.forEach((group, g) => {
    const isMember = (unit: number) => !within || within.of[unit] === g;
    const ascending = sorted(basis.filter((_, unit) => isMember(unit)));
    const cuts = method.cuts(ascending, parameters);
    count = Math.max(count, cuts.length + 1);
    const members: number[][] = Array.from({ length: cuts.length + 1 }, () => []);
    for (const unit of order) {
      if (basis[unit] !== basis[unit] || !isMember(unit)) continue;
      let tier = 0;
      while (tier < cuts.length && basis[unit] < cuts[tier] && !sameScore(basis[unit], cuts[tier])) tier += 1;
      tierOf[unit] = tier;
      members[tier].push(unit);
    }
    members.forEach((units, tier) =>
      tiers.push({
        group,
        tier,
        label: recipe.tierLabels[tier] ?? String(tier + 1),
        lower: tier < cuts.length ? cuts[tier] : -Infinity,
        count: units.length,
        mean: mean(units.map((unit) => score[unit])),
        members: units,
      }),
    );
    fits.push({
      group,
      varianceFit: goodnessOfVarianceFit(
        basis,
        tierOf.map((tier, unit) => (isMember(unit) ? tier : -1)),
      ),
      regression: method.regression?.(ascending, parameters) ?? null,
    });
  });
  return {
    tierOf,
    tiers,
    fits,
    labels: Array.from({ length: count }, (_, tier) => recipe.tierLabels[tier] ?? String(tier + 1)),
  };
}

/** Half away from zero, on the number's decimal digits, so that 0.5495 (stored a hair lower) rounds to 0.550. */
export function round(value: number, decimals: number): number {
  if (value !== value) return NaN;
  const shifted = Number(`${Math.abs(value).toPrecision(15)}e${decimals}`);
  if (Number.isNaN(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${decimals}`);
}
