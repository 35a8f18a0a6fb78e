import { quantile } from "../stats/quantile";
import { tiering } from "./tiering";

/**
 * Tiers of equal size: cut at the type-7 quantiles i/k of the scores. Equal cuts fall together into fewer tiers.
 * Source: Hyndman & Fan (1996), type 7; R classInt `style = "quantile"`.
 * @example 1, 2, 3, 4 in two tiers → cut at 2.5
 */
export const quantiles = tiering({
  key: "quantiles",
  label: { en: "Quantiles", "zh-CN": "分位数" },
  synonyms: ["quantile", "分位数", "等分"],
  reference: "Hyndman & Fan (1996), type 7",
  parameters: {
    number: {
      kind: "number",
      label: { en: "Number of tiers", "zh-CN": "档数" },
      fallback: 4,
      min: 2,
      max: 100,
    },
  },
  cuts(ascending, { number }) {
    if (ascending.length === 0) return [];
    const cuts: number[] = [];
    for (let i = Math.round(number) - 1; i >= 1; i -= 1)
      cuts.push(quantile(ascending, i / Math.round(number)));
    return cuts.filter((cut, i) => i === 0 || cut < cuts[i - 1]);
  },
});
