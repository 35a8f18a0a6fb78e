import { mean } from "../stats/moments";
import { mapped, normaliser } from "./normaliser";

/**
 * Above or below the mean: 1 where (x − mean)/|mean| > p, −1 where it is below −p, else 0.
 *
 * The result is −1, 0 or 1, whatever the score's scale. Missing stays missing. A mean of zero is compared with itself:
 * any value above it counts as above. Without spread: 0.
 * Source: OECD/JRC Handbook (2008), p. 87, "Indicators above or below the mean".
 * @example p = 0.2, mean 10: 13 → 1, 11 → 0, 7 → −1
 */
export const aboveBelowMean = normaliser({
  key: "above-below-mean",
  label: { en: "Above or below the mean", "zh-CN": "高于或低于均值" },
  synonyms: ["above below mean", "above or below mean", "均值上下", "高于或低于均值"],
  reference: "OECD/JRC Handbook (2008), p. 87",
  parameters: {
    threshold: {
      kind: "number",
      label: { en: "Threshold", "zh-CN": "阈值 p" },
      fallback: 0.2,
      min: 0,
      max: 10,
    },
  },
  fit(column, { parameters: { threshold } }) {
    const centre = mean(column);
    const reach = threshold * Math.abs(centre);
    return mapped((value) => (value - centre > reach ? 1 : centre - value > reach ? -1 : 0));
  },
});
