import { parameterValues, tierings, type Recipe, type Result } from "../../../engine/index";

/** The lower bound of a tier: a number to type over, or a formula over the column of index scores. */
export type TierCut = { readonly number: number } | { readonly formula: (scores: string) => string };

/**
 * Lower bounds, best first, as formulas can say them: fixed cut-offs, quantiles, equal intervals, mean ± k·sd. Null for
 * other methods, and where tiers are cut inside groups by the groups' own scores.
 */
export function tierCuts(recipe: Recipe, result: Result): readonly TierCut[] | null {
  const method = tierings.find((each) => each.key === recipe.tiers.key);
  if (!method) return null;
  const parameters = parameterValues(method, recipe.tiers) as Record<string, unknown>;
  const group = result.tiers[0]?.group ?? null;
  const bounds = result.tiers
    .filter((tier) => tier.group === group && Number.isFinite(tier.lower))
    .map((tier) => tier.lower);
  if (method.key === "cut-offs") return bounds.map((number) => ({ number }));
  if (recipe.tiersWithin !== "" || recipe.tiersOn === "rounded") return null;
  const formulas = cutFormulas(method.key, parameters);
  // Cuts that fell together made fewer tiers than were asked for.
  return formulas && formulas.length === bounds.length ? formulas.map((formula) => ({ formula })) : null;
}

function cutFormulas(
  method: string,
  { number, multiples }: Record<string, unknown>,
): ((scores: string) => string)[] | null {
  const k = Math.round(Number(number));
  const steps = Array.from({ length: Math.max(0, k - 1) }, (_, i) => k - 1 - i);
  switch (method) {
    case "quantiles":
      return steps.map((i) => (scores) => `PERCENTILE(${scores},${i}/${k})`);
    case "equal-intervals":
      return steps.map((i) => (scores) => `MIN(${scores})+${i}*(MAX(${scores})-MIN(${scores}))/${k}`);
    case "mean-deviation":
      return [...(multiples as readonly number[])]
        .sort((a, b) => b - a)
        .map((times) => (scores) => `AVERAGE(${scores})+${times}*STDEV(${scores})`);
    default:
      return null;
  }
}
