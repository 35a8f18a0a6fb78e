import { mean, standardDeviation } from "../stats/moments";
import { constant, normaliser } from "./normaliser";

/**
 * z-score: (x − mean)/sd · spread + centre, with the sd of n − 1 (option: n).
 *
 * The result is not bounded by the score's scale. Missing stays missing. Without spread: `centre`.
 * Source: OECD/JRC Handbook (2008), p. 84, "Standardisation".
 * @example fit([1, 2, 3])([3]) // 1
 */
export const zScore = normaliser({
  key: "z-score",
  label: { en: "z-score", "zh-CN": "Z 分数标准化" },
  synonyms: ["zscore", "z score", "standardisation", "z分数", "z 分数标准化", "标准差标准化"],
  reference: "OECD/JRC Handbook (2008), p. 84",
  parameters: {
    centre: { kind: "number", label: { en: "Mean", "zh-CN": "均值" }, fallback: 0, min: -1e6, max: 1e6 },
    spread: {
      kind: "number",
      label: { en: "Standard deviation", "zh-CN": "标准差" },
      fallback: 1,
      min: 1e-6,
      max: 1e6,
    },
    population: { kind: "flag", label: { en: "Divide by n", "zh-CN": "除以 n" }, fallback: false },
  },
  fit(column, { parameters: { centre, spread, population } }) {
    const middle = mean(column);
    const sd = standardDeviation(column, population);
    if (!(sd > 0)) return constant(centre);
    return (source, out) => {
      for (let i = 0; i < source.length; i += 1) out[i] = ((source[i] - middle) / sd) * spread + centre;
    };
  },
});
