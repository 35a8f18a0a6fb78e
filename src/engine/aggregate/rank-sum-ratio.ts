import { ascendingRanks } from "../stats/rank";
import { unitRange } from "../stats/rescale";
import { aggregator, counting, ontoScale } from "./aggregator";

/**
 * Rank-sum ratio: RSR = Σ w·R/n / Σw over the children present, put on the score's scale (1, first in everything, is its
 * high end). R is a unit's rank within the child among the n units that have it, 1 the worst: whole ranks with ties
 * averaged, or, "not whole", 1 + (n − 1)(x − min)/(max − min), which keeps distances; without spread the mean rank
 * (n + 1)/2. With equal weights this is ΣR/(mn). A score depends on which other units there are.
 * Source: 田凤调 (Tian Fengdiao, 1993), 秩和比法及其应用, 中国医药科技出版社; 田凤调 (1996) for ranks that are not whole.
 * @example two children ranked 1, 2, 3 and 2, 1, 3, scale 0–1 → 0.5, 0.5, 1
 */
export const rankSumRatio = aggregator({
  key: "rank-sum-ratio",
  label: { en: "Rank-sum ratio (RSR)", "zh-CN": "秩和比法（RSR）" },
  synonyms: ["rsr", "rank sum ratio", "秩和比", "秩和比法"],
  reference: "田凤调 (1993), 秩和比法及其应用",
  parameters: {
    ranks: {
      kind: "choice",
      label: { en: "Ranks", "zh-CN": "编秩" },
      fallback: "whole",
      options: {
        whole: { en: "Whole, ties averaged", "zh-CN": "整次秩（同值取平均）" },
        "not whole": { en: "Not whole: 1 + (n − 1)·share of the range", "zh-CN": "非整次秩" },
      },
    },
  },
  domain: () => "any",
  // Overtaking others by rank never costs; by share of the range, a new maximum stretches it, for that unit to its gain.
  keeps: { between: false, rises: true, dominance: true },
  aggregate(columns, weights, out, parameters, scale) {
    const units = out.length;
    const present = new Float64Array(units);
    const ranks = new Float64Array(units);
    out.fill(0);
    for (const child of counting(weights)) {
      const column = columns[child];
      let n = 0;
      for (let i = 0; i < units; i += 1) if (column[i] === column[i]) n += 1;
      if (parameters.ranks === "whole") ascendingRanks(column, "average", ranks);
      else {
        const shares = unitRange(column);
        for (let i = 0; i < units; i += 1) {
          ranks[i] = column[i] === column[i] ? 1 + (n - 1) * (shares ? shares[i] : 0.5) : NaN;
        }
      }
      const weight = weights[child];
      for (let i = 0; i < units; i += 1) {
        if (ranks[i] !== ranks[i]) continue;
        out[i] += (weight * ranks[i]) / n;
        present[i] += weight;
      }
    }
    for (let i = 0; i < units; i += 1) out[i] = present[i] > 0 ? out[i] / present[i] : NaN;
    ontoScale(out, scale);
  },
});
