import { extent } from "../stats/moments";
import { hasSpread } from "../stats/rescale";
import { aggregator, counting, ontoScale } from "./aggregator";

/**
 * VIKOR, turned so that larger is better: 1 − Q on the score's scale, so the best compromise (Q = 0) stands at its high end.
 * With d = (best − x)/(best − worst) of each child, S = Σwd/Σw and R = max(wd)/Σw over the children present,
 * Q = v(S − S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*), * the least and ⁻ the greatest over the units; v is the weight of
 * the majority (S) against the worst regret (R).
 *
 * A child without spread adds nothing to S and R; where all units have the same S (or R), its part of Q counts as ½. A score
 * depends on which other units there are.
 * Source: Opricovic & Tzeng (2004), European Journal of Operational Research 156, 445–455; pymcdm, `VIKOR`.
 * @example one child, 0, 50 and 100 on 0–100 → 0, 50, 100
 */
export const vikor = aggregator({
  key: "vikor",
  label: { en: "VIKOR (1 − Q)", "zh-CN": "VIKOR（多准则妥协解，1−Q）" },
  synonyms: ["compromise", "妥协解", "多准则妥协解"],
  reference: "Opricovic & Tzeng (2004), European Journal of Operational Research 156, 445–455",
  parameters: {
    majority: {
      kind: "number",
      label: { en: "Weight of the majority v", "zh-CN": "决策机制系数 v" },
      fallback: 0.5,
      min: 0,
      max: 1,
    },
  },
  domain: () => "any",
  // A new best or worst unit changes every distance, and S and R are measured against the other units'.
  keeps: { between: false, rises: false, dominance: true },
  aggregate(columns, weights, out, { majority }, scale) {
    const units = out.length;
    const total = new Float64Array(units);
    const worst = new Float64Array(units);
    const present = new Float64Array(units);
    for (const child of counting(weights)) {
      const weight = weights[child];
      const column = columns[child];
      const { min, max } = extent(column);
      // Halved, so that the range of 1e308 and −1e308 is a number.
      const half = max / 2 - min / 2;
      const spread = hasSpread(column);
      for (let i = 0; i < units; i += 1) {
        const value = column[i];
        if (value !== value) continue;
        present[i] += weight;
        const regret = spread ? (weight * (max / 2 - value / 2)) / half : 0;
        total[i] += regret;
        if (regret > worst[i]) worst[i] = regret;
      }
    }
    for (let i = 0; i < units; i += 1) {
      total[i] /= present[i];
      worst[i] /= present[i];
    }
    const s = extent(total);
    const r = extent(worst);
    const spreadS = hasSpread(total);
    const spreadR = hasSpread(worst);
    for (let i = 0; i < units; i += 1) {
      if (!(present[i] > 0)) {
        out[i] = NaN;
        continue;
      }
      const bySum = spreadS ? (total[i] - s.min) / (s.max - s.min) : 0.5;
      const byWorst = spreadR ? (worst[i] - r.min) / (r.max - r.min) : 0.5;
      out[i] = 1 - (majority * bySum + (1 - majority) * byWorst);
    }
    ontoScale(out, scale);
  },
});
