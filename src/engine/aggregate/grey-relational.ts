import { extent } from "../stats/moments";
import { aggregator, counting, ontoScale } from "./aggregator";

/**
 * Grey relational grade with the best unit of each child as the reference: Δ = max − x, ξ = (min Δ + ρ·max Δ)/(Δ + ρ·max Δ)
 * with min and max over all children and units, γ = Σwξ/Σw over the children present, put on the score's scale (γ = 1, best
 * in everything, is its high end; γ cannot fall below ρ/(1 + ρ)). Children should be on one scale, as normalised ones are.
 *
 * Where all units are the same, all are the best and get 1. A score depends on which other units there are.
 * Source: Deng Julong (1989), The Journal of Grey System 1, 1–24; Liu Sifeng et al. (2017), 灰色系统理论及其应用, ch. 3.
 * @example one child, 0 and 100 on 0–100, ρ = 0.5 → 33.33, 100
 */
export const greyRelational = aggregator({
  key: "grey-relational",
  label: { en: "Grey relational grade", "zh-CN": "灰色关联分析" },
  synonyms: ["grey relational", "grey", "gray relational", "灰色关联", "灰色关联法", "灰色关联度"],
  reference: "Deng (1989), The Journal of Grey System 1, 1–24",
  parameters: {
    distinction: {
      kind: "number",
      label: { en: "Distinguishing coefficient ρ", "zh-CN": "分辨系数 ρ" },
      fallback: 0.5,
      min: 0.01,
      max: 1,
    },
  },
  domain: () => "any",
  // A new best unit is the new reference, and all distances are measured against the greatest.
  keeps: { between: false, rises: false, dominance: true },
  aggregate(columns, weights, out, { distinction }, scale) {
    const units = out.length;
    const children = counting(weights);
    const extents = columns.map(extent);
    let greatest = 0;
    // The least distance is always zero: the best unit's from itself.
    for (const child of children) greatest = Math.max(greatest, extents[child].max - extents[child].min || 0);
    const present = new Float64Array(units);
    out.fill(0);
    for (const child of children) {
      const weight = weights[child];
      const column = columns[child];
      const best = extents[child].max;
      for (let i = 0; i < units; i += 1) {
        const value = column[i];
        if (value !== value) continue;
        const distance = greatest > 0 ? (best - value) / greatest : 0;
        out[i] += (weight * distinction) / (distance + distinction);
        present[i] += weight;
      }
    }
    for (let i = 0; i < units; i += 1) out[i] = present[i] > 0 ? out[i] / present[i] : NaN;
    ontoScale(out, scale);
  },
});
