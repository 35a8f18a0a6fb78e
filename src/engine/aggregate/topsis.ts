import { extent } from "../stats/moments";
import { aggregator, counting, ontoScale } from "./aggregator";

/**
 * TOPSIS: nearness to the best and distance from the worst, C = D⁻/(D⁺ + D⁻), put on the score's scale (C = 0 its low end,
 * 1 its high end). Each child is divided by its vector norm √Σx² over the units and multiplied by its weight; the ideal is
 * the greatest, the anti-ideal the least of each; D⁺ and D⁻ are the Euclidean distances of a unit from them. `columns` "as
 * they are" leaves the division out. Values below zero are allowed.
 *
 * Distances of a unit with missing children are over those it has. Where all units are the same, all get the middle of the
 * scale. A score depends on which other units there are.
 * Source: Hwang & Yoon (1981), Multiple Attribute Decision Making, ch. III; pymcdm, `TOPSIS`.
 * @example one child, 0, 50 and 100 on 0–100 → 0, 50, 100
 */
export const topsis = aggregator({
  key: "topsis",
  label: { en: "TOPSIS", "zh-CN": "TOPSIS（优劣解距离法）" },
  synonyms: ["ideal solution", "优劣解距离", "优劣解距离法", "逼近理想解", "逼近理想解法"],
  reference: "Hwang & Yoon (1981), Multiple Attribute Decision Making, ch. III",
  parameters: {
    columns: {
      kind: "choice",
      label: { en: "Children's scores", "zh-CN": "下级得分" },
      fallback: "vector",
      options: {
        vector: { en: "Divided by √Σx²", "zh-CN": "除以 √Σx²（向量规范化）" },
        "as they are": { en: "As they are", "zh-CN": "保持原样" },
      },
    },
  },
  domain: () => "any",
  // A unit that gains moves the norms and the ideal, and so its own distances in the other children.
  keeps: { between: false, rises: false, dominance: true },
  aggregate(columns, weights, out, parameters, scale) {
    const units = out.length;
    const fromBest = new Float64Array(units);
    const fromWorst = new Float64Array(units);
    const present = new Uint8Array(units);
    const children = counting(weights);
    // In units of the greatest distance there is, so that no square overflows.
    const factors = children.map(
      (child) => weights[child] / (parameters.columns === "vector" ? norm(columns[child]) : 1),
    );
    const extents = children.map((child) => extent(columns[child]));
    const greatest = Math.max(
      0,
      ...children.map((_, c) => (extents[c].max - extents[c].min) * factors[c] || 0),
    );
    children.forEach((child, c) => {
      const column = columns[child];
      const { min, max } = extents[c];
      const factor = greatest > 0 ? factors[c] / greatest : 0;
      for (let i = 0; i < units; i += 1) {
        const value = column[i];
        if (value !== value) continue;
        const best = (max - value) * factor;
        const worst = (value - min) * factor;
        fromBest[i] += best * best;
        fromWorst[i] += worst * worst;
        present[i] = 1;
      }
    });
    for (let i = 0; i < units; i += 1) {
      const best = Math.sqrt(fromBest[i]);
      const worst = Math.sqrt(fromWorst[i]);
      out[i] = present[i] === 0 ? NaN : best + worst > 0 ? worst / (best + worst) : 0.5;
    }
    ontoScale(out, scale);
  },
});

/** √Σx² of the present values; 1 where there is nothing but zeros. */
function norm(column: Float64Array): number {
  const { min, max } = extent(column);
  const size = Math.max(Math.abs(min), Math.abs(max));
  if (!(size > 0)) return 1;
  let squares = 0;
  for (let i = 0; i < column.length; i += 1) {
    const ratio = column[i] / size;
    if (ratio === ratio) squares += ratio * ratio;
  }
  return size * Math.sqrt(squares);
}
