import { aggregator, mean, weightedMean } from "./aggregator";

/**
 * Weighted arithmetic mean Σwx / Σw over the children present: a weak child can be made up for by a strong one.
 * Source: OECD/JRC Handbook (2008), p. 103, "Additive aggregation methods".
 * @example 40 and 80 with weights 0.25 and 0.75 → 70
 */
export const arithmetic = aggregator({
  key: "arithmetic",
  label: { en: "Arithmetic mean", "zh-CN": "算术平均（线性加权）" },
  synonyms: ["arithmetic mean", "linear", "additive", "算术", "算术平均", "线性加权", "加权平均"],
  reference: "OECD/JRC Handbook (2008), p. 103",
  parameters: {},
  domain: () => "any",
  keeps: mean,
  aggregate: weightedMean,
});
