import { placeOf } from "../stats/place";
import { sorted } from "../stats/quantile";
import { constant, mapped, normaliser } from "./normaliser";
import { tiesOf, tiesParameter } from "./ties";

/**
 * Percentile rank: (rank − 1)/(n − 1) over the reference's n present values, on the score's scale.
 *
 * Missing stays missing. Without spread, or with one value: mid-scale.
 * Source: OECD/JRC Handbook (2008), p. 83; Becker et al. (2022), COINr, `n_prank`.
 * @example fit([30, 10, 20])([20]) // 50
 */
export const percentileRank = normaliser({
  key: "percentile-rank",
  label: { en: "Percentile rank", "zh-CN": "百分位秩" },
  synonyms: ["percentile rank", "percentile", "prank", "百分位", "百分位排名", "百分位秩"],
  reference: "OECD/JRC Handbook (2008), p. 83",
  parameters: { ties: tiesParameter },
  fit(column, { parameters: { ties }, scale: [low, high] }) {
    const reference = sorted(column);
    const n = reference.length;
    if (n < 2 || reference[0] === reference[n - 1]) return constant((low + high) / 2);
    return mapped((value) => low + ((placeOf(reference, value, tiesOf(ties)) - 1) / (n - 1)) * (high - low));
  },
});
