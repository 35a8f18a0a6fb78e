import { aggregator, mean, meanOf } from "./aggregator";

/**
 * Weighted geometric mean exp(Σw·ln x / Σw) over the children present, by logarithms so that no product overflows: a
 * weak child can only partly be made up for. Values of zero or less are refused.
 * Source: OECD/JRC Handbook (2008), p. 103, "Geometric aggregation"; UNDP HDR 2025, Technical note 1.
 * @example 1 and 100, equal weights → 10
 */
export const geometric = aggregator({
  key: "geometric",
  label: { en: "Geometric mean", "zh-CN": "几何平均" },
  synonyms: ["geometric mean", "几何", "几何平均", "乘法合成"],
  reference: "OECD/JRC Handbook (2008), p. 103",
  parameters: {},
  domain: () => "positive",
  keeps: mean,
  aggregate: meanOf(logarithms, exponentials),
});

function logarithms(from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < from.length; i += 1) to[i] = Math.log(from[i]);
}

function exponentials(from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < from.length; i += 1) to[i] = Math.exp(from[i]);
}
