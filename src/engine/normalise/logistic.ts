import { mean, standardDeviation } from "../stats/moments";
import { constant, mapped, normaliser } from "./normaliser";

/**
 * Logistic: 1/(1 + e^{−(x − mean)/sd}), on the score's scale; the sd with n − 1. Outliers are drawn in smoothly.
 *
 * Missing stays missing. Without spread: mid-scale.
 * Source: Mazziotta & Pareto (2017), in: Maggino (ed.), Complexity in Society, ch. 7.
 * @example the mean gets 50, one sd above it 73.1
 */
export const logistic = normaliser({
  key: "logistic",
  label: { en: "Logistic", "zh-CN": "逻辑斯蒂变换" },
  synonyms: ["sigmoid", "logistic function", "逻辑斯蒂", "s型", "逻辑斯蒂变换"],
  reference: "Mazziotta & Pareto (2017), ch. 7",
  parameters: {},
  fit(column, { scale: [low, high] }) {
    const centre = mean(column);
    const sd = standardDeviation(column);
    if (!(sd > 0)) return constant((low + high) / 2);
    return mapped((value) => low + (high - low) / (1 + Math.exp(-(value - centre) / sd)));
  },
});
