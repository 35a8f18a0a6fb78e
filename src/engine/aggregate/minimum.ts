import { aggregator, counting, mean } from "./aggregator";

/**
 * The least of the children present that have a weight above zero: nothing makes up for the weakest. Weights do not
 * matter otherwise.
 * Source: Bullen (2003), Handbook of Means and Their Inequalities, ch. III (the generalised mean's limit for p → −∞).
 * @example 40, missing, 80 → 40
 */
export const minimum = aggregator({
  key: "minimum",
  label: { en: "Minimum", "zh-CN": "最小值（短板）" },
  synonyms: ["min", "worst", "weakest", "最小", "最小值", "短板", "短板法", "木桶"],
  reference: "Bullen (2003), Handbook of Means and Their Inequalities, ch. III",
  parameters: {},
  domain: () => "any",
  keeps: mean,
  aggregate(columns, weights, out) {
    out.fill(NaN);
    for (const child of counting(weights)) {
      const column = columns[child];
      // The comparison is false for a missing child, and true where nothing stands yet.
      for (let i = 0; i < column.length; i += 1) {
        if (column[i] < out[i] || out[i] !== out[i]) out[i] = column[i];
      }
    }
  },
});
