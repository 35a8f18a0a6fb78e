import { placeOf } from "../stats/place";
import { sorted } from "../stats/quantile";
import { constant, mapped, normaliser } from "./normaliser";

/**
 * Categorical scale: equal steps of points by bands of percentile ranks. With the default bands 15, 35, 65, 85, 95 the top
 * 5 % get the full score, the next 10 % four fifths of it, and so on to zero for the lowest 15 %. A percentile rank on a
 * bound belongs to the band above it.
 *
 * Missing stays missing. Without spread: mid-scale.
 * Source: OECD/JRC Handbook (2008), p. 86, "Categorical scales".
 * @example 100 different values on 0–100: the 96th from below gets 100, the 50th 40, the lowest 0
 */
export const categorical = normaliser({
  key: "categorical",
  label: { en: "Categorical scale", "zh-CN": "分类评分" },
  synonyms: ["categories", "categorical scale", "分类", "分档评分", "分类评分"],
  reference: "OECD/JRC Handbook (2008), p. 86",
  parameters: {
    bands: {
      kind: "numbers",
      label: { en: "Percentile bounds", "zh-CN": "百分位界限" },
      fallback: [15, 35, 65, 85, 95],
      min: 0,
      max: 100,
    },
  },
  fit(column, { parameters: { bands }, scale: [low, high] }) {
    const reference = sorted(column);
    const n = reference.length;
    if (n < 2 || reference[0] === reference[n - 1]) return constant((low + high) / 2);
    const bounds = [...new Set(bands)].sort((a, b) => a - b);
    return mapped((value) => {
      const percentile = (100 * (placeOf(reference, value, "average") - 1)) / (n - 1);
      const passed = bounds.filter((bound) => percentile >= bound).length;
      return low + (passed / bounds.length) * (high - low);
    });
  },
});
