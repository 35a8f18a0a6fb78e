import { aggregator, counting, mean, weightedMean } from "./aggregator";

/**
 * Weighted generalised (power) mean (Σw·xᵖ / Σw)^(1/p) over the children present: p = 1 is the arithmetic, 0 the
 * geometric (its limit) and −1 the harmonic mean; the lower p, the less a strong child makes up for a weak one. A missing
 * child is left out, whatever p is. Each unit's powers are taken relative to its greatest child (its least for p < 0),
 * so that none overflows.
 *
 * Values of zero or less are refused for p ≤ 0, values below zero for other p but 1.
 * Source: Bullen (2003), Handbook of Means and Their Inequalities, ch. III; Becker et al. (2022), COINr, `a_genmean`.
 * @example 1 and 7 with p = 2 → 5
 */
export const generalised = aggregator({
  key: "generalised",
  label: { en: "Generalised mean", "zh-CN": "广义平均（幂平均）" },
  synonyms: ["generalised mean", "generalized", "generalized mean", "power mean", "广义平均", "幂平均"],
  reference: "Bullen (2003), Handbook of Means and Their Inequalities, ch. III",
  parameters: {
    power: {
      kind: "number",
      label: {
        en: "Power p (1 arithmetic, 0 geometric, −1 harmonic)",
        "zh-CN": "幂次 p（1 算术、0 几何、−1 调和）",
      },
      fallback: 0.5,
      min: -100,
      max: 100,
    },
  },
  domain: ({ power }) => (power === 1 ? "any" : power > 0 ? "not-negative" : "positive"),
  keeps: mean,
  aggregate(columns, weights, out, { power }) {
    if (power === 1) {
      weightedMean(columns, weights, out);
      return;
    }
    const children = counting(weights);
    const units = out.length;
    const anchor = anchors(columns, children, units, power > 0);
    const present = new Float64Array(units);
    out.fill(0);
    for (const child of children) {
      const weight = weights[child];
      const column = columns[child];
      for (let i = 0; i < units; i += 1) {
        const value = column[i];
        if (value !== value) continue;
        const ratio = anchor[i] === 0 ? 1 : value / anchor[i];
        out[i] += weight * (power === 0 ? Math.log(ratio) : Math.pow(ratio, power));
        present[i] += weight;
      }
    }
    for (let i = 0; i < units; i += 1) {
      const share = out[i] / present[i];
      out[i] = anchor[i] * (power === 0 ? Math.exp(share) : Math.pow(share, 1 / power));
    }
  },
});

/** Per unit its greatest (or least) child; NaN with none. */
function anchors(
  columns: readonly Float64Array[],
  children: readonly number[],
  units: number,
  greatest: boolean,
): Float64Array {
  const found = new Float64Array(units).fill(NaN);
  for (const child of children) {
    const column = columns[child];
    for (let i = 0; i < units; i += 1) {
      const value = column[i];
      if (value !== value) continue;
      if (found[i] !== found[i] || (greatest ? value > found[i] : value < found[i])) found[i] = value;
    }
  }
  return found;
}
