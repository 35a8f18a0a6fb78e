import { aggregator, mean, meanOf } from "./aggregator";

/**
 * Weighted harmonic mean Σw / Σ(w/x) over the children present: harsher on a weak child than the geometric mean.
 * Values of zero or less are refused.
 * Source: Becker et al. (2022), COINr, `a_hmean`; Bullen (2003), Handbook of Means and Their Inequalities, ch. II.
 * @example 1 and 3, equal weights → 1.5
 */
export const harmonic = aggregator({
  key: "harmonic",
  label: { en: "Harmonic mean", "zh-CN": "调和平均" },
  synonyms: ["harmonic mean", "调和", "调和平均"],
  reference: "Bullen (2003), Handbook of Means and Their Inequalities, ch. II",
  parameters: {},
  domain: () => "positive",
  keeps: mean,
  aggregate: meanOf(reciprocals, reciprocals),
});

function reciprocals(from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < from.length; i += 1) to[i] = 1 / from[i];
}
