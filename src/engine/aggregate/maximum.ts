import { aggregator, counting, mean } from "./aggregator";

/**
 * The greatest of the children present that have a weight above zero. On an index whose high scores are bad, such as a
 * risk index, this is the rule by which nothing makes up for the worst. Weights do not matter otherwise.
 * Source: Bullen (2003), Handbook of Means and Their Inequalities, ch. III (the generalised mean's limit for p → ∞).
 * @example 40, missing, 80 → 80
 */
export const maximum = aggregator({
  key: "maximum",
  label: { en: "Maximum", "zh-CN": "最大值" },
  synonyms: ["max", "best", "最大"],
  reference: "Bullen (2003), Handbook of Means and Their Inequalities, ch. III",
  parameters: {},
  domain: () => "any",
  keeps: mean,
  aggregate(columns, weights, out) {
    out.fill(NaN);
    for (const child of counting(weights)) {
      const column = columns[child];
      for (let i = 0; i < column.length; i += 1) {
        if (column[i] > out[i] || out[i] !== out[i]) out[i] = column[i];
      }
    }
  },
});
